-- A branch of a talk that somebody follows: every answer below this comment, however deep.
create table followed_branch (
  account bigint not null references account on delete cascade,
  article bigint not null,
  -- the comment's, which never changes: a new comment looks for followers in its own branch only
  root int not null,
  number int not null,
  since timestamptz not null default now(),
  primary key (account, article, number),
  foreign key (article, number) references comment (article, number)
);
create index followed_branch_by_place on followed_branch (article, root, number);

-- Besides what others write, what happens to one's own comment: an editor pins it, a moderator
-- removes or releases it. A suspension that ends early, or an objection to one, has no comment.
alter table notification
  drop constraint notification_kind_check,
  add constraint notification_kind_check check (kind in ('mention', 'reply', 'branch', 'followed',
    'pinned', 'released', 'removed', 'lifted', 'objection')),
  alter column article drop not null,
  alter column number drop not null,
  add column decision bigint references decision,
  add constraint notification_place_check check ((article is null) = (number is null)),
  add constraint notification_about_check check (num_nonnulls(article, decision) > 0);

-- What moderators decide against somebody is always told, so there is no choice.
alter table notification_choice
  add column branch boolean not null default true,
  add column pinned boolean not null default true,
  add column released boolean not null default true;

-- What a reader may see of them: as long as everybody sees the comment, and its author is none that
-- they ignore. Of a decision they see that it was made, with their own words, and the headline where
-- the public sees it too.
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
    and not exists (select from ignored_reader i where i.account = n.account and i.ignored = c.author));
