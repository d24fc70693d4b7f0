-- name: signal_add
INSERT INTO signal (recorded_at) VALUES ($1) RETURNING id;

-- name: signal_get
SELECT id FROM signal WHERE id = $1;

-- name: signal_entry_add
INSERT INTO signal_entry (signal_id, kind, content, at, who) VALUES ($1, $2, $3, $4, $5) RETURNING id;

-- name: signal_entry_list
SELECT id, signal_id, kind, content, at, who FROM signal_entry WHERE signal_id = $1 ORDER BY id;

-- name: signal_entry_find
SELECT id, signal_id, kind, content, at, who FROM signal_entry WHERE id = $1;

-- name: signal_entry_each
SELECT id, signal_id, kind, content, at, who FROM signal_entry WHERE signal_id > $1 ORDER BY signal_id, id;

-- name: signal_entry_each_backwards
SELECT id, signal_id, kind, content, at, who FROM signal_entry WHERE signal_id < $1 ORDER BY signal_id DESC, id;

-- name: signal_count
SELECT count(*) FROM signal;

-- name: signal_origin_find
SELECT signal_id FROM signal_origin WHERE origin = $1;

-- name: signal_origin_add
INSERT INTO signal_origin (origin, signal_id) VALUES ($1, $2);
