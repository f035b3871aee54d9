-- A page of another house under which readers talk here: an address and a headline, no text of ours.
alter table article
  add column kind text not null default 'article' check (kind in ('article', 'external')),
  add column external_address text,
  add constraint article_external_address check (
    (kind = 'external') = (external_address is not null) and external_address ~ '^https?://');

-- What the public may see by its number, wherever it stands; lists read public_article.
create view reachable_article as
select a.*, s.name as section_name
from article a join section s on s.slug = a.section
where a.state = 'published'
  and a.published_at <= now()
  and (a.embargo_until is null or a.embargo_until <= now());

-- Another house's pages stand in no list. The views are changed as they are, whatever columns earlier
-- migrations gave them: one condition more, and notices are read by number.
do $$
begin
  execute 'create or replace view public_article as '
    || rtrim(pg_get_viewdef('public_article'::regclass), ';') || ' and a.kind = ''article''';
  execute 'create or replace view visible_notification as '
    || replace(pg_get_viewdef('visible_notification'::regclass), 'public_article', 'reachable_article');
end $$;

-- Lists walk these and must not step over what they don't show.
drop index article_newest;
create index article_newest on article (published_at desc, id desc)
  where state = 'published' and kind = 'article';
drop index article_newest_of_section;
create index article_newest_of_section on article (section, published_at desc, id desc)
  where state = 'published' and kind = 'article';
