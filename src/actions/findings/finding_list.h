/*
 * finding_list - the findings of registered releases, with what statements say of them.
 *
 * They are derived: each release asked for is scanned. Memory holds one release at a time.
 */
#pragma once
#include "reports/scan_report.h"
#include "store/db.h"

struct finding_query {
	struct str device, release; /* by name; empty: all */
	struct str vulnerability;   /* any of its names; empty: all */
	struct str component;	    /* "name", "name@version" or a package URL; empty: all */
	struct date today;
};

/* The findings of one release, as they come. */
struct finding_sink {
	void *ctx;
	/* row->device and row->release say whose it is, row->finding.component which of the components. */
	bool (*row)(void *ctx, const struct component *components, const struct scan_row *row, struct err *e);
};

/* By device name, release in the order they were added, then as a scan has them. ERR_INPUT where a name is
 * not known. Reads in the transaction that is open. */
MUST_CHECK bool finding_list(
    struct db *db, const struct finding_query *query, struct finding_sink sink, struct err *e);

/* Is c what the words name: "name", "name@version", a package URL with or without version? Empty: yes. */
bool finding_component_is(struct str words, const struct component *c);
/* Is it one of them? True too where nothing is asked for. */
bool finding_has_component(struct str words, const struct component *components, size_t count);
/* Fails: "0 findings" would not be known of what is nowhere (ERR_INPUT). */
bool finding_no_component(struct str words, struct err *e);
