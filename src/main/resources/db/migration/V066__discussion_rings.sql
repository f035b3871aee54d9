-- Where a vote came from: a keyed hash of its address block, for 14 days, so that rings can be found.
-- Null for what didn't come over the network (demo, import), and for what is older.
alter table vote add column block bytea;
-- all that came from one block
create index vote_by_block on vote (block, account) where block is not null;
-- what is new since the last look, and what is to be forgotten
create index vote_watched on vote (voted_at) where block is not null;

-- Accounts that rated the same comments in the same minutes, again and again. Flagged by a job,
-- judged by moderators: set aside (its votes don't count) or harmless.
create table vote_ring (
  id bigint generated always as identity primary key,
  -- all came from one address block; else they only agree
  one_block boolean not null,
  state text not null default 'open' check (state in ('open', 'aside', 'harmless')),
  ground text,
  first_at timestamptz not null,
  last_at timestamptz not null,
  found_at timestamptz not null,
  decided_at timestamptz,
  check ((state = 'open') = (decided_at is null)),
  check ((state = 'aside') = (ground is not null))
);

-- Whose vote on what belongs to a ring. It names the pair, not the vote: who takes a vote back that
-- was set aside and gives it again is still set aside.
create table vote_ring_vote (
  ring bigint not null references vote_ring on delete cascade,
  article bigint not null,
  number int not null,
  account bigint not null references account on delete cascade,
  aside boolean not null default false,
  primary key (ring, article, number, account),
  foreign key (article, number) references comment (article, number)
);
-- whether a vote counts: asked with every vote and every recount
create index vote_ring_vote_aside on vote_ring_vote (article, number, account) where aside;
create index vote_ring_vote_by_account on vote_ring_vote (account);

-- How far the job has looked; one row.
create table vote_ring_look (
  one boolean primary key default true check (one),
  blocks_until timestamptz not null default '2000-01-01 00:00:00+00',
  all_until timestamptz not null default '2000-01-01 00:00:00+00'
);
insert into vote_ring_look default values;

-- The votes that a comment's counts are made of. Every recount reads this and nothing else.
create view counted_vote as
select v.article, v.number, v.account, v.value from vote v
where not exists (
  select from vote_ring_vote r
  where r.article = v.article and r.number = v.number and r.account = v.account and r.aside);
