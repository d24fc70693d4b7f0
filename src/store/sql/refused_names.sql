-- name: refused_name_add
INSERT INTO refused_name (source, record, name, at, who, why) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id;

-- name: refused_name_delete
DELETE FROM refused_name WHERE id = $1;

-- name: refused_name_list
SELECT id, source, record, name, at, who, why FROM refused_name ORDER BY id;
