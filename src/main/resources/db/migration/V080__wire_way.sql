-- The ways on which a provider's copy comes in, and how each of them is. Of push and folder each
-- provider has one, made with it; the others are looked at again and again.
create table wire_way (
  id bigint generated always as identity primary key,
  provider text not null references wire_provider on delete cascade,
  kind text not null check (kind in ('push', 'folder', 'feed', 'listing', 'wireq', 'sftp', 'ftp')),
  address text not null default '',
  login text not null default '',
  -- as it is, since we have to show it elsewhere; never shown, logged or exported here
  secret text not null default '',
  -- the SFTP server's key that an administrator trusts, and the one that it last showed
  host_key text not null default '',
  offered_key text not null default '',
  pause_seconds int not null default 300 check (pause_seconds between 10 and 86400),
  switched_on boolean not null default true,
  etag text not null default '',
  last_modified text not null default '',
  next_at timestamptz not null default now(),
  -- a node looks right now, or died while it did
  claimed_until timestamptz,
  last_success_at timestamptz,
  last_arrival_at timestamptz,
  last_error_at timestamptz,
  -- the key of a message, then its arguments
  last_error text[],
  failures int not null default 0
);
create unique index wire_way_once on wire_way (provider, kind) where kind in ('push', 'folder');
create index wire_way_due on wire_way (next_at) where switched_on and kind not in ('push', 'folder');

-- Files on servers that aren't ours to tidy up: what of them was fetched, by size and time.
create table wire_way_seen (
  way bigint not null references wire_way on delete cascade,
  name text not null,
  stamp text not null,
  seen_at timestamptz not null default now(),
  primary key (way, name)
);
create index wire_way_seen_old on wire_way_seen (seen_at);

-- a file in which nothing is new is not kept
create index wire_version_of_file on wire_version (file);
