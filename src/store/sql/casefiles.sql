-- name: casefile_add
INSERT INTO casefile (title, device_id, vulnerability, opened_at) VALUES ($1, $2, $3, $4) RETURNING id;

-- name: casefile_get
SELECT id, title, device_id, vulnerability, opened_at, closed_on FROM casefile WHERE id = $1;

-- name: casefile_list
SELECT id, title, device_id, vulnerability, opened_at, closed_on FROM casefile ORDER BY id;

-- The newest that have the letters in their title, name or device, or of a number.
-- name: casefile_holding / sqlite
SELECT c.id, c.title, c.vulnerability, d.name FROM casefile c JOIN device d ON d.id = c.device_id
WHERE instr(lower(c.title), $1) > 0 OR instr(lower(c.vulnerability), $1) > 0 OR instr(lower(d.name), $1) > 0 OR c.id = $2
ORDER BY c.id = $2 DESC, c.id DESC LIMIT 20;

-- name: casefile_holding / postgres
SELECT c.id, c.title, c.vulnerability, d.name FROM casefile c JOIN device d ON d.id = c.device_id
WHERE strpos(lower(c.title), $1) > 0 OR strpos(lower(c.vulnerability), $1) > 0 OR strpos(lower(d.name), $1) > 0
  OR c.id = $2
ORDER BY c.id = $2 DESC, c.id DESC LIMIT 20;

-- name: casefile_rename
UPDATE casefile SET vulnerability = $1 WHERE id = $2;

-- name: casefile_close
UPDATE casefile SET closed_on = $1 WHERE id = $2;

-- name: casefile_record_add
INSERT INTO casefile_record (casefile_id, kind, replaces, facts, more, at, who)
VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id;

-- name: casefile_record_list
SELECT id, kind, replaces, facts, more, at, who FROM casefile_record WHERE casefile_id = $1 ORDER BY id;

-- name: casefile_record_of_kind
SELECT id, kind, replaces, facts, more, at, who, casefile_id FROM casefile_record WHERE kind = $1 ORDER BY id;

-- name: casefile_record_all
SELECT id, kind, replaces, facts, more, at, who, casefile_id FROM casefile_record ORDER BY id;

-- name: setting_get
SELECT content FROM setting WHERE name = $1;

-- name: setting_put
INSERT INTO setting (name, content) VALUES ($1, $2)
ON CONFLICT (name) DO UPDATE SET content = excluded.content;
