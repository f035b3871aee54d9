-- Every listing asks when the clock alone will next make something public; almost always nothing is due.
create index article_appearance on article (greatest(published_at, embargo_until)) where state = 'published';

-- Nothing recounts a comment's votes by comment (the key leads with article and account), but an
-- account's votes go with it.
drop index vote_by_comment;
create index vote_by_account on vote (account);
