-- What somebody writes and has not stored yet; everybody has a copy of their own of an article.
create table working_copy (
  article bigint not null references article,
  editor bigint not null references account on delete cascade,
  -- the article's version that it began from
  basis int not null,
  -- raised with every change, so that a second window of the same person notices
  revision int not null,
  fields text not null,
  changed_at timestamptz not null default now(),
  primary key (article, editor)
);
create index working_copy_by on working_copy (editor);

-- Who has an article open.
create table article_presence (
  article bigint not null references article,
  editor bigint not null references account on delete cascade,
  seen_at timestamptz not null,
  primary key (article, editor)
);
create index article_presence_by on article_presence (editor);
