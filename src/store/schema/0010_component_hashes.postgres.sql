-- Which components a hash is of: "SHA-256:..." in lower-case hexadecimal.
CREATE TABLE component_hash (
  hash TEXT NOT NULL,
  component_id BIGINT NOT NULL REFERENCES component (id),
  PRIMARY KEY (hash, component_id)
);
