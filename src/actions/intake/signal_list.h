/*
 * signal_list - the inbox: signals by what is asked for, with the day by which each is to be acknowledged.
 */
#pragma once
#include "actions/signal_read.h"

/* Days from the receipt until it is to be acknowledged, where the manufacturer has stated none: as ISO/IEC
 * 29147 has it. */
#define SIGNAL_ACKNOWLEDGE_DAYS 7
#define SIGNAL_ACKNOWLEDGE_DAYS_MOST 365

/* The manufacturer's stated time frame, the setting "intake". */
MUST_CHECK bool signal_time_frame(struct db *db, int64_t *days, struct err *e);

struct signal_query {
	enum signal_state state; /* SIGNAL_STATE_COUNT: any */
	struct str kind, source; /* source: any part of it, in any case; empty: any */
	struct str vulnerability;
	struct date since; /* received on that day or later; DATE_NONE: any */
	bool overdue;	   /* those alone whose acknowledgement is */
	bool with_duties;  /* those alone that may owe something, or be asked about (signal_duties.h) */
	bool newest_first; /* by number from the highest down, and after is then what they stand before */
	struct date today; /* DATE_NONE: the firm's day at now */
	struct instant now;
};

struct signal_row {
	struct signal signal;
	struct date acknowledge_by; /* DATE_NONE: nobody waits for it */
	bool owed, overdue, embargoed;
};

/* Those asked for, in their order, from behind that of the number after (0: all); each as signal_each() has
 * it. */
struct signal_row_sink {
	void *ctx;
	bool (*take)(void *ctx, const struct signal_row *row, struct err *e);
	const bool *enough; /* NULL: all are wanted */
};
MUST_CHECK bool signal_rows(struct db *db, const struct signal_query *query, int64_t after,
    struct signal_row_sink sink, struct err *e);
/* All of them; in the arena. */
MUST_CHECK bool signal_list(struct db *db, const struct signal_query *query, struct arena *arena,
    struct signal_row **out, size_t *count, struct err *e);

/* Some of them: at most limit behind the number after. Memory holds the page alone. */
struct signal_page {
	int64_t after;
	size_t limit;
	struct signal_row *rows; /* in the arena, as all else set here */
	size_t count;
	int64_t all; /* that are asked for, before and behind the page too */
	bool more;   /* there are some behind */
};
MUST_CHECK bool signal_page(struct db *db, const struct signal_query *query, struct arena *arena,
    struct signal_page *page, struct err *e);

/* What a row says of one signal. */
MUST_CHECK bool signal_row_of(struct db *db, const struct signal *s, const struct signal_query *query,
    struct signal_row *out, struct err *e);

/* Those whose content may not be told outside yet, of one casefile or of all (0). In the arena. */
MUST_CHECK bool signal_embargoes(struct db *db, int64_t casefile_id, struct instant now, struct arena *arena,
    struct signal **out, size_t *count, struct err *e);
