-- name: signal_head_put
INSERT INTO signal_head (signal_id, state, kind, vulnerability, stated, owes, alone, linked, embargo_until, said)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (signal_id) DO UPDATE SET state = excluded.state, kind = excluded.kind, vulnerability = excluded.vulnerability,
  stated = excluded.stated, owes = excluded.owes, alone = excluded.alone, linked = excluded.linked,
  embargo_until = excluded.embargo_until, said = excluded.said;

-- Those of a store that is older than they are, made all at once: the first signal tells whether.
-- name: signal_head_absent
SELECT count(*) FROM (SELECT id FROM signal ORDER BY id LIMIT 1) oldest
WHERE NOT EXISTS (SELECT 1 FROM signal_head h WHERE h.signal_id = oldest.id);

-- name: signal_head_missing
SELECT id FROM signal s WHERE NOT EXISTS (SELECT 1 FROM signal_head h WHERE h.signal_id = s.id) ORDER BY id;

-- name: signal_head_ids
SELECT signal_id FROM signal_head
WHERE signal_id > $1 AND ($2 = '' OR kind = $2) AND ($3 = '' OR vulnerability = $3 OR stated = $3)
ORDER BY signal_id LIMIT COALESCE(CAST($4 AS BIGINT), 0);

-- name: signal_head_ids_backwards
SELECT signal_id FROM signal_head
WHERE signal_id < $1 AND ($2 = '' OR kind = $2) AND ($3 = '' OR vulnerability = $3 OR stated = $3)
ORDER BY signal_id DESC LIMIT COALESCE(CAST($4 AS BIGINT), 0);

-- name: signal_head_ids_of_state
SELECT signal_id FROM signal_head
WHERE signal_id > $1 AND ($2 = '' OR kind = $2) AND ($3 = '' OR vulnerability = $3 OR stated = $3) AND state = $4
ORDER BY signal_id LIMIT COALESCE(CAST($5 AS BIGINT), 0);

-- name: signal_head_ids_of_state_backwards
SELECT signal_id FROM signal_head
WHERE signal_id < $1 AND ($2 = '' OR kind = $2) AND ($3 = '' OR vulnerability = $3 OR stated = $3) AND state = $4
ORDER BY signal_id DESC LIMIT COALESCE(CAST($5 AS BIGINT), 0);

-- name: signal_head_count
SELECT count(*) FROM signal_head
WHERE ($1 = '' OR kind = $1) AND ($2 = '' OR vulnerability = $2 OR stated = $2);

-- name: signal_head_count_of_state
SELECT count(*) FROM signal_head
WHERE ($1 = '' OR kind = $1) AND ($2 = '' OR vulnerability = $2 OR stated = $2) AND state = $3;

-- name: signal_head_with_duties
SELECT signal_id FROM signal_head WHERE owes = 1 OR alone = 1 ORDER BY signal_id;

-- name: signal_head_linked
SELECT signal_id FROM signal_head WHERE linked = 1 ORDER BY signal_id;

-- name: signal_head_embargoed
SELECT signal_id FROM signal_head WHERE embargo_until > $1 ORDER BY signal_id;

-- name: signal_head_get
SELECT state, kind, vulnerability, stated, owes, alone, linked, embargo_until, said FROM signal_head WHERE signal_id = $1;

-- Of no signal.
-- name: signal_head_surplus
SELECT signal_id FROM signal_head h WHERE NOT EXISTS (SELECT 1 FROM signal s WHERE s.id = h.signal_id) ORDER BY signal_id;

-- The newest that have the letters in what they say, or of a number.
-- name: signal_head_holding / sqlite
SELECT signal_id FROM signal_head WHERE instr(said, $1) > 0 OR signal_id = $2
ORDER BY signal_id = $2 DESC, signal_id DESC LIMIT 20;

-- name: signal_head_holding / postgres
SELECT signal_id FROM signal_head WHERE strpos(said, $1) > 0 OR signal_id = $2
ORDER BY signal_id = $2 DESC, signal_id DESC LIMIT 20;
