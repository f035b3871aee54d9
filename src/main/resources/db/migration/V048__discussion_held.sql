-- Why a comment waits for a moderator: the key of a message.
alter table comment add column held_rule text;

-- A comment taken back into hold may have replies: like a removed one it then leaves a line in its
-- place, so that a thread never tears.
create or replace view public_comment as
select c.article, c.number, c.reply_to, c.root, c.depth, c.state, c.author,
  case when c.state = 'published' then c.html else '' end as html,
  case when c.state = 'published' then c.text else '' end as text,
  c.revision, c.visible_replies, c.up, c.down, c.created_at, c.edited_at
from comment c
where c.state = 'published' or c.visible_replies > 0;

-- the moderators' queue, oldest first
create index comment_held on comment (created_at) where state = 'held';
