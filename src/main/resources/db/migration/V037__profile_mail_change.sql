-- Another mail address: asked for, confirmed by a link to the new one, undone by a link to the old one.
create table mail_change (
  id bigint generated always as identity primary key,
  account bigint not null references account on delete cascade,
  old_email text not null,
  old_email_key text not null,
  new_email text not null,
  new_email_key text not null,
  asked_at timestamptz not null default now(),
  -- null until it is confirmed
  changed_at timestamptz
);
create index mail_change_by_account on mail_change (account);
create index mail_change_asked on mail_change (asked_at);

-- The secrets in its links; only their SHA-256 is stored.
create table mail_change_link (
  token_hash bytea primary key,
  change bigint not null references mail_change on delete cascade,
  purpose text not null check (purpose in ('confirm', 'undo')),
  expires_at timestamptz not null
);
create index mail_change_link_by_change on mail_change_link (change);
