-- name: trail_last
SELECT number, digest, at FROM trail ORDER BY number DESC LIMIT 1;

-- name: trail_add
INSERT INTO trail (number, at, who, what, object, old, new, why, previous, digest)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- name: trail_all
SELECT number, at, who, what, object, old, new, why, previous, digest FROM trail ORDER BY number;

-- name: trail_of_object
SELECT number, at, who, what, object, old, new, why, previous, digest FROM trail
WHERE object = $1 ORDER BY number;

-- name: trail_head_put
INSERT INTO trail_head (id, number, digest) VALUES (1, $1, $2)
ON CONFLICT (id) DO UPDATE SET number = excluded.number, digest = excluded.digest;

-- name: trail_head_get
SELECT number, digest FROM trail_head WHERE id = 1;
