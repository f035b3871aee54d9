-- How the front page is arranged. An edition counts from its moment on, until a later one does; the
-- one without a moment is being prepared, and there is one of these at most.
create table front_edition (
  number bigint generated always as identity primary key,
  live_at timestamptz,
  -- raised with every change while it is prepared: who publishes says which one they saw
  revision int not null default 1,
  -- sections stand in the order of their news instead of the masthead's
  by_news boolean not null default false,
  breaking text not null default '' check (char_length(breaking) <= 200),
  breaking_article bigint references article,
  breaking_until timestamptz,
  editor bigint references account on delete set null,
  changed_at timestamptz not null default now(),
  check ((breaking = '') = (breaking_until is null)),
  check (breaking_article is null or breaking <> '')
);
create unique index front_edition_prepared on front_edition ((live_at is null)) where live_at is null;
create index front_edition_live on front_edition (live_at desc, number desc) where live_at is not null;
-- somebody who leaves is forgotten there
create index front_edition_by_editor on front_edition (editor) where editor is not null;

create table front_pin (
  edition bigint not null references front_edition on delete cascade,
  place smallint not null check (place between 1 and 12),
  article bigint not null references article,
  until timestamptz,
  primary key (edition, place),
  unique (edition, article)
);

-- A section's stories stand by time and weight. In UTC, because only so the order can be indexed.
create index article_rank_of_section on article
  (section, ((published_at at time zone 'UTC') + weight * interval '6 hours') desc, id desc)
  where state = 'published' and kind = 'article';
