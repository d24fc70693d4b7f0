#include "actions/program/program.h"

#include "actions/casework/due_watch.h"
#include "actions/json_merge.h"
#include "actions/program/program_set.h"
#include "base/utf8.h"
#include "formats/json_write.h"
#include "limits.h"
#include "reports/casefile_record.h"
#include "store/casefiles.h"
#include "store/change.h"

const struct program_kind program_kinds[] = {
	{ "profile", "program.profile", true },
	{ "isao", "program.isao", true },
	{ "policy", "program.policy", false },
	{ "policy_draft", "program.policy_draft", false },
	{ "template", "program.template", false },
	{ "check", "program.check", true },
	{ "control", "program.control", true },
	{ NULL, NULL, false },
};

const char *const isao_criteria[ISAO_CRITERIA] = {
	"member of an ISAO that shares vulnerabilities and threats of medical devices",
	"the ISAO has policies on agreements, processes, operation and privacy",
	"the manufacturer shares what it knows with the ISAO, its communications to customers too",
	"the manufacturer has a process to assess and answer what the ISAO tells it",
};

const char *const template_places[] = { "advisory", "casefile", "contact", "controls", "cvss", "date",
	"device", "fix", "impact", "manufacturer", "releases", "strategy", "summary", "vulnerability", NULL };

static const struct program_kind *kind_find(const char *name)
{
	const struct program_kind *k = program_kinds;

	while (k->name && strcmp(k->name, name) != 0)
		k++;
	return k;
}

bool program_keep(struct db *db, struct change *change, const struct program_statement *s,
    struct change_by by, struct arena *arena, struct program_version *out, struct err *e)
{
	const struct program_kind *kind = kind_find(s->kind);
	struct str name = s->name, content = s->content;
	struct program_version last;
	struct str object =
	    name.len ? arena_printf(arena, "%s " STR_FMT, kind->name, STR_WHOLE(name)) : str_of(kind->name);

	if (!program_last(db, kind->name, name, arena, &last, e) ||
	    (last.number && kind->amends && !json_merge(last.content, content, arena, &content, e)))
		return false;
	*out = (struct program_version){ name, last.number + 1, content, by.at, by.who };
	return program_version_add(db, str_of(kind->name), out, e) &&
	       change_note(change, kind->in_trail, object, last.number ? last.content : STR_NONE, content, e);
}

/* --- membership of an ISAO --- */

static void read_standing(const struct report_fields *fields, struct arena *arena, struct isao_standing *out)
{
	struct isao_period stated = isao_period_of(fields, arena);

	out->name = report_fields_text(fields, STR("name"));
	out->ended = date_is_known(stated.until);
	for (int i = 0; i < ISAO_CRITERIA; i++) {
		out->criteria[i] = stated.criteria[i];
		out->evidence_count += stated.criteria[i].has_evidence;
	}
}

/* What earlier versions prove counts too. */
static bool keep_days(struct db *db, struct arena *arena, struct isao_standing *out, struct err *e)
{
	struct isao_periods periods;

	if (!isao_periods(db, arena, &periods, e))
		return false;
	for (int i = 0; i < ISAO_CRITERIA && periods.count; i++)
		out->criteria[i] = periods.items[periods.count - 1].criteria[i];
	return true;
}

bool isao_standing_of(struct db *db, struct arena *arena, struct isao_standing *out, struct err *e)
{
	struct report_fields fields = { 0 };
	struct program_version last;
	struct str setting;

	*out = (struct isao_standing){ 0 };
	if (!program_last(db, "isao", STR(""), arena, &last, e) ||
	    !setting_get(db, "isao", arena, &setting, e) ||
	    (last.number && !report_fields_read(last.content, arena, &fields, e)))
		return false;
	read_standing(&fields, arena, out);
	if (!keep_days(db, arena, out, e))
		return false;
	if (!setting.ptr)
		return true;
	if (!report_fields_read(setting, arena, &fields, e))
		return false;
	for (size_t i = 0; i < fields.count; i++)
		if (str_eq(fields.items[i].key, STR("active_member")))
			out->stated_active = fields.items[i].number != 0;
	return true;
}

/* The rules are told of an active member once there is evidence of all four, and no longer when it has ended;
 * else of what a person has stated. */
static bool tell_rules(struct db *db, struct change *change, struct arena *arena, struct err *e)
{
	struct program_setting active = { "isao", STR("{\"active_member\":true}") },
			       ended = { "isao", STR("{\"active_member\":false}") };
	struct isao_standing s;

	if (!isao_standing_of(db, arena, &s, e))
		return false;
	if (s.ended && s.stated_active)
		return program_put_within(db, change, &ended, arena, e);
	if (s.evidence_count == ISAO_CRITERIA && !s.ended && !s.stated_active)
		return program_put_within(db, change, &active, arena, e);
	return true;
}

/* What others ask of it is a setting besides. */
static bool settle(struct db *db, struct change *change, const struct program_version *v, const char *kind,
    struct change_by by, struct arena *arena, struct err *e)
{
	struct program_setting profile = { "profile", v->content };

	if (strcmp(kind, "profile") == 0)
		return program_set_within(db, change, &profile, by, arena, e);
	return strcmp(kind, "isao") != 0 || tell_rules(db, change, arena, e);
}

static bool keep_and_settle(struct db *db, struct change *change, const struct program_statement *s,
    struct change_by by, struct arena *arena, struct program_version *out, struct err *e)
{
	return program_keep(db, change, s, by, arena, out, e) &&
	       settle(db, change, out, s->kind, by, arena, e);
}

/* Casefiles are judged with the days of the membership too. */
static bool keep_watched(struct db *db, struct change *change, const struct program_statement *s,
    struct change_by by, struct arena *arena, struct program_version *out, struct err *e)
{
	struct due_watch watch;

	return due_watch_begin(db, 0, by.at, arena, &watch, e) &&
	       keep_and_settle(db, change, s, by, arena, out, e) && due_watch_note(db, change, &watch, by, e);
}

bool program_state(struct db *db, const char *kind, struct str name, struct str content, struct change_by by,
    struct arena *arena, struct program_version *out, struct err *e)
{
	struct program_statement s = { kind, name, content };
	SCOPED_CHANGE *change = NULL;

	return change_open(db, &by, &change, e) &&
	       (strcmp(kind, "isao") == 0 ? keep_watched : keep_and_settle)(
		   db, change, &s, by, arena, out, e) &&
	       change_close(&change, e);
}

/* --- templates --- */

static bool is_place(struct str name)
{
	for (const char *const *p = template_places; *p; p++)
		if (str_eq(str_of(*p), name))
			return true;
	return false;
}

static bool check_places(struct str text, struct err *e)
{
	while (str_has(text, STR("{{"))) {
		size_t end;
		struct str name;

		text = str_from(text, str_find(text, STR("{{")) + 2);
		end = str_find(text, STR("}}"));
		if (end == text.len)
			return err_fail(e, ERR_INPUT, "\"{{\" without \"}}\"");
		name = str_first(text, end);
		if (!is_place(name))
			return err_fail(
			    e, ERR_INPUT, "{{" STR_FMT "}} is no place that can be filled in", STR_ARG(name));
		text = str_from(text, end + 2);
	}
	return true;
}

bool program_import_template(struct db *db, struct str name, struct str text, struct change_by by,
    struct arena *arena, struct program_version *out, struct err *e)
{
	SCOPED_BUF json = buf_new(LIMIT_RECORD_BYTES);
	struct program_statement s = { "template", name, STR_NONE };
	SCOPED_CHANGE *change = NULL;
	struct json_out *w;

	if (!utf8_is_valid(text))
		return err_fail(e, ERR_INPUT, "is not UTF-8");
	if (!check_places(text, e))
		return false;
	w = json_out_buf(&json, false);
	json_open_object(w);
	json_field_text(w, "text", text);
	json_close_object(w);
	if (!json_out_close(w))
		return err_fail(e, ERR_LIMIT, "is longer than a template may be");
	s.content = buf_str(&json);
	return change_open(db, &by, &change, e) && program_keep(db, change, &s, by, arena, out, e) &&
	       change_close(&change, e);
}

bool program_template(struct db *db, struct str name, int64_t number, struct arena *arena,
    struct program_version *out, struct str *text, struct err *e)
{
	struct program_version *versions;
	struct report_fields fields;
	size_t count;

	if (!program_versions_of(db, "template", name, arena, &versions, &count, e))
		return false;
	for (size_t i = count; i-- > 0;) {
		if (number && versions[i].number != number)
			continue;
		if (!report_fields_read(versions[i].content, arena, &fields, e))
			return false;
		*out = versions[i];
		*text = report_fields_text(&fields, STR("text"));
		return true;
	}
	return err_fail(e, ERR_ABSENT, "there is no such template") || err_remedy(e, REMEDY_TEMPLATES);
}
