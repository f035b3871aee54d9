-- A thread in one of the orders that votes change, as it stood at one moment: pages of it are read
-- under its number, so that a vote between two pages neither repeats nor hides a comment.
-- It can be made again at any time: unlogged, lost in a crash, then its addresses lead to the newest.
-- Numbers come from a sequence of its own, which a crash does not set back.
create sequence ranking_number;
create unlogged table ranking (
  article bigint not null references article on delete cascade,
  ordering text not null,
  number bigint not null default nextval('ranking_number'),
  -- the thread's change number: comments written or removed since are not in it
  change_number bigint not null,
  -- all comments in reading order, and where in that list (from 0) each page begins
  comments int[] not null,
  starts int[] not null,
  made_at timestamptz not null,
  primary key (article, ordering, number)
);
create index ranking_made on ranking (made_at);
