-- name: trigger_list / sqlite
SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name;

-- name: trigger_list / postgres
SELECT tgname, relname, pg_get_triggerdef(pg_trigger.oid)
FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
WHERE NOT tgisinternal ORDER BY tgname;
