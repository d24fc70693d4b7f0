-- name: vex_document_add
INSERT INTO vex_document (digest, name, version, author, format, file, device_id, release_id, life, issued_at,
  imported_at, raw, report)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10, $11, $12) RETURNING id;

-- name: vex_document_set_report
UPDATE vex_document SET report = $1 WHERE id = $2;

-- name: vex_document_end
UPDATE vex_document SET life = $1 WHERE id = $2;

-- name: vex_document_find
SELECT id, name, version, author, format, file, device_id, release_id, life, issued_at, imported_at, digest
FROM vex_document WHERE digest = $1 AND device_id = $2 AND release_id = $3 AND life = 1;

-- name: vex_document_named
SELECT id, name, version, author, format, file, device_id, release_id, life, issued_at, imported_at, digest
FROM vex_document WHERE name = $1 AND device_id = $2 AND release_id = $3 AND life = 1 ORDER BY id;

-- name: vex_document_get
SELECT id, name, version, author, format, file, device_id, release_id, life, issued_at, imported_at, digest
FROM vex_document WHERE id = $1;

-- name: vex_document_list
SELECT id, name, version, author, format, file, device_id, release_id, life, issued_at, imported_at, digest
FROM vex_document ORDER BY id;

-- name: vex_document_report
SELECT report FROM vex_document WHERE id = $1;

-- name: vex_statement_add
INSERT INTO vex_statement (origin, life, vulnerability, status, justification, device_id, release_id, document_id,
  made_at, from_on, until_on, replaces, content)
VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id;

-- name: vex_statement_end
UPDATE vex_statement SET life = $1 WHERE id = $2 RETURNING document_id;

-- name: vex_statement_get
SELECT id, origin, life, status, justification, device_id, release_id, document_id, made_at, from_on, until_on,
  replaces, content
FROM vex_statement WHERE id = $1;

-- name: vex_statement_own
SELECT status, justification, device_id, made_at, until_on FROM vex_statement
WHERE origin = 1 AND life = 1 ORDER BY id;

-- name: vex_statement_of_document
SELECT id FROM vex_statement WHERE document_id = $1 ORDER BY id;

-- name: vex_statement_named
SELECT s.id, s.origin, s.life, s.status, s.justification, s.device_id, s.release_id, s.document_id, s.made_at,
  s.from_on, s.until_on, s.replaces, s.content
FROM vex_name n JOIN vex_statement s ON s.id = n.statement_id
WHERE n.name = $1 AND n.life = $2 ORDER BY s.id;

-- name: vex_statement_count
SELECT count(*) FROM (SELECT 1 FROM vex_name WHERE life = 1 LIMIT 1) AS one;

-- name: vex_name_add
INSERT INTO vex_name (name, life, statement_id) VALUES ($1, 1, $2) ON CONFLICT DO NOTHING;

-- name: vex_name_end
UPDATE vex_name SET life = $1 WHERE statement_id = $2;

-- name: vex_package_add
INSERT INTO vex_package (name, kind, statement_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING;

-- name: vex_package_end
DELETE FROM vex_package WHERE statement_id = $1;

-- name: vex_package_statements
SELECT statement_id FROM vex_package WHERE name = $1 AND kind = $2 ORDER BY statement_id;

-- name: vex_claimed
SELECT DISTINCT s.vulnerability FROM vex_package p JOIN vex_statement s ON s.id = p.statement_id ORDER BY 1;

-- name: vex_statement_newest
SELECT max(id) FROM vex_statement;

-- name: vex_package_any
SELECT count(*) FROM (SELECT 1 FROM vex_package LIMIT 1) AS one;

-- name: sbom_serials
SELECT DISTINCT serial FROM sbom WHERE release_id = $1 AND serial IS NOT NULL ORDER BY serial;

-- name: sbom_by_serial
SELECT DISTINCT release_id FROM sbom WHERE serial = $1 ORDER BY release_id;

-- name: sbom_by_digest
SELECT DISTINCT release_id FROM sbom WHERE digest = $1 ORDER BY release_id;

-- name: sbom_raw_by_serial
SELECT raw FROM sbom WHERE serial = $1 ORDER BY id DESC LIMIT 1;
