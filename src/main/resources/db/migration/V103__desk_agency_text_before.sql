-- What the article was made of before its last update, with that version's number: an editor who
-- brought the update in can take it back for some seconds.
alter table desk_agency_text add column before jsonb;
