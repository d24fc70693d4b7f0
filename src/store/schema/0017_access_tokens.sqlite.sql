-- Words with which programs act for a user, by the digest of each: no more than some of the user's roles, until a day.
CREATE TABLE access_token (
  id INTEGER PRIMARY KEY,
  token BLOB NOT NULL UNIQUE,
  person_id INTEGER NOT NULL,
  label TEXT NOT NULL,
  roles INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE INDEX access_token_by_person ON access_token (person_id);
