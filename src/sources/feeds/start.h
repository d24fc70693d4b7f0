/*
 * start - what a JSON document is, from how it begins.
 *
 * The beginning may be cut off anywhere and need not be good JSON: nothing is refused here.
 */
#pragma once
#include "base/str.h"

/* Is there such a key? path is "document.csaf_version": each name is a key of the object under the name
 * before it. Arrays in between do not count, so that a list of records looks like a record. */
bool start_has(struct str start, const char *path);
