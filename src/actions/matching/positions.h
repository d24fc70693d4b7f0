/*
 * positions - what the statements of a store say of findings, release by release.
 *
 * Statements are read once for each vulnerability that is asked about. A store without any costs nothing.
 */
#pragma once
#include "inventory/device.h"
#include "reports/scan_report.h"
#include "store/db.h"

struct positions;

/* today: the day on which statements hold. Reads in the transaction that is open. */
MUST_CHECK bool positions_open(struct db *db, struct date today, struct positions **out, struct err *e);
void positions_close(struct positions *p);

/* Whose findings come next; the components are borrowed, everything else is copied or read. device and
 * release may be NULL, for an SBOM of no release: its serial number and subject are then the caller's. What
 * was said of the findings of the place before is gone. */
struct positions_place {
	const struct device *device;
	const struct release *release;
	const struct component *components;
	size_t count;
	struct str serial;
	const struct component *subject;
};
MUST_CHECK bool positions_at(struct positions *p, const struct positions_place *at, struct err *e);

/* The same for an SBOM file: the release it was imported for, or else the SBOM by itself. *releases: how many
 * have it; of several none is meant. */
struct positions_file {
	const struct sha256 *digest;
	struct str serial;
	const struct component *components;
	size_t count;
};
MUST_CHECK bool positions_at_file(
    struct positions *p, const struct positions_file *file, size_t *releases, struct err *e);

/* What the SBOM of the place says itself, where it stands in no store. Borrowed; once. */
void positions_add(struct positions *p, const struct vex_record *records, size_t count);

/* Where findings come from just now. */
const struct vex_place *positions_place(const struct positions *p);

/* Sets position and state of the row, whose names and matched state are known. */
MUST_CHECK bool positions_apply(struct positions *p, struct scan_row *row, struct err *e);

/* A supplier says that a component is affected. */
struct positions_claim {
	int64_t vulnerability_id;
	const struct vex_record *record;
	struct str how;
};

/* Is there any statement at all? Without one it does not matter what else the place consists of. */
bool positions_are_any(const struct positions *p);
/* Does any supplier say that something is affected? */
bool positions_have_claims(const struct positions *p);
/* The claims about a component of the place, whether any record of a feed knows of it or not. In the arena.
 */
MUST_CHECK bool positions_claims(struct positions *p, size_t component, struct arena *arena,
    struct positions_claim **out, size_t *count, struct err *e);

enum finding_state positions_state(enum statement_status status);

static inline void positions_scoped_close(struct positions **p)
{
	positions_close(*p);
}
#define SCOPED_POSITIONS __attribute__((cleanup(positions_scoped_close))) struct positions
