-- name: job_add
INSERT INTO job (id, runner, who, kind, request_key, digest, path, query, body, added_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING;

-- name: job_end
UPDATE job SET ended_at = $1, error = $2, remedy = $3, result = $4, file_name = $5, file_type = $6, file_bytes = $7
WHERE id = $8 AND runner = $9;

-- name: job_forget_request
UPDATE job SET path = NULL, query = NULL, body = NULL WHERE id = $1;

-- name: job_list
SELECT id, runner, who, kind, request_key, digest, path IS NOT NULL, added_at, ended_at, error, remedy, result, file_name,
  file_type
FROM job ORDER BY id;

-- name: job_request
SELECT path, query, body FROM job WHERE id = $1 AND path IS NOT NULL;

-- name: job_trim
DELETE FROM job WHERE ended_at IS NOT NULL AND id NOT IN (SELECT id FROM job ORDER BY id DESC LIMIT COALESCE(CAST($1 AS BIGINT), 0));

-- name: job_file_add
INSERT INTO job_file (job, part, bytes) VALUES ($1, $2, $3);

-- name: job_file_drop
DELETE FROM job_file WHERE job = $1;

-- name: job_file_read
SELECT bytes FROM job_file WHERE job = $1 ORDER BY part;

-- Of those that have gone, and the oldest, where all together are too large.
-- name: job_file_trim
DELETE FROM job_file WHERE job NOT IN (
  SELECT id FROM (SELECT id, ended_at, SUM(COALESCE(file_bytes, 0)) OVER (ORDER BY id DESC) AS newer FROM job) summed
  WHERE newer <= $1 OR ended_at IS NULL
);
