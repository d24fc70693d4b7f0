#include "actions/case_names.h"

#include "actions/json_merge.h"
#include "formats/json_write.h"
#include "identity/cve_id.h"
#include "limits.h"
#include "reports/casefile_record.h"
#include "store/aliases.h"
#include "store/casefiles.h"

#define KIND "renaming"

static struct str object_of(
    const char *first, struct str a, const char *second, struct str b, struct arena *arena)
{
	SCOPED_BUF out = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&out, false);

	json_open_object(w);
	json_field_text(w, first, a);
	if (second)
		json_field_text(w, second, b);
	json_close_object(w);
	json_out_close(w);
	return arena_copy(arena, buf_str(&out));
}

bool case_name_facts(struct str facts, struct str name, struct arena *arena, struct str *out, struct err *e)
{
	return json_merge(facts, object_of("id", name, NULL, STR_NONE, arena), arena, out, e);
}

struct str case_renaming_json(struct str name, struct str before, struct arena *arena)
{
	return object_of("vulnerability", name, "before", before, arena);
}

static bool read_before(const struct case_record *r, struct arena *arena, struct str *out, struct err *e)
{
	struct report_fields more;

	if (!report_fields_read(r->more, arena, &more, e))
		return err_within(e, "record %lld", (long long)r->id);
	*out = report_fields_text(&more, STR("before"));
	return true;
}

static bool is_among(const struct str *names, size_t count, struct str name)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq_nocase(names[i], name))
			return true;
	return false;
}

bool case_earlier_names(const struct case_record *records, size_t record_count, struct str now,
    struct arena *arena, struct str **names, size_t *count, struct err *e)
{
	size_t room = 0;

	*names = NULL;
	*count = 0;
	for (size_t i = 0; i < record_count; i++) {
		struct str before;

		if (!str_eq(records[i].kind, STR(KIND)))
			continue;
		if (!read_before(&records[i], arena, &before, e))
			return false;
		if (str_eq_nocase(before, now) || is_among(*names, *count, before))
			continue;
		*names = arena_room(arena, *names, *count, &room, sizeof(**names));
		(*names)[(*count)++] = before;
	}
	return true;
}

bool case_names_apply(
    const struct casefile *c, struct case_record *records, size_t count, struct arena *arena, struct err *e)
{
	struct case_record *last = NULL;
	bool renamed = false;

	for (size_t i = 0; i < count; i++) {
		renamed = renamed || str_eq(records[i].kind, STR(KIND));
		if (str_eq(records[i].kind, STR("vulnerability")))
			last = &records[i];
	}
	return !renamed || !last || case_name_facts(last->facts, c->vulnerability, arena, &last->facts, e);
}

bool case_name_of_before(
    struct db *db, struct str before, struct arena *arena, struct str *name, struct err *e)
{
	struct case_record *records;
	int64_t *casefiles, cve;
	size_t count;

	*name = STR_NONE;
	if (cve_id_parse(before, &cve))
		return true; /* it is a vulnerability, whichever casefile was filed under it by mistake */
	if (!casefile_records_of_kind(db, KIND, arena, &records, &casefiles, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct casefile c;
		struct str had;

		if (!read_before(&records[i], arena, &had, e))
			return false;
		if (!str_eq_nocase(had, before))
			continue;
		if (!casefile_get(db, casefiles[i], arena, &c, e))
			return false;
		*name = c.vulnerability;
	}
	return true;
}

bool case_subject_named(struct db *db, struct str name, struct case_subject *out, struct err *e)
{
	*out = (struct case_subject){ 0, name };
	return aliases_find(db, name, &out->vulnerability_id, e);
}

bool case_is_on(
    struct db *db, const struct casefile *c, const struct case_subject *subject, bool *is, struct err *e)
{
	int64_t id = 0;

	*is = str_eq_nocase(c->vulnerability, subject->name);
	if (*is || subject->vulnerability_id == 0)
		return true;
	if (!aliases_find(db, c->vulnerability, &id, e))
		return false;
	*is = id == subject->vulnerability_id;
	return true;
}
