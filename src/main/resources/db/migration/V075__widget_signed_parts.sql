-- What of a page its house signed: address and headline apart. Passes last fifteen minutes; what one of
-- before this says is not believed any more.
alter table widget_pass drop column signed;
alter table widget_pass add column signed_address boolean not null default false;
alter table widget_pass add column signed_headline boolean not null default false;
alter table widget_pass alter column signed_address drop default;
alter table widget_pass alter column signed_headline drop default;

-- As its pages do, a site's readers wait for it: where it comes back under its short name, they are who they were.
alter table widget_login drop constraint widget_login_site_fkey;
