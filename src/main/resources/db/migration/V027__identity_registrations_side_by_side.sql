-- Several registrations may wait for one mail address, each with its own links: who registers with
-- somebody else's address changes nothing about theirs. That a name waits for one address only is
-- checked by the writer, who is alone (Registrations.queueUp).
alter table registration
  drop constraint registration_name_key_key,
  drop constraint registration_name_look_key,
  drop constraint registration_email_key_key;
create index registration_by_name on registration (name_key);
create index registration_by_look on registration (name_look);
create index registration_by_email on registration (email_key, id);
