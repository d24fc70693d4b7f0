/*
 * report_806_items - items 1 to 12 of an 806 report, 21 CFR 806.10(c)(1) to (12). For report_806.c alone.
 */
#pragma once
#include "reports/fda/fda_case.h"

struct item_place {
	const struct fda_case *c;
	struct document *d;
	struct str number; /* of the report */
};

struct report_item {
	const char *title;
	/* Puts what there is into the document; whether that is all the item asks for. */
	bool (*put)(const struct item_place *place);
};

extern const struct report_item report_items[FDA_ITEMS + 1]; /* by number */
