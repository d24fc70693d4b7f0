-- Work that a server makes beside its requests: who asked for it, how to ask for it again (path NULL: it cannot be), and what
-- it came to; ended_at NULL: it waits or runs. runner: which run of a server has it. Its file stands in parts.
CREATE TABLE job (
  id INTEGER PRIMARY KEY,
  runner TEXT NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL,
  request_key TEXT NOT NULL,
  digest BLOB NOT NULL,
  path TEXT,
  query TEXT,
  body TEXT,
  added_at INTEGER NOT NULL,
  ended_at INTEGER,
  error TEXT,
  remedy TEXT,
  result TEXT,
  file_name TEXT,
  file_type TEXT,
  file_bytes INTEGER
) STRICT;
CREATE TABLE job_file (
  job INTEGER NOT NULL,
  part INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (job, part)
) STRICT, WITHOUT ROWID;

-- Views of a list that somebody keeps under a name.
CREATE TABLE saved_view (
  who TEXT NOT NULL,
  list TEXT NOT NULL,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (who, list, name)
) STRICT, WITHOUT ROWID;

-- Derived of its entries, as they come (actions/intake/signal_head.h): what the inbox is filtered by, so that a page of it reads the
-- signals of that page. alone: a question of 21 CFR 803 may be open, as no casefile has it; linked: a casefile has it, or it
-- is a duplicate of another. said: its summary, reference and vulnerability in lower case, to be searched.
CREATE TABLE signal_head (
  signal_id INTEGER PRIMARY KEY,
  state TEXT NOT NULL,
  kind TEXT NOT NULL,
  vulnerability TEXT NOT NULL,
  stated TEXT NOT NULL,
  owes INTEGER NOT NULL,
  alone INTEGER NOT NULL,
  linked INTEGER NOT NULL,
  embargo_until INTEGER,
  said TEXT NOT NULL
) STRICT;
CREATE INDEX signal_head_of_state ON signal_head (state, signal_id);
CREATE INDEX signal_head_with_duties ON signal_head (signal_id) WHERE owes = 1 OR alone = 1;
CREATE INDEX signal_head_linked ON signal_head (signal_id) WHERE linked = 1;
CREATE INDEX signal_head_embargoed ON signal_head (embargo_until) WHERE embargo_until IS NOT NULL;
