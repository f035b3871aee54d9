-- Houses on whose pages our talk may stand, and by what we know their readers.
create table widget_site (
  slug text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 40),
  name text not null check (char_length(name) between 1 and 80),
  -- scheme, host and port as browsers write them
  origins text[] not null check (cardinality(origins) between 1 and 20),
  -- whose rules hold for the talk
  section text not null references section,
  -- parameters that make another page; all others of an address are dropped
  query_names text[] not null default '{}',
  -- a talk begins only under pages that a signed token names
  pages_signed boolean not null default false,
  -- the key of HMAC tokens, known to both sides; the one before is good for a day after a change
  secret text,
  former_secret text,
  former_until timestamptz,
  -- public keys as a JWK set
  keys text,
  created_at timestamptz not null default now(),
  check (secret is null or keys is null)
);

-- Which page has which talk. Without a reference to the site: where it comes back, so do its talks.
create table widget_page (
  site text not null,
  page_key text not null check (octet_length(page_key) <= 900),
  article bigint not null unique references article,
  primary key (site, page_key)
);

-- Whom a house vouches for, and the session in which its tokens act.
create table widget_login (
  site text not null references widget_site on delete cascade,
  subject text not null check (char_length(subject) between 1 and 255),
  account bigint not null references account on delete cascade,
  session bytea references session on delete set null,
  linked_at timestamptz not null default now(),
  primary key (site, subject)
);
create index widget_login_by_account on widget_login (account);
create index widget_login_by_session on widget_login (session) where session is not null;

-- What a page shows to write: good for one reader, one page and one origin, gone with the session.
create table widget_pass (
  token_hash bytea primary key,
  session bytea not null references session on delete cascade,
  site text not null references widget_site on delete cascade,
  origin text not null,
  page_key text not null,
  address text not null,
  headline text not null,
  language text not null,
  -- the house signed address and headline
  signed boolean not null,
  expires_at timestamptz not null
);
create index widget_pass_by_session on widget_pass (session);
create index widget_pass_ended on widget_pass (expires_at);

-- What the login window hands to the page, to be exchanged once.
create table widget_grant (
  code_hash bytea primary key,
  session bytea not null references session on delete cascade,
  site text not null references widget_site on delete cascade,
  origin text not null,
  expires_at timestamptz not null
);
create index widget_grant_by_session on widget_grant (session);

-- Signed tokens that were exchanged, until they run out: none is good twice.
create table widget_seen (
  site text not null,
  token_hash bytea not null,
  expires_at timestamptz not null,
  primary key (site, token_hash)
);
