-- name: package_alias_add
INSERT INTO package_alias (left_kind, left_name, right_kind, right_name, who, at, why)
VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id;

-- name: package_alias_find
SELECT id FROM package_alias WHERE left_name = $1 AND right_name = $2 AND left_kind = $3 AND right_kind = $4;

-- name: package_alias_list
SELECT id, left_kind, left_name, right_kind, right_name, who, at, why FROM package_alias ORDER BY id;

-- name: package_alias_delete
DELETE FROM package_alias WHERE id = $1;
