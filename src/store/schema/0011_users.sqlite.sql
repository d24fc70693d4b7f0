-- People who may act. Once there is one, every change is made by somebody who has signed in.
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  full_name TEXT NOT NULL,
  roles INTEGER NOT NULL,
  state INTEGER NOT NULL,
  secret TEXT NOT NULL,
  secret_at INTEGER,
  one_time INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  locked_until INTEGER,
  created_at INTEGER NOT NULL,
  attested_by TEXT NOT NULL,
  attested_on TEXT,
  accepted TEXT NOT NULL,
  training TEXT NOT NULL,
  training_until TEXT,
  reset_by TEXT NOT NULL
) STRICT;

CREATE TRIGGER person_is_never_taken_out BEFORE DELETE ON person
BEGIN
  SELECT RAISE(ABORT, 'a user is disabled, never taken out');
END;

-- Who has signed in, by the digest of the token that proves it.
CREATE TABLE session (
  token BLOB NOT NULL PRIMARY KEY,
  person_id INTEGER NOT NULL,
  terminal TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_person ON session (person_id);
