-- The rows that the audit trail tells the digest of (store/row_seals.h), by key: the first column. From one key to
-- another, which are the same where one is asked for.

-- name: seal_access_token
SELECT id, token, person_id, label, roles, created_at, expires_at, ended_at FROM access_token
WHERE id BETWEEN $1 AND $2 ORDER BY id;

-- name: seal_attachment / sqlite
SELECT lower(hex(digest)), size, at FROM attachment WHERE lower(hex(digest)) BETWEEN $1 AND $2 ORDER BY 1;

-- name: seal_attachment / postgres
SELECT encode(digest, 'hex'), size, at FROM attachment WHERE encode(digest, 'hex') BETWEEN $1 AND $2 ORDER BY 1;

-- name: seal_casefile
SELECT id, title, device_id, vulnerability, opened_at, closed_on FROM casefile WHERE id BETWEEN $1 AND $2 ORDER BY id;

-- name: seal_claim
SELECT document_id, id, origin, life, vulnerability, status, justification, device_id, release_id, made_at, from_on,
  until_on, replaces, content
FROM vex_statement WHERE document_id BETWEEN $1 AND $2 AND document_id <> 0 ORDER BY document_id, id;

-- name: seal_claim_name
SELECT s.document_id, n.statement_id, n.name, n.life
FROM vex_statement s JOIN vex_name n ON n.statement_id = s.id
WHERE s.document_id BETWEEN $1 AND $2 AND s.document_id <> 0
ORDER BY s.document_id, n.statement_id, n.name, n.life;

-- name: seal_claim_package
SELECT s.document_id, p.statement_id, p.name, p.kind
FROM vex_statement s JOIN vex_package p ON p.statement_id = s.id
WHERE s.document_id BETWEEN $1 AND $2 AND s.document_id <> 0
ORDER BY s.document_id, p.statement_id, p.name, p.kind;

-- name: seal_component_list
SELECT id, components FROM component_list WHERE id BETWEEN $1 AND $2 ORDER BY id;

-- name: seal_coverage_run
SELECT id, at, content FROM coverage_run WHERE id BETWEEN $1 AND $2 ORDER BY id;

-- name: seal_evidence
SELECT id, release_id, component, digest, file, files, imported_at, raw FROM evidence
WHERE id BETWEEN $1 AND $2 ORDER BY id;

-- name: seal_package_alias
SELECT id, left_kind, left_name, right_kind, right_name, who, at, why FROM package_alias
WHERE id BETWEEN $1 AND $2 ORDER BY id;

-- name: seal_person
SELECT id, name, full_name, roles, state, secret, secret_at, one_time, created_at, attested_by, attested_on, accepted,
  training, training_until, reset_by
FROM person WHERE id BETWEEN $1 AND $2 ORDER BY id;

-- name: seal_person_identity
SELECT person_id, issuer, subject, email FROM person_identity WHERE person_id BETWEEN $1 AND $2 ORDER BY person_id;

-- name: seal_recovery_code
SELECT person_id, id, digest FROM recovery_code WHERE person_id BETWEEN $1 AND $2 ORDER BY person_id, id;

-- name: seal_refused_name
SELECT id, source, record, name, at, who, why FROM refused_name WHERE id BETWEEN $1 AND $2 ORDER BY id;

-- name: seal_release
SELECT id, device_id, version, units, released_on, list_id FROM release WHERE id BETWEEN $1 AND $2 ORDER BY id;

-- name: seal_sbom
SELECT id, release_id, digest, format, file, imported_at, raw, serial, subject FROM sbom
WHERE id BETWEEN $1 AND $2 ORDER BY id;

-- name: seal_second_factor
SELECT person_id, secret, confirmed_at FROM second_factor WHERE person_id BETWEEN $1 AND $2 ORDER BY person_id;

-- name: seal_session / sqlite
SELECT lower(hex(token)), token, person_id, terminal, created_at FROM session
WHERE lower(hex(token)) BETWEEN $1 AND $2 ORDER BY 1;

-- name: seal_session / postgres
SELECT encode(token, 'hex'), token, person_id, terminal, created_at FROM session
WHERE encode(token, 'hex') BETWEEN $1 AND $2 ORDER BY 1;

-- name: seal_signal
SELECT id, recorded_at FROM signal WHERE id BETWEEN $1 AND $2 ORDER BY id;

-- name: seal_source_off
SELECT name, at, who, why FROM source_off WHERE name BETWEEN $1 AND $2 ORDER BY name;

-- name: seal_statement
SELECT id, origin, life, vulnerability, status, justification, device_id, release_id, made_at, from_on, until_on,
  replaces, content
FROM vex_statement WHERE id BETWEEN $1 AND $2 AND document_id = 0 ORDER BY id;

-- name: seal_statement_name
SELECT n.statement_id, n.name, n.life FROM vex_name n LEFT JOIN vex_statement s ON s.id = n.statement_id
WHERE n.statement_id BETWEEN $1 AND $2 AND COALESCE(s.document_id, 0) = 0
ORDER BY n.statement_id, n.name, n.life;

-- name: seal_statement_package
SELECT p.statement_id, p.name, p.kind FROM vex_package p LEFT JOIN vex_statement s ON s.id = p.statement_id
WHERE p.statement_id BETWEEN $1 AND $2 AND COALESCE(s.document_id, 0) = 0
ORDER BY p.statement_id, p.name, p.kind;

-- name: component_seal
SELECT digest FROM component WHERE id = $1;

-- name: component_check
SELECT id, digest, name, version, content FROM component ORDER BY id;

-- name: component_list_check
SELECT id, digest, components, count FROM component_list ORDER BY id;

-- name: seal_vex_document
SELECT id, digest, name, version, author, format, file, device_id, release_id, life, issued_at, imported_at, raw, report
FROM vex_document WHERE id BETWEEN $1 AND $2 ORDER BY id;
