#include "actions/program/program.h"

#include "actions/json_merge.h"
#include "actions/program/program_set.h"
#include "base/utf8.h"
#include "decision/facts_json.h"
#include "formats/json_write.h"
#include "limits.h"
#include "reports/casefile_record.h"
#include "store/casefiles.h"
#include "store/change.h"

const struct program_kind program_kinds[] = {
	{ "profile", "program.profile", true },
	{ "isao", "program.isao", true },
	{ "policy", "program.policy", false },
	{ "template", "program.template", false },
	{ "check", "program.check", true },
	{ "control", "program.control", true },
	{ NULL, NULL, false },
};

const char *const isao_criteria[ISAO_CRITERIA] = {
	"member of an ISAO that shares vulnerabilities and threats of medical devices",
	"the ISAO has policies on agreements, processes, operation and privacy",
	"the manufacturer shares what it knows with the ISAO, its notices to customers too",
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

bool program_last(struct db *db, const char *kind, struct str name, struct arena *arena,
    struct program_version *out, struct err *e)
{
	struct program_version *versions;
	size_t count;

	*out = (struct program_version){ .name = name };
	if (!program_versions(db, str_of(kind), arena, &versions, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (str_eq(versions[i].name, name))
			*out = versions[i];
	return true;
}

/* Within a change: a further version. */
static bool keep(struct db *db, struct change *change, const struct program_kind *kind, struct str name,
    struct str content, struct change_by by, struct arena *arena, struct program_version *out, struct err *e)
{
	struct program_version last;
	struct str object =
	    name.len ? arena_printf(arena, "%s " STR_FMT, kind->name, STR_ARG(name)) : str_of(kind->name);

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
	out->name = report_fields_text(fields, STR("name"));
	out->ended = report_fields_text(fields, STR("until")).len > 0;
	for (int i = 0; i < ISAO_CRITERIA; i++) {
		struct str evidence = arena_printf(arena, "criterion_%d_evidence", i + 1);
		struct str on = arena_printf(arena, "criterion_%d_on", i + 1);

		out->has_evidence[i] =
		    report_fields_text(fields, evidence).len && report_fields_text(fields, on).len;
		out->evidence_count += out->has_evidence[i];
	}
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
	struct isao_standing s;

	if (!isao_standing_of(db, arena, &s, e))
		return false;
	if (s.ended && s.stated_active)
		return program_set_within(db, change, "isao", STR("{\"active_member\":false}"), arena, e);
	if (s.evidence_count == ISAO_CRITERIA && !s.ended && !s.stated_active)
		return program_set_within(db, change, "isao", STR("{\"active_member\":true}"), arena, e);
	return true;
}

/* What others ask of it is a setting besides. */
static bool settle(struct db *db, struct change *change, const struct program_version *v, const char *kind,
    struct arena *arena, struct err *e)
{
	if (strcmp(kind, "profile") == 0)
		return program_set_within(db, change, "profile", v->content, arena, e);
	return strcmp(kind, "isao") != 0 || tell_rules(db, change, arena, e);
}

bool program_state(struct db *db, const char *kind, struct str name, struct str content, struct change_by by,
    struct arena *arena, struct program_version *out, struct err *e)
{
	SCOPED_CHANGE *change = NULL;

	return change_open(db, by, &change, e) &&
	       keep(db, change, kind_find(kind), name, content, by, arena, out, e) &&
	       settle(db, change, out, kind, arena, e) && change_close(&change, e);
}

/* --- the policy --- */

/* A version is new among those that were kept. */
static bool check_version(const struct program_version *versions, size_t count, struct str version,
    struct arena *arena, struct err *e)
{
	for (size_t i = 0; i < count; i++) {
		struct policy kept;

		if (!policy_json_read(versions[i].content, arena, &kept, e))
			return err_within(e, "policy number %lld", (long long)versions[i].number);
		if (str_eq(kept.version, version))
			return err_fail(e, ERR_CONFLICT,
			    "version \"" STR_FMT "\" is kept already, as number %lld: a policy is never "
			    "edited, give it a version of its own",
			    STR_ARG(version), (long long)versions[i].number);
	}
	return true;
}

/* The document with the version it goes by: its own, or its number. */
static bool name_version(struct db *db, struct str json, const struct policy *policy, struct arena *arena,
    struct str *out, struct err *e)
{
	struct program_version *versions;
	struct str version = policy->version;
	size_t count;

	if (!program_versions(db, STR("policy"), arena, &versions, &count, e))
		return false;
	if (str_eq(version, STR("custom"))) {
		version = arena_printf(arena, "%zu", count + 1);
		if (!json_merge(json, arena_printf(arena, "{\"version\":\"" STR_FMT "\"}", STR_ARG(version)),
			arena, &json, e))
			return false;
	}
	*out = json;
	return check_version(versions, count, version, arena, e);
}

bool program_import_policy(struct db *db, struct str json, struct change_by by, struct arena *arena,
    struct program_version *out, struct err *e)
{
	SCOPED_CHANGE *change = NULL;
	struct policy policy;
	struct str named;

	return policy_json_read(json, arena, &policy, e) && change_open(db, by, &change, e) &&
	       name_version(db, json, &policy, arena, &named, e) &&
	       keep(db, change, kind_find("policy"), STR(""), named, by, arena, out, e) &&
	       program_set_within(db, change, "policy", named, arena, e) && change_close(&change, e);
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
	return change_open(db, by, &change, e) &&
	       keep(db, change, kind_find("template"), name, buf_str(&json), by, arena, out, e) &&
	       change_close(&change, e);
}
