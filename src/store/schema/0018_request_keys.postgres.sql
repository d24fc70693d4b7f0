-- Requests that changed something, by the key that their sender gave them: sent again, they are not done again. The
-- row is made with the change; the answer is added when it is known. Kept for a day.
CREATE TABLE request_key (
  who TEXT NOT NULL,
  request_key TEXT NOT NULL,
  digest BYTEA NOT NULL,
  entry BIGINT NOT NULL,
  at BIGINT NOT NULL,
  status BIGINT,
  answer TEXT,
  PRIMARY KEY (who, request_key)
);
