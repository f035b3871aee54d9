-- One row per article that was ever talked under. Locked first by every write below it, so that
-- numbers have no race and counts equal a recount.
create table thread (
  article bigint primary key references article,
  last_number int not null default 0,
  published_count int not null default 0,
  -- raised with every write that changes what readers see; the writer's cookie names it
  change_number bigint not null default 0
);

create table comment (
  article bigint not null references thread,
  number int not null check (number > 0),
  reply_to int,
  -- the root of the branch; a root names itself
  root int not null,
  depth smallint not null default 0 check (depth >= 0),
  author bigint not null references account,
  state text not null default 'published'
    check (state in ('held', 'published', 'rejected', 'deleted')),
  text text not null,
  html text not null,
  revision int not null default 1,
  article_version int not null,
  -- direct replies that readers can see; a removed comment with some leaves a line in its place
  visible_replies int not null default 0 check (visible_replies >= 0),
  up int not null default 0 check (up >= 0),
  down int not null default 0 check (down >= 0),
  created_at timestamptz not null default now(),
  edited_at timestamptz,
  -- made by the form; the same key posts once
  submission uuid not null,
  primary key (article, number),
  foreign key (article, reply_to) references comment (article, number),
  check ((reply_to is null) = (depth = 0)),
  check ((reply_to is null) = (root = number))
);
create unique index comment_submission on comment (author, submission);
-- the overlay's own comments that wait, and an author's pages to purge
create index comment_by_author on comment (author, article);

create table comment_version (
  article bigint not null,
  number int not null,
  revision int not null,
  text text not null,
  created_at timestamptz not null default now(),
  primary key (article, number, revision),
  foreign key (article, number) references comment (article, number)
);

create table vote (
  article bigint not null,
  number int not null,
  account bigint not null references account on delete cascade,
  value smallint not null check (value in (-1, 1)),
  voted_at timestamptz not null default now(),
  primary key (article, account, number),
  foreign key (article, number) references comment (article, number)
);
-- recount of one comment
create index vote_by_comment on vote (article, number);

create table mention (
  article bigint not null,
  number int not null,
  account bigint not null references account on delete cascade,
  primary key (article, number, account),
  foreign key (article, number) references comment (article, number)
);
create index mention_by_account on mention (account);

-- How far somebody has read, for "new since my last visit".
create table article_visit (
  account bigint not null references account on delete cascade,
  article bigint not null references article,
  seen_number int not null,
  primary key (account, article)
);

-- What the public may see of a thread: published comments, and lines where a removed one has replies.
create view public_comment as
select c.article, c.number, c.reply_to, c.root, c.depth, c.state, c.author,
  case when c.state = 'published' then c.html else '' end as html,
  case when c.state = 'published' then c.text else '' end as text,
  c.revision, c.visible_replies, c.up, c.down, c.created_at, c.edited_at
from comment c
where c.state = 'published' or (c.state in ('rejected', 'deleted') and c.visible_replies > 0);
