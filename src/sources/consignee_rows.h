/*
 * consignee_rows - a firm's list of where its devices went, as CSV with a header.
 *
 * A row is a consignee, or a consignee and one shipment to it; columns are found by their names, in any
 * order, and others are passed over. A row that cannot be read is an error of the whole list: half of a
 * distribution list is worse than none.
 */
#pragma once
#include "base/err.h"
#include "base/str.h"
#include "formats/input.h"

/* As written, blanks around cut off; empty where there is no such column or nothing in it. */
struct consignee_row {
	struct str account;
	struct str kind, name, role, contact, address, city, region, postal_code, country, telephone, email;
	struct str device, release, shipment, lot, serial, serial_from, serial_to, shipped_on, quantity,
	    returned;
};

struct consignee_rows_sink {
	void *ctx;
	/* Texts are valid during the call. False ends the reading; *e gets the place of the row in front. */
	bool (*row)(void *ctx, const struct consignee_row *row, struct err *e);
};

/* ERR_INPUT without a column "account", or with a known column twice. */
MUST_CHECK bool consignee_rows_read(struct input *in, struct consignee_rows_sink sink, struct err *e);
