#include "decision/learning_day.h"

static struct date day_of(const struct signal *s, enum clock_start start)
{
	switch (start) {
	case CLOCK_FROM_RECEIPT:
		return s->received_on;
	case CLOCK_FROM_CONFIRMATION:
		return s->applicable_on;
	case CLOCK_FROM_TRIAGE:
		return s->triaged_on;
	}
	return DATE_NONE;
}

static const struct signal *earliest(const struct signal *signals, size_t count, enum clock_start start)
{
	const struct signal *first = NULL;

	for (size_t i = 0; i < count; i++) {
		struct date on = day_of(&signals[i], start);

		if (date_is_known(on) && (!first || on.days < day_of(first, start).days))
			first = &signals[i];
	}
	return first;
}

static struct str receipt_reason(const struct signal *s, struct str zone, struct arena *arena)
{
	char day[DATE_TEXT_SIZE];

	return arena_printf(arena, "earliest receipt (A1): signal %lld, received " STR_FMT ", %s in " STR_FMT,
	    (long long)s->id, STR_ARG(s->received), date_write(s->received_on, day), STR_ARG(zone));
}

struct learning_day learning_day_of(
    const struct signal *signals, size_t count, enum clock_start start, struct str zone, struct arena *arena)
{
	const struct signal *s = earliest(signals, count, start);
	const char *what = start == CLOCK_FROM_TRIAGE ? "triaged" : "confirmed applicable";
	const char *title = start == CLOCK_FROM_TRIAGE ? "first triage" : "confirmation";
	struct learning_day out = { .on = DATE_NONE };
	char day[DATE_TEXT_SIZE];

	if (s && start != CLOCK_FROM_RECEIPT) {
		out = (struct learning_day){ day_of(s, start), s->id, STR_NONE };
		out.reason = arena_printf(arena, "%s (A1): signal %lld, %s on %s", title, (long long)s->id,
		    what, date_write(out.on, day));
		return out;
	}
	s = earliest(signals, count, CLOCK_FROM_RECEIPT);
	if (!s)
		return out;
	out = (struct learning_day){ s->received_on, s->id, receipt_reason(s, zone, arena) };
	if (start != CLOCK_FROM_RECEIPT)
		out.reason = arena_printf(arena, STR_FMT "; none is %s yet", STR_ARG(out.reason), what);
	return out;
}
