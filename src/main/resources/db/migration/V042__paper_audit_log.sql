-- Who changed which right, setting or account, when and from where. Only ever added to. Accounts are
-- named by number alone and without a foreign key: erasing one leaves the line, and its number nobody's.
create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  -- null: the command line or the program itself, as origin says
  by_account bigint,
  origin text not null,
  what text not null check (what ~ '^[a-z]+([.-][a-z]+)*$'),
  account bigint,
  subject text not null default '',
  details text not null default ''
);
-- the history beside an account
create index audit_entry_by_account on audit_entry (account, id) where account is not null;
create index audit_entry_by_actor on audit_entry (by_account, id) where by_account is not null;
create index audit_entry_at on audit_entry (at);

create function audit_entry_stays() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is only ever added to' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entry_stays before update or delete or truncate on audit_entry
  for each statement execute function audit_entry_stays();
