-- From where pictures that agencies only name may be fetched, and what became of each.
create table picture_host (
  host text primary key check (host ~ '^[a-z0-9.-]{1,253}(:[0-9]{1,5})?$')
);

create table wire_picture (
  wire_item bigint not null references wire_item on delete cascade,
  address text not null,
  position int not null,
  caption text not null,
  credit text not null,
  alternative text not null,
  rights text not null,
  focus_x double precision not null,
  focus_y double precision not null,
  expires_at timestamptz,
  tries int not null default 0,
  -- null: fetched, or given up
  next_try timestamptz,
  trouble text not null default '',
  picture bigint references picture,
  primary key (wire_item, address)
);
create index wire_picture_due on wire_picture (next_try) where next_try is not null;
create index wire_picture_by_picture on wire_picture (picture) where picture is not null;
