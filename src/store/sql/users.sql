-- name: user_add
INSERT INTO person (name, full_name, roles, state, secret, secret_at, one_time, failures, created_at, attested_by,
  attested_on, accepted, training, reset_by)
VALUES ($1, $2, $3, 1, $4, $5, $6, 0, $7, $8, $9, '', '', '');

-- name: user_find
SELECT id, name, full_name, roles, state, secret, secret_at, one_time, failures, locked_until, created_at,
  attested_by, attested_on, accepted, training, training_until, reset_by,
  (SELECT count(*) FROM second_factor f WHERE f.person_id = person.id AND f.confirmed_at IS NOT NULL),
  (SELECT t.at FROM trail t WHERE t.object = 'user ' || person.name AND t.what = 'user.sign-in'
   ORDER BY t.number DESC LIMIT 1)
FROM person WHERE name = $1;

-- name: user_list
SELECT id, name, full_name, roles, state, secret, secret_at, one_time, failures, locked_until, created_at,
  attested_by, attested_on, accepted, training, training_until, reset_by,
  (SELECT count(*) FROM second_factor f WHERE f.person_id = person.id AND f.confirmed_at IS NOT NULL),
  (SELECT t.at FROM trail t WHERE t.object = 'user ' || person.name AND t.what = 'user.sign-in'
   ORDER BY t.number DESC LIMIT 1)
FROM person ORDER BY name;

-- name: user_any
SELECT id FROM person LIMIT 1;

-- name: user_update
UPDATE person SET full_name = $1, roles = $2, state = $3, secret = $4, secret_at = $5, one_time = $6, failures = $7,
  locked_until = $8, attested_by = $9, attested_on = $10, accepted = $11, training = $12, training_until = $13,
  reset_by = $14
WHERE id = $15;

-- name: user_update_failures
UPDATE person SET failures = $1, locked_until = $2 WHERE id = $3;

-- name: session_add
INSERT INTO session (token, person_id, terminal, created_at, used_at) VALUES ($1, $2, $3, $4, $5);

-- What a reader may read every role may: a token of "reader" (1) holds for who lacks that word too.
-- name: session_find
SELECT p.id, p.name, p.roles, p.state, s.created_at, s.used_at, CAST(NULL AS BIGINT),
  (SELECT count(*) FROM second_factor f WHERE f.person_id = p.id AND f.confirmed_at IS NOT NULL)
FROM session s JOIN person p ON p.id = s.person_id WHERE s.token = $1
UNION ALL
SELECT p.id, p.name, (p.roles | 1) & t.roles, p.state, t.created_at, t.created_at, t.expires_at,
  (SELECT count(*) FROM second_factor f WHERE f.person_id = p.id AND f.confirmed_at IS NOT NULL)
FROM access_token t JOIN person p ON p.id = t.person_id WHERE t.token = $1 AND t.ended_at IS NULL;

-- name: access_token_add
INSERT INTO access_token (token, person_id, label, roles, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6);

-- name: access_token_list
SELECT t.id, t.person_id, p.name, t.label, t.roles, t.created_at, t.expires_at, t.ended_at
FROM access_token t JOIN person p ON p.id = t.person_id ORDER BY t.id;

-- name: access_token_end
UPDATE access_token SET ended_at = $1 WHERE id = $2;

-- name: session_list
SELECT s.token, s.person_id, p.name, s.terminal, s.created_at, s.used_at
FROM session s JOIN person p ON p.id = s.person_id ORDER BY p.name, s.created_at, s.token;

-- name: session_use
UPDATE session SET used_at = $1 WHERE token = $2;

-- name: session_end
DELETE FROM session WHERE token = $1;

-- name: session_end_all
DELETE FROM session WHERE person_id = $1;

-- name: session_end_others
DELETE FROM session WHERE person_id = $1 AND token <> $2;

-- name: session_end_old
DELETE FROM session WHERE created_at < $1 OR used_at < $2;
