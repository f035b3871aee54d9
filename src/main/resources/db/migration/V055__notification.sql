-- Whom what happened in a talk concerns, once per comment: an answer, a mention, a followed talk. The
-- text stays with the comment; what is taken out of sight there is out of sight here.
create table notification (
  id bigint generated always as identity primary key,
  account bigint not null references account on delete cascade,
  article bigint not null,
  number int not null,
  kind text not null check (kind in ('mention', 'reply', 'followed')),
  created_at timestamptz not null,
  read_at timestamptz,
  -- when it was taken into a mail; also set where the reader wants none
  taken_at timestamptz,
  foreign key (article, number) references comment (article, number),
  unique (article, number, account)
);
-- the list, newest first, and the bell's count
create index notification_of_account on notification (account, id desc);
create index notification_unread on notification (account) where read_at is null;
-- what the next mails are made of; almost always nothing
create index notification_to_mail on notification (created_at) where taken_at is null;

-- What a reader wants to hear of, and how often by mail. No row: everything in the list, no mail.
create table notification_choice (
  account bigint primary key references account on delete cascade,
  reply boolean not null default true,
  mention boolean not null default true,
  followed boolean not null default true,
  rhythm text not null default 'off' check (rhythm in ('off', 'at_once', 'hourly', 'daily')),
  -- stands in the mails: whoever holds it may switch them off, nothing else
  unsubscribe uuid not null unique default gen_random_uuid()
);

create table followed_article (
  account bigint not null references account on delete cascade,
  article bigint not null references article,
  since timestamptz not null default now(),
  primary key (account, article)
);
create index followed_article_by_article on followed_article (article);

-- What a reader may see of them.
create view visible_notification as
select n.*, c.author, a.headline, a.section
from notification n
join comment c on c.article = n.article and c.number = n.number and c.state = 'published'
join public_article a on a.id = n.article;
