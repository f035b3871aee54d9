-- What editors did a moment ago and can still take back. Nothing is kept here for longer: a row goes
-- with the next one after its time, and at once where an agency withdraws the article.
create table article_act (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('publication', 'correction', 'withdrawal', 'front')),
  editor bigint not null references account on delete cascade,
  article bigint references article,
  edition bigint references front_edition on delete cascade,
  -- the article's row as it was before, and its version after; null where there was no article
  before jsonb,
  version int,
  until timestamptz not null,
  taken_back_at timestamptz,
  check ((kind = 'front') = (edition is not null)),
  check ((kind = 'front') = (article is null))
);
create index article_act_open on article_act (editor, until);
create index article_act_of_article on article_act (article) where article is not null;
create index article_act_over on article_act (until);
