-- name: consignee_find
SELECT id, account, kind, name, role, contact, address, city, region, postal_code, country, telephone, email
FROM consignee WHERE account = $1;

-- name: consignee_list
SELECT id, account, kind, name, role, contact, address, city, region, postal_code, country, telephone, email
FROM consignee ORDER BY account;

-- name: consignee_add
INSERT INTO consignee (account, kind, name, role, contact, address, city, region, postal_code, country, telephone, email)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- name: consignee_set
UPDATE consignee SET kind = $1, name = $2, role = $3, contact = $4, address = $5, city = $6, region = $7,
  postal_code = $8, country = $9, telephone = $10, email = $11
WHERE id = $12;

-- name: shipment_add
INSERT INTO shipment (consignee_id, device_id, release_id, reference, lot, serial_from, serial_to, shipped_on, quantity,
  returned)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- name: shipment_set
UPDATE shipment SET device_id = $1, release_id = $2, lot = $3, serial_from = $4, serial_to = $5, shipped_on = $6,
  quantity = $7, returned = $8
WHERE id = $9;

-- name: shipment_by_reference
SELECT id, consignee_id, device_id, release_id, reference, lot, serial_from, serial_to, shipped_on, quantity, returned
FROM shipment WHERE consignee_id = $1 AND reference = $2 AND reference <> '';

-- name: shipment_as_sent
SELECT id, consignee_id, device_id, release_id, reference, lot, serial_from, serial_to, shipped_on, quantity, returned
FROM shipment WHERE consignee_id = $1 AND device_id = $2 AND lot = $3 AND serial_from = $4 AND serial_to = $5
  AND shipped_on = $6 AND (CASE WHEN lot = '' AND serial_from = '' THEN coalesce(release_id, 0) ELSE 0 END) = $7
  AND reference = '';

-- name: shipments_of_consignee
SELECT id, consignee_id, device_id, release_id, reference, lot, serial_from, serial_to, shipped_on, quantity, returned
FROM shipment WHERE consignee_id = $1 ORDER BY shipped_on, id;

-- name: shipments_of_device
SELECT id, consignee_id, device_id, release_id, reference, lot, serial_from, serial_to, shipped_on, quantity, returned
FROM shipment WHERE device_id = $1 ORDER BY consignee_id, shipped_on, id;

-- name: shipment_list
SELECT id, consignee_id, device_id, release_id, reference, lot, serial_from, serial_to, shipped_on, quantity, returned
FROM shipment ORDER BY consignee_id, shipped_on, id;

-- name: shipment_newest
SELECT max(shipped_on) FROM shipment WHERE device_id = $1 AND shipped_on <> '' AND shipped_on <= $2;

-- name: shipment_counts
SELECT count(DISTINCT consignee_id), CAST(coalesce(sum(quantity), 0) AS BIGINT), CAST(coalesce(sum(returned), 0) AS BIGINT)
FROM shipment WHERE device_id = $1;

-- name: lot_add
INSERT INTO lot (release_id, lot, serial_from, serial_to, model_number, manufactured_on, expires_on, quantity)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- name: lots_of_release
SELECT id, release_id, lot, serial_from, serial_to, model_number, manufactured_on, expires_on, quantity
FROM lot WHERE release_id = $1 ORDER BY lot, serial_from, id;

-- name: lots_of_device
SELECT l.id, release_id, lot, serial_from, serial_to, model_number, manufactured_on, expires_on, quantity
FROM lot l JOIN release r ON r.id = l.release_id WHERE r.device_id = $1 ORDER BY lot, serial_from, l.id;

-- name: lot_set
UPDATE lot SET release_id = $1, model_number = $2, manufactured_on = $3, expires_on = $4, quantity = $5 WHERE id = $6;

-- name: lot_get
SELECT id, release_id, lot, serial_from, serial_to, model_number, manufactured_on, expires_on, quantity
FROM lot WHERE id = $1;

-- name: lot_find
SELECT id, release_id, lot, serial_from, serial_to, model_number, manufactured_on, expires_on, quantity
FROM lot WHERE release_id = $1 AND lot = $2 AND serial_from = $3 AND serial_to = $4;

-- name: lot_find_units
SELECT l.id, release_id, lot, serial_from, serial_to, model_number, manufactured_on, expires_on, quantity
FROM lot l JOIN release r ON r.id = l.release_id
WHERE r.device_id = $1 AND lot = $2 AND serial_from = $3 AND serial_to = $4 ORDER BY l.id LIMIT 1;

-- name: release_units
SELECT release_id, CAST(sum(quantity) AS BIGINT), NULL FROM lot JOIN release r ON r.id = release_id
WHERE r.device_id = $1 GROUP BY release_id
UNION ALL
SELECT coalesce(s.release_id, o.release_id), NULL, CAST(sum(quantity - returned) AS BIGINT) FROM shipment s
LEFT JOIN (SELECT lot, min(release_id) AS release_id FROM lot JOIN release r ON r.id = release_id
  WHERE r.device_id = $1 GROUP BY lot HAVING count(DISTINCT release_id) = 1) o ON o.lot = s.lot AND s.release_id IS NULL
WHERE s.device_id = $1 AND coalesce(s.release_id, o.release_id) IS NOT NULL GROUP BY coalesce(s.release_id, o.release_id);
