-- Signatures, each on one record of what its subject names, and files kept by their digest. Neither these nor the
-- records they are about are ever changed or taken out.
CREATE TABLE signature (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  record INTEGER NOT NULL,
  meaning TEXT NOT NULL,
  name TEXT NOT NULL,
  full_name TEXT NOT NULL,
  at INTEGER NOT NULL,
  content BLOB NOT NULL,
  seal BLOB NOT NULL,
  entry INTEGER NOT NULL
) STRICT;
CREATE INDEX signature_by_subject ON signature (subject, record);

CREATE TABLE attachment (
  digest BLOB NOT NULL PRIMARY KEY,
  size INTEGER NOT NULL,
  packed BLOB NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER signature_is_never_changed BEFORE UPDATE ON signature
BEGIN
  SELECT RAISE(ABORT, 'a signature is never changed or taken out');
END;
CREATE TRIGGER signature_is_never_taken_out BEFORE DELETE ON signature
BEGIN
  SELECT RAISE(ABORT, 'a signature is never changed or taken out');
END;
CREATE TRIGGER attachment_is_never_changed BEFORE UPDATE ON attachment
BEGIN
  SELECT RAISE(ABORT, 'an attachment is never changed or taken out');
END;
CREATE TRIGGER attachment_is_never_taken_out BEFORE DELETE ON attachment
BEGIN
  SELECT RAISE(ABORT, 'an attachment is never changed or taken out');
END;
CREATE TRIGGER casefile_record_is_never_changed BEFORE UPDATE ON casefile_record
BEGIN
  SELECT RAISE(ABORT, 'a record of a casefile is never changed or taken out');
END;
CREATE TRIGGER casefile_record_is_never_taken_out BEFORE DELETE ON casefile_record
BEGIN
  SELECT RAISE(ABORT, 'a record of a casefile is never changed or taken out');
END;
CREATE TRIGGER casefile_is_never_taken_out BEFORE DELETE ON casefile
BEGIN
  SELECT RAISE(ABORT, 'a casefile is closed, never taken out');
END;
