-- name: program_version_add
INSERT INTO program_version (kind, name, number, content, at, who) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id;

-- name: program_version_list
SELECT name, number, content, at, who FROM program_version WHERE kind = $1 ORDER BY name, number;
