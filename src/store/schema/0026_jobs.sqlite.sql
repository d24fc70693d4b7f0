-- Work that a server makes beside its requests: who asked for it, how to ask for it again (path NULL: it cannot be), and what
-- it came to; ended_at NULL: it waits or runs. runner: which run of a server has it. Its file stands in parts.
CREATE TABLE job (
  id INTEGER PRIMARY KEY,
  runner TEXT NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL,
  request_key TEXT NOT NULL,
  digest BLOB NOT NULL,
  path TEXT,
  query TEXT,
  body TEXT,
  added_at INTEGER NOT NULL,
  ended_at INTEGER,
  error TEXT,
  remedy TEXT,
  result TEXT,
  file_name TEXT,
  file_type TEXT,
  file_bytes INTEGER
) STRICT;
CREATE TABLE job_file (
  job INTEGER NOT NULL,
  part INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (job, part)
) STRICT, WITHOUT ROWID;

-- Views of a list that somebody keeps under a name.
CREATE TABLE saved_view (
  who TEXT NOT NULL,
  list TEXT NOT NULL,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (who, list, name)
) STRICT, WITHOUT ROWID;
