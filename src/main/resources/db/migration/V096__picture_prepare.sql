-- Files that readers will ask for are made beforehand, one picture at a time.
alter table picture add column prepare boolean not null default false;
create index picture_to_prepare on picture (id) where prepare;
