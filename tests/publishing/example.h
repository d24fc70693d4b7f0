/*
 * example - a pump with two components, and rows about them, for tests of documents of statements.
 */
#pragma once
#include "check.h"

#include "publishing/vex_document.h"

static struct identity example_tls = {
	.kind = PACKAGE_PURL, .written = { "pkg:generic/openssl@1.1.1k", 26 }, .is_whole = true
};
static struct identity example_os = { .kind = PACKAGE_CPE,
	.written = { "cpe:2.3:o:amazon:freertos:10.0.1:*:*:*:*:*:*:*", 46 },
	.is_whole = true };
static const struct component example_components[] = {
	{ .ref = { "pump", 4 }, .name = { "Pump", 4 }, .version = { "4.2", 3 }, .is_subject = true },
	{ .ref = { "lib", 3 },
	    .name = { "openssl", 7 },
	    .version = { "1.1.1k", 6 },
	    .identities = &example_tls,
	    .identity_count = 1 },
	{ .ref = { "lib", 3 }, /* a second of that name */
	    .name = { "FreeRTOS", 8 },
	    .version = { "10.0.1", 6 },
	    .identities = &example_os,
	    .identity_count = 1 },
};
static const struct vex_edition example_edition = { .author = { "Example", 7 },
	.author_space = { "https://example.com", 19 },
	.at = { INT64_C(1767225600000000) } }; /* 2026-01-01 */

static inline struct scan example_scan(bool with_subject)
{
	return (struct scan){ .file = STR("pump.json"),
		.components = example_components + !with_subject,
		.component_count = COUNT(example_components) - !with_subject };
}

/* Rows from an array, as a scan gives them. */
struct example_rows {
	const struct scan_row *rows;
	size_t count, next;
};

static inline bool example_next(void *ctx, const struct scan_row **row, struct err *e)
{
	struct example_rows *r = ctx;

	(void)e;
	*row = r->next < r->count ? &r->rows[r->next++] : NULL;
	return true;
}
