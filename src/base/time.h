/*
 * time - dates and instants as values. Nobody here asks what time it is.
 *
 * A date is a day of the proleptic Gregorian calendar (years 0001 to 9999), an instant is UTC microseconds.
 * Written forms: YYYY-MM-DD, and RFC 3339 for instants.
 */
#pragma once
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

struct date {
	int32_t days; /* since 1970-01-01 */
};

struct instant {
	int64_t us; /* since 1970-01-01T00:00:00Z */
};

#define DATE_NONE ((struct date){ INT32_MIN })
#define INSTANT_NONE ((struct instant){ INT64_MIN })
#define HOUR_US INT64_C(3600000000)
#define DAY_US INT64_C(86400000000)

static inline bool date_is_known(struct date d)
{
	return d.days != INT32_MIN;
}

static inline bool instant_is_known(struct instant t)
{
	return t.us != INT64_MIN;
}

static inline struct date date_plus(struct date d, int32_t days)
{
	return (struct date){ d.days + days };
}

struct date date_of(int year, int month, int day); /* must be a real day */
void date_split(struct date d, int *year, int *month, int *day);
int date_weekday(struct date d); /* 0 Sunday to 6 Saturday */
int date_month_days(int year, int month);

/* Exactly YYYY-MM-DD and a day that exists: "date "2026-02-30": February 2026 has 28 days". */
MUST_CHECK bool date_parse(struct str s, struct date *out, struct err *e);

#define DATE_TEXT_SIZE 11
#define INSTANT_TEXT_SIZE 28
/* out, for use in a printf; INSTANT is written in UTC with Z, fractions only where there are any. */
const char *date_write(struct date d, char out[DATE_TEXT_SIZE]);
const char *instant_write(struct instant t, char out[INSTANT_TEXT_SIZE]);

/* RFC 3339; fractions beyond microseconds are dropped, a leap second is taken as the second before.
 * NVD leaves the offset out and means UTC: taken too where offset_optional. */
MUST_CHECK bool instant_parse(struct str s, bool offset_optional, struct instant *out, struct err *e);

/* The date of an instant at a fixed offset from UTC. */
struct date instant_date(struct instant t, int32_t offset_seconds);
/* Whole days from one to the other; 0 where from lies ahead. */
int64_t instant_days_since(struct instant from, struct instant now);
