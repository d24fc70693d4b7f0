-- Signals: what came in that points to a vulnerability. A head each, and entries that are only ever added.
CREATE TABLE signal (
  id INTEGER PRIMARY KEY,
  recorded_at INTEGER NOT NULL
) STRICT;

CREATE TABLE signal_entry (
  id INTEGER PRIMARY KEY,
  signal_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  content TEXT NOT NULL,
  at INTEGER NOT NULL,
  who TEXT NOT NULL
) STRICT;
CREATE INDEX signal_entry_by_signal ON signal_entry (signal_id, id);

-- What a signal was made of by the program itself, such as a finding, so that it is made of it once.
CREATE TABLE signal_origin (
  origin TEXT NOT NULL PRIMARY KEY,
  signal_id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER signal_entry_is_never_changed BEFORE UPDATE ON signal_entry
BEGIN
  SELECT RAISE(ABORT, 'the entries of a signal are append-only');
END;
CREATE TRIGGER signal_entry_is_never_taken_out BEFORE DELETE ON signal_entry
BEGIN
  SELECT RAISE(ABORT, 'the entries of a signal are append-only');
END;
