-- Who sends us copy, and what we agreed with them. Items name their provider by its short name, known
-- here or not: what is not on this list is taken all the same, by the usual rules.
create table wire_provider (
  name text primary key check (name ~ '^[a-z0-9][a-z0-9._-]{0,39}$'),
  title text not null check (title <> ''),
  -- empty: as each item has it; {credit} stands for that
  credit text not null default '',
  -- where what their topics don't tell comes out; empty: the paper's first. Sections may go, so no key
  section text not null default '',
  -- of items that don't tell theirs; empty: unknown
  language text not null default '',
  -- what we agreed, beside what items bear themselves
  rights text not null default '',
  unread text not null check (unread in ('nothing', 'asked', 'everything'))
);
