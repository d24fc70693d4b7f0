-- What is known of the documents that providers of records serve: what their servers call the bytes that were taken, and
-- of a list of changes up to which one everything was taken.
CREATE TABLE fetched_document (
  url TEXT PRIMARY KEY,
  etag TEXT NOT NULL,
  modified TEXT NOT NULL,
  through INTEGER,
  fetched_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How it went with each provider: when it was asked last, when last without a failure; since when it fails, and how.
CREATE TABLE provider_sync (
  provider TEXT PRIMARY KEY,
  asked_at INTEGER NOT NULL,
  done_at INTEGER,
  failing_since INTEGER,
  failure TEXT NOT NULL
) STRICT, WITHOUT ROWID;
