/*
 * finding_order - the orders in which findings can be asked for, and where a finding stands in one.
 *
 * What a finding is ordered by hangs on its vulnerability alone: the findings of one stand together, by
 * device, release, component and version.
 */
#pragma once
#include "base/buf.h"
#include "reports/scan_report.h"

enum finding_order {
	FINDING_BY_PLACE, /* that of finding_page() */
	FINDING_BY_WORST, /* known to be exploited, then the score, then the probability */
	FINDING_BY_SEVERITY,
	FINDING_BY_EPSS,
	FINDING_BY_PUBLISHED,
	FINDING_ORDER_COUNT
};

/* "place", "worst", "severity", "epss", "published"; FINDING_ORDER_COUNT: it is none. */
enum finding_order finding_order_find(struct str word);

/* What orders a vulnerability. */
struct finding_worth {
	int64_t score, epss;	  /* tenths, millionths; -1: none */
	struct instant published; /* may be unknown */
	bool kev;
};
struct finding_worth finding_worth_of(const struct scan_row *described);
/* The higher the key, the earlier. */
int64_t finding_key(const struct finding_worth *w, enum finding_order order);

struct finding_rank {
	int64_t key;
	int64_t vulnerability_id;
	struct str place; /* empty: before all findings of the vulnerability */
};
/* Less than 0: a comes before b. */
int finding_rank_cmp(const struct finding_rank *a, const struct finding_rank *b);

/* As a cursor, in the arena; and back. ERR_INPUT for a cursor that is none. */
struct str finding_rank_write(const struct finding_rank *r, struct arena *arena);
MUST_CHECK bool finding_rank_read(struct str cursor, struct finding_rank *out, struct err *e);

/* The places of rows that come by component, version and vulnerability. Those that nothing tells apart stand
 * beside each other and are counted. */
struct finding_places {
	struct buf place, before;
	int64_t alike;
};
struct finding_places finding_places_new(void);
void finding_places_free(struct finding_places *p);
/* Are all places of the release before this one? */
bool finding_place_is_behind(struct str place, struct str device, struct str release);
/* Valid until the next call. */
struct str finding_place(struct finding_places *p, const struct component *c, const struct scan_row *row);
