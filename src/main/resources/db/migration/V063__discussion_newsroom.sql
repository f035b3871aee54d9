-- Where an editor closed the answers; comment.replies_closed says it of everything below as well.
alter table comment add column closed_here boolean not null default false;
create index comment_pinned on comment (article) where pinned_at is not null;

-- Whose comments under an article carry a badge: who wrote it, and whom it names.
create table article_person (
  article bigint not null references article,
  account bigint not null references account on delete cascade,
  badge text not null check (badge in ('author', 'named')),
  -- found in the byline, and found anew with every change of it
  by_byline boolean not null default false,
  primary key (article, account)
);
create index article_person_by_account on article_person (account);

-- A version that changed what the article says, not just how; and one that readers don't see any more.
alter table article_version add column substantial boolean not null default false,
  add column hidden boolean not null default false;
update article_version v set substantial = true
where correction_note <> '' and version > 1 and correction_note is distinct from (
  select b.correction_note from article_version b where b.article = v.article and b.version = v.version - 1);
