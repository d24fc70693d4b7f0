-- Other names of a vulnerability that a person does not believe: a record of a source says that it is the same as what
-- goes by the name. Kept by words, so that it holds for later revisions of the record.
CREATE TABLE refused_name (
  id INTEGER PRIMARY KEY AUTOINCREMENT, -- the trail names refusals by it, so none comes again
  source TEXT NOT NULL,
  record TEXT NOT NULL,
  name TEXT NOT NULL,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX refused_name_by_words ON refused_name (source, record, name);
