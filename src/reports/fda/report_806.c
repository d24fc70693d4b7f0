#include "reports/fda/report_806.h"

#include "decision/evidence.h"
#include "formats/json_write.h"
#include "limits.h"
#include "reports/casefile_words.h"
#include "reports/document/document_json.h"
#include "reports/fda/report_806_items.h"
#include "reports/fda/report_806_news.h"

struct build {
	const struct fda_case *c;
	struct document *d;
	struct correction_report *report;
};

static struct sha256 digest_of(const struct document *d, size_t from)
{
	SCOPED_BUF json = buf_new(LIMIT_PDF_BYTES);
	struct json_out *w = json_out_buf(&json, false);

	document_write_blocks(d, from, w);
	json_out_close(w);
	return sha256_of(buf_str(&json));
}

/* What was written of an item tells of the records of a kind that were there. */
static const struct {
	int item;
	const char *kind;
} told_of[] = { { 8, "event" }, { 12, "communication" } };

/* The record that came into the file, or was made another, behind what was written of the item; NULL: none
 * did. */
static const struct case_record *came_behind(
    const struct build *b, int number, const struct fda_item *written)
{
	const struct casefile_report *r = b->c->casefile;
	const char *kind = NULL;

	for (size_t i = 0; i < COUNT(told_of); i++)
		if (told_of[i].item == number)
			kind = told_of[i].kind;
	for (size_t i = 0; kind && written && written->text.len && i < r->record_count; i++)
		if (!r->records[i].replaced_by && str_eq(r->records[i].record->kind, str_of(kind)) &&
		    r->records[i].record->id > written->record)
			return r->records[i].record;
	return NULL;
}

/* What was written before it knew of the record is not told: whoever wrote it says it anew. */
static bool put_overtaken(struct build *b, int number, const struct case_record *record)
{
	document_fields(b->d, FIELDS_WIDE);
	document_field(b->d, "item_13", STR("This item"))->mark = FIELD_MISSING;
	document_field_note(b->d);
	document_printf(b->d, RUN_PLAIN,
	    "What was written of it is older than the " STR_FMT " of record %lld: it is to be stated anew.",
	    STR_ARG(record->kind), (long long)record->id);
	b->report->missing |= 1U << number;
	return false;
}

/* What a person wrote of it: more text, or why it is not there. Whether it is there or stated to come. */
static bool put_written(struct build *b, int number, bool there)
{
	const struct fda_item *written = fda_item_of(b->c, number);
	const struct case_record *behind = came_behind(b, number, written);
	bool deferred = !there && fda_item_is_promised(written) && written->reason.len;

	if (behind)
		return put_overtaken(b, number, behind);
	if (written && written->text.len) {
		document_paragraph(b->d, TONE_PLAIN);
		document_text(b->d, written->text);
	}
	if (there || (written && written->text.len))
		return true;
	document_fields(b->d, FIELDS_WIDE);
	document_field(b->d, "item_13", STR("This item"))->mark = deferred ? FIELD_DEFERRED : FIELD_MISSING;
	if (deferred)
		document_put(b->d, RUN_PLAIN,
		    arena_printf(b->d->arena,
			"Not immediately available: %.*s. It will be submitted on %.*s.",
			STR_WHOLE(written->reason), STR_WHOLE(written->submit_on)));
	*(deferred ? &b->report->deferred : &b->report->missing) |= 1U << number;
	return deferred;
}

static void put_item(struct build *b, int number)
{
	char id[16];
	size_t from = b->d->block_count;

	snprintf(id, sizeof(id), "item-%d", number);
	document_section(b->d, arena_text(b->d->arena, str_of(id)),
	    arena_text(b->d->arena, arena_printf(b->d->arena, "%d. %s", number, report_items[number].title)),
	    report_items[number].title);
	(void)put_written(
	    b, number, report_items[number].put(&(struct item_place){ b->c, b->d, b->report->number }));
	b->report->items[number] = digest_of(b->d, from);
}

struct str report_806_items(unsigned set, struct arena *arena)
{
	SCOPED_BUF out = buf_new(256);
	unsigned rest = set;

	for (int i = 1; i <= FDA_ITEMS; i++) {
		if (!(rest & (1U << i)))
			continue;
		rest &= ~(1U << i);
		buf_printf(&out, "%s%d", !out.len ? "" : rest ? ", " : " and ", i);
	}
	return arena_copy(arena, buf_str(&out));
}

/* What was promised stays owed until it is stated, though the file has it by now. */
static void put_statement(struct build *b, int number, const struct fda_item *item)
{
	document_row(b->d, ROW_PLAIN);
	document_cell(b->d);
	document_printf(b->d, RUN_PLAIN, "%d. %s", number, report_items[number].title);
	document_cell(b->d);
	document_text(b->d, item->reason);
	document_cell(b->d);
	document_text(b->d, item->submit_on);
	if (!(b->report->deferred & (1U << number))) {
		document_break(b->d);
		document_say(b->d, "It is there by now, and owed until that is stated.");
	}
}

/* Item 13: every statement once more, together, those on items that an amendment leaves out as well. */
static void put_statements(struct build *b)
{
	static const struct table_column columns[] = { { .title = "Item" },
		{ .title = "Why it is not there" }, { .title = "To be submitted on" } };
	bool any = false;

	document_section(b->d, "item-13", "13. What is not immediately available", "Not available yet");
	for (int i = 1; i <= FDA_ITEMS; i++) {
		if (!fda_item_is_promised(fda_item_of(b->c, i)))
			continue;
		if (!any)
			document_table(
			    b->d, STR("Statements, 21 CFR 806.10(c)(13)"), columns, COUNT(columns));
		any = true;
		put_statement(b, i, fda_item_of(b->c, i));
	}
	if (any)
		return;
	document_paragraph(b->d, TONE_PLAIN);
	document_say(b->d, b->report->missing ? "Nothing is stated." : "Nothing: every item is there.");
}

static struct str listed(const struct str *words, size_t count, struct arena *arena)
{
	SCOPED_BUF out = buf_new(256);

	for (size_t i = 0; i < count; i++)
		buf_printf(&out, "%s" STR_FMT, !i ? "" : i + 1 < count ? ", " : " and ", STR_ARG(words[i]));
	return arena_copy(arena, buf_str(&out));
}

struct str report_806_firm_lacks(const struct firm_profile *f, struct arena *arena)
{
	const struct {
		struct str value, word;
	} parts[] = { { f->name, STR("name") }, { f->address, STR("address") },
		{ f->telephone, STR("telephone") }, { f->representative_name, STR("name") },
		{ f->representative_title, STR("title") }, { f->representative_address, STR("address") },
		{ f->representative_telephone, STR("telephone") } };
	struct str firm[3], person[4];
	size_t firms = 0, persons = 0;

	for (size_t i = 0; i < COUNT(parts); i++) {
		if (parts[i].value.len)
			continue;
		if (i < COUNT(firm))
			firm[firms++] = parts[i].word;
		else
			person[persons++] = parts[i].word;
	}
	if (!firms && !persons)
		return STR("");
	return arena_printf(arena, "%s%.*s%s%s%.*s", firms ? "the firm's " : "",
	    STR_WHOLE(listed(firm, firms, arena)), firms && persons ? ", and " : "",
	    persons ? "the representative's " : "", STR_WHOLE(listed(person, persons, arena)));
}

/* At the front: whether anything is missing, which is known only at the end. */
static void say_state(const struct correction_report *r, struct prose *state, struct document *d)
{
	d->open = state;
	if (r->missing) {
		document_state(d, SHAPE_LATE, "not complete");
		document_put(d, RUN_PLAIN,
		    arena_printf(d->arena, ": nothing is stated of item%s %.*s",
			r->missing & (r->missing - 1) ? "s" : "",
			STR_WHOLE(report_806_items(r->missing, d->arena))));
	} else {
		document_state(d, r->deferred ? SHAPE_OPEN : SHAPE_DONE,
		    r->deferred ? "complete with statements of item 13" : "complete");
	}
}

/* The place of the field that say_state() fills in: blocks move as they are added. */
/* The day of the report, or of the amendment that is owed soonest. */
static void put_due(struct build *b, bool amends)
{
	const struct casefile_report *r = b->c->casefile;
	const struct obligation *owed = amends ? report_806_amendment_owed(b->c) : NULL;

	document_field(b->d, "due", amends ? STR("Amendment due") : STR("Report due"));
	if (!amends)
		document_date(b->d, r->determination->reading.report_806_due);
	else if (owed)
		document_date(b->d, owed->due);
	else
		document_say(b->d, "no day: no extension is on record that has not been amended for");
}

/* What was issued and is not signed is not released. */
static void put_waits(struct build *b)
{
	const struct fda_issued *last = fda_last_of_action(b->c);
	const char *waits = last ? fda_waits(b->c, last->record) : NULL;

	if (!waits)
		return;
	document_field(b->d, "waits", STR("Not released"));
	document_state(b->d, SHAPE_LATE, "not signed");
	document_say(b->d, ": ");
	document_put(b->d, RUN_PLAIN, str_of(waits));
}

static void put_head(struct build *b, const char *what, bool amends)
{
	const struct casefile_report *r = b->c->casefile;

	document_fields(b->d, FIELDS_WIDE);
	document_field(b->d, "state", STR("State"));
	if (fda_last_report(b->c)) {
		document_field(b->d, "issued", STR("Issued"));
		document_date(b->d, fda_last_report(b->c)->made_on);
		document_printf(b->d, RUN_PLAIN, ", record %lld", (long long)fda_last_report(b->c)->record);
	}
	put_waits(b);
	document_field(b->d, "action", STR("Action"));
	document_say(b->d, what);
	if (fda_last_report(b->c) && fda_last_report(b->c)->removal != fda_is_removal(b->c))
		document_printf(b->d, RUN_PLAIN, "; the report that was issued is of a %s",
		    fda_is_removal(b->c) ? "correction" : "removal");
	document_field(b->d, "initiated_on", STR("Initiated"));
	document_date(b->d, r->determination->initiated_on);
	put_due(b, amends);
	document_field(b->d, "position", STR("The rules say"));
	document_say(b->d, words_806(r->determination->reading.report_806));
	document_paragraph(b->d, TONE_PLAIN);
	document_put(b->d, RUN_NOTE,
	    STR("This report is not an admission that the submitted information is complete, that the device "
		"is "
		"defective or caused harm, or that the firm is liable (21 CFR 806.10(e)). What is marked as "
		"personal data is to be taken out before disclosure (21 CFR 806.40, 20.63)."));
}

static const char *action_of(const struct fda_case *c)
{
	return fda_is_removal(c) ? "removal" : "correction";
}

/* The number has the day in it on which the report is made, 806.10(c)(1): one that FDA does not have yet and
 * that is made anew on another day, or of a removal where it was of a correction, gets another. */
static struct str number_of(const struct fda_case *c, struct arena *arena)
{
	const struct fda_issued *last = fda_last_report(c);
	const struct facts *f = c->casefile->facts;

	if (last && (date_by(f->correction.reported_on, f->today) ||
			(last->made_on.days == f->today.days && last->removal == fda_is_removal(c))))
		return last->number;
	return fda_next_number(c, arena);
}

void report_806_make(const struct fda_case *c, struct arena *arena, struct correction_report *out)
{
	struct str title = arena_printf(arena, "Report of a %s, 21 CFR 806.10", action_of(c));
	struct build b = { c, fda_document(c, "806", title, arena), out };

	*out = (struct correction_report){ .document = b.d, .is_removal = fda_is_removal(c) };
	out->number = number_of(c, arena);
	b.d->meta.contents = true;
	put_head(&b, action_of(c), false);
	for (int i = 1; i <= FDA_ITEMS; i++)
		put_item(&b, i);
	put_statements(&b);
	fda_put_signatures(c, b.d);
	say_state(out, &b.d->blocks[0].fields.items[0].value, b.d);
}

/* The digests then are those of the report as it was issued. */
static bool differs(const struct correction_report *r, const struct fda_issued *before, int number)
{
	char hex[SHA256_HEX_SIZE];

	return !str_eq(str_of(sha256_hex(&r->items[number], hex)), before->items[number]);
}

bool report_806_amendment(
    const struct fda_case *c, struct arena *arena, struct correction_report *out, struct err *e)
{
	const struct fda_issued *report = fda_last_report(c), *before = fda_last_told(c);
	struct correction_report now;
	struct build b = { .c = c, .report = out };

	if (!report)
		return err_fail(e, ERR_INPUT,
		    "no 806 report of casefile %lld was issued, so none can be amended",
		    (long long)c->casefile->casefile.id);
	if (!before)
		return err_fail(e, ERR_CONFLICT,
		    "record %lld, the report, is not signed: FDA is given it first, or it is issued anew",
		    (long long)report->record);
	report_806_make(c, arena, &now);
	b.d = fda_document(c, "806-amendment",
	    arena_printf(arena, "Amendment of report %.*s, 21 CFR 806.10(d)", STR_WHOLE(report->number)),
	    arena);
	*out = (struct correction_report){ .document = b.d,
		.number = report->number,
		.is_removal = now.is_removal,
		.missing = now.missing,
		.deferred = now.deferred };
	put_head(&b, action_of(c), true);
	for (int i = 2; i <= FDA_ITEMS; i++)
		out->news |= differs(&now, before, i) ? 1U << i : 0;
	report_806_news_put(c, before, out->news, b.d);
	for (int i = 1; i <= FDA_ITEMS; i++) {
		out->items[i] = now.items[i];
		if (i <= 2 || (out->news & (1U << i)))
			put_item(&b, i);
	}
	put_statements(&b);
	fda_put_signatures(c, b.d);
	say_state(out, &b.d->blocks[0].fields.items[0].value, b.d);
	return true;
}
