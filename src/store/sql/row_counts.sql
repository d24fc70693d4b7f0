-- name: row_count
SELECT count FROM (
  SELECT 'casefile' AS name, count(*) AS count FROM casefile
  UNION ALL SELECT 'device' AS name, count(*) AS count FROM device
  UNION ALL SELECT 'lot' AS name, count(*) AS count FROM lot
  UNION ALL SELECT 'person' AS name, count(*) AS count FROM person
  UNION ALL SELECT 'program_version' AS name, count(*) AS count FROM program_version
  UNION ALL SELECT 'release' AS name, count(*) AS count FROM release
  UNION ALL SELECT 'setting' AS name, count(*) AS count FROM setting
  UNION ALL SELECT 'signal_entry' AS name, count(*) AS count FROM signal_entry
  UNION ALL SELECT 'trail_head' AS name, count(*) AS count FROM trail_head
) counted WHERE name = $1;
