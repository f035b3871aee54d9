-- What was corrected in an article, each with its moment; a version's note is no more than its newest.
create table article_correction (
  id bigint generated always as identity primary key,
  article bigint not null,
  version int not null,
  note text not null check (note <> ''),
  at timestamptz not null default now(),
  -- taken from the readers' eyes by an editor
  hidden boolean not null default false,
  foreign key (article, version) references article_version,
  unique (article, version)
);
create index article_correction_newest on article_correction (at desc, id desc) where not hidden;

insert into article_correction (article, version, note, at)
select v.article, v.version, v.correction_note, v.created_at from article_version v
join article a on a.id = v.article and a.kind = 'article'
where v.correction_note <> '' and v.correction_note is distinct from (
  select b.correction_note from article_version b where b.article = v.article and b.version = v.version - 1)
order by v.created_at, v.article, v.version;

-- Who was reported on answers, by law in the paper itself: an article of its own, linked both ways.
create table article_reply (
  reply bigint primary key references article,
  original bigint not null references article check (original <> reply),
  kind text not null check (kind in ('gegendarstellung', 'mitteilung', 'rettifica')),
  -- who answers
  person text not null check (person <> ''),
  received date not null
);
create index article_reply_by_original on article_reply (original);
