-- Passkeys (WebAuthn). The handle is what an authenticator stores of an account: 64 random bytes, so
-- that it says nothing about anybody.
create table passkey_holder (
  account bigint primary key references account on delete cascade,
  handle bytea not null unique check (octet_length(handle) = 64)
);

-- number names a passkey in addresses. attestation is what it was set up with: the public key in it
-- checks each login. sign_count only ever rises, unless the authenticator doesn't count (0).
create table passkey (
  credential_id bytea primary key check (octet_length(credential_id) between 1 and 1023),
  number bigint generated always as identity unique,
  account bigint not null references account on delete cascade,
  name text not null check (char_length(name) between 1 and 60),
  public_key bytea not null,
  attestation bytea not null,
  sign_count bigint not null,
  transports text[] not null,
  backup_eligible boolean not null,
  backed_up boolean not null,
  created_at timestamptz not null default now(),
  used_at timestamptz
);
create index passkey_by_account on passkey (account);

-- Questions that wait for an answer, for five minutes and one use, each bound to the browser that
-- asked. Not logged: a crash forgets them, and who was asked is asked again.
create unlogged table passkey_challenge (
  challenge bytea primary key,
  browser_hash bytea not null,
  purpose text not null check (purpose in ('login', 'confirm', 'add')),
  account bigint,
  expires_at timestamptz not null
);
create index passkey_challenge_ended on passkey_challenge (expires_at);
