-- name: match_rows
SELECT place, matches FROM component_match WHERE place >= $1 AND place <= $2 ORDER BY place;

-- name: match_row_all
SELECT matches FROM component_match ORDER BY place;

-- name: match_row_at
SELECT place, matches FROM component_match WHERE place >= $1 AND place <= $2 ORDER BY place DESC LIMIT 1;

-- name: match_row_behind
SELECT place FROM component_match WHERE place > $1 AND place <= $2 ORDER BY place LIMIT 1;

-- name: match_row_put
INSERT INTO component_match (place, matches) VALUES ($1, $2)
ON CONFLICT (place) DO UPDATE SET matches = excluded.matches;

-- name: match_row_delete
DELETE FROM component_match WHERE place = $1;

-- name: config_lists_get
SELECT lists FROM config_lists WHERE advisory_id = $1;

-- name: config_lists_put
INSERT INTO config_lists (advisory_id, lists) VALUES ($1, $2)
ON CONFLICT (advisory_id) DO UPDATE SET lists = excluded.lists;

-- name: config_lists_delete
DELETE FROM config_lists WHERE advisory_id = $1;

-- name: config_lists_stale
SELECT advisory_id FROM config_lists
WHERE NOT EXISTS (SELECT 1 FROM advisory_config c WHERE c.advisory_id = config_lists.advisory_id)
ORDER BY advisory_id;

-- name: config_page
SELECT advisory_id, configs FROM advisory_config WHERE advisory_id > $1 ORDER BY advisory_id LIMIT 256;

-- name: component_page
SELECT id, content, lists FROM component WHERE id > $1 ORDER BY id LIMIT 512;

-- name: component_any
SELECT id FROM component LIMIT 1;

-- name: component_newest
SELECT max(id) FROM component;

-- name: component_list_newest
SELECT max(id) FROM component_list;

-- name: advisory_heads
SELECT id, name, source_id, state FROM advisory ORDER BY id;

-- name: advisories_of_source
SELECT name FROM advisory WHERE source_id = $1;

-- name: advisory_vulnerability_all
SELECT advisory_id, vulnerability_id FROM advisory_vulnerability ORDER BY advisory_id, vulnerability_id;

-- name: match_head_get
SELECT form FROM match_head WHERE id = 1;

-- name: match_head_put
INSERT INTO match_head (id, form) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET form = excluded.form;

-- name: match_run_add
INSERT INTO match_run
  (at, cause, trail, release_id, previous_list_id, list_id, appeared, vanished, changed)
VALUES ($1, $2, $3, $4, $5, $6, 0, 0, 0) RETURNING id;

-- name: match_run_count
UPDATE match_run SET appeared = $1, vanished = $2, changed = $3 WHERE id = $4;

-- name: match_run_list
SELECT id, at, cause, trail, release_id, previous_list_id, list_id, appeared, vanished, changed FROM match_run
WHERE id > $1 ORDER BY id;

-- name: match_run_newest
SELECT max(id) FROM match_run;

-- name: match_event_put
INSERT INTO match_event (run_id, component_id, events) VALUES ($1, $2, $3)
ON CONFLICT (run_id, component_id) DO UPDATE SET events = excluded.events;

-- name: match_event_list
SELECT component_id, events FROM match_event WHERE run_id = $1 ORDER BY component_id;
