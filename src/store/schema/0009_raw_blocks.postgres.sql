-- Raw records of advisories, many to a block; dead_bytes: of records that were replaced since.
CREATE TABLE raw_block (
  id BIGINT PRIMARY KEY,
  plain_bytes BIGINT NOT NULL,
  dead_bytes BIGINT NOT NULL
);
CREATE INDEX raw_block_half_empty ON raw_block (id) WHERE dead_bytes * 2 >= plain_bytes;

CREATE TABLE raw_bytes (
  block_id BIGINT PRIMARY KEY,
  members BYTEA NOT NULL,
  packed BYTEA NOT NULL
);

-- Records kept one by one cannot be moved by SQL. Each has block_id NULL until its feed is imported again, and
-- every feed can be.
ALTER TABLE advisory_text DROP COLUMN raw;
ALTER TABLE advisory_text DROP COLUMN dictionary_id;
ALTER TABLE advisory_text ADD COLUMN block_id BIGINT;
ALTER TABLE advisory_text ADD COLUMN raw_at BIGINT;
ALTER TABLE advisory_text ADD COLUMN raw_len BIGINT;
DROP TABLE dictionary;
UPDATE advisory SET digest = '';
DELETE FROM feed_file;
