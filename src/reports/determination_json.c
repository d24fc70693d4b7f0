#include "reports/determination_json.h"

#include "reports/casefile_words.h"

static void field_date(struct json_out *w, const char *key, struct date d)
{
	char text[DATE_TEXT_SIZE];

	if (date_is_known(d))
		json_field_text(w, key, str_of(date_write(d, text)));
	else
		json_field_null(w, key);
}

static void field_word(struct json_out *w, const char *key, const char *word)
{
	json_field_text_or_null(w, key, str_of(word));
}

/* "PMG VII.B; 21 CFR 806.10(b)" as an array. */
static void field_cites(struct json_out *w, const char *cites)
{
	struct str rest = str_of(cites), one;

	json_key(w, "cites");
	json_open_array(w);
	while (str_next(&rest, ';', &one))
		json_put_text(w, str_trim(one));
	json_close_array(w);
}

static void put_condition(struct json_out *w, enum condition_id id, const struct condition_result *c)
{
	json_open_object(w);
	field_word(w, "id", condition_word(id));
	field_word(w, "state", condition_state_word(c->state));
	field_date(w, "on", c->on);
	field_date(w, "due", c->due);
	json_field_text(w, "why", c->why);
	json_close_object(w);
}

/* The keys that hang on day 0: at the top level, and in "literal" and "restart". */
static void put_reading(struct json_out *w, const struct reading *r)
{
	field_date(w, "day30", r->day30);
	field_date(w, "day60", r->day60);
	field_word(w, "discretion", discretion_word(r->discretion));
	json_key(w, "conditions");
	json_open_array(w);
	for (int i = 0; r->has_conditions && i < CONDITION_COUNT; i++)
		put_condition(w, (enum condition_id)i, &r->conditions[i]);
	json_close_array(w);
	field_word(w, "report_806", report_806_word(r->report_806));
	field_date(w, "report_806_due", r->report_806_due);
	field_date(w, "report_806_due_if_lapsed", r->report_806_due_if_lapsed);
	json_field_int(w, "days_overdue", r->days_overdue);
}

static void put_head(struct json_out *w, const struct determination *d)
{
	field_word(w, "regime", RULES_REGIME);
	field_word(w, "rules_version", RULES_VERSION);
	json_field_text(w, "policy_version", d->policy_version);
	field_date(w, "today", d->today);
	json_field_text(w, "time_zone", d->time_zone);
	json_field_text_or_null(w, "tzdata_version", d->tzdata_version.len ? d->tzdata_version : STR_NONE);
	field_word(w, "scope", scope_word(d->scope));
	field_word(w, "risk", risk_word(d->risk));
	field_word(w, "risk_after", risk_word(d->risk_after));
	json_field_bool(w, "borderline", d->borderline);
	json_field_bool(w, "final", d->final);
}

static void put_mdrs(struct json_out *w, const struct determination *d)
{
	json_key(w, "mdr");
	json_open_array(w);
	for (size_t i = 0; i < d->mdr_count; i++) {
		json_open_object(w);
		field_word(w, "kind", mdr_kind_word(d->mdrs[i].kind));
		field_date(w, "due", d->mdrs[i].due);
		json_close_object(w);
	}
	json_close_array(w);
}

static void put_device(struct json_out *w, const struct determination *d)
{
	field_date(w, "share_with_other_applicant_due", d->share_with_other_applicant_due);
	json_key(w, "periodic_report");
	json_open_object(w);
	json_field_bool(w, "owed", d->periodic_owed);
	field_date(w, "due", d->periodic_due);
	json_close_object(w);
	json_field_bool(w, "out_of_cycle_update", d->out_of_cycle_update);
	field_word(w, "proposed_recall_class", recall_class_word(d->proposed_recall_class));
	if (d->retention_rule == RETENTION_NONE) {
		json_field_null(w, "retention");
	} else {
		json_key(w, "retention");
		json_open_object(w);
		field_word(w, "rule", retention_rule_word(d->retention_rule));
		field_date(w, "until", d->retention_until);
		json_close_object(w);
	}
	json_field_bool(w, "reopened", d->reopened);
}

static void put_readings(struct json_out *w, const struct determination *d)
{
	if (!d->two_readings)
		return;
	json_key(w, "literal");
	json_open_object(w);
	put_reading(w, &d->literal);
	json_close_object(w);
	json_key(w, "restart");
	json_open_object(w);
	put_reading(w, &d->restart);
	json_close_object(w);
}

static void put_obligations(struct json_out *w, const struct obligation *obligations, size_t count)
{
	json_key(w, "obligations");
	json_open_array(w);
	for (size_t i = 0; i < count; i++) {
		const struct obligation *o = &obligations[i];

		json_open_object(w);
		field_word(w, "kind", obligation_kind_word(o->kind));
		field_word(w, "to", obligation_to(o->kind));
		field_date(w, "starts", o->starts);
		field_date(w, "due", o->due);
		field_word(w, "state", obligation_state_word(o->state));
		field_date(w, "met_on", o->met_on);
		field_cites(w, obligation_cites(o));
		field_date(w, "until", o->until);
		json_field_text_or_null(w, "says", str_of(words_besides(o)));
		json_close_object(w);
	}
	json_close_array(w);
}

static void put_texts(struct json_out *w, const char *key, const struct str *texts, size_t count)
{
	json_key(w, key);
	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		json_put_text(w, texts[i]);
	json_close_array(w);
}

static void put_reasons(struct json_out *w, const struct determination *d)
{
	json_key(w, "warnings");
	json_open_array(w);
	for (size_t i = 0; i < d->warning_count; i++) {
		json_open_object(w);
		field_word(w, "id", d->warnings[i].id);
		json_field_text(w, "says", d->warnings[i].says);
		json_close_object(w);
	}
	json_close_array(w);
	json_key(w, "rationale");
	json_open_array(w);
	for (size_t i = 0; i < d->reason_count; i++) {
		const struct reason *r = &d->rationale[i];

		json_open_object(w);
		field_word(w, "rule", r->rule);
		field_word(w, "says", r->says);
		field_cites(w, r->cites);
		put_texts(w, "facts", r->facts, r->fact_count);
		json_close_object(w);
	}
	json_close_array(w);
}

void determination_write_json(
    const struct determination *d, const struct obligation *obligations, size_t count, struct json_out *w)
{
	json_open_object(w);
	put_head(w, d);
	put_reading(w, &d->reading);
	json_field_text_or_null(w, "report_806_number", d->report_806_number);
	field_date(w, "amendment_806_due", d->amendment_806_due);
	json_field_bool(w, "record_806_20", d->record_806_20);
	put_mdrs(w, d);
	put_device(w, d);
	put_readings(w, d);
	put_obligations(w, obligations, count);
	put_reasons(w, d);
	put_texts(w, "missing", d->missing, d->missing_count);
	json_close_object(w);
}
