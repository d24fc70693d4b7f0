/*
 * where - in which releases is it: a component by name, a package by purl or CPE, a vulnerability by any of
 * its names.
 *
 * The cost follows what is found, not how many devices there are: postings lead from package to components to
 * lists to releases.
 */
#pragma once
#include "base/arena.h"
#include "inventory/component.h"
#include "inventory/device.h"
#include "store/db.h"

struct where_row {
	struct device device;
	struct release release;
	struct component component;
	struct str why; /* the trace, or the alias that led to it; empty where it was asked for itself */
	struct str state, vulnerability; /* for a vulnerability */
	struct str statement;		 /* the one that decides on it, in a line; may be empty */
};

enum where_kind { WHERE_COMPONENT, WHERE_PACKAGE, WHERE_VULNERABILITY };

struct where {
	enum where_kind kind;
	struct where_row *rows; /* by device name, release, component */
	size_t count;
};

/* query: "CVE-2021-44228", "GHSA-...", "pkg:...", "cpe:...", or a component's name. A version in a purl or
 * CPE must be equal as text. today: for statements about a vulnerability. ERR_INPUT for a CVE or GHSA that no
 * record says anything of. */
MUST_CHECK bool where_is(struct db *db, struct str query, struct date today, struct arena *arena,
    struct where *out, struct err *e);
