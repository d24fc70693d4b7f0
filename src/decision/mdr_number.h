/*
 * mdr_number - the number of a medical device report: RRRRRRR-YYYY-SSSSS, 21 CFR 803.3(m).
 *
 * The registration number is that of the manufacturing site or of the importer: 7 digits, or the 10 of an
 * establishment identifier, whatever A13 says of the firm's own.
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

struct mdr_number {
	struct str registration;
	int64_t year;	  /* in which the report is made */
	int64_t sequence; /* among those of the year, from 1 */
};
#define MDR_SEQUENCE_MOST 99999

/* ERR_INPUT for another form. Borrows the text. */
MUST_CHECK bool mdr_number_parse(struct str text, struct mdr_number *out, struct err *e);
struct str mdr_number_write(const struct mdr_number *n, struct arena *a);
