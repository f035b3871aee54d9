-- The title itself: exactly one row.
create table paper (
  only_row boolean primary key default true check (only_row),
  name text not null,
  motto text not null,
  language text not null default 'de'
);
insert into paper (name, motto) values ('Talblatt', 'Was im Tal geschieht');
