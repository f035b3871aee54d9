-- A mailed link that logs in, with where it leads to.
alter table mailed_link
  drop constraint mailed_link_purpose_check,
  add constraint mailed_link_purpose_check check (purpose in ('confirm', 'password', 'login')),
  add column text_key_hash bytea,
  add column back text not null default '';
