-- Text kept at the login wall may be a change of an own comment, made while the session had ended.
alter table kept_text
  add column edits int,
  add constraint kept_text_one_place check (num_nonnulls(reply_to, edits) <= 1);
