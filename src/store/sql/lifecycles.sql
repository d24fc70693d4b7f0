-- name: lifecycle_get
SELECT label, cycles FROM lifecycle WHERE product = $1;

-- name: lifecycle_put
INSERT INTO lifecycle (product, label, cycles) VALUES ($1, $2, $3)
ON CONFLICT (product) DO UPDATE SET label = excluded.label, cycles = excluded.cycles;

-- name: lifecycle_count
SELECT count(*) FROM lifecycle;

-- name: lifecycle_names_delete
DELETE FROM lifecycle_name WHERE product = $1;

-- name: lifecycle_name_add
INSERT INTO lifecycle_name (name, kind, product) VALUES ($1, $2, $3) ON CONFLICT (name, kind, product) DO NOTHING;

-- name: lifecycle_products
SELECT product FROM lifecycle_name WHERE name = $1 AND kind = $2 ORDER BY product;
