/*
 * start - what a JSON document is, from how it begins.
 *
 * The beginning may be cut off anywhere and need not be good JSON: nothing is refused here.
 */
#pragma once
#include "base/str.h"

/* Two keys, or one: and may be NULL. what tells the caller what they mean. */
struct start_rule {
	int what;
	const char *path, *and;
};

/* The rule whose keys are all there first, in one pass; count if none's are. At most 32 rules; paths as for
 * start_has. */
size_t start_first(struct str start, const struct start_rule *rules, size_t count);

/* Is there such a key? path is "document.csaf_version": each name is a key of the object under the name
 * before it. Arrays in between do not count, so that a list of records looks like a record. */
bool start_has(struct str start, const char *path);
