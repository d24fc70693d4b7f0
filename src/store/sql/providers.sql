-- name: fetched_find
SELECT etag, modified, through, fetched_at FROM fetched_document WHERE url = $1;

-- name: fetched_put
INSERT INTO fetched_document (url, etag, modified, through, fetched_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (url) DO UPDATE SET etag = excluded.etag, modified = excluded.modified, through = excluded.through,
  fetched_at = excluded.fetched_at;

-- name: provider_sync_list
SELECT provider, asked_at, done_at, failing_since, failure FROM provider_sync ORDER BY provider;

-- name: provider_sync_put
INSERT INTO provider_sync (provider, asked_at, done_at, failing_since, failure) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (provider) DO UPDATE SET asked_at = excluded.asked_at,
  done_at = COALESCE(excluded.done_at, provider_sync.done_at),
  failing_since = CASE WHEN excluded.failing_since IS NULL THEN NULL
    ELSE COALESCE(provider_sync.failing_since, excluded.failing_since) END,
  failure = excluded.failure;
