/*
 * feeds - every feed format we read, told apart by content.
 *
 * A reader takes one document from front to back and gives each record to the sink. It fails (false) where
 * the document as a whole is bad; a bad record alone goes to sink.skipped.
 */
#pragma once
#include "formats/input.h"
#include "sources/advisory.h"

struct feed {
	const char *name;  /* "nvd" */
	const char *title; /* "NVD JSON 2.0" */
	/* Does a document that begins so, and is not JSON that feeds.c knows the keys of, look like this
	 * feed? NULL: never. start is up to 64 KiB. */
	bool (*recognises)(struct str start);
	bool (*read)(struct input *in, struct advisory_sink out, struct err *e);
};

/* Ended by a row without a name. */
extern const struct feed feeds[];

/* The feed a document belongs to; NULL if none. Only peeks. */
const struct feed *feed_find(struct input *in);
