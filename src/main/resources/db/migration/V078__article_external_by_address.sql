-- Other houses' lists ask for the counts of their own pages by address.
create index article_by_external_address on article (external_address) where kind = 'external';
