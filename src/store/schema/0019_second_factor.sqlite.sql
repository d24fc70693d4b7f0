-- The second factor of who has one (RFC 6238): its secret, from when on it is asked for, and the last step of time that was used.
CREATE TABLE second_factor (
  person_id INTEGER PRIMARY KEY,
  secret BLOB NOT NULL,
  confirmed_at INTEGER,
  last_step INTEGER NOT NULL
) STRICT;
-- Words that stand in for a lost second factor, by the digest of each; gone when used.
CREATE TABLE recovery_code (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL,
  digest BLOB NOT NULL
) STRICT;
CREATE INDEX recovery_code_by_person ON recovery_code (person_id);
