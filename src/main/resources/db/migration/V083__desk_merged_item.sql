-- Which agency item went into an article that was made of something else. Its updates wait for an
-- editor; where text was taken from it, its withdrawal takes the article off the site.
create table desk_merged_item (
  wire_item bigint primary key references wire_item,
  article bigint not null references article,
  text_taken boolean not null,
  merged_at timestamptz not null default now(),
  withdrawn_at timestamptz
);
