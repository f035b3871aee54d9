-- What of a line of the audit log may not stay for good: the block of addresses that somebody wrote
-- from, for 90 days, and a reason that somebody typed, until the account it is about is erased.
create table audit_trace (
  entry bigint primary key references audit_entry,
  block text,
  reason text,
  written_at timestamptz not null default now(),
  check (block is not null or reason is not null)
);
create index audit_trace_written on audit_trace (written_at) where block is not null;

-- what is there already moves; this once the log itself changes
alter table audit_entry disable trigger audit_entry_stays;
insert into audit_trace (entry, block, reason, written_at)
  select id, case when origin not in ('console', 'program') then origin end,
    case when what = 'account.locked' and details <> '' then details end, at
  from audit_entry
  where origin not in ('console', 'program') or (what = 'account.locked' and details <> '');
update audit_entry set origin = 'address' where origin not in ('console', 'program');
update audit_entry set details = '' where what = 'account.locked';
alter table audit_entry enable trigger audit_entry_stays;
alter table audit_entry
  add constraint audit_entry_origin check (origin in ('address', 'console', 'program'));
