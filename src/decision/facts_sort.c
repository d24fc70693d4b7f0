#include "decision/facts_sort.h"

#include <stdlib.h>

/* Undated ones last. */
static int by_date(struct date a, struct date b)
{
	if (date_is_known(a) != date_is_known(b))
		return date_is_known(a) ? -1 : 1;
	return (a.days > b.days) - (a.days < b.days);
}

/* A comparison for qsort(): by the date, then by the place. */
#define BY(function, type, date)                                                                             \
	static int function(const void *left, const void *right)                                             \
	{                                                                                                    \
		const type *a = left, *b = right;                                                            \
		int sign = by_date(a->date, b->date);                                                        \
                                                                                                             \
		return sign ? sign : (a->index > b->index) - (a->index < b->index);                          \
	}

BY(by_assessment, struct assessment_fact, on)
BY(by_event, struct event_fact, known_on)
BY(by_communication, struct communication_fact, on)
BY(by_control, struct control_fact, identified_on)
BY(by_fix, struct fix_fact, distributed_on)
BY(by_extension, struct extension_fact, initiated_on)
BY(by_supplement, struct supplement_fact, received_on)
BY(by_premarket, struct premarket_fact, on)

static void *sorted(
    const void *items, size_t count, size_t size, int (*compare)(const void *, const void *), struct arena *a)
{
	void *copy = arena_alloc(a, count, size);

	if (count == 0)
		return copy;
	memcpy(copy, items, count * size);
	qsort(copy, count, size, compare);
	return copy;
}

struct facts facts_sorted(const struct facts *facts, struct arena *a)
{
	struct facts f = *facts;
	struct correction_facts *c = &f.correction;

	f.assessments = sorted(f.assessments, f.assessment_count, sizeof(*f.assessments), by_assessment, a);
	f.events = sorted(f.events, f.event_count, sizeof(*f.events), by_event, a);
	f.communications =
	    sorted(f.communications, f.communication_count, sizeof(*f.communications), by_communication, a);
	f.controls = sorted(f.controls, f.control_count, sizeof(*f.controls), by_control, a);
	f.fixes = sorted(f.fixes, f.fix_count, sizeof(*f.fixes), by_fix, a);
	c->extensions = sorted(c->extensions, c->extension_count, sizeof(*c->extensions), by_extension, a);
	f.supplements = sorted(f.supplements, f.supplement_count, sizeof(*f.supplements), by_supplement, a);
	f.premarket = sorted(f.premarket, f.premarket_count, sizeof(*f.premarket), by_premarket, a);
	return f;
}
