-- What 21 CFR 806.10(c) asks of a device, and where its units went. A device's texts are as inventory/device.c
-- checks them: dates YYYY-MM-DD, answers "yes" and "no".
CREATE TABLE device_renewed (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  common_name TEXT,
  classification_name TEXT,
  intended_use TEXT,
  class TEXT,
  regulation_number TEXT,
  pathway TEXT,
  marketed TEXT,
  investigational TEXT,
  cyber_device TEXT,
  combination_product TEXT,
  constituent_part_applicant TEXT,
  approved_on TEXT,
  periodic_report TEXT,
  periodic_interval_months TEXT,
  support TEXT,
  end_of_support_on TEXT,
  end_of_support_communicated TEXT,
  end_of_support_communicated_on TEXT,
  expected_life_years TEXT,
  last_distributed_on TEXT,
  manufacturer_name TEXT,
  manufacturer_address TEXT,
  manufacturer_telephone TEXT,
  manufacturer_contact TEXT,
  manufacturer_number TEXT
) STRICT;

INSERT INTO device_renewed (
  id, name, common_name, class, pathway, support, marketed, investigational, cyber_device,
  combination_product, constituent_part_applicant, approved_on, periodic_report, periodic_interval_months,
  expected_life_years, last_distributed_on)
SELECT
  id, name, common_name, device_class, pathway, support,
  CASE json_extract(facts, '$.marketed') WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END,
  CASE json_extract(facts, '$.investigational') WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END,
  CASE json_extract(facts, '$.cyber_device') WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END,
  CASE json_extract(facts, '$.combination_product') WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END,
  CASE json_extract(facts, '$.constituent_part_applicant') WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END,
  CAST(json_extract(facts, '$.approved_on') AS TEXT),
  CASE json_extract(facts, '$.periodic_report') WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END,
  CAST(json_extract(facts, '$.periodic_interval_months') AS TEXT),
  CAST(json_extract(facts, '$.expected_life_years') AS TEXT),
  CAST(json_extract(facts, '$.last_distributed_on') AS TEXT)
FROM device;

-- What a device may have several of, by the words of inventory/device.c.
CREATE TABLE device_number (
  device_id INTEGER NOT NULL,
  list TEXT NOT NULL,
  position INTEGER NOT NULL,
  number TEXT NOT NULL,
  PRIMARY KEY (device_id, list, position)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX device_number_udi_di ON device_number (number) WHERE list = 'udi_di';

INSERT INTO device_number (device_id, list, position, number)
SELECT id, 'udi_di', 0, udi_di FROM device WHERE udi_di <> '';
INSERT INTO device_number (device_id, list, position, number)
SELECT id, 'product_code', 0, product_code FROM device WHERE product_code <> '';

DROP TABLE device;
ALTER TABLE device_renewed RENAME TO device;

-- Lots and ranges of serial numbers that went out with a release.
CREATE TABLE lot (
  id INTEGER PRIMARY KEY,
  release_id INTEGER NOT NULL,
  lot TEXT NOT NULL,
  serial_from TEXT NOT NULL,
  serial_to TEXT NOT NULL,
  model_number TEXT NOT NULL,
  manufactured_on TEXT,
  expires_on TEXT,
  quantity INTEGER,
  UNIQUE (release_id, lot, serial_from, serial_to)
) STRICT;

-- Consignees: persons and firms that received, purchased or used a device (21 CFR 806.2(d)).
-- Personal data: contact, address, telephone and email; and name, where kind says person.
CREATE TABLE consignee (
  id INTEGER PRIMARY KEY,
  account TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  contact TEXT NOT NULL,
  address TEXT NOT NULL,
  city TEXT NOT NULL,
  region TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  country TEXT NOT NULL,
  telephone TEXT NOT NULL,
  email TEXT NOT NULL
) STRICT;

-- What a consignee received of a device; release_id NULL: not known which. Texts are empty where not stated.
CREATE TABLE shipment (
  id INTEGER PRIMARY KEY,
  consignee_id INTEGER NOT NULL,
  device_id INTEGER NOT NULL,
  release_id INTEGER,
  reference TEXT NOT NULL,
  lot TEXT NOT NULL,
  serial_from TEXT NOT NULL,
  serial_to TEXT NOT NULL,
  shipped_on TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  returned INTEGER NOT NULL
) STRICT;
CREATE INDEX shipment_by_consignee ON shipment (consignee_id, device_id);
CREATE INDEX shipment_by_device ON shipment (device_id, shipped_on);
-- The same shipment is not kept twice: it is known by its own number, else by lot and serial numbers, which
-- may run another release by now, else by what was sent and when.
CREATE UNIQUE INDEX shipment_by_reference ON shipment (consignee_id, reference) WHERE reference <> '';
CREATE UNIQUE INDEX shipment_as_sent ON shipment (consignee_id, device_id, lot, serial_from, serial_to, shipped_on,
  (CASE WHEN lot = '' AND serial_from = '' THEN coalesce(release_id, 0) ELSE 0 END)) WHERE reference = '';
