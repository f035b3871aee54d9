-- A suspension ends by the clock: from that moment on a session's state is active, whatever job has
-- run or not.
create or replace view live_session as
select s.token_hash, s.bearer, s.created_at, s.seen_at, a.id as account, a.name,
  case when a.state = 'suspended' and a.suspended_until <= now() then 'active' else a.state end
    as state,
  a.language,
  array(select r.role || coalesce(':' || r.section, '') from account_role r
    where r.account = a.id order by r.role, r.section) as roles,
  s.proof, s.factors, s.proved_at
from session s join account a on a.id = s.account
where s.expires_at > now() and a.state in ('active', 'suspended') and a.locked_at is null;
