-- name: device_add
INSERT INTO device (
  name, common_name, classification_name, intended_use, class, regulation_number, pathway, marketed,
  investigational, cyber_device, combination_product, constituent_part_applicant, approved_on,
  periodic_report, periodic_report_on, periodic_interval_months, support, end_of_support_on,
  end_of_support_communicated, end_of_support_communicated_on, expected_life_years, last_distributed_on,
  manufacturer_name, manufacturer_address, manufacturer_telephone, manufacturer_contact,
  manufacturer_number)
VALUES (
  $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
  $24, $25, $26, $27) RETURNING id;

-- name: device_set
UPDATE device SET
  name = $1, common_name = $2, classification_name = $3, intended_use = $4, class = $5,
  regulation_number = $6, pathway = $7, marketed = $8, investigational = $9, cyber_device = $10,
  combination_product = $11, constituent_part_applicant = $12, approved_on = $13, periodic_report = $14,
  periodic_report_on = $15, periodic_interval_months = $16, support = $17, end_of_support_on = $18,
  end_of_support_communicated = $19, end_of_support_communicated_on = $20, expected_life_years = $21,
  last_distributed_on = $22, manufacturer_name = $23, manufacturer_address = $24,
  manufacturer_telephone = $25, manufacturer_contact = $26, manufacturer_number = $27
WHERE id = $28;

-- name: device_find
SELECT
  id, name, common_name, classification_name, intended_use, class, regulation_number, pathway, marketed,
  investigational, cyber_device, combination_product, constituent_part_applicant, approved_on,
  periodic_report, periodic_report_on, periodic_interval_months, support, end_of_support_on,
  end_of_support_communicated, end_of_support_communicated_on, expected_life_years, last_distributed_on,
  manufacturer_name, manufacturer_address, manufacturer_telephone, manufacturer_contact,
  manufacturer_number,
  (SELECT number FROM device_number n WHERE n.device_id = d.id AND list = 'udi_di' ORDER BY position LIMIT 1),
  (SELECT number FROM device_number n WHERE n.device_id = d.id AND list = 'product_code' ORDER BY position LIMIT 1)
FROM device d
WHERE name = $1 OR id IN (SELECT device_id FROM device_number WHERE list = 'udi_di' AND number = $1);

-- name: device_get
SELECT
  id, name, common_name, classification_name, intended_use, class, regulation_number, pathway, marketed,
  investigational, cyber_device, combination_product, constituent_part_applicant, approved_on,
  periodic_report, periodic_report_on, periodic_interval_months, support, end_of_support_on,
  end_of_support_communicated, end_of_support_communicated_on, expected_life_years, last_distributed_on,
  manufacturer_name, manufacturer_address, manufacturer_telephone, manufacturer_contact,
  manufacturer_number,
  (SELECT number FROM device_number n WHERE n.device_id = d.id AND list = 'udi_di' ORDER BY position LIMIT 1),
  (SELECT number FROM device_number n WHERE n.device_id = d.id AND list = 'product_code' ORDER BY position LIMIT 1)
FROM device d
WHERE id = $1;

-- name: device_list
SELECT
  id, name, common_name, classification_name, intended_use, class, regulation_number, pathway, marketed,
  investigational, cyber_device, combination_product, constituent_part_applicant, approved_on,
  periodic_report, periodic_report_on, periodic_interval_months, support, end_of_support_on,
  end_of_support_communicated, end_of_support_communicated_on, expected_life_years, last_distributed_on,
  manufacturer_name, manufacturer_address, manufacturer_telephone, manufacturer_contact,
  manufacturer_number,
  (SELECT number FROM device_number n WHERE n.device_id = d.id AND list = 'udi_di' ORDER BY position LIMIT 1),
  (SELECT number FROM device_number n WHERE n.device_id = d.id AND list = 'product_code' ORDER BY position LIMIT 1)
FROM device d
ORDER BY name;

-- name: device_page
SELECT
  id, name, common_name, classification_name, intended_use, class, regulation_number, pathway, marketed,
  investigational, cyber_device, combination_product, constituent_part_applicant, approved_on,
  periodic_report, periodic_report_on, periodic_interval_months, support, end_of_support_on,
  end_of_support_communicated, end_of_support_communicated_on, expected_life_years, last_distributed_on,
  manufacturer_name, manufacturer_address, manufacturer_telephone, manufacturer_contact,
  manufacturer_number,
  (SELECT number FROM device_number n WHERE n.device_id = d.id AND list = 'udi_di' ORDER BY position LIMIT 1),
  (SELECT number FROM device_number n WHERE n.device_id = d.id AND list = 'product_code' ORDER BY position LIMIT 1)
FROM device d
WHERE name >= $1
ORDER BY name;

-- name: device_count
SELECT count(*) FROM device;

-- name: device_words
SELECT id, name, common_name FROM device ORDER BY name;

-- name: device_of_first_udi
SELECT device_id FROM device_number n
WHERE list = 'udi_di' AND number = $1 AND position = (
  SELECT min(position) FROM device_number m WHERE m.device_id = n.device_id AND list = 'udi_di');

-- name: device_numbers
SELECT list, number FROM device_number WHERE device_id = $1 ORDER BY list, position;

-- name: device_number_add
INSERT INTO device_number (device_id, list, position, number) VALUES ($1, $2, $3, $4);

-- name: device_numbers_clear
DELETE FROM device_number WHERE device_id = $1;

-- name: device_of_udi
SELECT device_id FROM device_number WHERE list = 'udi_di' AND number = $1;

-- name: release_add
INSERT INTO release (device_id, version, units, released_on) VALUES ($1, $2, $3, $4) RETURNING id;

-- name: release_set_units
UPDATE release SET units = $1 WHERE id = $2;

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

-- name: sbom_raw_newest
SELECT raw FROM sbom WHERE release_id = $1 ORDER BY imported_at DESC, id DESC LIMIT 1;

-- name: component_hash_add
INSERT INTO component_hash (hash, component_id) VALUES ($1, $2) ON CONFLICT DO NOTHING;

-- name: component_hash_find
SELECT component_id FROM component_hash WHERE hash = $1 ORDER BY component_id;

-- name: component_starting / sqlite
SELECT id, name, version FROM component WHERE lower(name) >= $1 AND lower(name) < $2
ORDER BY lower(name), version, id LIMIT 20;

-- name: component_starting / postgres
SELECT id, name, version FROM component
WHERE lower(name) COLLATE "C" >= $1 AND lower(name) COLLATE "C" < $2
ORDER BY lower(name) COLLATE "C", version COLLATE "C", id LIMIT 20;
