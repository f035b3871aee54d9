-- Readers and staff. name_key and email_key are the folded forms that must be unique.
create table account (
  id bigint generated always as identity primary key,
  name text not null check (char_length(name) between 2 and 30),
  name_key text not null unique,
  email text not null,
  email_key text not null unique,
  password_hash text not null,
  state text not null default 'unconfirmed'
    check (state in ('unconfirmed', 'active', 'suspended', 'banned', 'leaving', 'closed')),
  language text not null default 'de',
  -- raised when anything changes that stands beside the author's comments (name, badge)
  revision int not null default 1,
  created_at timestamptz not null default now(),
  confirmed_at timestamptz
);

create table account_role (
  account bigint not null references account on delete cascade,
  role text not null check (role in ('author', 'editor', 'moderator', 'publisher', 'administrator')),
  primary key (account, role)
);

-- Tokens are 256 random bits; only their SHA-256 is stored.
create table session (
  token_hash bytea primary key,
  account bigint not null references account on delete cascade,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  bearer boolean not null default false,
  device text not null default ''
);
create index session_by_account on session (account);

create table mailed_link (
  token_hash bytea primary key,
  account bigint not null references account on delete cascade,
  purpose text not null check (purpose in ('confirm', 'password')),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Text typed before the login, for 24 hours. account is set once somebody logged in with the key.
create table kept_text (
  key_hash bytea primary key,
  article bigint not null,
  reply_to int,
  text text not null,
  account bigint references account on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index kept_text_by_account on kept_text (account, article) where account is not null;

-- What may be shown of an author.
create view public_author as
select a.id, a.name, a.revision,
  case
    when exists (select from account_role r where r.account = a.id and r.role = 'moderator') then 'moderator'
    when exists (select from account_role r where r.account = a.id and r.role in ('editor', 'author', 'publisher')) then 'editor'
  end as badge
from account a;

-- Whose session is alive. Every read of a session goes through here.
create view live_session as
select s.token_hash, s.bearer, s.created_at, s.seen_at, a.id as account, a.name, a.state, a.language,
  array(select r.role from account_role r where r.account = a.id order by r.role) as roles
from session s join account a on a.id = s.account
where s.expires_at > now() and a.state in ('active', 'suspended');
