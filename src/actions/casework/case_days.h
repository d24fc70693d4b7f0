/*
 * case_days - the days that facts state.
 */
#pragma once
#include <jansson.h>

#include "base/str.h"
#include "base/time.h"

/* The day that a text begins with, "2026-03-01" or an instant, whose own zone's day it is; DATE_NONE: with
 * none. */
struct date case_day_in(struct str text);
/* The same of a value of the facts; DATE_NONE where it is no text, or no pointer. */
struct date case_day(const json_t *value);
