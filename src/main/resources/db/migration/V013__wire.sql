-- Every file that an agency sent, as it came. What no reader took keeps its reason: the key of a
-- message, then its arguments.
create table wire_file (
  id bigint generated always as identity primary key,
  sha256 bytea not null,
  name text not null,
  -- named by whoever delivered it; empty where the file itself says it
  provider text not null default '',
  content bytea not null,
  refusal text[],
  received_at timestamptz not null default now(),
  tried_at timestamptz not null default now(),
  unique (sha256, provider)
);
create index wire_file_refused on wire_file (id desc) where refusal is not null;

-- One row per item, showing its newest version. canceled_at outlives a revival: what comes after a
-- cancel waits for an editor.
create table wire_item (
  id bigint generated always as identity primary key,
  provider text not null,
  guid text not null check (guid <> ''),
  state text not null check (state in ('inbox', 'ticker', 'taken', 'discarded', 'auto_published')),
  kind text not null check (kind in ('text', 'picture', 'graphics', 'video', 'audio', 'composite')),
  status text not null check (status in ('usable', 'withheld', 'canceled')),
  version bigint not null,
  version_created timestamptz,
  updated timestamptz,
  headline text not null,
  kicker text not null,
  credit text not null,
  language text not null,
  urgency smallint,
  signal text not null,
  embargo timestamptz,
  -- of subjects and desks, for the rule that chooses a section
  codes text[] not null,
  canceled_at timestamptz,
  -- a newer version could not be put into the article by itself: somebody worked on it here
  update_waits boolean not null default false,
  discard_reason text not null default '',
  handled_by bigint references account on delete set null,
  received_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  unique (provider, guid)
);
-- the desk's lists, newest first
create index wire_item_by_state on wire_item (state, changed_at desc, id desc);

-- Every version that ever came, in whatever order; position is its place in the file.
create table wire_version (
  item bigint not null references wire_item,
  file bigint not null references wire_file,
  position int not null,
  version bigint not null,
  version_created timestamptz,
  updated timestamptz,
  status text not null check (status in ('usable', 'withheld', 'canceled')),
  received_at timestamptz not null default now(),
  primary key (item, file, position),
  unique nulls not distinct (item, version, version_created, updated)
);
