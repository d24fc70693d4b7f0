#include "reports/fda/report_806_news.h"

#include "base/number.h"
#include "decision/evidence.h"
#include "reports/casefile_words.h"
#include "reports/fda/report_806.h"

const struct obligation *report_806_amendment_owed(const struct fda_case *c)
{
	const struct casefile_report *r = c->casefile;

	for (size_t i = 0; i < r->obligation_count; i++)
		if (r->obligations[i].kind == OBLIGATION_AMEND_806 &&
		    (r->obligations[i].state == OBLIGATION_OPEN ||
			r->obligations[i].state == OBLIGATION_OVERDUE))
			return &r->obligations[i];
	return NULL;
}

/* A list that is opened with its first item. */
struct news {
	const struct fda_case *c;
	const struct fda_issued *before;
	struct document *d;
	bool opened;
};

static void item(struct news *n)
{
	char day[DATE_TEXT_SIZE];

	if (!n->opened)
		document_list(n->d, LIST_PLAIN,
		    arena_printf(n->d->arena, "New since what was issued on %s, record %lld",
			date_write(n->before->made_on, day), (long long)n->before->record));
	n->opened = true;
	document_item(n->d);
}

/* Was it in the report? It stands in the file since before that was issued. */
static bool is_reported(const struct fda_case *c, const struct extension_fact *x)
{
	const struct casefile_report *r = c->casefile;
	const struct case_record *record =
	    casefile_listed(r->case_records, r->case_record_count, "extension", x->index);
	const struct fda_issued *report = fda_last_report(c);

	return report && record && record->id < report->record &&
	       date_not_after(x->initiated_on, report->made_on);
}

/* 806.10(d): the extension that this amendment is of, or several. */
static void put_extensions(const struct fda_case *c, struct document *d)
{
	const struct facts *f = c->casefile->facts;
	bool opened = false;

	for (size_t i = 0; i < f->correction.extension_count; i++) {
		const struct extension_fact *x = &f->correction.extensions[i];
		struct str text = fda_text_of(c, "extension", x->index);

		if (date_by(x->amended_on, f->today) || !date_not_after(x->initiated_on, f->today) ||
		    is_reported(c, x))
			continue;
		if (!opened)
			document_list(d, LIST_PLAIN, STR("The action was extended"));
		opened = true;
		document_item(d);
		document_date(d, x->initiated_on);
		document_say(d, ": ");
		if (text.len)
			document_text(d, text);
		else
			document_state(d, SHAPE_LATE, "to what is not stated");
	}
}

/* Of what was issued before it kept its releases, none is told apart as new. */
static bool is_new_release(const struct news *n, struct str version)
{
	struct str rest = n->before->releases, line;

	if (!rest.len)
		return false;
	while (str_next(&rest, '\n', &line))
		if (str_eq(line, version))
			return false;
	return true;
}

static void put_releases(struct news *n)
{
	for (size_t i = 0; i < n->c->release_count; i++) {
		const struct fda_release *r = &n->c->releases[i];

		if (r->state == FDA_RELEASE_NOT_AFFECTED || !is_new_release(n, r->release.version))
			continue;
		item(n);
		document_say(n->d, "software version ");
		document_text(n->d, r->release.version);
		if (r->release.units >= 0)
			document_printf(n->d, RUN_PLAIN, ", %lld unit%s", (long long)r->release.units,
			    PLURAL(r->release.units));
	}
}

static struct str version_of(const struct news *n, int64_t release)
{
	for (size_t i = 0; i < n->c->release_count; i++)
		if (n->c->releases[i].release.id == release)
			return n->c->releases[i].release.version;
	return STR("");
}

static void put_lots(struct news *n)
{
	for (size_t i = 0; i < n->c->lot_count; i++) {
		const struct lot *lot = &n->c->lots[i];
		struct str version = version_of(n, lot->release_id);

		if (!is_new_release(n, version) &&
		    (n->before->last_lot < 0 || lot->id <= n->before->last_lot))
			continue;
		item(n);
		if (lot->lot.len)
			document_put(
			    n->d, RUN_PLAIN, arena_printf(n->d->arena, "lot %.*s", STR_WHOLE(lot->lot)));
		document_say(n->d, lot->lot.len && lot->serial_from.len ? ", " : "");
		document_text(n->d, serial_range_text(lot->serial_from, lot->serial_to, n->d->arena));
		document_say(n->d, ", release ");
		document_text(n->d, version);
		if (lot->quantity >= 0)
			document_printf(n->d, RUN_PLAIN, ", %lld unit%s", (long long)lot->quantity,
			    PLURAL(lot->quantity));
	}
}

/* Their addresses stand in item 11, marked as personal data. */
static void put_consignees(struct news *n)
{
	const struct consignee_report *r = n->c->consignees;

	for (size_t i = 0; i < r->count; i++)
		for (size_t k = 0; k < r->consignees[i].count; k++) {
			const struct holding *h = &r->consignees[i].items[k];

			if (!(h->release.len && is_new_release(n, h->release)) &&
			    (n->before->last_shipment < 0 || h->shipment.id <= n->before->last_shipment))
				continue;
			item(n);
			document_say(n->d, "shipment to consignee ");
			document_text(n->d, r->consignees[i].consignee.account);
			document_say(n->d, " of ");
			document_date(n->d, h->shipment.shipped_on);
			document_printf(n->d, RUN_PLAIN, ": %lld unit%s", (long long)h->shipment.quantity,
			    PLURAL(h->shipment.quantity));
		}
}

/* Records that the items are made from, added or put in the place of others since. */
static void put_records(struct news *n)
{
	static const char kinds[] = "vulnerability|assessment|event|communication|control|plan|fix|"
				    "correction|report_item|finding";
	const struct casefile_report *r = n->c->casefile;

	for (size_t i = 0; i < r->record_count; i++) {
		const struct report_record *record = &r->records[i];
		SCOPED_BUF kind = buf_new(64);

		if (record->record->id <= n->before->record || record->replaced_by ||
		    !str_is_among(record->record->kind, kinds))
			continue;
		item(n);
		words_of_key(record->record->kind, &kind);
		document_text(n->d, arena_copy(n->d->arena, buf_str(&kind)));
		document_printf(n->d, RUN_PLAIN, ", record %lld", (long long)record->record->id);
		if (record->record->replaces)
			document_printf(n->d, RUN_PLAIN, " in the place of record %lld",
			    (long long)record->record->replaces);
	}
}

void report_806_news_put(
    const struct fda_case *c, const struct fda_issued *before, unsigned items, struct document *d)
{
	struct news n = { .c = c, .before = before, .d = d };

	document_section(d, "new", "What is new", "What is new");
	if (!items) {
		document_paragraph(d, TONE_ALERT);
		document_printf(d, RUN_PLAIN, "Nothing: items 2 to 12 say what they said in record %lld.",
		    (long long)before->record);
		return;
	}
	put_extensions(c, d);
	put_releases(&n);
	put_lots(&n);
	put_consignees(&n);
	put_records(&n);
	document_fields(d, FIELDS_WIDE);
	document_field(d, "news", STR("Items that say something else than then"));
	document_text(d, report_806_items(items, d->arena));
}
