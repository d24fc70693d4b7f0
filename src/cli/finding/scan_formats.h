/*
 * scan_formats - findings in each form that --format knows, from wherever they come.
 */
#pragma once
#include "publishing/vex_document.h"

#define SCAN_FORMATS "table|json|csv|html|pdf|sarif|cyclonedx|openvex|csaf"

/* What a report needs to know beside what was found. */
struct scan_edition {
	const char *format;	/* NULL: the table */
	struct instant now;	/* the table tells how old the data is; INSTANT_NONE: it does not */
	struct vex_edition vex; /* for documents of statements */
	struct scan_rows
	    hints; /* asked for behind the rows; next NULL: no hints. Table and JSON alone have them */
};

/* Writes the report and counts its rows. */
MUST_CHECK bool scan_print(const struct scan *s, struct scan_rows rows, const struct scan_edition *edition,
    FILE *to, struct scan_counts *counts, struct err *e);

/* Can it show what is a hint and no finding? */
bool scan_format_has_hints(const char *format);
/* Does this format make a document of statements, which has an author and a time? */
bool scan_format_is_vex(const char *format);
/* Does it list the components that no source could see? */
bool scan_format_tells_unseen(const char *format);
