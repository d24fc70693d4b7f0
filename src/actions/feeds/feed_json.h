/*
 * feed_json - what an import of feeds did, and how fresh each source is, for machines (docs/man/feeds.md).
 */
#pragma once
#include "actions/feeds/import_feed.h"
#include "formats/json_write.h"
#include "store/vulnerabilities.h"

void import_report_json(struct json_out *w, const struct import_report *r);
void feed_sources_json(struct json_out *w, const struct source_row *rows, size_t count);
