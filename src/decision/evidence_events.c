#include "decision/evidence.h"

static enum answer is_serious(const struct event_fact *event)
{
	switch (event->kind) {
	case EVENT_DEATH:
	case EVENT_SERIOUS_INJURY:
		return YES;
	case EVENT_MALFUNCTION:
		return NO;
	case EVENT_UNKNOWN:
		break;
	}
	return UNKNOWN;
}

static void add_open(const struct evidence *ev, const struct event_fact *event, struct known *known)
{
	if (event->kind == EVENT_UNKNOWN)
		texts_add(&known->keys, ev->arena, evidence_key(ev, "events", event->index, "kind"));
	if (event->associated == UNKNOWN)
		texts_add(&known->keys, ev->arena, evidence_key(ev, "events", event->index, "associated"));
}

bool evidence_event_is_ignored(const struct evidence *ev, const struct event_fact *event)
{
	const struct facts *f = ev->facts;

	return ev->policy->event_after_closure == AFTER_CLOSURE_IGNORE && date_by(f->closed_on, f->today) &&
	       date_is_known(event->known_on) && event->known_on.days > f->closed_on.days;
}

struct known evidence_serious_event(const struct evidence *ev, bool confirmed_only)
{
	const struct facts *f = ev->facts;
	bool suspected = !confirmed_only && ev->policy->serious_event == SERIOUS_SUSPECTED;
	struct known known = { .is = NO, .on = DATE_NONE }, open = { .is = UNKNOWN, .on = DATE_NONE };

	for (size_t i = 0; i < f->event_count; i++) {
		const struct event_fact *event = &f->events[i];
		enum answer serious = is_serious(event), associated = event->associated;

		if (associated == UNKNOWN && suspected)
			associated = YES;
		if (!date_not_after(event->known_on, f->today) || serious == NO || associated == NO ||
		    evidence_event_is_ignored(ev, event))
			continue;
		if (serious == UNKNOWN || associated == UNKNOWN) {
			add_open(ev, event, &open);
			continue;
		}
		known.is = YES;
		known.on = date_earlier(known.on, event->known_on);
		texts_add(&known.keys, ev->arena, evidence_key(ev, "events", event->index, "known_on"));
	}
	if (known.is == YES)
		return known;
	if (open.keys.count > 0)
		return open;
	if (!f->events_given)
		known.is = UNKNOWN;
	texts_add(&known.keys, ev->arena, STR("events"));
	return known;
}

bool event_is_filed_before(const struct event_fact *event, struct date submitted_on)
{
	struct date decided = event->remedial_action_decided_on;

	return submitted_on.days < decided.days || event->decided_after_report == YES;
}

struct date evidence_action_behind_report(const struct evidence *ev, int64_t event, struct date submitted_on)
{
	const struct facts *f = ev->facts;

	for (size_t i = 0; i < f->event_count; i++) {
		struct date decided = f->events[i].remedial_action_decided_on;

		if (f->events[i].index == event && date_by(decided, f->today) &&
		    date_is_known(submitted_on) && event_is_filed_before(&f->events[i], submitted_on))
			return decided;
	}
	return DATE_NONE;
}
