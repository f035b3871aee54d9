-- Codes from a device (RFC 6238). Counts only once a code confirmed it; last_step is the time step of
-- the last code used, so that none is good twice.
create table totp (
  account bigint primary key references account on delete cascade,
  secret bytea not null check (octet_length(secret) = 20),
  created_at timestamptz not null default now(),
  confirmed_at timestamptz,
  last_step bigint not null default 0
);

-- For who has lost the device: 120 random bits each, stored hashed, gone once used.
create table recovery_code (
  account bigint not null references account on delete cascade,
  code_hash bytea not null,
  primary key (account, code_hash)
);

-- Who has shown one factor and owes a second step. Its key is a cookie of that browser; it stays
-- a while after it has run out, so that the way back is not lost.
create table pending_login (
  token_hash bytea primary key,
  account bigint not null references account on delete cascade,
  proof text not null check (proof in ('password', 'mailed_link', 'passkey', 'oidc')),
  factors smallint not null check (factors in (1, 2)),
  text_key_hash bytea,
  back text not null default '',
  tries smallint not null default 0,
  expires_at timestamptz not null
);
create index pending_login_by_account on pending_login (account);
create index pending_login_ended on pending_login (expires_at);

-- Tries at a secret wait longer the more have failed: until then the next one is refused.
alter table throttle add column until timestamptz not null default '-infinity';

-- The browsers and programs that an account has logged in from, by a cookie of theirs, hashed: they
-- are not slowed by what others try, and a login from any other is told by mail.
create table known_device (
  account bigint not null references account on delete cascade,
  device_hash bytea not null,
  first_at timestamptz not null default now(),
  last_at timestamptz not null default now(),
  primary key (account, device_hash)
);
create index known_device_last on known_device (last_at);
-- When its owner was last told that somebody is guessing the password.
alter table account add column guessing_told_at timestamptz;
