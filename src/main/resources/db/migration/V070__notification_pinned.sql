-- A pin is told of as long as it holds.
drop view visible_notification;
create view visible_notification as
select n.id, n.account, n.article, n.number, n.kind, n.decision, n.created_at, n.read_at, n.taken_at,
  p.name as actor, a.headline, case when n.decision is null then c.html else own.html end as html
from notification n
left join public_comment c
  on c.article = n.article and c.number = n.number and c.state = 'published'
left join public_article a on a.id = n.article
left join public_author p on p.id = c.author
left join comment own
  on n.decision is not null and own.article = n.article and own.number = n.number
where n.kind in ('removed', 'lifted', 'objection')
  or (c.number is not null and a.id is not null
    and (n.kind <> 'pinned' or c.pinned_at is not null)
    and not exists (select from ignored_reader i where i.account = n.account and i.ignored = c.author));
