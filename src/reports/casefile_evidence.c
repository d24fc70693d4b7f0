/*
 * casefile_evidence - findings with their traces, the records of the file, the audit trail and the versions
 * everything rests on.
 */
#include "base/number.h"
#include "reports/casefile_sections.h"
#include "reports/casefile_words.h"

#define DIGEST_SHOWN 12 /* hexadecimal digits; the whole digest is in the JSON form */

static void put_texts(const char *key, const char *label, const struct report_texts *t, struct document *d)
{
	if (!t->count)
		return;
	document_field(d, key, str_of(label));
	for (size_t i = 0; i < t->count; i++) {
		if (i)
			document_say(d, ", ");
		document_text(d, t->items[i]);
	}
}

static void put_text(const char *key, const char *label, struct str text, struct document *d)
{
	if (!text.len)
		return;
	document_field(d, key, str_of(label));
	document_text(d, text);
}

static void put_trace(const struct report_texts *trace, struct document *d)
{
	document_field(d, "trace", STR("Trace"));
	for (size_t i = 0; i < trace->count; i++) {
		if (i)
			document_break(d);
		document_text(d, trace->items[i]);
	}
}

static void put_finding_scores(const struct report_finding *f, struct document *d)
{
	if (!f->score_count)
		return;
	document_field(d, "cvss", STR("CVSS as published"));
	for (size_t i = 0; i < f->score_count; i++) {
		const struct report_score *s = &f->scores[i];

		if (i)
			document_break(d);
		document_printf(
		    d, RUN_PLAIN, "%lld.%lld ", (long long)s->tenths / 10, (long long)s->tenths % 10);
		document_text(d, s->severity);
		document_say(d, " by ");
		document_text(d, s->source);
		document_say(d, " ");
		document_put(d, RUN_CODE, s->vector);
	}
}

/* Thousandths of a percent would promise too much: one decimal. */
static void put_exploitation(const struct report_finding *f, struct document *d)
{
	int64_t tenths = (f->epss + 500) / 1000;

	document_field(d, "exploitation", STR("Exploitation"));
	document_say(d, f->kev ? "listed in CISA's KEV catalogue" : "not listed in KEV");
	if (f->exploited_in.count > (f->kev ? 1 : 0))
		document_say(d, ", listed in the European EU KEV");
	if (f->epss >= 0)
		document_printf(d, RUN_PLAIN, "; EPSS %lld.%lld %% within 30 days", (long long)(tenths / 10),
		    (long long)(tenths % 10));
}

static void put_finding(const struct report_finding *f, struct document *d)
{
	SCOPED_BUF state = buf_new(64);

	words_of_value(STR("kind"), f->state, &state);
	document_part(d, BLOCK_ARTICLE);
	document_text(d, f->component);
	document_say(d, " ");
	document_text(d, f->version);
	document_say(d, " ");
	document_put(d, RUN_NOTE, arena_printf(d->arena, "in release %.*s", STR_WHOLE(f->release)));
	document_fields(d, FIELDS_WIDE);
	document_field(d, "state", STR("State"));
	document_text(d, arena_copy(d->arena, buf_str(&state)));
	document_say(d, ", tier ");
	document_text(d, f->tier);
	document_say(d, ", by ");
	document_text(d, f->source);
	put_trace(&f->trace, d);
	put_finding_scores(f, d);
	put_exploitation(f, d);
	put_texts("aliases", "Also known as", &f->aliases, d);
	put_texts("other_sources", "Other sources", &f->other_sources, d);
	put_texts("fixed_in", "Fixed in", &f->fixed_in, d);
	put_text("purl", "purl", f->purl, d);
	put_text("cpe", "CPE", f->cpe, d);
	put_text("published", "Published", f->published, d);
	put_text("summary", "Summary", f->summary, d);
}

void casefile_findings(const struct casefile_report *r, struct document *d)
{
	document_section(d, "findings", "Findings", "Findings");
	if (!r->finding_count) {
		document_paragraph(d, TONE_PLAIN);
		document_say(d, "The file was opened by hand: no finding of a scan is in it.");
	}
	for (size_t i = 0; i < r->finding_count; i++)
		put_finding(&r->findings[i], d);
}

/* A text whose words do not fit is shown as it is. */
static struct str words_for(struct document *d, struct str key, struct str value)
{
	SCOPED_BUF words = buf_new(8192);

	words_of_value(key, value, &words);
	return buf_full(&words) ? value : arena_copy(d->arena, buf_str(&words));
}

static void put_field(const struct report_field *f, struct document *d)
{
	SCOPED_BUF words = buf_new(8192);

	words_of_key(f->key, &words);
	document_field(d, NULL, arena_copy(d->arena, buf_str(&words)));
	switch (f->kind) {
	case REPORT_TEXT:
		document_text(d, words_for(d, f->key, f->text));
		break;
	case REPORT_NUMBER:
		document_printf(d, RUN_PLAIN, "%lld", (long long)f->number);
		break;
	case REPORT_ANSWER:
		document_say(d, f->number ? "yes" : "no");
		break;
	case REPORT_TEXTS:
		for (size_t i = 0; i < f->texts.count; i++) {
			if (i)
				document_say(d, ", ");
			document_text(d, words_for(d, f->key, f->texts.items[i]));
		}
		break;
	case REPORT_NULL:
		document_text_or_dash(d, STR(""));
		break;
	}
}

static void put_fields(
    const struct casefile_report *r, const struct report_record *record, struct document *d)
{
	size_t findings = 0;

	document_cell(d);
	for (size_t i = 0; i < r->finding_count; i++)
		findings += r->findings[i].record == record->record->id;
	if (findings) {
		document_printf(d, RUN_PLAIN, "%zu finding%s, shown under ", findings, PLURAL(findings));
		document_link(d, "findings", "Findings");
	}
	for (size_t i = 0; i < record->facts.count; i++)
		put_field(&record->facts.items[i], d);
	for (size_t i = 0; i < record->more.count; i++)
		put_field(&record->more.items[i], d);
}

/* 21 CFR 11.50: name, instant and meaning, beside what is signed. */
static void put_signatures(const struct casefile_report *r, int64_t record, struct document *d)
{
	for (size_t i = 0; i < r->signature_count; i++) {
		const struct signature *s = &r->signatures[i];

		if (s->record != record)
			continue;
		document_break(d);
		if (r->signature_holds[i])
			document_state(d, SHAPE_DONE, "signed");
		else
			document_state(d, SHAPE_LATE, "does not cover the record as it stands: signed");
		document_break(d);
		document_put(d, RUN_NOTE, s->full_name);
		document_say(d, ", ");
		document_instant(d, s->at);
		document_printf(d, RUN_NOTE, ", %s", meaning_says(s->meaning));
	}
}

static void put_record(
    const struct casefile_report *r, const struct report_record *record, struct document *d)
{
	const struct case_record *from = record->record;
	SCOPED_BUF kind = buf_new(256);

	words_of_key(from->kind, &kind);
	document_row(d, record->replaced_by || record->is_overtaken ? ROW_REPLACED : ROW_PLAIN);
	document_cell(d);
	document_printf(d, RUN_PLAIN, "%lld", (long long)from->id);
	document_cell(d);
	document_text(d, arena_copy(d->arena, buf_str(&kind)));
	if (record->is_personal) {
		document_break(d);
		document_put(d, RUN_NOTE, STR("personal data"));
	}
	if (record->replaced_by) {
		document_break(d);
		document_printf(d, RUN_NOTE, "replaced by %lld", (long long)record->replaced_by);
	}
	if (record->is_overtaken) {
		document_break(d);
		document_put(d, RUN_NOTE, STR("overtaken: what it judged was replaced"));
	}
	if (from->replaces) {
		document_break(d);
		document_printf(d, RUN_NOTE, "replaces %lld", (long long)from->replaces);
	}
	put_fields(r, record, d);
	document_cell(d);
	document_instant(d, from->at);
	document_break(d);
	document_put(d, RUN_NOTE, from->who);
	put_signatures(r, from->id, d);
}

void casefile_contents(const struct casefile_report *r, struct document *d)
{
	static const struct table_column columns[] = { { .title = "No." },
		{ .title = "Record", .percent = 16 }, { .title = "Content" },
		{ .title = "Added and signed", .percent = 24 } };

	document_section(d, "records", "Records", "Records");
	document_table(d, STR("Everything in the file, as it was added; nothing is ever changed or removed"),
	    columns, COUNT(columns));
	for (size_t i = 0; i < r->record_count; i++)
		put_record(r, &r->records[i], d);
}

static void put_verification(const struct report_verification *v, struct document *d)
{
	char hex[SHA256_HEX_SIZE];

	document_paragraph(d, TONE_PLAIN);
	if (v->faults)
		document_state(d, SHAPE_LATE, "The audit trail is damaged.");
	else
		document_state(d, SHAPE_DONE, "The audit trail is whole.");
	document_printf(d, RUN_PLAIN, " %lld entr%s of the whole trail %s verified, %lld with a fault.",
	    (long long)v->entries, v->entries == 1 ? "y" : "ies", v->entries == 1 ? "was" : "were",
	    (long long)v->faults);
	if (v->faults) {
		document_say(d, " ");
		document_put(d, RUN_STRONG, arena_printf(d->arena, "%.*s.", STR_WHOLE(v->first_fault)));
	}
	if (v->clock_steps)
		document_printf(d, RUN_PLAIN, " The clock went backwards %lld time%s.",
		    (long long)v->clock_steps, PLURAL(v->clock_steps));
	if (v->head_number) {
		document_printf(
		    d, RUN_PLAIN, " Its head is entry %lld with digest ", (long long)v->head_number);
		document_printf(d, RUN_CODE, "%s", sha256_hex(&v->head, hex));
		document_say(d, ".");
	}
}

static void put_entry(const struct trail_entry *entry, struct document *d)
{
	char hex[SHA256_HEX_SIZE];

	document_row(d, ROW_PLAIN);
	document_cell(d);
	document_printf(d, RUN_PLAIN, "%lld", (long long)entry->number);
	document_cell(d);
	document_instant(d, entry->at);
	document_cell(d);
	document_text(d, entry->who);
	document_cell(d);
	document_text(d, entry->what);
	document_cell(d);
	document_text_or_dash(d, entry->why);
	document_cell(d);
	document_printf(d, RUN_CODE, "%.*s", DIGEST_SHOWN, sha256_hex(&entry->digest, hex));
}

void casefile_trail(const struct casefile_report *r, struct document *d)
{
	static const struct table_column columns[] = { { .title = "No." }, { .title = "At" },
		{ .title = "Who" }, { .title = "What" }, { .title = "Why" }, { .title = "Digest" } };

	document_section(d, "trail", "Audit trail", "Audit trail");
	put_verification(&r->verification, d);
	document_table(d, STR("The entries about this casefile"), columns, COUNT(columns));
	for (size_t i = 0; i < r->trail_count; i++)
		put_entry(&r->trail[i], d);
}

void casefile_basis(const struct casefile_report *r, struct document *d)
{
	const struct determination *det = r->determination;

	document_section(d, "basis", "Basis", "Basis");
	document_fields(d, FIELDS_WIDE);
	put_text("rules", "Rules", STR(RULES_REGIME ", version " RULES_VERSION), d);
	put_text("policy", "Policy", det->policy_version, d);
	document_field(d, "days", STR("Days"));
	document_say(d, "dates are days in ");
	document_text(d, det->time_zone);
	document_say(d, ", times are UTC; zone data ");
	document_text(d, det->tzdata_version.len ? det->tzdata_version : STR("of unknown version"));
	put_text("program", "Program", r->program, d);
	put_text("cited", "Cited",
	    STR("PMG is FDA's guidance Postmarket Management of Cybersecurity in Medical Devices, 28 "
		"December "
		"2016; CFR is Title 21 of the Code of Federal Regulations"),
	    d);
}
