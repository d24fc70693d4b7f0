/*
 * aftercare program isao, show - membership of an ISAO with its evidence; all that is stated of the
 * programme.
 */
#include "actions/program_check.h"
#include "actions/signal_list.h"
#include "base/number.h"
#include "cli/case_options.h"
#include "cli/print.h"
#include "cli/program_print.h"
#include "cli/session.h"
#include "decision/facts_json.h"
#include "formats/json_write.h"
#include "limits.h"
#include "reports/casefile_record.h"
#include "store/casefiles.h"
#include "store/users.h"

static const struct option_spec isao_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "name", OPTION_VALUE, NULL },
	{ "since", OPTION_DATE, NULL },
	{ "until", OPTION_DATE, NULL },
	{ "criterion", OPTION_NUMBER, NULL },
	{ "evidence", OPTION_VALUE, NULL },
	{ "on", OPTION_DATE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool write_isao(const struct options *o, struct buf *out, struct err *e)
{
	static const char *const needed[] = { "evidence", "on", NULL }, *const texts[] = { "name", "since",
		"until" };
	struct json_out *w;
	int64_t criterion = 0;
	char key[32];

	if (!options_number(o, "criterion", 1, ISAO_CRITERIA, &criterion, e) ||
	    (criterion && !options_needed(o, needed, e)))
		return false;
	if (!criterion && (options_has(o, "evidence") || options_has(o, "on")))
		return err_fail(e, ERR_USAGE, "--evidence and --on go with --criterion");
	w = json_out_buf(out, false);
	json_open_object(w);
	for (size_t i = 0; i < COUNT(texts); i++)
		if (options_has(o, texts[i]))
			json_field_text(w, texts[i], options_text(o, texts[i]));
	for (size_t i = 0; criterion && i < 2; i++) {
		snprintf(key, sizeof(key), "criterion_%d_%s", (int)criterion, needed[i]);
		json_field_text(w, key, options_text(o, needed[i]));
	}
	json_close_object(w);
	json_out_close(w);
	return !str_eq(buf_str(out), STR("{}")) || err_fail(e, ERR_USAGE, "nothing is stated");
}

static void print_isao(struct app *app, const struct isao_standing *s)
{
	print_line(app->out, "isao " STR_FMT ": evidence of %d of %d criteria%s; active member: %s",
	    STR_ARG(s->name.len ? s->name : STR("-")), s->evidence_count, ISAO_CRITERIA,
	    s->ended ? ", ended" : "", s->stated_active ? "yes" : "no");
	for (int i = 0; i < ISAO_CRITERIA; i++)
		if (!s->has_evidence[i])
			print_line(app->out, "  no evidence of %d: %s", i + 1, isao_criteria[i]);
}

static bool state_isao(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_BUF json = buf_new(LIMIT_RECORD_BYTES);
	struct program_version version;
	struct isao_standing standing;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;

	if (!options_words(o, 0, 0, "nothing", e) || !write_isao(o, &json, e) ||
	    !session_open(o, DB_WRITE, &db, e) ||
	    !program_state(db, "isao", STR(""), buf_str(&json), session_by(o), &arena, &version, e) ||
	    !isao_standing_of(db, &arena, &standing, e))
		return false;
	print_isao(app, &standing);
	return true;
}

static int run_isao(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, isao_specs, state_isao);
}

const struct command command_program_isao = {
	.name = "program isao",
	.synopsis =
	    "[--name TEXT] [--since DATE] [--until DATE] [--criterion 1..4 --evidence LINK --on DATE]",
	.summary = "membership of an ISAO, with the evidence of each of the four criteria (PMG IX)",
	.help =
	    "1 member of an ISAO that shares vulnerabilities and threats of medical devices; 2 the ISAO has "
	    "policies on\n"
	    "agreements, processes, operation and privacy; 3 the manufacturer shares with it, its notices to "
	    "customers too;\n"
	    "4 it has a process to assess and answer what the ISAO tells. With evidence of all four the "
	    "rules "
	    "are told of an\n"
	    "active member; with --until no longer.\n",
	.run = run_isao,
};

static const struct option_spec show_specs[] = {
	SESSION_STORE_OPTION,
	{ NULL, OPTION_FLAG, NULL },
};

static void print_fields(struct app *app, const struct report_fields *fields)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct report_field *f = &fields->items[i];

		for (size_t k = 0; k < f->texts.count; k++)
			print_line(app->out, "  " STR_FMT ": " STR_FMT, STR_ARG(f->key),
			    STR_WHOLE(f->texts.items[k]));
		if (f->kind == REPORT_TEXT)
			print_line(app->out, "  " STR_FMT ": " STR_FMT, STR_ARG(f->key), STR_WHOLE(f->text));
		if (f->kind == REPORT_NUMBER)
			print_line(app->out, "  " STR_FMT ": %lld", STR_ARG(f->key), (long long)f->number);
	}
}

static bool show_manufacturer(struct app *app, struct db *db, struct arena *arena, struct err *e)
{
	struct report_fields fields = { 0 };
	struct program_version last;
	struct str firm, zone;

	if (!program_last(db, "profile", STR(""), arena, &last, e) ||
	    !setting_get(db, "firm", arena, &firm, e) || !setting_get(db, "time_zone", arena, &zone, e))
		return false;
	print_line(app->out, "manufacturer, version %lld", (long long)last.number);
	if (last.number && !report_fields_read(last.content, arena, &fields, e))
		return false;
	print_fields(app, &fields);
	if (firm.ptr && !report_fields_read(firm, arena, &fields, e))
		return false;
	if (firm.ptr)
		print_fields(app, &fields);
	print_line(app->out, "  time_zone: " STR_FMT, STR_ARG(zone.ptr ? zone : STR("UTC, none is set")));
	return true;
}

static bool show_people(struct app *app, struct db *db, struct arena *arena, struct err *e)
{
	struct user *users;
	size_t count, found = 0;

	if (!user_list(db, arena, &users, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!(users[i].roles & ROLE_DESIGNATED) || users[i].state != USER_ACTIVE)
			continue;
		found++;
		print_line(app->out, "designated person: " STR_FMT " (" STR_FMT ")",
		    STR_ARG(users[i].full_name), STR_ARG(users[i].name));
	}
	if (!found)
		print_line(app->out, "designated person: none");
	return true;
}

static bool show_policy(struct app *app, struct db *db, struct arena *arena, struct err *e)
{
	struct program_version last;
	struct policy policy;
	int64_t days;

	if (!program_last(db, "policy", STR(""), arena, &last, e) || !signal_time_frame(db, &days, e))
		return false;
	if (last.number && !policy_json_read(last.content, arena, &policy, e))
		return false;
	if (last.number)
		print_line(app->out, "policy: number %lld, version " STR_FMT, (long long)last.number,
		    STR_ARG(policy.version));
	else
		print_line(app->out, "policy: none was imported, the defaults hold");
	print_line(app->out, "acknowledgement of signals: within %lld days", (long long)days);
	return true;
}

static bool show_templates(struct app *app, struct db *db, struct arena *arena, struct err *e)
{
	struct program_version *versions;
	size_t count;

	if (!program_versions(db, STR("template"), arena, &versions, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (i + 1 == count || !str_eq(versions[i + 1].name, versions[i].name))
			print_line(app->out, "template: " STR_FMT ", version %lld", STR_ARG(versions[i].name),
			    (long long)versions[i].number);
	return true;
}

static bool show(struct app *app, const struct options *o, struct err *e)
{
	struct isao_standing standing;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;

	if (!options_words(o, 0, 0, "nothing", e) || !session_open(o, DB_READ, &db, e) ||
	    !show_manufacturer(app, db, &arena, e) || !show_people(app, db, &arena, e) ||
	    !isao_standing_of(db, &arena, &standing, e))
		return false;
	print_isao(app, &standing);
	return show_policy(app, db, &arena, e) && show_templates(app, db, &arena, e);
}

static int run_show(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, show_specs, show);
}

const struct command command_program_show = {
	.name = "program show",
	.synopsis = "",
	.summary = "all that is stated of the manufacturer and its programme",
	.run = run_show,
};
