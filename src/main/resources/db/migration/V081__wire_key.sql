-- Keys with which providers deliver over HTTP; only their hashes, so that a copy of the database
-- opens nothing. A provider has several while it changes from one to the next.
create table wire_key (
  id bigint generated always as identity primary key,
  provider text not null references wire_provider on delete cascade,
  hash bytea not null unique,
  -- its first signs, to tell it from others
  beginning text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index wire_key_of_provider on wire_key (provider);
