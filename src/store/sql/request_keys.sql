-- name: request_key_add
INSERT INTO request_key (who, request_key, digest, entry, at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (who, request_key) DO UPDATE SET entry = excluded.entry;

-- name: request_key_find
SELECT digest, entry, status, answer FROM request_key WHERE who = $1 AND request_key = $2;

-- name: request_key_answer
UPDATE request_key SET status = $1, answer = $2 WHERE who = $3 AND request_key = $4;

-- name: request_key_end_old
DELETE FROM request_key WHERE at < $1;
