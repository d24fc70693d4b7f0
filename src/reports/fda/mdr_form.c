#include "reports/fda/mdr_form.h"

#include <assert.h>

#include "base/number.h"
#include "decision/evidence.h"
#include "reports/casefile_words.h"

/* The complaint that tells of the event: the one it names, else the only one. NULL: none, or not known which.
 */
static const struct fda_complaint *complaint_of(const struct fda_case *c, const struct event_fact *event)
{
	int64_t signal = fda_number_of(c, "event", event->index, "signal");

	for (size_t i = 0; i < c->complaint_count; i++)
		if (c->complaints[i].signal == signal)
			return &c->complaints[i];
	return !signal && c->complaint_count == 1 ? c->complaints : NULL;
}

/* By the UDI, else by what was written of the unit, where that is a lot or a serial number alone. */
static const struct lot *lot_of(const struct mdr_form *form)
{
	struct str lot = form->has_udi ? form->unit.lot : form->complaint->unit;
	struct str serial = form->has_udi ? form->unit.serial : form->complaint->unit;
	const struct fda_case *c = form->c;

	for (size_t i = 0; i < c->lot_count; i++) {
		const struct lot *one = &c->lots[i];

		if ((lot.len && one->lot.len && str_eq(one->lot, lot)) ||
		    (serial.len && one->serial_from.len &&
			serial_in_range(serial, one->serial_from, one->serial_to)))
			return one;
	}
	return NULL;
}

/* Does the supplement in this place of the list supplement the report of the event? */
static bool supplements(const struct mdr_form *form, int64_t index)
{
	const struct casefile_report *r = form->c->casefile;
	int64_t event = fda_number_of(form->c, "supplement", index, "event");

	if (!event)
		return r->facts->event_count == 1;
	return casefile_place(r->case_records, r->case_record_count, "event", event) == form->event->index;
}

/* What is received behind the report and not submitted makes this a follow-up, as does a remedial action that
 * was decided behind it. */
static int64_t follow_up_of(const struct mdr_form *form)
{
	const struct event_fact *event = form->event;
	const struct facts *f = form->c->casefile->facts;
	struct date decided = event->remedial_action_decided_on, reported = event->mdr_submitted_on;
	bool open = false, told = false;
	int64_t given = 0;

	if (!date_by(reported, f->today))
		return 0;
	for (size_t i = 0; i < f->supplement_count; i++) {
		const struct supplement_fact *s = &f->supplements[i];

		if (!supplements(form, s->index))
			continue;
		if (date_by(s->submitted_on, f->today)) {
			given++;
			told = told || (date_is_known(decided) && s->submitted_on.days >= decided.days);
		} else {
			open = open || date_by(s->received_on, f->today);
		}
	}
	open = open || (date_by(decided, f->today) && decided.days > reported.days && !told);
	return open ? given + 1 : 0;
}

void mdr_form_begin(struct mdr_form *form)
{
	struct err unread;

	form->complaint = complaint_of(form->c, form->event);
	form->has_udi = form->complaint && form->complaint->unit.len &&
			udi_parse(form->complaint->unit, form->d->arena, &form->unit, &unread);
	form->lot = form->complaint ? lot_of(form) : NULL;
	form->follow_up = follow_up_of(form);
}

static size_t index_of(const char *key)
{
	const struct mdr_item *item = mdr_item_find(str_of(key));

	assert(item);
	return (size_t)(item - mdr_items);
}

static struct mdr_said said_of(const struct mdr_form *form, const char *key)
{
	return mdr_item_said(form->c, form->event->index, &mdr_items[index_of(key)]);
}

struct str mdr_form_said(const struct mdr_form *form, const char *key)
{
	return said_of(form, key).text;
}

struct str mdr_form_day(const struct mdr_form *form, struct date day)
{
	char text[DATE_TEXT_SIZE];

	return date_is_known(day) ? arena_copy(form->d->arena, str_of(date_write(day, text))) : STR("");
}

static void put_said(const struct mdr_item *item, struct str text, struct document *d)
{
	SCOPED_BUF words = buf_new(64);

	if (item->form != MDR_TAKES_WORD) {
		document_text(d, text);
		return;
	}
	words_of_key(text, &words);
	document_text(d, arena_copy(d->arena, buf_str(&words)));
}

bool mdr_form_put(struct mdr_form *form, const char *key, struct str known)
{
	size_t at = index_of(key);
	const struct mdr_item *item = &mdr_items[at];
	struct document_field *field = document_field(form->d, item->key, str_of(item->label));
	struct mdr_said said = said_of(form, key);
	bool there = known.len || said.text.len, explained = !there && said.reason.len;

	field->personal = item->personal;
	if (known.len)
		document_text(form->d, known);
	else if (there)
		put_said(item, said.text, form->d);
	if (explained) {
		field->mark = FIELD_EXPLAINED;
		document_text(form->d, said.reason);
		form->explained |= (uint64_t)1 << at;
	}
	if (!there && !explained) {
		field->mark = FIELD_MISSING;
		form->lacking |= (uint64_t)item->needed << at;
	}
	document_field_note(form->d);
	if (!there && !explained)
		document_printf(form->d, RUN_PLAIN, "Not stated. Who could know: %s. ", item->knows);
	document_cites(form->d, item->cites);
	return there || explained;
}

void mdr_form_lacks(struct mdr_form *form, const char *key)
{
	form->lacking |= (uint64_t)1 << index_of(key);
}
