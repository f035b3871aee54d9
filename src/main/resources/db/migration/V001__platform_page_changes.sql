-- Which pages went out of date, for nodes that were cut off and come back. A row per gathered batch
-- of purges; old rows are deleted by a job.
create table page_change (
  number bigint generated always as identity primary key,
  node text not null,
  tags text[] not null,
  at timestamptz not null default now()
);

