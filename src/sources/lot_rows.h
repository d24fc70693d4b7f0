/*
 * lot_rows - a firm's list of lots and serial numbers, as CSV with a header (sources/named_columns.h).
 */
#pragma once
#include "base/err.h"
#include "base/str.h"
#include "formats/input.h"

/* As written, blanks around cut off; empty where there is no such column or nothing in it. */
struct lot_listed {
	struct str release;
	struct str device, lot, serial, serial_from, serial_to, model_number, manufactured_on, expires_on,
	    quantity;
};

struct lot_rows_sink {
	void *ctx;
	/* Texts are valid during the call. False ends the reading; *e gets the place of the row in front. */
	bool (*row)(void *ctx, const struct lot_listed *row, struct err *e);
};

/* A row that cannot be read is an error of the whole list. ERR_INPUT without a column "release", or with a
 * known column twice. */
MUST_CHECK bool lot_rows_read(struct input *in, struct lot_rows_sink sink, struct err *e);
