/*
 * source_off_json - that a source is turned off, for machines (docs/man/feeds.md).
 */
#pragma once
#include "formats/json_write.h"
#include "matching/source_off.h"

/* A field "off" of the object that is open, with "since", "by" and "why"; nothing where it is not off. */
void source_off_json(struct json_out *w, const struct source_off *off);
