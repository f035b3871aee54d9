-- How a name looks with upper and lower case as written: "Ian" (capital i) and "lan" are told apart
-- by name_key only.
alter table account add column name_look text not null unique;

-- Idle and absolute lifetime end together in expires_at; this is the absolute one.
alter table session add column ends_at timestamptz not null;
create index session_ended on session (expires_at);
create index kept_text_ended on kept_text (expires_at);
create index mailed_link_ended on mailed_link (expires_at);
