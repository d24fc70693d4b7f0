-- Kept matches: derived data, made again from advisories and components byte for byte (matching/kept.h).

-- place: component id * 2^32 + the advisory id that begins the row; 0 for the first row of a component.
CREATE TABLE component_match (
  place INTEGER PRIMARY KEY,
  matches BLOB NOT NULL
) STRICT;

-- For which component lists the configurations of an advisory hold or fail; for all others that is unknown.
CREATE TABLE config_lists (
  advisory_id INTEGER PRIMARY KEY,
  lists BLOB NOT NULL
) STRICT;

-- The matches are current, and were made by the rules of this form.
CREATE TABLE match_head (
  id INTEGER PRIMARY KEY,
  form INTEGER NOT NULL
) STRICT;

-- What changed findings: an import, an SBOM, a match of everything; with the entry of the trail it belongs to.
CREATE TABLE match_run (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  cause INTEGER NOT NULL,
  trail INTEGER NOT NULL,
  release_id INTEGER,
  previous_list_id INTEGER,
  list_id INTEGER,
  appeared INTEGER NOT NULL,
  vanished INTEGER NOT NULL,
  changed INTEGER NOT NULL
) STRICT;

-- The findings of a component that a run let appear, vanish or change, packed.
CREATE TABLE match_event (
  run_id INTEGER NOT NULL,
  component_id INTEGER NOT NULL,
  events BLOB NOT NULL,
  PRIMARY KEY (run_id, component_id)
) STRICT, WITHOUT ROWID;
