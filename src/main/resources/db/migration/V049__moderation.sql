-- What moderators decided: rows are added, never changed. Only what names a person may be emptied,
-- when that person's account is erased.
create table decision (
  id bigint generated always as identity primary key,
  -- the comment; null where only an account is concerned
  article bigint references article,
  number int,
  -- whose comment or account it is
  account bigint references account on delete set null,
  decided_by bigint references account on delete set null,
  decided_at timestamptz not null,
  kind text not null check (kind in ('keep', 'reject', 'suspend', 'ban', 'lift')),
  -- 'rules:2' is the house rules' second point, 'law:' is followed by the law
  ground text check (ground ~ '^(rules:[0-9]+|law:.+)$'),
  -- as in the statements of reasons of the DSA's transparency database
  category text check (category like 'STATEMENT_CATEGORY_%'),
  statement text not null,
  until timestamptz,
  automated boolean not null default false,
  check ((article is null) = (number is null)),
  check ((until is not null) = (kind = 'suspend')),
  check (kind in ('keep', 'lift') or (ground is not null and category is not null))
);
create index decision_by_comment on decision (article, number);
create index decision_by_account on decision (account) where account is not null;
create index decision_by_decider on decision (decided_by) where decided_by is not null;

create function decision_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and to_jsonb(new) - 'account' - 'decided_by' - 'statement'
      = to_jsonb(old) - 'account' - 'decided_by' - 'statement'
    and (new.account is null or new.account = old.account)
    and (new.decided_by is null or new.decided_by = old.decided_by)
    and new.statement in ('', old.statement)
  then
    return new;
  end if;
  raise exception 'decisions are never changed';
end $$;
create trigger decision_stays before update or delete on decision
  for each row execute function decision_stays();

-- Somebody says that a comment should not stand there. reason 'illegal' is a notice under article
-- 16 of the DSA. The comment is no foreign key: a report outlives it.
create table report (
  id bigint generated always as identity primary key,
  article bigint not null references article,
  number int not null,
  -- the text that was reported
  revision int not null,
  reporter bigint references account on delete set null,
  -- a notice by somebody without an account
  name text,
  email text,
  language text not null,
  reason text not null
    check (reason in ('insult', 'hate', 'spam', 'offtopic', 'privacy', 'illegal', 'other')),
  text text not null,
  created_at timestamptz not null,
  -- null while it is open
  decision bigint references decision,
  -- forgotten half a year after the decision
  check (reason <> 'illegal' or text <> '' or decision is not null)
);
create unique index report_once on report (reporter, article, number) where reporter is not null;
create unique index notice_once on report (article, number, lower(email)) where email is not null;
create index report_open on report (article, number) where decision is null;
create index report_by_decision on report (decision) where decision is not null;

-- Somebody objects to a decision: whom it concerns, or whose report it turned down.
create table complaint (
  id bigint generated always as identity primary key,
  decision bigint not null references decision,
  -- null where whom the decision concerns objects
  report bigint references report,
  complainant bigint references account on delete set null,
  text text not null,
  created_at timestamptz not null,
  outcome text check (outcome in ('confirmed', 'reversed')),
  statement text,
  decided_by bigint references account on delete set null,
  decided_at timestamptz,
  unique nulls not distinct (decision, report),
  check (num_nonnulls(outcome, statement, decided_at) in (0, 3))
);
create index complaint_open on complaint (created_at) where outcome is null;
create index complaint_by_complainant on complaint (complainant) where complainant is not null;
create index complaint_by_decider on complaint (decided_by) where decided_by is not null;
create index complaint_by_report on complaint (report) where report is not null;

-- Links in mails that open one case without a login: who is banned may object too. Stored hashed.
create table case_link (
  token_hash bytea primary key,
  decision bigint not null references decision,
  report bigint references report,
  expires_at timestamptz not null
);
create index case_link_ended on case_link (expires_at);

-- What an open report, a complaint or an order needs of a text that is erased: for moderators only.
create table evidence (
  id bigint generated always as identity primary key,
  article bigint not null references article,
  number int not null,
  text text not null,
  versions text[] not null default '{}',
  written_at timestamptz not null,
  sealed_at timestamptz not null,
  unique (article, number)
);

-- Why an account is suspended or banned, in the words that its reader sees; suspension is the
-- number of the decision. A suspension ends by the clock: live_session and account_suspension say.
alter table account
  add column suspended_until timestamptz,
  add column suspended_for text not null default '',
  add column suspension bigint;

-- Whose account is suspended or banned at this moment; until is null where there is no end.
create view account_suspension as
select id as account, suspended_until as until, suspended_for as reason, suspension as decision,
  state = 'banned' as banned
from account
where state = 'banned'
  or (state = 'suspended' and (suspended_until is null or suspended_until > now()));

-- Text kept at the login wall may be a report of a comment, with the reason that was ticked.
alter table kept_text
  add column reports int,
  add column reason text,
  drop constraint kept_text_one_place,
  add constraint kept_text_one_place check (num_nonnulls(reply_to, edits, reports) <= 1);
