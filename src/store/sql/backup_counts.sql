-- In the order of enum backup_count.
-- name: backup_counts
SELECT (SELECT count(*) FROM device), (SELECT count(*) FROM release), (SELECT count(*) FROM component),
  (SELECT count(*) FROM advisory), (SELECT count(*) FROM signal), (SELECT count(*) FROM casefile),
  (SELECT count(*) FROM casefile_record), (SELECT count(*) FROM signature), (SELECT count(*) FROM attachment),
  (SELECT count(*) FROM person);
