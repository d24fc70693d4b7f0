-- name: coverage_run_add
INSERT INTO coverage_run (at, content) VALUES ($1, $2) RETURNING id;

-- name: coverage_run_last
SELECT at, content FROM coverage_run ORDER BY id DESC LIMIT 1;

-- name: package_served
SELECT package.id FROM package JOIN package_ranges ON package_ranges.package_id = package.id
WHERE package.kind = $1 AND package.name >= $2 AND package.name < $3
LIMIT 1;

-- name: package_any_served
SELECT package_id FROM package_ranges LIMIT 1;

-- name: advisory_source
SELECT source_id FROM advisory WHERE id = $1;

-- name: feed_skip_put
INSERT INTO feed_skip (feed, at, skipped, reasons) VALUES ($1, $2, $3, $4)
ON CONFLICT (feed) DO UPDATE SET at = excluded.at, skipped = excluded.skipped, reasons = excluded.reasons;

-- name: feed_skip_list
SELECT feed, at, skipped, reasons FROM feed_skip ORDER BY feed;

-- name: component_family_add
INSERT INTO component_family (kind, family, components) VALUES ($1, $2, 1)
ON CONFLICT (kind, family) DO UPDATE SET components = component_family.components + 1
WHERE component_family.components >= 0;

-- name: component_family_list
SELECT kind, family, components FROM component_family ORDER BY kind, family;

-- name: release_without_list
SELECT count(*) FROM release WHERE list_id IS NULL;
