-- Originals and renditions lie in the data folder; the row says what they are.
create table picture (
  id bigint generated always as identity primary key,
  width int not null check (width > 0),
  height int not null check (height > 0),
  sha256 bytea not null,
  caption text not null default '',
  credit text not null default '',
  alternative text not null default '',
  created_at timestamptz not null default now()
);
