/*
 * time_zone - what a clock on the wall shows: an instant to its offset from UTC, as a value.
 *
 * Made from the bytes of a compiled zone (TZif, RFC 8536): versions 2 to 4 with 64-bit times and the POSIX TZ
 * rule for the years behind the last transition; version 1 ends with its last transition. Zones that count
 * leap seconds ("right/...") are refused. Nobody here reads a file: actions/zone.h does.
 */
#pragma once
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/time.h"

/* When a POSIX TZ rule switches: M (week of a month), J (1 to 365, no leap day) or n (0 to 365). */
struct time_zone_switch {
	enum { SWITCH_MONTH_WEEK, SWITCH_JULIAN, SWITCH_DAY } kind;
	int month, week, weekday; /* of M: week 5 is the last one; weekday 0 is Sunday */
	int day;		  /* of J and n */
	int32_t at_seconds;	  /* wall time behind midnight; -167 to 167 hours */
};

struct time_zone_rule {
	bool given, has_summer;
	int32_t standard, summer; /* seconds east of UTC */
	struct time_zone_switch begin, end;
};

struct time_zone {
	struct str name;     /* "America/New_York" */
	const int64_t *from; /* seconds since 1970, ascending: offsets[i] holds from from[i] */
	const int32_t *offsets;
	size_t count;
	int32_t before; /* the offset before the first transition */
	struct time_zone_rule rule;
};

/* UTC, which needs no file. */
struct time_zone time_zone_utc(void);

/* The zone in bytes; name is for messages. What *out points to lives in the arena. */
MUST_CHECK bool time_zone_parse(
    struct str name, struct str bytes, struct arena *a, struct time_zone *out, struct err *e);

/* Seconds to add to UTC at that instant. */
int32_t time_zone_offset(const struct time_zone *z, struct instant t);

/* The date that a calendar on the wall shows at that instant. */
struct date time_zone_date(const struct time_zone *z, struct instant t);
/* Until when it surely is that date: its end, or less than a quarter of an hour before. */
struct instant time_zone_date_until(const struct time_zone *z, struct instant t);
