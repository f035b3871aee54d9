-- What the newsroom knows of a picture, and until when the paper may show it.
alter table picture
  add column rights text not null default '',
  add column expires_at timestamptz,
  -- taken off by the newsroom or by the agency that sent it
  add column withdrawn_at timestamptz,
  -- where the eye should rest: shares of width and height from the top left; crops keep it in view
  add column focus_x double precision not null default 0.5 check (focus_x between 0 and 1),
  add column focus_y double precision not null default 0.5 check (focus_y between 0 and 1),
  -- raised when crop or credit change: the files are then made anew, under other names
  add column edition int not null default 1,
  add column file_name text not null default '',
  add column source text not null default 'newsroom' check (source in ('newsroom', 'wire')),
  -- whether somebody here has said what it shows; an agency's own words are only better than none
  add column described boolean not null default true;

-- the newsroom's list of what ends soon, and the next moment at which a page changes by it
create index picture_by_end on picture (expires_at) where expires_at is not null;
create index picture_to_describe on picture (id desc) where not described;

-- A body names its pictures in blocks of their own; who writes the body need not tell us which.
create function pictures_in(body text) returns bigint[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct found[1]::bigint), '{}')
  from regexp_matches(body, '<figure data-picture="([1-9][0-9]{0,17})"', 'g') found
$$;
alter table article
  add column body_pictures bigint[] not null generated always as (pictures_in(body_html)) stored;
create index article_by_body_picture on article using gin (body_pictures);

-- What the paper may show, decided once.
create view usable_picture as
select p.* from picture p
where p.withdrawn_at is null and (p.expires_at is null or p.expires_at > now());

-- What the public may fetch: usable, and in an article that it can read.
create or replace view public_picture as
select p.* from usable_picture p
where exists (
    select from article a join public_article seen on seen.id = a.id where a.picture = p.id)
  or exists (
    select from article a join public_article seen on seen.id = a.id
    where a.body_pictures @> array[p.id]);
