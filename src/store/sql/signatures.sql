-- name: signature_add
INSERT INTO signature (subject, record, meaning, name, full_name, at, content, seal, entry)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- name: signature_list
SELECT id, subject, record, meaning, name, full_name, at, content, seal, entry FROM signature ORDER BY id;

-- name: signature_of_subject
SELECT id, subject, record, meaning, name, full_name, at, content, seal, entry FROM signature
WHERE subject = $1 ORDER BY id;
