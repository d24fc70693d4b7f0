-- VEX documents as they came, and what was made of each.
CREATE TABLE vex_document (
  id INTEGER PRIMARY KEY,
  digest BLOB NOT NULL,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  author TEXT NOT NULL,
  format TEXT NOT NULL,
  file TEXT NOT NULL,
  device_id INTEGER NOT NULL,
  release_id INTEGER NOT NULL,
  life INTEGER NOT NULL,
  issued_at INTEGER,
  imported_at INTEGER NOT NULL,
  raw BLOB NOT NULL,
  report TEXT NOT NULL
) STRICT;
CREATE INDEX vex_document_by_digest ON vex_document (digest);
CREATE INDEX vex_document_by_name ON vex_document (name);

-- Statements: own decisions and suppliers' claims. Only life ever changes: a new one stands in for an old one.
CREATE TABLE vex_statement (
  id INTEGER PRIMARY KEY,
  origin INTEGER NOT NULL,
  life INTEGER NOT NULL,
  vulnerability TEXT NOT NULL,
  status INTEGER NOT NULL,
  justification INTEGER NOT NULL,
  device_id INTEGER NOT NULL,
  release_id INTEGER NOT NULL,
  document_id INTEGER NOT NULL,
  made_at INTEGER,
  from_on TEXT,
  until_on TEXT,
  replaces INTEGER NOT NULL,
  content BLOB NOT NULL
) STRICT;
CREATE INDEX vex_statement_by_document ON vex_statement (document_id);

-- By every name of the vulnerability.
CREATE TABLE vex_name (
  name TEXT NOT NULL,
  life INTEGER NOT NULL,
  statement_id INTEGER NOT NULL,
  PRIMARY KEY (name, life, statement_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX vex_name_by_statement ON vex_name (statement_id);

-- Claims that something is affected, by its packages: no feed need know of it.
CREATE TABLE vex_package (
  name TEXT NOT NULL,
  kind INTEGER NOT NULL,
  statement_id INTEGER NOT NULL,
  PRIMARY KEY (name, kind, statement_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX vex_package_by_statement ON vex_package (statement_id);

-- What an SBOM is referred to by, and the component it is about.
ALTER TABLE sbom ADD COLUMN serial TEXT;
ALTER TABLE sbom ADD COLUMN subject BLOB;
CREATE INDEX sbom_by_serial ON sbom (serial);
CREATE INDEX sbom_by_digest ON sbom (digest);
