-- name: source_find
SELECT id, records, newest_at FROM source WHERE name = $1;

-- name: source_add
INSERT INTO source (name, imported_at) VALUES ($1, $2) RETURNING id;

-- name: source_update
UPDATE source SET records = $1, newest_at = $2, imported_at = $3 WHERE id = $4;

-- name: source_list
SELECT source.id, source.name, source.records, source.newest_at, source.imported_at, source_off.at, source_off.who,
  source_off.why
FROM source LEFT JOIN source_off ON source_off.name = source.name
ORDER BY source.name;

-- name: source_off_add
INSERT INTO source_off (name, at, who, why) VALUES ($1, $2, $3, $4);

-- name: source_off_delete
DELETE FROM source_off WHERE name = $1;

-- name: source_advisories
SELECT id, name, packages FROM advisory WHERE source_id = $1 ORDER BY id;

-- name: feed_file_find
SELECT imported_at FROM feed_file WHERE digest = $1;

-- name: feed_file_add
INSERT INTO feed_file (digest, imported_at) VALUES ($1, $2)
ON CONFLICT (digest) DO UPDATE SET imported_at = excluded.imported_at;

-- name: advisory_find
SELECT id, modified_at, digest, packages, revision FROM advisory WHERE name = $1 AND source_id = $2;

-- name: advisory_add
INSERT INTO advisory (name, source_id, state, published_at, modified_at, revision, digest, packages)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (name, source_id) DO NOTHING;

-- name: advisory_update
UPDATE advisory SET state = $1, published_at = $2, modified_at = $3, revision = $4, digest = $5, packages = $6
WHERE id = $7;

-- name: advisory_get
SELECT name, source_id, state, published_at, modified_at, packages FROM advisory WHERE id = $1;

-- name: advisory_bearings / sqlite
SELECT asked.key, advisory.name, advisory.source_id, advisory.state,
  CASE WHEN advisory.source_id = $1 THEN EXISTS (
    SELECT 1 FROM advisory supplement WHERE supplement.name = advisory.name AND supplement.source_id = $2)
  END
FROM json_each($3) asked CROSS JOIN advisory WHERE advisory.id = asked.value;

-- name: advisory_bearings / postgres
SELECT asked.place - 1, advisory.name, advisory.source_id, advisory.state,
  CASE WHEN advisory.source_id = $1 THEN EXISTS (
    SELECT 1 FROM advisory supplement WHERE supplement.name = advisory.name AND supplement.source_id = $2)
  END
FROM jsonb_array_elements_text($3::jsonb) WITH ORDINALITY AS asked (value, place)
CROSS JOIN advisory WHERE advisory.id = asked.value::bigint;

-- name: advisory_stamp
SELECT modified_at, digest FROM advisory WHERE id = $1;

-- name: advisory_by_name
SELECT id, source_id, state, published_at, packages FROM advisory WHERE name = $1 ORDER BY source_id;

-- name: advisory_from_source
SELECT id FROM advisory WHERE name = $1 AND source_id = $2;

-- name: advisory_text_put
INSERT INTO advisory_text (advisory_id, block_id, raw_at, raw_len, card) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (advisory_id) DO UPDATE
SET block_id = excluded.block_id, raw_at = excluded.raw_at, raw_len = excluded.raw_len, card = excluded.card;

-- name: advisory_card
SELECT card FROM advisory_text WHERE advisory_id = $1;

-- name: advisory_raw_place
SELECT block_id, raw_at, raw_len FROM advisory_text WHERE advisory_id = $1;

-- name: advisory_raw_move
UPDATE advisory_text SET block_id = $1, raw_at = $2 WHERE advisory_id = $3;

-- name: raw_block_last
SELECT id FROM raw_block ORDER BY id DESC LIMIT 1;

-- name: raw_block_add
INSERT INTO raw_block (id, plain_bytes, dead_bytes) VALUES ($1, $2, $3);

-- name: raw_block_drop
UPDATE raw_block SET dead_bytes = dead_bytes + $1 WHERE id = $2;

-- name: raw_block_half_empty
SELECT id FROM raw_block WHERE dead_bytes * 2 >= plain_bytes LIMIT 1;

-- name: raw_block_remove
DELETE FROM raw_block WHERE id = $1;

-- name: raw_bytes_add
INSERT INTO raw_bytes (block_id, members, packed) VALUES ($1, $2, $3);

-- name: raw_bytes_get
SELECT members, packed FROM raw_bytes WHERE block_id = $1;

-- name: raw_bytes_remove
DELETE FROM raw_bytes WHERE block_id = $1;

-- name: advisory_config_put
INSERT INTO advisory_config (advisory_id, configs) VALUES ($1, $2)
ON CONFLICT (advisory_id) DO UPDATE SET configs = excluded.configs;

-- name: advisory_config_delete
DELETE FROM advisory_config WHERE advisory_id = $1;

-- name: advisory_config_get
SELECT configs FROM advisory_config WHERE advisory_id = $1;
