-- What readers say of themselves.
alter table account
  add column profile_line text not null default '' check (char_length(profile_line) <= 160),
  -- the public page says only that it is hidden
  add column profile_hidden boolean not null default false,
  add column name_changed_at timestamptz;

-- Names that somebody bore before: nobody else gets them, and old links lead to who bore them.
create table reserved_name (
  name_key text primary key,
  name_look text not null,
  account bigint not null references account on delete cascade,
  reserved_at timestamptz not null default now()
);
create index reserved_name_by_look on reserved_name (name_look);
create index reserved_name_by_account on reserved_name (account);

-- Own pictures, square, in the two sizes that they are shown in. Small, so that they live and die with
-- the account's row. The token is new with every picture: an address never shows another one.
create table profile_picture (
  account bigint primary key references account on delete cascade,
  token text not null unique,
  small bytea not null,
  large bytea not null,
  created_at timestamptz not null default now()
);

-- Whose comments somebody does not want to read.
create table ignored_reader (
  account bigint not null references account on delete cascade,
  ignored bigint not null references account on delete cascade,
  created_at timestamptz not null default now(),
  primary key (account, ignored),
  check (account <> ignored)
);
create index ignored_reader_by_ignored on ignored_reader (ignored);

-- somebody's comments, newest first: the public page and the own list
create index comment_by_author_newest on comment (author, created_at desc, article desc, number desc);
-- somebody's votes, newest first; in place of the index on the account alone
drop index vote_by_account;
create index vote_by_account_newest on vote (account, voted_at desc, article desc, number desc);
