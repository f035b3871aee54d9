-- Addresses under which somebody outside of the newsroom may read what isn't out yet.
create table preview_link (
  id bigint generated always as identity primary key,
  article bigint not null references article,
  editor bigint references account on delete set null,
  made_at timestamptz not null,
  expires_at timestamptz not null
);
create index preview_link_of on preview_link (article);
create index preview_link_by on preview_link (editor) where editor is not null;
