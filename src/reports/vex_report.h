/*
 * vex_report - what became of each statement of a VEX document: where it applies, or why it does not.
 *
 * The report is kept with the document and never changes; what a statement comes to later is in the findings.
 */
#pragma once
#include "assessment/vex.h"
#include "formats/json_write.h"

enum vex_outcome {
	VEX_APPLIED,	/* some component of some release is certainly meant */
	VEX_AMBIGUOUS,	/* one may be meant; a person has to judge */
	VEX_UNMATCHED,	/* nothing registered is meant */
	VEX_INCOMPLETE, /* not_affected, and no reason given: shown, decides nothing */
	VEX_UNREADABLE, /* passed over by the reader */
	VEX_OUTCOME_COUNT
};

/* A component of a release that the statement means. */
struct vex_reached {
	struct str device, release, component, version, how;
	bool certain;
	bool as_part;	  /* all of the release is meant, and this is in it */
	bool has_finding; /* some record in the store touches it, too */
};

struct vex_report_row {
	enum vex_outcome outcome;
	struct str why;			 /* where it does not apply */
	const struct vex_record *record; /* NULL where it is unreadable */
	struct vex_reached *reached;	 /* VEX_REACHED_MOST at most */
	size_t reached_count, reached_all;
};

#define VEX_REACHED_MOST 1000 /* of one statement, in the report; all are counted */

/* What became of a document as a whole. */
enum vex_fate {
	VEX_TAKEN,
	VEX_UNCHANGED, /* the same bytes were taken before */
	VEX_OLDER,     /* a newer version of it was taken before */
	VEX_TAKEN_BACK /* it withdraws what its earlier versions said */
};

struct vex_report {
	int64_t document_id; /* 0: not kept */
	struct str file, format, document, version, author;
	struct str tlp; /* of the document: sources/statement.h */
	struct instant issued;
	enum vex_fate fate;
	size_t replaced; /* statements of its earlier versions that stand no longer */
	struct vex_report_row *rows;
	size_t row_count, counts[VEX_OUTCOME_COUNT];
};

const char *vex_outcome_name(enum vex_outcome outcome);
const char *vex_fate_name(enum vex_fate fate);
/* How many statements of an import came to what, as fields of the object that is open: "applied", ... */
void vex_totals_write(const struct vex_report *reports, size_t count, struct json_out *w);
/* Those of an import, as an array. */
void vex_reports_write(const struct vex_report *reports, size_t count, struct json_out *w);
void vex_report_write(const struct vex_report *r, struct json_out *w);
