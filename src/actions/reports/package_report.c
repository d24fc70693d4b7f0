#include "actions/reports/package_report.h"

#include <string.h>

#include "actions/casework/case_signatures.h"
#include "limits.h"
#include "reports/casefile_record.h"

static int64_t number_at(const json_t *object, const char *key)
{
	return json_integer_value(json_object_get(object, key));
}

static struct str instant_text(struct instant at, struct arena *arena)
{
	char text[INSTANT_TEXT_SIZE];

	return arena_copy(arena, str_of(instant_write(at, text)));
}

/* --- signatures --- */

static void check_signatures(struct package_told *t)
{
	for (size_t i = 0; i < t->signature_count; i++) {
		const struct signature *s = &t->signatures[i].s;
		size_t at = package_record_at(t, s->record);
		struct err wrong = { 0 };
		struct sha256 content;

		if (at < t->record_count)
			content = case_record_digest(t->casefile, &t->records[at], &t->arena);
		if (!signature_check(s, at < t->record_count ? &content : NULL, &wrong))
			package_fault(t, "%s", wrong.text);
		if (!t->signatures[i].shown)
			package_fault(t, "the signature of entry %lld is not shown", (long long)s->entry);
	}
}

static bool signature_is_shown(
    const struct signature *s, int64_t record, const json_t *shown, struct arena *arena)
{
	char content[SHA256_HEX_SIZE], seal[SHA256_HEX_SIZE];

	return s->record == record && str_eq(package_text_at(shown, "name"), s->name) &&
	       str_eq(package_text_at(shown, "full_name"), s->full_name) &&
	       str_eq(package_text_at(shown, "at"), instant_text(s->at, arena)) &&
	       str_eq(package_text_at(shown, "meaning"), str_of(meaning_word(s->meaning))) &&
	       json_is_true(json_object_get(shown, "holds")) &&
	       str_eq(package_text_at(shown, "content"), str_of(sha256_hex(&s->content, content))) &&
	       str_eq(package_text_at(shown, "seal"), str_of(sha256_hex(&s->seal, seal)));
}

static void check_shown_signature(struct package_told *t, int64_t record, const json_t *shown)
{
	int64_t entry = number_at(shown, "entry");

	for (size_t i = 0; i < t->signature_count; i++) {
		if (t->signatures[i].s.entry != entry)
			continue;
		t->signatures[i].shown = true;
		if (signature_is_shown(&t->signatures[i].s, record, shown, &t->arena))
			return;
	}
	package_fault(t, "the signature on record %lld by " STR_FMT " is not what entry %lld tells",
	    (long long)record, STR_ARG(package_text_at(shown, "full_name")), (long long)entry);
}

/* --- records --- */

static void differs(struct package_told *t, size_t at, const char *key)
{
	package_fault(t, "%s of record %lld in report.json is not what its entry tells", key,
	    (long long)t->records[at].id);
}

/* A part of a record as the report shows it: lists and objects of scalars as keys of their own. */
static json_t *as_shown(struct package_told *t, struct str stated)
{
	SCOPED_BUF text = buf_new(LIMIT_RECORD_BYTES);
	struct report_fields fields;
	struct json_out *w;
	struct err e = { 0 };

	if (!report_fields_read(stated, &t->arena, &fields, &e)) {
		package_fault(t, "%s", e.text);
		return NULL;
	}
	w = json_out_buf(&text, false);
	json_open_object(w);
	report_fields_write("shown", &fields, w);
	json_close_object(w);
	json_out_close(w);
	return json_object_get(package_read_json(t, buf_str(&text)), "shown");
}

/* Every key of either. */
static void check_part(struct package_told *t, size_t at, json_t *shown, json_t *stated)
{
	const char *key;
	json_t *value;

	json_object_foreach(shown, key, value) if (!json_equal(value, json_object_get(stated, key)))
	    differs(t, at, key);
	json_object_foreach(stated, key, value) if (!json_object_get(shown, key)) differs(t, at, key);
}

/* What a finding says more stands elsewhere in the report. */
static void check_parts(struct package_told *t, size_t at, json_t *shown)
{
	const struct case_record *r = &t->records[at];

	check_part(t, at, json_object_get(shown, "facts"), as_shown(t, r->facts));
	if (!str_eq(r->kind, STR("finding")))
		check_part(t, at, json_object_get(shown, "more"), as_shown(t, r->more));
}

static void check_record(struct package_told *t, json_t *shown)
{
	size_t at = package_record_at(t, number_at(shown, "number")), i;
	const struct case_record *r = &t->records[at];
	json_t *signature;

	if (at == t->record_count) {
		package_fault(
		    t, "no entry tells of record %lld of report.json", (long long)number_at(shown, "number"));
		return;
	}
	t->told[at].shown = true;
	if (!str_eq(package_text_at(shown, "kind"), r->kind))
		differs(t, at, "kind");
	if (!str_eq(package_text_at(shown, "who"), r->who))
		differs(t, at, "who");
	if (!str_eq(package_text_at(shown, "at"), instant_text(r->at, &t->arena)))
		differs(t, at, "at");
	if (number_at(shown, "replaces") != r->replaces)
		differs(t, at, "replaces");
	check_parts(t, at, shown);
	json_array_foreach(json_object_get(shown, "signatures"), i, signature)
	    check_shown_signature(t, r->id, signature);
}

/* --- findings --- */

/* What is shown of a finding is what its record keeps; it keeps more. */
static bool finding_is_told(json_t *shown, const json_t *told)
{
	const char *key;
	json_t *value;

	json_object_foreach(shown, key, value)
	{
		const json_t *kept = json_object_get(told, key);

		if (json_is_object(value) ? !finding_is_told(value, kept)
					  : strcmp(key, "record") != 0 && !json_equal(value, kept))
			return false;
	}
	return true;
}

static void check_findings(struct package_told *t, const json_t *shown)
{
	size_t next = 0, i;
	const json_t *told;

	for (size_t k = 0; k < t->record_count; k++) {
		if (!str_eq(t->records[k].kind, STR("finding")))
			continue;
		json_array_foreach(json_object_get(t->told[k].more, "findings"), i, told)
		{
			json_t *one = json_array_get(shown, next++);

			if (number_at(one, "record") != t->records[k].id || !finding_is_told(one, told))
				package_fault(t,
				    "finding %zu of report.json is not what the entry of record %lld tells",
				    next, (long long)t->records[k].id);
		}
	}
	if (json_array_size(shown) != next)
		package_fault(t, "findings of report.json are %zu, and the entries tell of %zu",
		    json_array_size(shown), next);
}

static void check_opening(struct package_told *t, const json_t *shown)
{
	static const char *const keys[] = { "title", "vulnerability" };

	if (number_at(shown, "number") != t->casefile)
		package_fault(t, "report.json is about casefile %lld", (long long)number_at(shown, "number"));
	for (size_t i = 0; i < COUNT(keys); i++)
		if (!t->opening ||
		    !str_eq(package_text_at(shown, keys[i]), package_text_at(t->opening, keys[i])))
			package_fault(t, "%s is not what its opening tells", keys[i]);
	if (!str_eq(package_text_at(shown, "opened_at"), instant_text(t->opened_at, &t->arena)))
		package_fault(t, "opened_at is not what its opening tells");
}

void package_report_check(struct package_told *t, json_t *report)
{
	json_t *record;
	size_t i;

	check_opening(t, json_object_get(report, "casefile"));
	json_array_foreach(json_object_get(report, "records"), i, record) check_record(t, record);
	check_findings(t, json_object_get(report, "findings"));
	for (size_t k = 0; k < t->record_count; k++)
		if (!t->told[k].shown)
			package_fault(
			    t, "record %lld is missing in report.json", (long long)t->records[k].id);
	check_signatures(t);
}
