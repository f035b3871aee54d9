-- A picture is as public as an article that shows it: under embargo or withdrawn with it.
create index article_by_picture on article (picture) where picture is not null;

create view public_picture as
select p.* from picture p
where exists (select from public_article a where a.picture = p.id);
