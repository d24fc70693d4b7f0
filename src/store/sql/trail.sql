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

-- name: trail_after
SELECT number, at, who, what, object, old, new, why, previous, digest FROM trail WHERE number > $1 ORDER BY number;

-- name: trail_page
SELECT number, at, who, what, object, old, new, why, previous, digest FROM trail
WHERE number < $1 AND ($2 = '' OR object = $2) AND ($3 = '' OR who = $3) AND ($4 = '' OR substr(what, 1, length($4)) = $4)
  AND at >= $5 AND at < $6
ORDER BY number DESC LIMIT COALESCE($7, 0);

-- name: trail_head_put
INSERT INTO trail_head (id, number, digest) VALUES (1, $1, $2)
ON CONFLICT (id) DO UPDATE SET number = excluded.number, digest = excluded.digest;

-- name: trail_head_get
SELECT number, digest FROM trail_head WHERE id = 1;
