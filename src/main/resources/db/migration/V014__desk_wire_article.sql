-- Which article was made of which agency item. article_version is the newest that we wrote by the
-- agency's wording: where the article is ahead of it, somebody worked on it here.
create table desk_wire_article (
  wire_item bigint not null references wire_item,
  article bigint primary key references article,
  article_version int not null,
  -- it went out by rule, read by nobody here
  unread boolean not null,
  taken_at timestamptz not null default now(),
  withdrawn_at timestamptz
);
create unique index desk_wire_article_current on desk_wire_article (wire_item) where withdrawn_at is null;
