/*
 * casefile_html_evidence - findings with their traces, the records of the file, the audit trail and the
 * versions everything rests on.
 */
#include "base/number.h"
#include "reports/casefile_html_parts.h"
#include "reports/casefile_words.h"

#define DIGEST_SHOWN 12 /* hexadecimal digits; the whole digest is in the JSON form */

static void put_list(const struct report_texts *t, struct html *h)
{
	for (size_t i = 0; i < t->count; i++) {
		if (i)
			html_raw(h, ", ");
		html_text(h, t->items[i]);
	}
}

static void list_term(const char *term, const struct report_texts *t, struct html *h)
{
	if (!t->count)
		return;
	parts_term(h, term);
	put_list(t, h);
	parts_term_end(h);
}

static void text_term(const char *term, struct str text, struct html *h)
{
	if (!text.len)
		return;
	parts_term(h, term);
	html_text(h, text);
	parts_term_end(h);
}

static void put_trace(const struct report_texts *trace, struct html *h)
{
	parts_term(h, "Trace");
	html_raw(h, "<ul class=\"trace\">");
	for (size_t i = 0; i < trace->count; i++) {
		html_raw(h, "<li>");
		html_text(h, trace->items[i]);
		html_raw(h, "</li>");
	}
	html_raw(h, "</ul>");
	parts_term_end(h);
}

static void put_finding_scores(const struct report_finding *f, struct html *h)
{
	if (!f->score_count)
		return;
	parts_term(h, "CVSS as published");
	for (size_t i = 0; i < f->score_count; i++) {
		const struct report_score *s = &f->scores[i];

		if (i)
			html_raw(h, "<br>");
		html_printf(h, "%lld.%lld ", (long long)s->tenths / 10, (long long)s->tenths % 10);
		html_text(h, s->severity);
		html_raw(h, " by ");
		html_text(h, s->source);
		html_raw(h, " <code>");
		html_text(h, s->vector);
		html_raw(h, "</code>");
	}
	parts_term_end(h);
}

/* Thousandths of a percent would promise too much: one decimal. */
static void put_exploitation(const struct report_finding *f, struct html *h)
{
	int64_t tenths = (f->epss + 500) / 1000;

	parts_term(h, "Exploitation");
	parts_text(h, f->kev ? "listed in CISA's KEV catalogue" : "not listed in KEV");
	if (f->epss >= 0)
		html_printf(h, "; EPSS %lld.%lld %% within 30 days", (long long)(tenths / 10),
		    (long long)(tenths % 10));
	parts_term_end(h);
}

static void put_finding(const struct report_finding *f, struct html *h)
{
	SCOPED_BUF state = buf_new(64);

	words_of_value(STR("kind"), f->state, &state);
	html_raw(h, "<article>\n<h3>");
	html_text(h, f->component);
	html_raw(h, " ");
	html_text(h, f->version);
	html_raw(h, " <span class=\"note\">in release ");
	html_text(h, f->release);
	html_raw(h, "</span></h3>\n<dl class=\"facts wide\">\n");
	parts_term(h, "State");
	html_text(h, buf_str(&state));
	html_raw(h, ", tier ");
	html_text(h, f->tier);
	html_raw(h, ", by ");
	html_text(h, f->source);
	parts_term_end(h);
	put_trace(&f->trace, h);
	put_finding_scores(f, h);
	put_exploitation(f, h);
	list_term("Also known as", &f->aliases, h);
	list_term("Other sources", &f->other_sources, h);
	list_term("Fixed in", &f->fixed_in, h);
	text_term("purl", f->purl, h);
	text_term("CPE", f->cpe, h);
	text_term("Published", f->published, h);
	text_term("Summary", f->summary, h);
	html_raw(h, "</dl>\n</article>\n");
}

void html_findings(const struct casefile_report *r, struct html *h)
{
	parts_section(h, "findings", "Findings");
	if (!r->finding_count)
		html_raw(h, "<p>The file was opened by hand: no finding of a scan is in it.</p>\n");
	for (size_t i = 0; i < r->finding_count; i++)
		put_finding(&r->findings[i], h);
	parts_section_end(h);
}

static void put_field(const struct report_field *f, struct html *h)
{
	SCOPED_BUF words = buf_new(8192);

	words_of_key(f->key, &words);
	html_raw(h, "<div><dt>");
	html_text(h, buf_str(&words));
	html_raw(h, "</dt><dd>");
	buf_clear(&words);
	switch (f->kind) {
	case REPORT_TEXT:
		words_of_value(f->key, f->text, &words);
		html_text(h, buf_full(&words) ? f->text : buf_str(&words));
		break;
	case REPORT_NUMBER:
		html_printf(h, "%lld", (long long)f->number);
		break;
	case REPORT_ANSWER:
		parts_text(h, f->number ? "yes" : "no");
		break;
	case REPORT_TEXTS:
		for (size_t i = 0; i < f->texts.count; i++) {
			buf_clear(&words);
			words_of_value(f->key, f->texts.items[i], &words);
			html_raw_str(h, i ? STR(", ") : STR(""));
			html_text(h, buf_full(&words) ? f->texts.items[i] : buf_str(&words));
		}
		break;
	case REPORT_NULL:
		parts_text_or_dash(h, STR(""));
		break;
	}
	html_raw(h, "</dd></div>");
}

static void put_fields(const struct casefile_report *r, const struct report_record *record, struct html *h)
{
	size_t findings = 0;

	html_raw(h, "<dl class=\"prose\">");
	for (size_t i = 0; i < record->facts.count; i++)
		put_field(&record->facts.items[i], h);
	for (size_t i = 0; i < record->more.count; i++)
		put_field(&record->more.items[i], h);
	html_raw(h, "</dl>");
	for (size_t i = 0; i < r->finding_count; i++)
		findings += r->findings[i].record == record->record->id;
	if (findings) {
		html_printf(h, "%zu finding%s, shown under ", findings, PLURAL(findings));
		html_raw(h, "<a href=\"#findings\">Findings</a>");
	}
}

static void put_record(const struct casefile_report *r, const struct report_record *record, struct html *h)
{
	const struct case_record *from = record->record;
	SCOPED_BUF kind = buf_new(256);

	words_of_key(from->kind, &kind);
	html_raw_str(h, record->replaced_by ? STR("<tr class=\"replaced\"><th scope=\"row\">")
					    : STR("<tr><th scope=\"row\">"));
	html_printf(h, "%lld", (long long)from->id);
	html_raw(h, "</th><td>");
	html_text(h, buf_str(&kind));
	if (record->replaced_by) {
		html_raw(h, "<br><span class=\"note\">");
		html_printf(h, "replaced by %lld", (long long)record->replaced_by);
		html_raw(h, "</span>");
	}
	if (from->replaces) {
		html_raw(h, "<br><span class=\"note\">");
		html_printf(h, "replaces %lld", (long long)from->replaces);
		html_raw(h, "</span>");
	}
	html_raw(h, "</td><td>");
	put_fields(r, record, h);
	html_raw(h, "</td><td>");
	parts_instant(h, from->at);
	html_raw(h, "<br><span class=\"note\">");
	html_text(h, from->who);
	html_raw(h, "</span></td></tr>\n");
}

void html_records(const struct casefile_report *r, struct html *h)
{
	static const char *const columns[] = { "No.", "Record", "Content", "Added" };

	parts_section(h, "records", "Records");
	parts_table(h, "Everything in the file, as it was added; nothing is ever changed or removed", columns,
	    COUNT(columns));
	for (size_t i = 0; i < r->record_count; i++)
		put_record(r, &r->records[i], h);
	parts_table_end(h);
	parts_section_end(h);
}

static void put_verification(const struct report_verification *v, struct html *h)
{
	char hex[SHA256_HEX_SIZE];

	html_raw(h, "<p class=\"verdict\">");
	if (v->faults)
		parts_state(h, SHAPE_LATE, "The audit trail is damaged.");
	else
		parts_state(h, SHAPE_DONE, "The audit trail is whole.");
	html_raw(h, " ");
	html_printf(h, "%lld entr%s of the whole trail %s verified, %lld with a fault.",
	    (long long)v->entries, v->entries == 1 ? "y" : "ies", v->entries == 1 ? "was" : "were",
	    (long long)v->faults);
	if (v->faults) {
		html_raw(h, " <strong>");
		html_text(h, v->first_fault);
		html_raw(h, ".</strong>");
	}
	if (v->clock_steps)
		html_printf(h, " The clock went backwards %lld time%s.", (long long)v->clock_steps,
		    PLURAL(v->clock_steps));
	if (v->head_number) {
		html_printf(h, " Its head is entry %lld with digest ", (long long)v->head_number);
		html_raw(h, "<code class=\"digest\">");
		parts_text(h, sha256_hex(&v->head, hex));
		html_raw(h, "</code>.");
	}
	html_raw(h, "</p>\n");
}

static void put_entry(const struct trail_entry *entry, struct html *h)
{
	char hex[SHA256_HEX_SIZE];

	html_raw(h, "<tr><th scope=\"row\">");
	html_printf(h, "%lld", (long long)entry->number);
	html_raw(h, "</th><td>");
	parts_instant(h, entry->at);
	html_raw(h, "</td><td>");
	html_text(h, entry->who);
	html_raw(h, "</td><td>");
	html_text(h, entry->what);
	html_raw(h, "</td><td>");
	parts_text_or_dash(h, entry->why);
	html_raw(h, "</td><td><code>");
	html_text(h, str_first(str_of(sha256_hex(&entry->digest, hex)), DIGEST_SHOWN));
	html_raw(h, "</code></td></tr>\n");
}

void html_trail(const struct casefile_report *r, struct html *h)
{
	static const char *const columns[] = { "No.", "At", "Who", "What", "Why", "Digest" };

	parts_section(h, "trail", "Audit trail");
	put_verification(&r->verification, h);
	parts_table(h, "The entries about this casefile", columns, COUNT(columns));
	for (size_t i = 0; i < r->trail_count; i++)
		put_entry(&r->trail[i], h);
	parts_table_end(h);
	parts_section_end(h);
}

void html_basis(const struct casefile_report *r, struct html *h)
{
	const struct determination *d = r->determination;

	parts_section(h, "basis", "Basis");
	html_raw(h, "<dl class=\"facts wide\">\n");
	parts_term(h, "Rules");
	html_raw(h, RULES_REGIME ", version " RULES_VERSION);
	parts_term_end(h);
	text_term("Policy", d->policy_version, h);
	parts_term(h, "Days");
	html_raw(h, "dates are days in ");
	html_text(h, d->time_zone);
	html_raw(h, ", times are UTC; zone data ");
	html_text(h, d->tzdata_version.len ? d->tzdata_version : STR("of unknown version"));
	parts_term_end(h);
	text_term("Program", r->program, h);
	parts_term(h, "Cited");
	html_raw(h,
	    "PMG is FDA's guidance Postmarket Management of Cybersecurity in Medical Devices, 28 December "
	    "2016; CFR is Title 21 of the Code of Federal Regulations");
	parts_term_end(h);
	html_raw(h, "</dl>\n");
	parts_section_end(h);
}
