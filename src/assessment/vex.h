/*
 * vex - what statements come to for one finding: which of them decides, and why the others do not.
 *
 * An own decision beats a supplier's claim, a narrower scope a wider one, a newer statement an older. Who is
 * overruled stays in the list, and so does what does not hold (no longer, not yet, without a reason, for a
 * name that only looks like the component's), with the reason.
 */
#pragma once
#include "base/arena.h"
#include "inventory/component.h"
#include "sources/statement.h"

/* Stored in databases: values never change. */
enum vex_origin {
	VEX_OWN = 1,	 /* the manufacturer's decision */
	VEX_SUPPLIER = 2 /* what somebody else claims */
};

/* In place of the kind of a package, where a claim names none: it is found by the serial number of the SBOM
 * that it points into. */
#define VEX_BY_SBOM ((enum package_kind)0)
/* Or by a hash, as component_hash() writes it. */
#define VEX_BY_HASH ((enum package_kind)100)

enum vex_life { VEX_STANDING = 1, VEX_REPLACED = 2, VEX_WITHDRAWN = 3 };

/* From narrow to wide. */
enum vex_scope {
	VEX_FINDING = 1,      /* a component of one release */
	VEX_RELEASE,	      /* all of one release */
	VEX_DEVICE_COMPONENT, /* a component of every release of a device */
	VEX_COMPONENT,	      /* a component, wherever it is */
	VEX_DEVICE,	      /* every release of a device, all of it */
	VEX_PORTFOLIO	      /* everything that is made */
};

/* A statement as the store keeps it. */
struct vex_record {
	int64_t id;
	enum vex_origin origin;
	enum vex_life life;
	int64_t device_id, release_id; /* what it is bound to; 0: not to one */
	/* A supplier's: as it was written. An own one names its component, if any, as the only product. */
	struct vex_statement said;
	struct str reason;		       /* own: why, for the file */
	struct str evidence;		       /* own: what it rests on; may be empty */
	struct str who;			       /* the person, or the author of the document */
	struct str document, document_version; /* a supplier's */
	int64_t document_id;		       /* a supplier's; 0 otherwise */
	struct instant made_at;		       /* a supplier's: when it was issued, as far as is known */
	struct date from, until;	       /* first and last day it holds; DATE_NONE: open */
	int64_t replaces;		       /* the one it stands in for; 0: none */
};

/* Where a finding is. Not all of it is known of an SBOM that belongs to no release. */
struct vex_place {
	int64_t device_id, release_id;
	struct str device, release;
	const struct str *serials; /* of its SBOMs: "urn:uuid:..." */
	size_t serial_count;
	const struct component *components; /* all of the release */
	size_t component_count;
	const struct component *subject; /* what its SBOM is about; NULL: not known */
};

enum vex_standing {
	VEX_DECIDES,
	VEX_OVERRULED, /* by the one that decides */
	VEX_EXPIRED,
	VEX_NOT_YET,
	VEX_NO_REASON, /* not_affected without justification and impact statement */
	VEX_UNCERTAIN, /* it is not certain that it means this component */
	VEX_PROPOSED,  /* to be confirmed: decided for another release of the device, or said by a patch alone
			*/
	VEX_STANDING_COUNT
};

struct vex_opinion {
	const struct vex_record *record;
	enum vex_scope scope;
	enum vex_standing standing;
	struct str
	    how; /* by what it means this finding: "purl npm/a", "hash SHA-256", "name and version only" */
};

/* The one that decides comes first, if any does; then by standing and rank. */
struct vex_position {
	struct vex_opinion *opinions;
	size_t count;
};

/* The opinion that decides, or NULL. */
static inline const struct vex_opinion *vex_deciding(const struct vex_position *p)
{
	return p->count && p->opinions[0].standing == VEX_DECIDES ? &p->opinions[0] : NULL;
}

/* What an own statement covers. */
enum vex_scope vex_own_scope(const struct vex_record *r);

/* records: all standing statements about the vulnerability; they are borrowed. */
void vex_weigh(const struct vex_record *records, size_t count, const struct vex_place *place,
    const struct component *c, struct date today, struct arena *arena, struct vex_position *out);

const char *vex_life_name(enum vex_life life);		   /* "stands", "replaced", "withdrawn" */
const char *vex_origin_name(enum vex_origin origin);	   /* "own", "supplier" */
const char *vex_scope_name(enum vex_scope scope);	   /* "finding", ..., "portfolio" */
const char *vex_standing_name(enum vex_standing standing); /* "decides", "overruled", "expired", ... */
