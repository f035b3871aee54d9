-- What somebody agreed to: the editions of house rules and privacy notice (such as de-3, or de-0- and
-- the fingerprint of the text that comes with the program), and the age that was confirmed.
alter table registration
  add column accepted_privacy text,
  add column accepted_age int,
  add column read_first boolean not null default false;
update registration set accepted_privacy = accepted_rules, accepted_age = 16;
alter table registration
  alter column accepted_privacy set not null,
  alter column accepted_age set not null;
alter table account
  add column accepted_privacy text,
  add column accepted_age int,
  -- the first comments wait for a moderator, until one was let through
  add column read_first boolean not null default false;

-- Gmail reads a.b@gmail.com, ab@gmail.com and ab@googlemail.com as one mailbox; so does email_key now
-- (MailAddress.key). Where two accounts have one mailbox, the older gets the key.
with mailbox as (
  select id, email_key, replace(split_part(email_key, '@', 1), '.', '') || '@gmail.com' as key
  from account
  where split_part(email_key, '@', 2) in ('gmail.com', 'googlemail.com')
), first as (
  select distinct on (key) id, key from mailbox order by key, (email_key = key) desc, id
)
update account a set email_key = f.key from first f where a.id = f.id and a.email_key <> f.key;
delete from registration where split_part(email_key, '@', 2) in ('gmail.com', 'googlemail.com')
  and email_key <> replace(split_part(email_key, '@', 1), '.', '') || '@gmail.com';
