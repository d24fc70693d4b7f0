-- name: alias_add
INSERT INTO advisory_alias (name, advisory_id) VALUES ($1, $2) ON CONFLICT (name, advisory_id) DO NOTHING;

-- name: alias_delete
DELETE FROM advisory_alias WHERE advisory_id = $1;

-- name: alias_of_advisory
SELECT name FROM advisory_alias WHERE advisory_id = $1 ORDER BY name;

-- name: alias_advisories
SELECT advisory_id FROM advisory_alias WHERE name = $1 ORDER BY advisory_id;

-- name: advisory_vulnerability_add
INSERT INTO advisory_vulnerability (vulnerability_id, advisory_id) VALUES ($1, $2)
ON CONFLICT (vulnerability_id, advisory_id) DO NOTHING;

-- name: advisory_vulnerability_delete
DELETE FROM advisory_vulnerability WHERE advisory_id = $1;

-- name: advisory_vulnerability_of
SELECT vulnerability_id FROM advisory_vulnerability WHERE advisory_id = $1 ORDER BY vulnerability_id;

-- name: advisory_vulnerability_advisories
SELECT advisory_id FROM advisory_vulnerability WHERE vulnerability_id = $1 ORDER BY advisory_id;

-- name: vulnerabilities_told / sqlite
SELECT 0 AS part, asked.key, advisory.id, advisory.source_id, advisory.published_at, advisory.name, advisory_text.card
FROM json_each($1) asked CROSS JOIN advisory
LEFT JOIN advisory_text ON advisory_text.advisory_id = advisory.id
WHERE advisory.name = asked.value
UNION ALL
SELECT 1, asked.key, linked.advisory_id, advisory.source_id, advisory.published_at, advisory.name, advisory_text.card
FROM json_each($2) asked CROSS JOIN advisory_vulnerability linked
LEFT JOIN advisory ON advisory.id = linked.advisory_id
LEFT JOIN advisory_text ON advisory_text.advisory_id = linked.advisory_id
WHERE linked.vulnerability_id = asked.value
UNION ALL
SELECT 2, asked.key, epss.score, 0, NULL, NULL, NULL
FROM json_each($2) asked CROSS JOIN epss WHERE epss.vulnerability_id = asked.value
UNION ALL
SELECT 3, asked.key, 0, 0, NULL, NULL, NULL
FROM json_each($2) asked CROSS JOIN kev WHERE kev.vulnerability_id = asked.value
UNION ALL
SELECT 3, asked.key, exploited.list, 0, NULL, NULL, NULL
FROM json_each($2) asked CROSS JOIN exploited WHERE exploited.vulnerability_id = asked.value;

-- name: vulnerabilities_told / postgres
SELECT 0 AS part, asked.place - 1, advisory.id, advisory.source_id, advisory.published_at, advisory.name, advisory_text.card
FROM jsonb_array_elements_text($1::jsonb) WITH ORDINALITY AS asked (value, place) CROSS JOIN advisory
LEFT JOIN advisory_text ON advisory_text.advisory_id = advisory.id
WHERE advisory.name = asked.value
UNION ALL
SELECT 1, asked.place - 1, linked.advisory_id, advisory.source_id, advisory.published_at, advisory.name, advisory_text.card
FROM jsonb_array_elements_text($2::jsonb) WITH ORDINALITY AS asked (value, place) CROSS JOIN advisory_vulnerability linked
LEFT JOIN advisory ON advisory.id = linked.advisory_id
LEFT JOIN advisory_text ON advisory_text.advisory_id = linked.advisory_id
WHERE linked.vulnerability_id = asked.value::bigint
UNION ALL
SELECT 2, asked.place - 1, epss.score, 0, NULL, NULL, NULL
FROM jsonb_array_elements_text($2::jsonb) WITH ORDINALITY AS asked (value, place) CROSS JOIN epss WHERE epss.vulnerability_id = asked.value::bigint
UNION ALL
SELECT 3, asked.place - 1, 0, 0, NULL, NULL, NULL
FROM jsonb_array_elements_text($2::jsonb) WITH ORDINALITY AS asked (value, place) CROSS JOIN kev WHERE kev.vulnerability_id = asked.value::bigint
UNION ALL
SELECT 3, asked.place - 1, exploited.list, 0, NULL, NULL, NULL
FROM jsonb_array_elements_text($2::jsonb) WITH ORDINALITY AS asked (value, place) CROSS JOIN exploited WHERE exploited.vulnerability_id = asked.value::bigint;

-- name: vulnerability_find
SELECT id FROM vulnerability WHERE name = $1;

-- name: vulnerability_add
INSERT INTO vulnerability (name) VALUES ($1) RETURNING id;

-- name: vulnerability_name
SELECT name FROM vulnerability WHERE id = $1;

-- name: kev_put
INSERT INTO kev (vulnerability_id, added_on, due_on, ransomware, name) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (vulnerability_id) DO UPDATE
SET added_on = excluded.added_on, due_on = excluded.due_on, ransomware = excluded.ransomware,
  name = excluded.name
WHERE kev.added_on IS DISTINCT FROM excluded.added_on OR kev.due_on IS DISTINCT FROM excluded.due_on
  OR kev.ransomware <> excluded.ransomware OR kev.name <> excluded.name
RETURNING vulnerability_id;

-- name: exploited_put
INSERT INTO exploited (vulnerability_id, list, added_on, ransomware, name) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (vulnerability_id, list) DO UPDATE
SET added_on = excluded.added_on, ransomware = excluded.ransomware, name = excluded.name
WHERE exploited.added_on IS DISTINCT FROM excluded.added_on OR exploited.ransomware <> excluded.ransomware
  OR exploited.name <> excluded.name
RETURNING vulnerability_id;

-- name: exploited_lists
SELECT 0 FROM kev WHERE vulnerability_id = $1
UNION ALL SELECT list FROM exploited WHERE vulnerability_id = $1;

-- name: exploited_since
SELECT min(added_on) FROM (
  SELECT added_on FROM kev WHERE vulnerability_id = $1
  UNION ALL SELECT added_on FROM exploited WHERE vulnerability_id = $1) AS listed;

-- name: epss_put
INSERT INTO epss (vulnerability_id, score, percentile) VALUES ($1, $2, $3)
ON CONFLICT (vulnerability_id) DO UPDATE
SET score = excluded.score, percentile = excluded.percentile;

-- name: epss_get
SELECT score, percentile FROM epss WHERE vulnerability_id = $1;

-- name: exploited_ids
SELECT vulnerability_id FROM kev UNION SELECT vulnerability_id FROM exploited ORDER BY vulnerability_id;

-- name: kev_count
SELECT count(*) FROM kev;

-- name: exploited_count
SELECT count(*) FROM exploited WHERE list = $1;

-- name: epss_count
SELECT count(*) FROM epss;

-- name: name_starting / sqlite
SELECT name FROM (
  SELECT * FROM (SELECT DISTINCT name FROM advisory WHERE name >= $1 AND name < $2 ORDER BY name LIMIT 20)
  UNION
  SELECT * FROM (SELECT DISTINCT name FROM advisory_alias WHERE name >= $1 AND name < $2 ORDER BY name LIMIT 20)
) ORDER BY name LIMIT 20;

-- name: name_starting / postgres
SELECT name FROM (
  (SELECT DISTINCT name COLLATE "C" AS name FROM advisory
   WHERE name COLLATE "C" >= $1 AND name COLLATE "C" < $2 ORDER BY 1 LIMIT 20)
  UNION
  (SELECT DISTINCT name COLLATE "C" AS name FROM advisory_alias
   WHERE name COLLATE "C" >= $1 AND name COLLATE "C" < $2 ORDER BY 1 LIMIT 20)
) names ORDER BY name COLLATE "C" LIMIT 20;
