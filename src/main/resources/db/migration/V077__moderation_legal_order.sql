-- Orders of courts and authorities that name a comment (EU Digital Services Act, articles 9 and 10). As
-- long as one is open, and half a year longer, the text stays in the sealed store if it is erased.
create table legal_order (
  id bigint generated always as identity primary key,
  article bigint not null,
  number int not null,
  authority text not null,
  -- the authority's own reference
  reference text not null default '',
  received_on date not null,
  registered_at timestamptz not null,
  registered_by bigint references account on delete set null,
  ended_at timestamptz,
  ended_by bigint references account on delete set null,
  -- what was done on it, as the authority is told
  outcome text not null default '',
  foreign key (article, number) references comment (article, number),
  check (ended_at is not null or (ended_by is null and outcome = ''))
);
create index legal_order_by_comment on legal_order (article, number);
create index legal_order_by_registrar on legal_order (registered_by) where registered_by is not null;
create index legal_order_by_ender on legal_order (ended_by) where ended_by is not null;
