-- The first schema. Instants are UTC microseconds, dates YYYY-MM-DD, scores integers.

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  records INTEGER NOT NULL DEFAULT 0,
  newest_at INTEGER,
  imported_at INTEGER NOT NULL
) STRICT;

-- Feed files taken whole, by the digest of their bytes as they came: the same bytes need no second look.
CREATE TABLE feed_file (
  digest BLOB NOT NULL PRIMARY KEY,
  imported_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What matching reads of an advisory: tens of bytes. packages: ids of the packages it has ranges in.
CREATE TABLE advisory (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  source_id INTEGER NOT NULL,
  state INTEGER NOT NULL,
  published_at INTEGER,
  modified_at INTEGER,
  revision TEXT,
  digest BLOB NOT NULL,
  packages BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX advisory_by_name ON advisory (name, source_id);

-- What people read of it: the card (scores, summary, aliases) and the record itself, compressed.
CREATE TABLE advisory_text (
  advisory_id INTEGER PRIMARY KEY,
  dictionary_id INTEGER NOT NULL,
  card BLOB NOT NULL,
  raw BLOB NOT NULL
) STRICT;

CREATE TABLE dictionary (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL,
  content BLOB NOT NULL
) STRICT;

-- Configurations that hold only for a whole release ("this, running on that").
CREATE TABLE advisory_config (
  advisory_id INTEGER PRIMARY KEY,
  configs BLOB NOT NULL
) STRICT;

-- Which vulnerabilities an advisory is about that is not named by a CVE id itself, and by which names it goes.
CREATE TABLE advisory_vulnerability (
  vulnerability_id INTEGER NOT NULL,
  advisory_id INTEGER NOT NULL,
  PRIMARY KEY (vulnerability_id, advisory_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX advisory_vulnerability_by_advisory ON advisory_vulnerability (advisory_id);

CREATE TABLE advisory_alias (
  name TEXT NOT NULL,
  advisory_id INTEGER NOT NULL,
  PRIMARY KEY (name, advisory_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX advisory_alias_by_advisory ON advisory_alias (advisory_id);

-- Vulnerabilities without a CVE id; one with a CVE id has the integer that the CVE id is, and no row.
CREATE TABLE vulnerability (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE kev (
  vulnerability_id INTEGER PRIMARY KEY,
  added_on TEXT,
  due_on TEXT,
  ransomware INTEGER NOT NULL,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE epss (
  vulnerability_id INTEGER PRIMARY KEY,
  score INTEGER NOT NULL,
  percentile INTEGER NOT NULL
) STRICT;

CREATE TABLE package (
  id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  name TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX package_by_name ON package (name, kind);

-- All ranges of a package, packed: one look-up gives them all.
CREATE TABLE package_ranges (
  package_id INTEGER PRIMARY KEY,
  ranges BLOB NOT NULL
) STRICT;

-- What the manufacturer makes.
CREATE TABLE device (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  common_name TEXT,
  device_class TEXT,
  pathway TEXT,
  product_code TEXT,
  udi_di TEXT UNIQUE,
  support TEXT,
  facts TEXT NOT NULL
) STRICT;

CREATE TABLE release (
  id INTEGER PRIMARY KEY,
  device_id INTEGER NOT NULL,
  version TEXT NOT NULL,
  units INTEGER,
  released_on TEXT,
  list_id INTEGER,
  UNIQUE (device_id, version)
) STRICT;
CREATE INDEX release_by_list ON release (list_id);

-- A distinct list of components, shared by all releases that consist of the same ones.
CREATE TABLE component_list (
  id INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE,
  components BLOB NOT NULL,
  count INTEGER NOT NULL
) STRICT;

CREATE TABLE component (
  id INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  content BLOB NOT NULL,
  lists BLOB NOT NULL
) STRICT;
CREATE INDEX component_by_name ON component (lower(name), version);

-- The components that name a package, as one sorted list of ids.
CREATE TABLE package_components (
  package_id INTEGER PRIMARY KEY,
  components BLOB NOT NULL,
  count INTEGER NOT NULL
) STRICT;

-- SBOM documents as they came.
CREATE TABLE sbom (
  id INTEGER PRIMARY KEY,
  release_id INTEGER NOT NULL,
  digest BLOB NOT NULL,
  format TEXT NOT NULL,
  file TEXT NOT NULL,
  imported_at INTEGER NOT NULL,
  raw BLOB NOT NULL
) STRICT;
CREATE INDEX sbom_by_release ON sbom (release_id, imported_at);

-- The audit trail: append only, each entry sealed with the digest of the one before.
CREATE TABLE trail (
  number INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  object TEXT NOT NULL,
  old TEXT,
  new TEXT,
  why TEXT NOT NULL,
  previous BLOB NOT NULL,
  digest BLOB NOT NULL
) STRICT;
CREATE INDEX trail_by_object ON trail (object, number);

CREATE TRIGGER trail_is_never_changed BEFORE UPDATE ON trail
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;
CREATE TRIGGER trail_is_never_shortened BEFORE DELETE ON trail
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;
