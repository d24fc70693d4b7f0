-- Raw records of advisories, many to a block; dead_bytes: of records that were replaced since.
CREATE TABLE raw_block (
  id INTEGER PRIMARY KEY,
  plain_bytes INTEGER NOT NULL,
  dead_bytes INTEGER NOT NULL
) STRICT;
CREATE INDEX raw_block_half_empty ON raw_block (id) WHERE dead_bytes * 2 >= plain_bytes;

CREATE TABLE raw_bytes (
  block_id INTEGER PRIMARY KEY,
  members BLOB NOT NULL,
  packed BLOB NOT NULL
) STRICT;

-- Records kept one by one cannot be moved by SQL. Each has block_id NULL until its feed is imported again, and
-- every feed can be.
ALTER TABLE advisory_text DROP COLUMN raw;
ALTER TABLE advisory_text DROP COLUMN dictionary_id;
ALTER TABLE advisory_text ADD COLUMN block_id INTEGER;
ALTER TABLE advisory_text ADD COLUMN raw_at INTEGER;
ALTER TABLE advisory_text ADD COLUMN raw_len INTEGER;
DROP TABLE dictionary;
UPDATE advisory SET digest = X'';
DELETE FROM feed_file;
