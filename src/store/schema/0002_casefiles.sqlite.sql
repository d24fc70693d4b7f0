-- Casefiles: a head each, and records that are only ever added. A record may replace an earlier one, which stays.

CREATE TABLE casefile (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  device_id INTEGER NOT NULL,
  vulnerability TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  closed_on TEXT
) STRICT;

CREATE TABLE casefile_record (
  id INTEGER PRIMARY KEY,
  casefile_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  replaces INTEGER,
  facts TEXT NOT NULL,
  more TEXT NOT NULL,
  at INTEGER NOT NULL,
  who TEXT NOT NULL
) STRICT;
CREATE INDEX casefile_record_by_casefile ON casefile_record (casefile_id, id);

-- What holds for the whole manufacturer: firm, isao, policy, time_zone.
CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  content TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The newest entry of the trail once more, so that a trail cut off at its end is noticed.
CREATE TABLE trail_head (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL,
  digest BLOB NOT NULL
) STRICT;
