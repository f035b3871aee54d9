-- The paper's own imprint, privacy notice and house rules, in place of those that come with the
-- program. The version is what readers accept.
create table legal_text (
  name text not null check (name in ('impressum', 'datenschutz', 'hausregeln')),
  language text not null,
  body_html text not null,
  version int not null default 1,
  changed_at timestamptz not null default now(),
  primary key (name, language)
);
