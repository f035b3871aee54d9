-- Who a reader is with another provider (OpenID Connect). The issuer and not our name for it: names in the settings may
-- change, and must never make one provider's subject another one's.
create table oidc_link (
  issuer text not null check (char_length(issuer) <= 500),
  subject text not null check (char_length(subject) between 1 and 255),
  account bigint not null references account on delete cascade,
  -- as the provider calls them, so that the reader knows which login it is; never used to find anybody
  label text not null default '',
  linked_at timestamptz not null default now(),
  used_at timestamptz,
  primary key (issuer, subject),
  unique (account, issuer)
);

-- A login with a provider under way. State, nonce and PKCE verifier are made from the secret in the browser's one-time
-- cookie, of which only the hash is here: a copy of the table finishes nobody's login.
create table oidc_login (
  cookie_hash bytea primary key,
  provider text not null,
  -- who wants to add the provider's login, in which session; null = somebody logs in
  account bigint references account on delete cascade,
  session_hash bytea,
  -- where they came from: the key of a text kept at the wall, or a local path
  text_key text not null default '',
  back text not null default '',
  begun_at timestamptz not null default now(),
  used_at timestamptz,
  -- whom the provider proved, where we know nobody of that subject yet
  issuer text,
  subject text,
  label text not null default '',
  name text not null default '',
  -- an address proved by the provider or by our own link; what the provider merely claims stays a suggestion
  email text,
  suggested_email text not null default '',
  proved_at timestamptz,
  check ((account is null) = (session_hash is null)),
  check (num_nonnulls(issuer, subject, proved_at) in (0, 3))
);
create index oidc_login_by_account on oidc_login (account) where account is not null;

-- An address that somebody proved by a provider says is theirs: the mailed link makes it so, for that subject alone.
create table oidc_address (
  id bigint generated always as identity primary key,
  token_hash bytea unique,
  provider text not null,
  issuer text not null,
  subject text not null,
  email text not null,
  language text not null,
  text_key text not null default '',
  back text not null default '',
  expires_at timestamptz not null
);
