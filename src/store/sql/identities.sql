-- name: identity_of
SELECT issuer, subject, email FROM person_identity WHERE person_id = $1;

-- name: identity_find
SELECT p.name FROM person_identity i JOIN person p ON p.id = i.person_id
WHERE i.issuer = $1 AND i.subject = $2
ORDER BY p.name;

-- name: identity_find_email
SELECT p.name FROM person_identity i JOIN person p ON p.id = i.person_id
WHERE i.issuer = $1 AND i.subject = '' AND i.email = $2
ORDER BY p.name;

-- name: identity_add
INSERT INTO person_identity (person_id, issuer, subject, email) VALUES ($1, $2, $3, $4);

-- name: identity_remove
DELETE FROM person_identity WHERE person_id = $1;
