/*
 * finding_list - the findings of registered releases, with what statements say of them.
 *
 * They are derived: each release asked for is scanned. Memory holds one release at a time.
 */
#pragma once
#include "actions/findings/finding_component.h"
#include "inventory/device.h"
#include "reports/scan_report.h"
#include "store/db.h"
#include "store/id_set.h"

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

/* The same release by release, for who chooses them. enough: once it is true, the rows behind are not wanted.
 */
struct finding_walk;
MUST_CHECK bool finding_walk_open(
    struct db *db, const struct finding_query *query, struct finding_walk **out, struct err *e);
void finding_walk_close(struct finding_walk *w);
MUST_CHECK bool finding_walk_release(struct finding_walk *w, const struct device *device,
    const struct release *release, struct finding_sink sink, const bool *enough, struct err *e);
/* False where it is known to have nothing that is asked for: walking it is no use, and no harm. */
bool finding_walk_can_have(const struct finding_walk *w, const struct release *release);
/* The next release is walked from the first finding of this component on: those before it cost nothing. */
void finding_walk_from(struct finding_walk *w, struct str component, struct str version);
/* What is not known to be exploited is passed over from now on, as far as that is cheap: a row that comes may
 * still be none of those. */
MUST_CHECK bool finding_walk_only_kev(struct finding_walk *w, struct err *e);
/* From now on releases are walked for one vulnerability alone, and among these components, whatever the query
 * asks for; what releases consist of is remembered, in bounded memory. The components are copied. */
MUST_CHECK bool finding_walk_about(
    struct finding_walk *w, int64_t vulnerability_id, const struct id_set *components, struct err *e);
/* After all releases: has any of them a component that is asked for? ERR_INPUT where none has. */
MUST_CHECK bool finding_walk_end(const struct finding_walk *w, struct err *e);

static inline void finding_walk_scoped_close(struct finding_walk **w)
{
	finding_walk_close(*w);
}
#define SCOPED_FINDING_WALK __attribute__((cleanup(finding_walk_scoped_close))) struct finding_walk
