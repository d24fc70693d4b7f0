/*
 * listed - what a provider of records says has changed and when: the lists that it publishes beside them.
 *
 * Each reader hands over one entry after the other, in the order of the document; none is kept. A document
 * that is not as it should be is an error with its place.
 */
#pragma once
#include "base/err.h"
#include "base/str.h"
#include "base/time.h"
#include "formats/input.h"

struct listed {
	struct str what;   /* an id, a path or an address, whatever the list is of */
	struct instant at; /* of its change */
};

struct listed_sink {
	void *ctx;
	bool (*take)(void *ctx, const struct listed *one, struct err *e);
};

/* An ecosystem's modified_id.csv of the OSV database: "2026-08-15T00:05:00Z,GHSA-2mrq-w8pv-5pvq" a line, the
 * newest first. what: the id, of letters, digits and -_.:+ alone.
 * Source: google.github.io/osv.dev/data, "Data dumps". */
MUST_CHECK bool osv_list_read(struct input *in, struct listed_sink out, struct err *e);

/* deltaLog.json of the CVE list: what it took in during the last 30 days, a batch each time it looked. what:
 * the CVE id; at: when it looked. Source: CVEProject/cvelistV5, README, and its Delta class. */
MUST_CHECK bool cve_list_read(struct input *in, struct listed_sink out, struct err *e);

/* changes.csv of a CSAF provider: "2024/icsma-24-254-01.json,2024-09-10T06:00:00Z" a line. what: the path,
 * below the folder of the list, and never out of it. Source: CSAF 2.0, 7.1.13. */
MUST_CHECK bool csaf_changes_read(struct input *in, struct listed_sink out, struct err *e);

/* A ROLIE feed of a CSAF provider. what: the document's address. Source: CSAF 2.0, 7.1.15; RFC 8322. */
MUST_CHECK bool csaf_feed_read(struct input *in, struct listed_sink out, struct err *e);
