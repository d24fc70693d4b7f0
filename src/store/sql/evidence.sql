-- name: evidence_add
INSERT INTO evidence (release_id, component, digest, file, files, imported_at, raw)
VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id;

-- name: evidence_newest
SELECT id, component, digest, file, files, imported_at, raw FROM evidence
WHERE release_id = $1 AND component = $2 ORDER BY id DESC LIMIT 1;
