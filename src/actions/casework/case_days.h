/*
 * case_days - the days that facts state.
 */
#pragma once
#include <jansson.h>

#include "base/err.h"
#include "base/str.h"
#include "base/time.h"

#define CASE_FIRST_YEAR 1999 /* of CVE ids */

/* The day that a text begins with, "2026-03-01" or an instant, whose own zone's day it is; DATE_NONE: with
 * none. */
struct date case_day_in(struct str text);
/* The same of a value of the facts; DATE_NONE where it is no text, or no pointer. */
struct date case_day(const json_t *value);
/* Sets it among facts; DATE_NONE leaves them as they are. */
void case_day_set(json_t *facts, const char *key, struct date day);
/* ERR_INPUT where a day of what happened lies before there were vulnerabilities with names: a slip. name:
 * what the day is called. */
MUST_CHECK bool case_day_is_credible(const char *name, struct date day, struct err *e);
