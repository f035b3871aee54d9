-- Editors and moderators may hold their role for some sections only; null stands for all. A section
-- that goes takes such a right with it, it never widens.
alter table account_role
  drop constraint account_role_pkey,
  add column section text references section on update cascade on delete cascade,
  add constraint account_role_once unique nulls not distinct (account, role, section),
  add constraint account_role_section check (section is null or role in ('editor', 'moderator'));
create index account_role_by_section on account_role (section) where section is not null;

-- The administrator's lock, a measure of security apart from what moderators decide (state).
alter table account
  add column locked_at timestamptz,
  add column lock_reason text not null default '';

-- Roles as words: editor, or editor:politik. Who is locked out has no session.
create or replace view live_session as
select s.token_hash, s.bearer, s.created_at, s.seen_at, a.id as account, a.name, a.state, a.language,
  array(select r.role || coalesce(':' || r.section, '') from account_role r
    where r.account = a.id order by r.role, r.section) as roles,
  s.proof, s.factors, s.proved_at
from session s join account a on a.id = s.account
where s.expires_at > now() and a.state in ('active', 'suspended') and a.locked_at is null;
