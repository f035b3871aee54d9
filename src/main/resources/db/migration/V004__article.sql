create table section (
  slug text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  position int not null,
  language text not null default 'de'
);

create table article (
  id bigint generated always as identity primary key,
  section text not null references section,
  slug text not null,
  state text not null default 'draft'
    check (state in ('draft', 'in_review', 'scheduled', 'published', 'withdrawn')),
  -- raised with every change that is stored, the newest row of article_version has the same number
  version int not null default 1,
  headline text not null,
  kicker text not null default '',
  subhead text not null default '',
  teaser text not null default '',
  byline text not null default '',
  credit text not null default '',
  dateline text not null default '',
  body_html text not null default '',
  language text not null default 'de',
  correction_note text not null default '',
  picture bigint references picture,
  topics text[] not null default '{}',
  -- how high it stands on the front page: 0 normal, 1 important, 2 lead
  weight smallint not null default 0 check (weight between 0 and 2),
  discussion_mode text not null default 'open' check (discussion_mode in ('open', 'members', 'held', 'closed')),
  discussion_closes_at timestamptz,
  discussion_slow_seconds int not null default 0,
  embargo_until timestamptz,
  created_at timestamptz not null default now(),
  published_at timestamptz,
  updated_at timestamptz not null default now(),
  check (state <> 'published' or published_at is not null)
);
-- home and sections list the newest of the published
create index article_newest on article (published_at desc, id desc) where state = 'published';
create index article_newest_of_section on article (section, published_at desc, id desc) where state = 'published';

create table article_version (
  article bigint not null references article,
  version int not null,
  headline text not null,
  subhead text not null,
  teaser text not null,
  body_html text not null,
  correction_note text not null,
  editor bigint references account on delete set null,
  created_at timestamptz not null default now(),
  primary key (article, version)
);

-- What the public may see, decided once. An embargo is a hard floor under the publication.
create view public_article as
select a.*, s.name as section_name
from article a join section s on s.slug = a.section
where a.state = 'published'
  and a.published_at <= now()
  and (a.embargo_until is null or a.embargo_until <= now());
