-- Articles that tell the same story, by different agencies: lists show one of them, with all sources.
-- story is the number of the first.
create table article_story (
  article bigint primary key references article,
  story bigint not null references article
);
create index article_story_of on article_story (story);
