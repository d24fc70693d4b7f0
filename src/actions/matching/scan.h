/*
 * scan - matches a list of components, seen as one release, against the advisories of a store.
 *
 * Components are matched in the order of the report, and each row is described when it is asked for: memory
 * holds the findings of one component at a time.
 */
#pragma once
#include "actions/matching/positions.h"
#include "actions/matching/sought.h"
#include "base/arena.h"
#include "reports/scan_report.h"
#include "store/db.h"
#include "store/id_set.h"

struct scanner;

/* Reads in the transaction that is open. sought: the vulnerabilities that are asked for, NULL for all; that
 * and the components are borrowed, and the store too: it is closed after the scanner. */
MUST_CHECK bool scan_open(struct db *db, const struct component *components, size_t count,
    const struct sought *sought, struct scanner **out, struct err *e);
void scan_close(struct scanner *s);

/* Findings get what statements say of them; the positions must stand at the release that the components are.
 * Borrowed. */
void scan_use(struct scanner *s, struct positions *positions);

/* Finds which components no source could see: scan_about() tells of them then. */
MUST_CHECK bool scan_find_unserved(struct scanner *s, struct err *e);

/* The components are those of this list of the store: what is kept of it is not worked out again. */
MUST_CHECK bool scan_use_kept(struct scanner *s, int64_t list_id, struct err *e);

/* Components and sources, borrowed from the scanner; file, format and digest are for the caller to fill in.
 */
struct scan scan_about(const struct scanner *s);
/* The next row, by component name, version, vulnerability; NULL behind the last. Valid until the next call.
 */
MUST_CHECK bool scan_next(struct scanner *s, const struct scan_row **row, struct err *e);

/* Of these components alone, by their places: others cost nothing. Borrowed. */
void scan_pick(struct scanner *s, const bool *picked);

/* Passes over the components that stand before this name and version in the order of the report. */
void scan_seek(struct scanner *s, struct str name, struct str version);

/* Begins anew with the first component, and from here on the rows are hints (matching/hint.h): what is no
 * finding, for only the names are alike. Those that a statement settles are left out. */
MUST_CHECK bool scan_turn_to_hints(struct scanner *s, struct err *e);

static inline void scan_scoped_close(struct scanner **s)
{
	scan_close(*s);
}
#define SCOPED_SCANNER __attribute__((cleanup(scan_scoped_close))) struct scanner
