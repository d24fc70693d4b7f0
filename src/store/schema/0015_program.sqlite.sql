-- What the manufacturer states of itself and its programme, each version of it: nothing is altered in place.
CREATE TABLE program_version (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  number INTEGER NOT NULL,
  content TEXT NOT NULL,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  UNIQUE (kind, name, number)
) STRICT;

CREATE TRIGGER program_version_is_never_changed BEFORE UPDATE ON program_version
BEGIN
  SELECT RAISE(ABORT, 'the versions of the programme are append-only');
END;
CREATE TRIGGER program_version_is_never_taken_out BEFORE DELETE ON program_version
BEGIN
  SELECT RAISE(ABORT, 'the versions of the programme are append-only');
END;
