-- What a build compiled, as the list came: what is not in it cannot be in the device.
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  release_id INTEGER NOT NULL,
  component TEXT NOT NULL,
  digest BLOB NOT NULL,
  file TEXT NOT NULL,
  files INTEGER NOT NULL,
  imported_at INTEGER NOT NULL,
  raw BLOB NOT NULL
) STRICT;
CREATE INDEX evidence_by_release ON evidence (release_id, component);
