-- Sources that a person has turned off: what they say is kept and goes on being imported, and is not matched.
CREATE TABLE source_off (
  name TEXT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  who TEXT NOT NULL,
  why TEXT NOT NULL
);
