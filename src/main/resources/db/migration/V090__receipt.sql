-- That an article was taken off, and what was found at each place where it had stood.
create table receipt (
  id bigint generated always as identity primary key,
  article bigint not null references article,
  -- the agency's item that took it off; null where an editor did
  wire_item bigint references wire_item,
  cause text not null default 'editor' check (cause in ('canceled', 'withheld', 'editor')),
  headline text not null,
  path text not null,
  -- whether readers could see it up to then
  was_public boolean not null,
  account bigint references account on delete set null,
  -- when the item arrived, or the button was pressed
  arrived_at timestamptz not null default now(),
  checked_at timestamptz
);
create index receipt_by_article on receipt (article);
create index receipt_by_account on receipt (account) where account is not null;

create table receipt_line (
  receipt bigint not null references receipt on delete cascade,
  position int not null,
  place text not null,
  target text not null,
  -- gone; still there; told (nobody can look); out of the paper's reach
  outcome text not null check (outcome in ('gone', 'there', 'told', 'beyond')),
  at timestamptz not null,
  detail text not null default '',
  primary key (receipt, position)
);
