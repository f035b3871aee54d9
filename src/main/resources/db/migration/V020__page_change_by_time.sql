-- A node that was cut off reads what happened meanwhile, by time: numbers are given before the
-- commit, so a later one may be seen first. The same index finds the old rows to delete.
create index page_change_by_time on page_change (at);
