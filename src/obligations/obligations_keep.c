/*
 * What must be kept, and through which day. Nothing of it is ever due: it is kept while it runs, and met when
 * its last day has passed.
 *
 * The record of 806.20: two years beyond the expected life of the device, 806.20(c), counted as the
 * determination counts it, from the last unit distributed. The file of an event: two years or the expected
 * life, whichever is greater, 803.18(c), counted from the day of the event, and where that is not known from
 * the day of awareness, which is never before it. The casefile as a whole: as long as the longest of them. A
 * combination product under an NDA or BLA keeps each at least ten years, 4.105(b), 314.80(j): of a record and
 * of an event counted from the day they are of, of the casefile from its closing, and while it is open from
 * today.
 */
#include "decision/evidence.h"
#include "obligations/obligation.h"

struct keeping {
	const struct facts *facts;
	const struct determination *d;
	struct obligation *items;
	size_t count;
};

static bool is_drug_led(const struct device_facts *device)
{
	return device->combination_product == YES &&
	       (device->pathway == PATHWAY_NDA || device->pathway == PATHWAY_BLA);
}

static void take_later(struct obligation *o, enum retention_rule rule, struct date until)
{
	if (date_is_known(o->until) && o->until.days >= until.days)
		return;
	o->until = until;
	o->rule = rule;
}

/* from: where the ten years of a combination product count. An end that is not known stays so. */
static void keep(struct keeping *k, struct obligation o, struct date from)
{
	if (o.unknown == KEEP_KNOWN && is_drug_led(&k->facts->device) && date_is_known(from))
		take_later(&o, RETENTION_TEN_YEARS, calendar_add_months(from, 120));
	o.due = DATE_NONE;
	o.state = OBLIGATION_KEPT;
	o.met_on = DATE_NONE;
	if (date_is_known(o.until) && o.until.days < k->facts->today.days) {
		o.state = OBLIGATION_MET;
		o.met_on = o.until;
	}
	k->items[k->count++] = o;
}

static struct obligation by_life_of_device(
    const struct keeping *k, enum obligation_kind kind, struct date starts)
{
	const struct device_facts *device = &k->facts->device;
	bool life = device->expected_life_years >= 0;
	bool distribution = date_by(device->last_distributed_on, k->facts->today);
	struct obligation o = { .kind = kind, .starts = starts, .until = DATE_NONE };

	if (life && distribution)
		take_later(&o, RETENTION_LIFE_PLUS_2,
		    calendar_add_months(
			device->last_distributed_on, ((int)device->expected_life_years + 2) * 12));
	else
		o.unknown = life	   ? KEEP_DISTRIBUTION_UNKNOWN
			    : distribution ? KEEP_LIFE_UNKNOWN
					   : KEEP_BOTH_UNKNOWN;
	return o;
}

static struct obligation by_event(const struct keeping *k, struct date day)
{
	int64_t life = k->facts->device.expected_life_years;
	struct obligation o = { .kind = OBLIGATION_KEEP_EVENT_FILE, .starts = day, .until = DATE_NONE };

	if (life >= 0)
		take_later(
		    &o, RETENTION_EVENT_FILE, calendar_add_months(day, (life > 2 ? (int)life : 2) * 12));
	else
		o.unknown = KEEP_LIFE_UNKNOWN;
	return o;
}

/* As long as the longest of what it holds. */
static void keep_casefile(struct keeping *k)
{
	const struct facts *f = k->facts;
	struct date closed = date_by(f->closed_on, f->today) ? f->closed_on : f->today;
	struct obligation o = by_life_of_device(k, OBLIGATION_KEEP_CASEFILE, f->vulnerability.learned_on);

	for (size_t i = 0; i < f->event_count && o.unknown == KEEP_KNOWN; i++)
		if (date_by(f->events[i].known_on, f->today))
			take_later(&o, RETENTION_EVENT_FILE, by_event(k, event_date(&f->events[i])).until);
	keep(k, o, closed);
}

size_t obligations_keep(const struct facts *facts, const struct determination *d, struct obligation *items)
{
	struct keeping k = { .facts = facts, .d = d, .items = items };

	if (d->record_806_20)
		keep(&k, by_life_of_device(&k, OBLIGATION_KEEP_RECORD_806_20, d->initiated_on),
		    d->initiated_on);
	for (size_t i = 0; i < facts->event_count; i++) {
		struct date day = event_date(&facts->events[i]);

		if (date_by(facts->events[i].known_on, facts->today))
			keep(&k, by_event(&k, day), day);
	}
	keep_casefile(&k);
	return k.count;
}
