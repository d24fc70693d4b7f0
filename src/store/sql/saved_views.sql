-- name: saved_view_put
INSERT INTO saved_view (who, list, name, query, at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (who, list, name) DO UPDATE SET query = excluded.query, at = excluded.at;

-- name: saved_view_list
SELECT name, query, at FROM saved_view WHERE who = $1 AND list = $2 ORDER BY at, name;

-- name: saved_view_drop
DELETE FROM saved_view WHERE who = $1 AND list = $2 AND name = $3;
