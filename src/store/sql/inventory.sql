-- name: device_add
INSERT INTO device (name, common_name, device_class, pathway, product_code, udi_di, support, facts)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id;

-- name: device_find
SELECT id, name, common_name, device_class, pathway, product_code, udi_di, support, facts FROM device
WHERE name = $1 OR udi_di = $1;

-- name: device_get
SELECT id, name, common_name, device_class, pathway, product_code, udi_di, support, facts FROM device
WHERE id = $1;

-- name: device_list
SELECT id, name, common_name, device_class, pathway, product_code, udi_di, support, facts FROM device
ORDER BY name;

-- name: release_add
INSERT INTO release (device_id, version, units, released_on) VALUES ($1, $2, $3, $4) RETURNING id;

-- name: release_find
SELECT id, device_id, version, units, released_on, list_id FROM release WHERE device_id = $1 AND version = $2;

-- name: release_get
SELECT id, device_id, version, units, released_on, list_id FROM release WHERE id = $1;

-- name: release_list
SELECT id, device_id, version, units, released_on, list_id FROM release WHERE device_id = $1 ORDER BY id;

-- name: release_set_list
UPDATE release SET list_id = $1 WHERE id = $2;

-- name: release_by_list
SELECT id, device_id, version, units, released_on, list_id FROM release WHERE list_id = $1 ORDER BY id;

-- name: component_list_find
SELECT id FROM component_list WHERE digest = $1;

-- name: component_list_add
INSERT INTO component_list (digest, components, count) VALUES ($1, $2, $3) RETURNING id;

-- name: component_list_get
SELECT components, count FROM component_list WHERE id = $1;

-- name: component_find
SELECT id FROM component WHERE digest = $1;

-- name: component_add
INSERT INTO component (digest, name, version, content, lists) VALUES ($1, $2, $3, $4, $5) RETURNING id;

-- name: component_get
SELECT content FROM component WHERE id = $1;

-- name: component_lists_get
SELECT lists FROM component WHERE id = $1;

-- name: component_lists_set
UPDATE component SET lists = $1 WHERE id = $2;

-- name: component_named
SELECT id FROM component WHERE lower(name) = $1 ORDER BY version, id;

-- name: package_components_get
SELECT components FROM package_components WHERE package_id = $1;

-- name: package_components_put
INSERT INTO package_components (package_id, components, count) VALUES ($1, $2, $3)
ON CONFLICT (package_id) DO UPDATE SET components = excluded.components, count = excluded.count;

-- name: sbom_add
INSERT INTO sbom (release_id, digest, format, file, imported_at, raw, serial, subject)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id;

-- name: sbom_subject
SELECT subject FROM sbom WHERE release_id = $1 AND subject IS NOT NULL ORDER BY imported_at DESC, id DESC LIMIT 1;

-- name: sbom_newest
SELECT digest, format, file, serial, imported_at FROM sbom WHERE release_id = $1 ORDER BY imported_at DESC, id DESC LIMIT 1;

-- name: component_hash_add
INSERT INTO component_hash (hash, component_id) VALUES ($1, $2) ON CONFLICT DO NOTHING;

-- name: component_hash_find
SELECT component_id FROM component_hash WHERE hash = $1 ORDER BY component_id;
