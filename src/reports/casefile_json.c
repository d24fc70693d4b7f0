#include "reports/casefile_json.h"

#include "records/trail_json.h"
#include "reports/determination_json.h"

static void put_texts(struct json_out *w, const struct str *items, size_t count)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		json_put_text(w, items[i]);
	json_close_array(w);
}

static void field_texts(struct json_out *w, const char *key, const struct report_texts *t)
{
	json_key(w, key);
	put_texts(w, t->items, t->count);
}

static void put_casefile(const struct casefile_report *r, struct json_out *w)
{
	const struct device *d = &r->device;

	json_key(w, "casefile");
	json_open_object(w);
	json_field_int(w, "number", r->casefile.id);
	json_field_text(w, "title", r->casefile.title);
	json_field_text(w, "vulnerability", r->casefile.vulnerability);
	json_field_instant(w, "opened_at", r->casefile.opened_at);
	json_field_optional(w, "opened_by", r->opened_by);
	json_field_date(w, "closed_on", r->casefile.closed_on);
	json_close_object(w);
	json_key(w, "device");
	json_open_object(w);
	json_field_text(w, "name", d->name);
	json_field_optional(w, "common_name", d->common_name);
	json_field_optional(w, "udi_di", d->udi_di);
	json_field_optional(w, "class", d->device_class);
	json_field_optional(w, "pathway", d->pathway);
	json_field_optional(w, "product_code", d->product_code);
	json_field_optional(w, "support", d->support);
	json_close_object(w);
}

static void put_signatures(const struct casefile_report *r, int64_t record, struct json_out *w)
{
	char hex[SHA256_HEX_SIZE];

	json_key(w, "signatures");
	json_open_array(w);
	for (size_t i = 0; i < r->signature_count; i++) {
		const struct signature *s = &r->signatures[i];

		if (s->record != record)
			continue;
		json_open_object(w);
		json_field_text(w, "name", s->name);
		json_field_text(w, "full_name", s->full_name);
		json_field_instant(w, "at", s->at);
		json_field_text(w, "meaning", str_of(meaning_word(s->meaning)));
		json_field_bool(w, "holds", r->signature_holds[i]);
		json_field_text(w, "content", str_of(sha256_hex(&s->content, hex)));
		json_field_text(w, "seal", str_of(sha256_hex(&s->seal, hex)));
		json_field_int(w, "entry", s->entry);
		json_close_object(w);
	}
	json_close_array(w);
}

static void put_records(const struct casefile_report *r, struct json_out *w)
{
	json_key(w, "records");
	json_open_array(w);
	for (size_t i = 0; i < r->record_count; i++) {
		const struct report_record *record = &r->records[i];

		json_open_object(w);
		json_field_int(w, "number", record->record->id);
		json_field_text(w, "kind", record->record->kind);
		json_field_instant(w, "at", record->record->at);
		json_field_text(w, "who", record->record->who);
		json_field_int_or_null(w, "replaces", record->record->replaces, 1);
		json_field_int_or_null(w, "replaced_by", record->replaced_by, 1);
		if (record->is_personal)
			json_field_bool(w, "personal", true);
		if (record->is_overtaken)
			json_field_bool(w, "overtaken", true);
		report_fields_write("facts", &record->facts, w);
		report_fields_write("more", &record->more, w);
		put_signatures(r, record->record->id, w);
		json_close_object(w);
	}
	json_close_array(w);
}

static void put_scores(const struct report_finding *f, struct json_out *w)
{
	json_key(w, "cvss");
	json_open_array(w);
	for (size_t i = 0; i < f->score_count; i++) {
		json_open_object(w);
		json_field_text(w, "source", f->scores[i].source);
		json_field_optional(w, "vector", f->scores[i].vector);
		json_key(w, "score");
		json_put_decimal(w, f->scores[i].tenths, 1);
		json_field_text(w, "severity", f->scores[i].severity);
		json_close_object(w);
	}
	json_close_array(w);
}

static void put_finding(const struct report_finding *f, struct json_out *w)
{
	json_open_object(w);
	json_field_int(w, "record", f->record);
	json_field_text(w, "release", f->release);
	json_field_text(w, "vulnerability", f->vulnerability);
	field_texts(w, "aliases", &f->aliases);
	json_key(w, "component");
	json_open_object(w);
	json_field_text(w, "name", f->component);
	json_field_optional(w, "version", f->version);
	json_field_optional(w, "purl", f->purl);
	json_field_optional(w, "cpe", f->cpe);
	json_close_object(w);
	json_field_text(w, "tier", f->tier);
	json_field_text(w, "state", f->state);
	json_field_text(w, "source", f->source);
	field_texts(w, "trace", &f->trace);
	field_texts(w, "other_sources", &f->other_sources);
	put_scores(f, w);
	json_field_bool(w, "kev", f->kev);
	if (f->exploited_in.count)
		field_texts(w, "exploited_in", &f->exploited_in);
	json_key(w, "epss");
	if (f->epss >= 0)
		json_put_decimal(w, f->epss, 6);
	else
		json_put_null(w);
	field_texts(w, "fixed_in", &f->fixed_in);
	json_field_optional(w, "published", f->published);
	json_field_text(w, "summary", f->summary);
	json_close_object(w);
}

static void put_findings(const struct casefile_report *r, struct json_out *w)
{
	json_key(w, "findings");
	json_open_array(w);
	for (size_t i = 0; i < r->finding_count; i++)
		put_finding(&r->findings[i], w);
	json_close_array(w);
}

static const char *const exploitability_words[] = { NULL, "low", "medium", "high" };
static const char *const severity_words[] = { NULL, "none", "negligible", "minor", "serious", "critical",
	"catastrophic" };
static const char *const cell_words[] = { NULL, "C", "C*", "U*", "U" };

static void field_word(struct json_out *w, const char *key, const char *word)
{
	json_field_text_or_null(w, key, str_of(word));
}

static void field_score(struct json_out *w, const char *key, bool scored, int tenths)
{
	json_key(w, key);
	if (!scored || tenths < 0)
		json_put_null(w);
	else
		json_put_decimal(w, tenths, 1);
}

static void put_cvss(const char *key, const struct report_cvss *c, struct json_out *w)
{
	bool scored = c->band != CVSS_UNSCORED;

	if (!c->vector.len) {
		json_field_null(w, key);
		return;
	}
	json_key(w, key);
	json_open_object(w);
	json_field_text(w, "vector", c->vector);
	field_score(w, "score", scored, c->scores.score);
	json_field_text(w, "severity", str_of(cvss_band_name(c->band)));
	field_score(w, "base", scored, c->scores.base);
	field_score(w, "environmental", scored, c->scores.environmental);
	json_close_object(w);
}

static void put_assessment(
    const struct casefile_report *r, const struct report_assessment *a, struct json_out *w)
{
	const struct assessment_fact *f = a->fact;

	json_open_object(w);
	json_field_int(w, "record", a->record->record->id);
	json_field_bool(w, "counts", a == r->current);
	json_field_date(w, "on", f->on);
	field_word(w, "exploitability", exploitability_words[f->exploitability]);
	field_word(w, "severity", severity_words[f->severity]);
	field_word(w, "cell", cell_words[casefile_report_cell(r, f, false)]);
	field_word(w, "exploitability_after", exploitability_words[f->exploitability_after]);
	field_word(w, "severity_after", severity_words[f->severity_after]);
	field_word(w, "cell_after", cell_words[casefile_report_cell(r, f, true)]);
	json_field_optional(w, "rationale", f->rationale);
	json_key(w, "approvers");
	put_texts(w, f->approvers.items, f->approvers.count);
	json_field_optional(w, "hazardous_situation", a->hazardous_situation);
	put_cvss("cvss", &a->cvss, w);
	put_cvss("cvss_after", &a->cvss_after, w);
	json_close_object(w);
}

static void put_assessments(const struct casefile_report *r, struct json_out *w)
{
	json_key(w, "assessments");
	json_open_array(w);
	for (size_t i = 0; i < r->assessment_count; i++)
		put_assessment(r, &r->assessments[i], w);
	json_close_array(w);
	json_key(w, "beside");
	put_texts(w, r->beside, r->beside_count);
	json_key(w, "since_assessment");
	put_texts(w, r->since, r->since_count);
	json_key(w, "matrix");
	json_open_object(w);
	for (int x = EXPLOITABILITY_LOW; x <= EXPLOITABILITY_HIGH; x++) {
		json_key(w, exploitability_words[x]);
		json_open_object(w);
		for (int s = SEVERITY_NEGLIGIBLE; s <= SEVERITY_CATASTROPHIC; s++)
			field_word(w, severity_words[s],
			    cell_words[policy_cell(r->policy, (enum exploitability)x, (enum severity)s)]);
		json_close_object(w);
	}
	json_close_object(w);
}

static void put_clock(const struct casefile_report *r, struct json_out *w)
{
	const struct determination *d = r->determination;
	const struct reading *reading = &d->reading;

	json_key(w, "clock");
	if (!d->clock_runs || !date_is_known(reading->day_0)) {
		json_put_null(w);
	} else {
		json_open_object(w);
		json_field_date(w, "day0", reading->day_0);
		json_field_date(w, "day30", reading->day30);
		json_field_date(w, "day60", reading->day60);
		json_field_int(w, "day", d->today.days - reading->day_0.days);
		json_close_object(w);
	}
	json_key(w, "timeline");
	json_open_array(w);
	for (size_t i = 0; i < r->mark_count; i++) {
		json_open_object(w);
		json_field_date(w, "on", r->marks[i].on);
		json_field_text(w, "says", r->marks[i].says);
		json_field_bool(w, "due", r->marks[i].due);
		json_close_object(w);
	}
	json_close_array(w);
}

static void put_entries(const struct casefile_report *r, struct json_out *w)
{
	json_key(w, "entries");
	json_open_array(w);
	for (size_t i = 0; i < r->trail_count; i++)
		trail_write_json(&r->trail[i], true, w);
	json_close_array(w);
}

static void put_trail(const struct casefile_report *r, struct json_out *w)
{
	const struct report_verification *v = &r->verification;
	char hex[SHA256_HEX_SIZE];

	json_key(w, "trail");
	json_open_object(w);
	put_entries(r, w);
	if (r->is_unverified) {
		json_close_object(w);
		return;
	}
	json_key(w, "verification");
	json_open_object(w);
	json_field_bool(w, "whole", v->faults == 0);
	json_field_int(w, "entries", v->entries);
	json_field_int(w, "faults", v->faults);
	json_field_optional(w, "first_fault", v->first_fault);
	json_field_int(w, "clock_steps", v->clock_steps);
	json_field_int_or_null(w, "head", v->head_number, 1);
	json_field_optional(w, "head_digest", v->head_number ? str_of(sha256_hex(&v->head, hex)) : STR_NONE);
	json_close_object(w);
	json_close_object(w);
}

void casefile_write_json(const struct casefile_report *r, struct json_out *w)
{
	json_open_object(w);
	json_field_text(w, "report", STR("casefile"));
	json_field_text(w, "program", r->program);
	put_casefile(r, w);
	put_records(r, w);
	put_findings(r, w);
	put_assessments(r, w);
	put_clock(r, w);
	json_key(w, "determination");
	determination_write_json(r->determination, r->obligations, r->obligation_count, w);
	put_trail(r, w);
	json_close_object(w);
}
