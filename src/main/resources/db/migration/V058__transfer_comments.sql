-- What another system counted without telling who: part of up and down, beside the votes on file. A
-- recount is imported_up + its votes; the check makes one that forgets the first half fail.
alter table comment
  add column imported_up int not null default 0 check (imported_up >= 0),
  add column imported_down int not null default 0 check (imported_down >= 0),
  add constraint comment_counts_imported check (up >= imported_up and down >= imported_down);

-- Which comment here a foreign one has become, so that the same file twice imports nothing twice.
create table imported_comment (
  -- what the other system is called, so that two may use the same numbers
  source text not null,
  foreign_id text not null,
  article bigint not null,
  number int not null,
  primary key (source, foreign_id),
  foreign key (article, number) references comment (article, number)
);
create index imported_comment_by_comment on imported_comment (article, number);

-- Who an author of another system is here; null once erased, and then nothing of theirs is taken
-- any more. Only a hash: what they were called there is nobody's business here.
create table imported_author (
  source text not null,
  foreign_hash bytea not null,
  account bigint references account on delete set null,
  primary key (source, foreign_hash)
);
create index imported_author_by_account on imported_author (account) where account is not null;

-- Which article here bears a foreign key.
create table imported_article (
  source text not null,
  foreign_key text not null,
  article bigint not null references article,
  primary key (source, foreign_key)
);
create index imported_article_by_article on imported_article (article);
-- an import may name an article by its headline
create index article_by_headline on article using hash (headline);
