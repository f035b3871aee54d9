-- Who has registered and not yet shown that the mail address is theirs. It becomes an account with
-- the confirmation. Kept apart from accounts, so that an address that has one and an address that
-- has none are treated alike to the last statement.
create table registration (
  id bigint generated always as identity primary key,
  name text not null check (char_length(name) between 2 and 30),
  name_key text not null unique,
  name_look text not null unique,
  email text not null,
  email_key text not null unique,
  password_hash text not null,
  language text not null,
  accepted_rules text not null,
  text_key_hash bytea,
  back text not null default '',
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index registration_ended on registration (expires_at);

alter table account
  add column accepted_rules text,
  alter column state set default 'active',
  drop constraint account_state_check,
  add constraint account_state_check
    check (state in ('active', 'suspended', 'banned', 'leaving', 'closed'));

alter table mailed_link
  alter column account drop not null,
  drop column used_at,
  add column registration bigint references registration on delete cascade,
  add constraint mailed_link_of_one check (num_nonnulls(account, registration) = 1);
create index mailed_link_by_account on mailed_link (account) where account is not null;
create index mailed_link_by_registration on mailed_link (registration) where registration is not null;
