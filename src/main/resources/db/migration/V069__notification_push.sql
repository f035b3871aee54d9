-- The paper's own key pair for web push (VAPID, RFC 8292), made when the first device is switched on.
create table push_key (
  one boolean primary key default true check (one),
  -- PKCS #8
  private_key bytea not null,
  -- 65 bytes: 4 and the coordinates of a point on P-256
  public_key bytea not null check (octet_length(public_key) = 65)
);

-- A browser that shows notifications. It goes with the session in which it was switched on: where
-- somebody logs out, or is logged out, nothing of theirs appears any more.
create table push_device (
  id bigint generated always as identity primary key,
  account bigint not null references account on delete cascade,
  session bytea not null unique references session on delete cascade,
  endpoint text not null unique,
  public_key bytea not null check (octet_length(public_key) = 65),
  secret bytea not null check (octet_length(secret) = 16),
  since timestamptz not null
);
create index push_device_by_account on push_device (account);
