-- How the person behind a session showed who they are, with how many factors, and when last.
alter table session
  add column proof text not null default 'password'
    check (proof in ('password', 'mailed_link', 'passkey', 'oidc')),
  add column factors smallint not null default 1 check (factors in (1, 2)),
  add column proved_at timestamptz not null default now();
update session set proved_at = created_at;

create or replace view live_session as
select s.token_hash, s.bearer, s.created_at, s.seen_at, a.id as account, a.name, a.state, a.language,
  array(select r.role from account_role r where r.account = a.id order by r.role) as roles,
  s.proof, s.factors, s.proved_at
from session s join account a on a.id = s.account
where s.expires_at > now() and a.state in ('active', 'suspended');

-- Since when somebody works for the paper: a second factor is due a day later.
alter table account add column staff_since timestamptz;
update account a set staff_since = now()
where exists (select from account_role r where r.account = a.id);
