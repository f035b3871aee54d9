-- Filled by the demo: its administrator has a password that everybody can read. Never to be served as
-- a real paper. What a demo filled before it left this mark is known by that account's reserved address.
alter table paper add column demo boolean not null default false;
update paper set demo = exists (
  select from account where email_key = 'verwaltung@example.org');
