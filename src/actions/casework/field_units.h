/*
 * field_units - how many units of a casefile's device the register knows in the field, release by release.
 */
#pragma once
#include "actions/casework/case_view.h"

/* Of one release. Where the register knows no shipment of the device, what is stated of the release. */
struct field_release {
	struct str version; /* empty: units of which the release is not known */
	bool concerned;	    /* named by a finding in the file, or none names any, or not known */
	int64_t most, held; /* that were shipped, and of these not returned; -1: not known */
};

struct field_units {
	/* Of releases that are concerned. Shipped: whether they came back or not; held: not returned. -1: no
	 * shipment is known. */
	int64_t shipped, held;
	/* More than so many cannot get a fix: all that were shipped, else what is stated of all releases; -1:
	 * that is not known. */
	int64_t most;
	struct field_release *releases; /* of the device, and last those of which it is not known */
	size_t release_count;
	bool named; /* findings name the releases that are concerned */
};

/* By shipments up to today; of the view the casefile and its records alone are asked. In the arena. */
MUST_CHECK bool field_units(struct db *db, const struct case_view *view, struct date today,
    struct arena *arena, struct field_units *out, struct err *e);

/* The release, where units of it are known in the field that are concerned; NULL: none, so that a fix by this
 * name goes to any of those that are concerned. */
const struct field_release *field_release_of(const struct field_units *field, struct str version);

/* More units than so many of the release (empty: of any) cannot get a fix, with those of which the release is
 * not known; -1: that is not known. */
int64_t field_most(const struct field_units *field, struct str version);

/* What consignees have of a release in the field, or where none of it is known of those concerned, with units
 * of which the release is not known: shipped and held as above, -1 where no shipment of the device is known.
 */
struct field_share {
	int64_t shipped, held;
};
MUST_CHECK bool field_share_of(struct db *db, const struct case_view *view, struct str release,
    const struct str *accounts, size_t count, struct field_share *out, struct err *e);

/* How far a fix has come, release by release. */
struct field_reach {
	const struct field_units *field;
	int64_t *direct; /* units that got it, for each of field->releases */
	int64_t pool;	 /* under the name of a release that has no units in the field: to any of them */
};
struct field_reach field_reach_of(const struct field_units *field, struct arena *arena);
void field_reach_add(struct field_reach *r, struct str release, int64_t units);
/* Has every release that is concerned as many as are held of it? Of one that findings name, of which no
 * number is known, some. */
bool field_reach_is_whole(const struct field_reach *r);
