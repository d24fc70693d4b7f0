#include "actions/reports/package_stated.h"

#include "actions/casework/case_days.h"
#include "actions/casework/case_recorded.h"
#include "actions/casework/case_signatures.h"
#include "limits.h"

/* The signatures that the entries tell of. */
static struct case_signatures signatures(struct package_told *t)
{
	struct case_signatures out = {
		.items = arena_alloc(&t->arena, t->signature_count + 1, sizeof(*out.items)),
		.holds = arena_alloc(&t->arena, t->signature_count + 1, sizeof(*out.holds)),
		.count = t->signature_count,
	};

	for (size_t i = 0; i < out.count; i++) {
		const struct signature *s = &t->signatures[i].s;

		out.items[i] = *s;
		out.holds[i] = case_signature_holds(
		    t->casefile, s, casefile_record(t->records, t->record_count, s->record), &t->arena);
	}
	return out;
}

/* The releases of which units in the field are to get a fix, as the facts show them. */
static struct field_units field_shown(struct package_told *t, const json_t *shown)
{
	const json_t *list = json_object_get(shown, "releases_concerned"), *one;
	size_t count = json_array_size(list), i;
	struct field_units out = {
		.most = -1,
		.told = arena_alloc(&t->arena, count + 1, sizeof(*out.told)),
		.told_count = count,
	};

	json_array_foreach(list, i, one)
	{
		const json_t *units = json_object_get(one, "units");

		out.told[i] = (struct concerned_fact){ .index = (int64_t)i,
			.release = package_text_at(one, "release"),
			.units = json_is_integer(units) ? json_integer_value(units) : -1,
			.since = case_day(json_object_get(one, "since")) };
	}
	return out;
}

static bool with_following(struct package_told *t, const json_t *shown, const struct case_view *view,
    struct case_recorded *out, struct err *e)
{
	struct field_units field = field_shown(t, shown);
	struct case_record *records;
	struct date today;

	return date_parse(package_text_at(shown, "today"), &today, e) &&
	       case_with_approvers(
		   &view->signatures, view->records, view->record_count, &t->arena, &records, e) &&
	       case_recorded_by(view, &field, today, records, &t->arena, out, e);
}

/* Filed under another name since it was stated. */
static void rename_vulnerability(struct package_told *t, json_t *stated)
{
	json_t *vulnerability = json_object_get(stated, "vulnerability");

	for (size_t i = 0; i < t->record_count; i++)
		if (str_eq(t->records[i].kind, STR("renaming")))
			json_object_set(vulnerability, "id", json_object_get(t->opening, "vulnerability"));
}

json_t *package_stated(struct package_told *t, const json_t *shown)
{
	SCOPED_BUF text = buf_new(LIMIT_RECORD_BYTES);
	struct case_view view = { .casefile = { .id = t->casefile, .closed_on = DATE_NONE },
		.records = t->records,
		.record_count = t->record_count,
		.signatures = signatures(t) };
	struct case_setting setting = { .firm = t->firm, .isao = t->isao };
	json_t *zone = t->time_zone.ptr ? package_read_json(t, t->time_zone) : NULL, *stated;
	struct case_recorded recorded;
	struct err e = { 0 };

	if (!with_following(t, shown, &view, &recorded, &e)) {
		package_fault(t, "facts.json cannot be put together from the entries: %s", e.text);
		return NULL;
	}
	setting.time_zone = str_of(json_is_string(zone) ? json_string_value(zone) : "UTC");
	setting.releases = recorded.releases;
	casefile_write_facts(&view.casefile, recorded.records, t->record_count, &setting, &text);
	stated = package_read_json(t, buf_str(&text));
	json_object_set(stated, "today", json_object_get(shown, "today"));
	rename_vulnerability(t, stated);
	return stated;
}
