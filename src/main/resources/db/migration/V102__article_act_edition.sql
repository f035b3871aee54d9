-- An edition that was taken back may be gone, and it is still to be said that it was.
alter table article_act
  drop constraint article_act_check,
  drop constraint article_act_edition_fkey,
  add constraint article_act_edition_fkey
    foreign key (edition) references front_edition on delete set null;
create index article_act_of_edition on article_act (edition) where edition is not null;
