-- Who is asked to work for the paper. The row goes once they have accepted or the invitation was
-- taken back; what became of it stands in the audit log.
create table invitation (
  id bigint generated always as identity primary key,
  email text not null,
  email_key text not null unique,
  language text not null,
  -- as words: editor, or editor:politik
  roles text[] not null check (cardinality(roles) > 0),
  invited_by bigint references account on delete set null,
  -- made by the mail's job, so that no secret waits in a table; null until then
  token_hash bytea unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '7 days'
);
create index invitation_by_inviter on invitation (invited_by) where invited_by is not null;
