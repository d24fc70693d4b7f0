-- Which sources could see which component, as it was recorded on a day (reports/coverage_run.h).
CREATE TABLE coverage_run (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  content BLOB NOT NULL
) STRICT;

-- What the last import of each kind of feed could not read: how many records, and the last reasons.
CREATE TABLE feed_skip (
  feed TEXT NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  skipped INTEGER NOT NULL,
  reasons TEXT NOT NULL
) STRICT, WITHOUT ROWID;
