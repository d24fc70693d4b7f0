-- What the manufacturer has taught: two packages are one product. Applied at look-up; nothing else refers to it.
CREATE TABLE package_alias (
  id INTEGER PRIMARY KEY AUTOINCREMENT, -- the trail names rules by it, so none comes again
  left_kind INTEGER NOT NULL,
  left_name TEXT NOT NULL,
  right_kind INTEGER NOT NULL,
  right_name TEXT NOT NULL,
  who TEXT NOT NULL,
  at INTEGER NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX package_alias_by_names ON package_alias (left_name, right_name, left_kind, right_kind);
