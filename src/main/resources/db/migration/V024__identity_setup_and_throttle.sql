-- The code on the console that lets the first administrator in; stored hashed, gone once used.
create table setup_code (
  hash bytea primary key,
  created_at timestamptz not null default now()
);

-- How often something was tried lately, for all nodes. key is a keyed hash of what is counted and of
-- whom (an address block, a mail address), so the table names nobody. Not logged: a crash forgets.
create unlogged table throttle (
  key bytea primary key,
  level double precision not null,
  admitted boolean not null,
  at timestamptz not null
);
create index throttle_at on throttle (at);

create table throttle_secret (
  only_row boolean primary key default true check (only_row),
  secret bytea not null
    default sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea)
);
insert into throttle_secret default values;
