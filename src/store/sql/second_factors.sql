-- name: second_factor_find
SELECT secret, confirmed_at, last_step FROM second_factor WHERE person_id = $1;

-- name: second_factor_add
INSERT INTO second_factor (person_id, secret, last_step) VALUES ($1, $2, 0);

-- name: second_factor_confirm
UPDATE second_factor SET confirmed_at = $1 WHERE person_id = $2;

-- name: second_factor_use
UPDATE second_factor SET last_step = $1 WHERE person_id = $2;

-- name: second_factor_remove
DELETE FROM second_factor WHERE person_id = $1;

-- name: recovery_code_add
INSERT INTO recovery_code (person_id, digest) VALUES ($1, $2);

-- name: recovery_code_find
SELECT id FROM recovery_code WHERE person_id = $1 AND digest = $2;

-- name: recovery_code_remove
DELETE FROM recovery_code WHERE id = $1;

-- name: recovery_code_remove_all
DELETE FROM recovery_code WHERE person_id = $1;

-- name: recovery_code_count
SELECT count(*) FROM recovery_code WHERE person_id = $1;
