-- A version holds everything that an article says, so that what somebody works on can be compared with
-- what they began from. Versions from before know only the fields that they had.
alter table article_version
  add column section text,
  add column kicker text,
  add column byline text,
  add column credit text,
  add column dateline text,
  add column language text,
  add column topics text[],
  add column weight smallint,
  add column picture bigint,
  add column embargo_until timestamptz,
  add column related bigint[],
  add column opening text;

-- What else there is to read; readers see those that are public.
create table article_related (
  article bigint not null references article,
  related bigint not null references article,
  position int not null,
  primary key (article, related),
  check (article <> related)
);

-- How the talk under an article is to begin that isn't out yet; without a row as its section has it.
create table article_opening (
  article bigint primary key references article,
  mode text not null check (mode in ('open', 'members', 'held', 'closed'))
);

-- Who took an article which step on its way, and what they said about it to their colleagues.
create table article_step (
  id bigint generated always as identity primary key,
  article bigint not null references article,
  step text not null check (step in (
    'created', 'to_review', 'returned', 'scheduled', 'unscheduled', 'published', 'corrected', 'withdrawn', 'reopened')),
  note text not null default '',
  editor bigint references account on delete set null,
  -- when it is to come out, where the step says so
  moment timestamptz,
  at timestamptz not null default now()
);
create index article_step_of on article_step (article, id);
create index article_step_by on article_step (editor) where editor is not null;

-- The newsroom's lists of what isn't out.
create index article_unpublished on article (state, updated_at desc, id desc) where state <> 'published';
