-- Somebody's own data, packed for them. In the database, so that every node has it and it goes with
-- the account; for seven days.
create table data_export (
  id uuid primary key default gen_random_uuid(),
  account bigint not null references account on delete cascade,
  state text not null default 'running' check (state in ('running', 'ready')),
  -- how many features have written theirs
  done int not null default 0,
  total int not null,
  bytes bigint not null default 0,
  asked_at timestamptz not null default now(),
  ready_at timestamptz,
  expires_at timestamptz not null
);
-- one at a time for each account
create unique index data_export_running on data_export (account) where state = 'running';
create index data_export_by_account on data_export (account);
create index data_export_ended on data_export (expires_at);

create table data_export_part (
  export uuid not null references data_export on delete cascade,
  number int not null,
  bytes bytea not null,
  primary key (export, number)
);
