-- How the paper's talk works, in one row without a section; a row per section that differs, whose empty
-- fields are "as the paper has it".
create table talk_setting (
  section text references section on delete cascade,
  first_order text check (first_order in ('newest', 'oldest', 'best', 'discussed')),
  text_limit int check (text_limit between 100 and 10000),
  edit_minutes int check (edit_minutes between 0 and 1440),
  edit_answered boolean,
  rating text check (rating in ('both', 'only_up', 'hidden_until_rated', 'off')),
  -- how the talk under a new article begins
  mode text check (mode in ('open', 'members', 'held', 'closed')),
  member_days int check (member_days between 1 and 3650),
  -- 0 = never
  close_days int check (close_days between 0 and 3650),
  -- 0 = not at all
  slow_minutes int check (slow_minutes between 0 and 1440),
  check (section is not null or num_nulls(first_order, text_limit, edit_minutes, edit_answered, rating,
    mode, member_days, close_days, slow_minutes) = 0)
);
create unique index talk_setting_of on talk_setting (coalesce(section, ''));
insert into talk_setting values (null, 'newest', 2000, 10, false, 'both', 'open', 30, 14, 0);

-- What holds in each section; the row without one is the paper's.
create view talk_rule as
select s.section, coalesce(own.first_order, p.first_order) as first_order,
  coalesce(own.text_limit, p.text_limit) as text_limit,
  coalesce(own.edit_minutes, p.edit_minutes) as edit_minutes,
  coalesce(own.edit_answered, p.edit_answered) as edit_answered,
  coalesce(own.rating, p.rating) as rating,
  coalesce(own.mode, p.mode) as mode,
  coalesce(own.member_days, p.member_days) as member_days,
  coalesce(own.close_days, p.close_days) as close_days,
  coalesce(own.slow_minutes, p.slow_minutes) as slow_minutes
from (select slug as section from section union all select null) s
cross join talk_setting p
left join talk_setting own on own.section = s.section
where p.section is null;

-- For the mode "members": how many days old an account has to be.
alter table article add column discussion_member_days int not null default 0
  check (discussion_member_days between 0 and 3650);
create or replace view public_article as
select a.id, a.section, a.slug, a.state, a.version, a.headline, a.kicker, a.subhead, a.teaser, a.byline,
  a.credit, a.dateline, a.body_html, a.language, a.correction_note, a.picture, a.topics, a.weight,
  a.discussion_mode, a.discussion_closes_at, a.discussion_slow_seconds, a.embargo_until, a.created_at,
  a.published_at, a.updated_at, s.name as section_name, a.discussion_member_days
from article a join section s on s.slug = a.section
where a.state = 'published'
  and a.published_at <= now()
  and (a.embargo_until is null or a.embargo_until <= now());

-- Since when editors show it at the top; whether it takes no more answers (nor any below it).
alter table comment add column pinned_at timestamptz, add column replies_closed boolean not null default false;
create or replace view public_comment as
select c.article, c.number, c.reply_to, c.root, c.depth,
  case when c.state = 'published' and l.account is not null then 'deleted' else c.state end as state,
  c.author,
  case when c.state = 'published' and l.account is null then c.html else '' end as html,
  case when c.state = 'published' and l.account is null then c.text else '' end as text,
  c.revision, c.visible_replies, c.up, c.down, c.created_at, c.edited_at, c.former,
  c.article_version, c.pinned_at, c.replies_closed
from comment c left join leaving l on l.account = c.author and l.way = 'delete'
where (c.state = 'published' and l.account is null) or c.visible_replies > 0;
