-- Until when products are supported, by product; cycles: store/lifecycles.h. And how each is recognised; kind: that of a
-- package, or 0 of a distribution by its word.
CREATE TABLE lifecycle (
  product TEXT NOT NULL PRIMARY KEY,
  label TEXT NOT NULL,
  cycles BYTEA NOT NULL
);
CREATE TABLE lifecycle_name (
  name TEXT NOT NULL,
  kind BIGINT NOT NULL,
  product TEXT NOT NULL,
  PRIMARY KEY (name, kind, product)
);
