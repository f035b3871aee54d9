-- Never reused, unlike the number: after a restore from backup a number may be given to somebody else.
alter table account add column key uuid not null unique default gen_random_uuid();

-- Who is on the way out, and still may change their mind. The row goes with the erasure.
create table leaving (
  account bigint primary key references account on delete cascade,
  way text not null check (way in ('delete', 'anonymous', 'keep')),
  -- what the account was before, for who stays after all
  state_before text not null,
  begun_at timestamptz not null default now(),
  erase_at timestamptz not null,
  -- the erasure has begun: too late to stay
  erasing boolean not null default false
);
create index leaving_due on leaving (erase_at);

-- The secrets in links that let somebody stay; only their SHA-256 is stored.
create table leaving_link (
  token_hash bytea primary key,
  account bigint not null references leaving on delete cascade
);
create index leaving_link_by_account on leaving_link (account);

-- Who was erased: compared with the journal in the data folder, so that each makes the other whole.
create table erasure (
  key uuid primary key,
  account bigint not null,
  way text not null check (way in ('delete', 'anonymous', 'keep')),
  erased_at timestamptz not null
);

-- "ehemaliges Mitglied 2": numbered within the thread, never given twice there.
alter table thread add column last_former int not null default 0;
alter table comment
  add column former int,
  -- published before its author began to leave with all texts; again so if they stay after all
  add column taken_down boolean not null default false;
