/*
 * import_gudid - devices from records of FDA's GUDID: what of a record is taken, and what becomes of it.
 *
 * A record fills what is not stated of a device and adds to its lists. What is stated otherwise stays, and is
 * told: GUDID holds what a labeler once entered. It does not say the intended use, the class or how long a
 * device is supported.
 */
#pragma once
#include "base/arena.h"
#include "records/trail.h"
#include "sources/gudid.h"
#include "store/db.h"

/* Records that are asked for; empty texts: all. */
struct gudid_filter {
	struct str company, brand; /* words that the name holds, of any case */
	const struct str *dis;
	size_t di_count;
};

struct gudid_count {
	size_t records, bad;
};

/* All records of a file, plain or packed, that are asked for, in its order. */
MUST_CHECK bool gudid_walk(const char *path, const struct gudid_filter *filter, struct gudid_sink sink,
    struct gudid_count *count, struct err *e);

enum gudid_fate {
	GUDID_FILLED, /* it was not stated */
	GUDID_ADDED,  /* to a list */
	GUDID_KEPT,   /* it is stated otherwise, and stays */
	GUDID_REFUSED /* it has not the form, or is another device's */
};

struct gudid_taken {
	struct str device, di;
	bool is_new; /* the device was registered for it */
	enum gudid_fate fate;
	struct str key;	   /* "common_name", "udi_di" */
	struct str says;   /* GUDID */
	struct str stands; /* GUDID_KEPT: what is stated; GUDID_REFUSED: why */
};

struct gudid_import {
	const char *path;
	struct str called;     /* what the trail calls the file; empty: its path */
	const struct str *dis; /* at least one */
	size_t di_count;
	struct str device; /* that all records are of; empty: the one that has the DI, or else is called as
			      the record's brand, or else a new one of that name */
};

/* One change. ERR_INPUT where the file has no record of one of the DIs. In the arena. */
MUST_CHECK bool import_gudid(struct db *db, const struct gudid_import *what, struct change_by by,
    struct arena *arena, struct gudid_taken **out, size_t *count, struct err *e);
