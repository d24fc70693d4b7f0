#include "reports/fda/fda_case.h"

#include <stdio.h>

#include "base/number.h"
#include "decision/report_number.h"
#include "reports/casefile_words.h"

#define NO_REGISTRATION "0000000" /* 806.10(c)(1) */

bool fda_issued_read(
    const struct case_record *r, int64_t casefile, struct arena *arena, struct fda_issued *out, struct err *e)
{
	struct report_fields fields;
	char key[16];

	if (!report_fields_read(r->more, arena, &fields, e))
		return err_within(e, "record %lld", (long long)r->id);
	*out = (struct fda_issued){ .casefile = casefile, .record = r->id };
	out->kind = report_fields_text(&fields, STR("kind"));
	out->number = report_fields_text(&fields, STR("number"));
	out->digest = report_fields_text(&fields, STR("digest"));
	out->removal = str_eq(report_fields_text(&fields, STR("action")), STR("removal"));
	out->event_record = report_fields_number(&fields, STR("event_record"), 0);
	out->follow_up = report_fields_number(&fields, STR("follow_up"), 0);
	out->event_place = report_fields_number(&fields, STR("event"), 0);
	out->last_lot = report_fields_number(&fields, STR("last_lot"), -1);
	out->last_shipment = report_fields_number(&fields, STR("last_shipment"), -1);
	out->releases = report_fields_text(&fields, STR("releases"));
	for (int i = 1; i <= FDA_ITEMS; i++) {
		snprintf(key, sizeof(key), "item_%d", i);
		out->items[i] = report_fields_text(&fields, str_of(key));
	}
	return date_parse(report_fields_text(&fields, STR("made_on")), &out->made_on, e) ||
	       err_within(e, "record %lld", (long long)r->id);
}

bool fda_issued_is_of(
    const struct fda_issued *issued, const struct case_record *records, size_t count, int64_t place)
{
	if (issued->event_record)
		return casefile_place(records, count, "event", issued->event_record) == place;
	return issued->event_place == place + 1;
}

bool fda_items_read(struct fda_case *c, struct arena *arena, struct err *e)
{
	const struct casefile_report *r = c->casefile;

	c->items = arena_alloc(arena, r->record_count, sizeof(*c->items));
	for (size_t i = 0; i < r->record_count; i++) {
		const struct report_record *record = &r->records[i];
		struct fda_item *item = &c->items[c->item_count];

		if (record->replaced_by || !str_eq(record->record->kind, STR("report_item")))
			continue;
		item->record = record->record->id;
		item->text = report_fields_text(&record->more, STR("text"));
		item->reason = report_fields_text(&record->more, STR("reason"));
		item->submit_on = report_fields_text(&record->more, STR("submit_on"));
		if (!item->text.len && !item->reason.len &&
		    report_fields_text(&record->more, STR("not_extended")).len)
			continue; /* of the action, and not of the item */
		if (!number_parse(report_fields_text(&record->more, STR("item")), "item", 1, FDA_ITEMS,
			&item->number, e))
			return err_within(e, "record %lld", (long long)record->record->id);
		c->item_count++;
	}
	return true;
}

const struct fda_item *fda_item_of(const struct fda_case *c, int number)
{
	const struct fda_item *found = NULL;

	for (size_t i = 0; i < c->item_count; i++)
		if (c->items[i].number == number)
			found = &c->items[i];
	return found;
}

bool fda_item_is_promised(const struct fda_item *item)
{
	return item && item->submit_on.len && !item->text.len;
}

const struct fda_issued *fda_last_issued(const struct fda_case *c, struct str kind)
{
	const struct fda_issued *found = NULL;

	for (size_t i = 0; i < c->issued_count; i++)
		if (c->issued[i].casefile == c->casefile->casefile.id && str_eq(c->issued[i].kind, kind))
			found = &c->issued[i];
	return found;
}

const struct fda_issued *fda_last_report(const struct fda_case *c)
{
	return fda_last_issued(c, STR("806"));
}

const struct fda_issued *fda_last_mdr(const struct fda_case *c, int64_t place)
{
	const struct casefile_report *r = c->casefile;
	const struct fda_issued *found = NULL;

	for (size_t i = 0; i < c->issued_count; i++)
		if (c->issued[i].casefile == r->casefile.id && str_eq(c->issued[i].kind, STR("mdr")) &&
		    fda_issued_is_of(&c->issued[i], r->case_records, r->case_record_count, place))
			found = &c->issued[i];
	return found;
}

/* Was another one issued in its place? */
static bool is_replaced(const struct fda_case *c, const struct fda_issued *issued)
{
	const struct casefile_report *r = c->casefile;

	for (size_t i = 0; i < r->case_record_count; i++)
		if (r->case_records[i].replaces == issued->record)
			return true;
	return false;
}

/* told: of those that wait for no signature. */
static const struct fda_issued *last_of_action(const struct fda_case *c, bool told)
{
	const struct fda_issued *found = NULL;

	for (size_t i = 0; i < c->issued_count; i++) {
		const struct fda_issued *issued = &c->issued[i];

		if (issued->casefile == c->casefile->casefile.id &&
		    str_is_among(issued->kind, "806|806-amendment") && !is_replaced(c, issued) &&
		    !(told && fda_waits(c, issued->record)))
			found = issued;
	}
	return found;
}

const struct fda_issued *fda_last_of_action(const struct fda_case *c)
{
	return last_of_action(c, false);
}

const struct fda_issued *fda_last_told(const struct fda_case *c)
{
	return last_of_action(c, true);
}

bool fda_is_removal(const struct fda_case *c)
{
	return c->casefile->facts->correction.kind == CORRECTION_REMOVAL;
}

const char *fda_action_word(const struct fda_case *c)
{
	return words_action(c->casefile->determination->risk, fda_is_removal(c));
}

/* Does a report made then count in the sequence of one made today? */
static bool counts(const struct fda_case *c, const struct fda_issued *issued)
{
	struct date today = c->casefile->facts->today;
	int then, now, month, day;

	switch (c->casefile->policy->report_number_sequence) {
	case SEQUENCE_DAILY:
		return issued->made_on.days == today.days;
	case SEQUENCE_YEARLY:
		date_split(issued->made_on, &then, &month, &day);
		date_split(today, &now, &month, &day);
		return then == now;
	case SEQUENCE_RUNNING:
	case SEQUENCE_SINGLE:
		return true;
	}
	return true;
}

/* A report that is issued anew on the same day keeps its number. */
static bool is_numbered_before(const struct fda_case *c, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (c->issued[i].number.len && str_eq(c->issued[i].kind, STR("806")) &&
		    str_eq(c->issued[i].number, c->issued[at].number))
			return true;
	return false;
}

struct str fda_next_number(const struct fda_case *c, struct arena *arena)
{
	const struct casefile_report *r = c->casefile;
	const struct policy *p = r->policy;
	const struct firm_facts *firm = &r->facts->firm;
	bool running =
	    p->report_number_sequence == SEQUENCE_RUNNING || p->report_number_sequence == SEQUENCE_SINGLE;
	int64_t corrections = running && firm->earlier_corrections > 0 ? firm->earlier_corrections : 0;
	int64_t removals = running && firm->earlier_removals > 0 ? firm->earlier_removals : 0;
	struct report_number n = { .registration = firm->registration_number,
		.made_on = r->facts->today,
		.removal = fda_is_removal(c) };

	for (size_t i = 0; i < c->issued_count; i++) {
		const struct fda_issued *issued = &c->issued[i];

		if (!str_eq(issued->kind, STR("806")) || !counts(c, issued) || is_numbered_before(c, i))
			continue;
		corrections += !issued->removal;
		removals += issued->removal;
	}
	if (!n.registration.len)
		n.registration = STR(NO_REGISTRATION);
	n.sequence = report_number_next(p, n.removal, corrections, removals);
	return report_number_write(&n, p->report_number_date, arena);
}

int64_t fda_units(const struct fda_case *c)
{
	int64_t units = 0, shipped = 0;

	for (size_t i = 0; i < c->consignees->count; i++)
		for (size_t k = 0; k < c->consignees->consignees[i].count; k++)
			shipped += c->consignees->consignees[i].items[k].shipment.quantity;
	for (size_t i = 0; i < c->release_count; i++) {
		if (c->releases[i].state == FDA_RELEASE_NOT_AFFECTED)
			continue;
		if (c->releases[i].release.units < 0)
			return shipped ? shipped : -1;
		units += c->releases[i].release.units;
	}
	return units ? units : shipped ? shipped : -1;
}

const char *fda_waits(const struct fda_case *c, int64_t record)
{
	const struct casefile_report *r = c->casefile;

	for (size_t i = 0; i < r->obligation_count; i++)
		if (r->obligations[i].kind == OBLIGATION_SIGN && r->obligations[i].record == record)
			return r->obligations[i].says;
	return NULL;
}

/* The record that stands in this place of the list of its kind; NULL: none. */
static const struct report_record *listed(const struct fda_case *c, const char *kind, int64_t index)
{
	const struct casefile_report *r = c->casefile;
	const struct case_record *record =
	    casefile_listed(r->case_records, r->case_record_count, kind, index);

	return record ? &r->records[record - r->case_records] : NULL;
}

struct str fda_said_of(const struct fda_case *c, const char *kind, int64_t index, const char *key)
{
	const struct report_record *record = listed(c, kind, index);

	return record ? report_fields_text(&record->more, str_of(key)) : STR("");
}

struct str fda_text_of(const struct fda_case *c, const char *kind, int64_t index)
{
	return fda_said_of(c, kind, index, "text");
}

int64_t fda_number_of(const struct fda_case *c, const char *kind, int64_t index, const char *key)
{
	const struct report_record *record = listed(c, kind, index);

	return record ? report_fields_number(&record->more, str_of(key), 0) : 0;
}

struct str fda_mdr_number(const struct fda_case *c, int64_t place)
{
	const struct casefile_report *r = c->casefile;
	const struct case_record *event =
	    casefile_listed(r->case_records, r->case_record_count, "event", place);

	return event ? mdr_numbers_of(&c->mdrs, r->casefile.id,
			   casefile_first(r->case_records, r->case_record_count, event->id))
		     : STR("");
}
