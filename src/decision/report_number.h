/*
 * report_number - the number of an 806 report: RRRRRRR-M/D/YY-SSS-C, 21 CFR 806.10(c)(1).
 *
 * Open in the regulation and so policy: whether the sequence runs for corrections and removals apart or
 * together (A11), whether month and day are padded (A12), how long a registration number may be (A13).
 */
#pragma once
#include "base/arena.h"
#include "base/time.h"
#include "decision/policy.h"

struct report_number {
	struct str registration;
	struct date made_on;
	int64_t sequence; /* from 1 */
	bool removal;	  /* R, else C */
};

/* The sequence number behind the reports made before; FACT_NO_NUMBER counts as none. Reports of the year or
 * the day alone are to be counted by the caller where the policy resets then. */
int64_t report_number_next(const struct policy *p, bool removal, int64_t corrections, int64_t removals);

struct str report_number_write(const struct report_number *n, enum number_date form, struct arena *a);
