/*
 * field_units - how many units of a casefile's device the register knows in the field, release by release.
 */
#pragma once
#include "actions/casework/case_view.h"

/* Of one release. Where the register knows no shipment of the device, what is stated of the release. */
struct field_release {
	struct str version; /* empty: units of which the release is not known */
	bool named;	    /* by a finding in the file */
	bool concerned;	    /* named, or has a finding; nobody knows whether, and there are units of it */
	bool carries, lost; /* a fix came in it; and it is known by now to be no good */
	int64_t most, held; /* that were shipped, and of these not returned; -1: not known */
	struct date released_on;
};

/* Units of a release that are held and came into the field behind the first distribution of a fix. */
struct field_arrival {
	size_t release; /* its place */
	struct date on;
	int64_t held;
};

struct field_units {
	/* More than so many cannot get a fix: all that were shipped, else what is stated of all releases; -1:
	 * that is not known. */
	int64_t most;
	struct field_release *releases; /* of the device, and last those of which it is not known */
	size_t release_count;
	bool by_shipments;	       /* else by what is stated of the releases */
	struct field_arrival *arrived; /* by release and day, a day once */
	size_t arrived_count;
	/* Where the register is not at hand: what facts told of it before. */
	struct concerned_fact *told;
	size_t told_count;
};

/* By shipments up to today; of the view the casefile and its records alone are asked. A release is concerned
 * where a finding in the file names it, and otherwise as affected_releases() judges it: where it is not known
 * whether it is affected, and others are, it counts with units that are known in the field. In one that
 * carries a fix (carrying.h) those have it that came with it; which others run it by now, and which release
 * they came with, is not known. In the arena. */
MUST_CHECK bool field_units(struct db *db, const struct case_view *view, struct date today,
    struct arena *arena, struct field_units *out, struct err *e);

/* The release, where units of it are known in the field that are concerned; NULL: none, so that a fix by this
 * name goes to any of those that are concerned. */
const struct field_release *field_release_of(const struct field_units *field, struct str version);

/* More units than so many of the release (empty: of any) cannot get a fix, with those of which the release is
 * not known; -1: that is not known. */
int64_t field_most(const struct field_units *field, struct str version);

/* What consignees have of a release in the field, or where none of it is known of those concerned, with units
 * of which the release is not known: shipped, whether they came back or not, and held; -1 where no shipment
 * of the device is known.
 */
struct field_share {
	int64_t shipped, held;
};
MUST_CHECK bool field_share_of(struct db *db, const struct case_view *view, struct str release,
    const struct str *accounts, size_t count, struct field_share *out, struct err *e);

/* The releases of which units that are to get a fix are in the field, as the facts tell them, those that
 * arrived later each with its day; units below 0: not known how many. In the arena. */
struct concerned_fact *field_concerned(const struct field_units *field, struct arena *arena, size_t *count);
