-- What is known of the documents that providers of records serve: what their servers call the bytes that were taken, and
-- of a list of changes up to which one everything was taken.
CREATE TABLE fetched_document (
  url TEXT PRIMARY KEY,
  etag TEXT NOT NULL,
  modified TEXT NOT NULL,
  through BIGINT,
  fetched_at BIGINT NOT NULL
);

-- How it went with each provider: when it was asked last, when last without a failure; since when it fails, and how.
CREATE TABLE provider_sync (
  provider TEXT PRIMARY KEY,
  asked_at BIGINT NOT NULL,
  done_at BIGINT,
  failing_since BIGINT,
  failure TEXT NOT NULL
);
