-- name: package_find
SELECT id FROM package WHERE name = $1 AND kind = $2;

-- name: package_add
INSERT INTO package (name, kind) VALUES ($1, $2);

-- name: package_get
SELECT name, kind FROM package WHERE id = $1;

-- name: package_names
SELECT kind, name FROM package;

-- name: package_ranges_get
SELECT ranges FROM package_ranges WHERE package_id = $1;

-- name: package_ranges_put
INSERT INTO package_ranges (package_id, ranges) VALUES ($1, $2)
ON CONFLICT (package_id) DO UPDATE SET ranges = excluded.ranges;

-- name: package_ranges_delete
DELETE FROM package_ranges WHERE package_id = $1;
