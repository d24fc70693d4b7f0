-- name: attachment_add
INSERT INTO attachment (digest, size, packed, at) VALUES ($1, $2, $3, $4) ON CONFLICT (digest) DO NOTHING;

-- name: attachment_get
SELECT size, packed FROM attachment WHERE digest = $1;

-- name: attachment_list
SELECT digest, size, packed FROM attachment ORDER BY digest;
