-- A cancel under the very number and moments of what it cancels is no repeat.
alter table wire_version drop constraint wire_version_item_version_version_created_updated_key;
alter table wire_version
  add unique nulls not distinct (item, version, version_created, updated, status);

-- The desk's lists, each as WireLists asks for it; the ticker and what was put away have
-- wire_item_by_state.
create index wire_item_waiting on wire_item (changed_at desc, id desc)
  where kind = 'text' and status <> 'canceled' and (state = 'inbox' or update_waits);
create index wire_item_other on wire_item (changed_at desc, id desc)
  where kind <> 'text' and state = 'inbox' and status <> 'canceled';
create index wire_item_canceled on wire_item (changed_at desc, id desc) where status = 'canceled';
create index wire_item_published on wire_item (changed_at desc, id desc)
  where state in ('taken', 'auto_published') and not update_waits;
create index wire_item_changed on wire_item (changed_at desc, id desc);

-- where the items of a list stand or last stood
create index desk_wire_article_of_item on desk_wire_article (wire_item);
