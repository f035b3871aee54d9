-- The account with the empty key stands for all who left without their name.
create or replace view public_author as
select a.id,
  case when l.way = 'anonymous' then 'ehemaliges Mitglied' else a.name end as name,
  a.revision,
  case
    when l.way = 'anonymous' then null
    when exists (select from account_role r where r.account = a.id and r.role = 'moderator') then 'moderator'
    when exists (select from account_role r where r.account = a.id and r.role in ('editor', 'author', 'publisher')) then 'editor'
  end as badge,
  coalesce(l.way = 'anonymous', false)
    or a.key = '00000000-0000-0000-0000-000000000000' as former
from account a left join leaving l on l.account = a.id;

-- Texts of who leaves with them are out of sight with the leaving itself, before any row is changed.
create or replace view public_comment as
select c.article, c.number, c.reply_to, c.root, c.depth,
  case when c.state = 'published' and l.account is not null then 'deleted' else c.state end as state,
  c.author,
  case when c.state = 'published' and l.account is null then c.html else '' end as html,
  case when c.state = 'published' and l.account is null then c.text else '' end as text,
  c.revision, c.visible_replies, c.up, c.down, c.created_at, c.edited_at, c.former
from comment c left join leaving l on l.account = c.author and l.way = 'delete'
where (c.state = 'published' and l.account is null) or c.visible_replies > 0;
