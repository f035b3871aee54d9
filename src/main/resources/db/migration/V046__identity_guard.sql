-- What speaks against an address block, counted by day, for 14 days. The block is a keyed hash, so
-- the table names nobody.
create table abuse_sign (
  block bytea not null,
  sign text not null check (sign in ('registration', 'refused-login', 'trap')),
  day date not null default current_date,
  times int not null default 1,
  primary key (block, sign, day)
);
create index abuse_sign_day on abuse_sign (day);

-- Registration forms that were sent with success: each is good for one registration. sent says with
-- what, so that a double click is no mistake; who corrects a mistyped address in it replaces the
-- registration, as long as it waits.
create table used_form (
  form bytea primary key,
  sent bytea not null,
  registration bigint references registration on delete set null,
  expires_at timestamptz not null
);
create index used_form_by_registration on used_form (registration) where registration is not null;
create index used_form_ended on used_form (expires_at);
