-- names by their beginning, byte by byte whatever the collation: completion behind an @
create index account_by_beginning on account (name_key text_pattern_ops)
  where state = 'active' and not profile_hidden;
