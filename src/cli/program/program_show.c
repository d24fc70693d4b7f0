/*
 * aftercare program isao, show - membership of an ISAO with its evidence; all that is stated of the
 * programme.
 */
#include "actions/program/program_isao.h"
#include "actions/program/program_overview_json.h"
#include "actions/program/program_profile.h"
#include "cli/print.h"
#include "cli/program/program_print.h"
#include "cli/session.h"
#include "formats/json_write.h"

static const struct option_spec isao_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "name", OPTION_VALUE, NULL },
	{ "since", OPTION_DATE, NULL },
	{ "until", OPTION_DATE, NULL },
	{ "criterion", OPTION_NUMBER, NULL },
	{ "evidence", OPTION_VALUE, NULL },
	{ "on", OPTION_DATE, NULL },
	{ "held-since", OPTION_DATE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool read_isao(const struct options *o, struct isao_statement *out, struct err *e)
{
	static const char *const needed[] = { "evidence", "on", NULL };

	*out = (struct isao_statement){ .name = options_text(o, "name"),
		.since = options_text(o, "since"),
		.until = options_text(o, "until"),
		.evidence = options_text(o, "evidence"),
		.on = options_text(o, "on"),
		.held_since = options_text(o, "held-since") };
	return options_number(o, "criterion", 1, ISAO_CRITERIA, &out->criterion, e) &&
	       (!out->criterion || isao_is_first_day_alone(out) || options_needed(o, needed, e));
}

static void print_criterion(struct app *app, int number, const struct isao_criterion *c)
{
	char day[DATE_TEXT_SIZE];

	if (!c->has_evidence)
		print_line(app->out, "  no evidence of %d: %s", number, isao_criteria[number - 1]);
	else if (date_is_known(c->held_since))
		print_line(app->out, "  criterion %d held since %s", number, date_write(c->counts_from, day));
	else
		print_line(app->out,
		    "  criterion %d counts from %s, the day of its evidence: since when it held is not known",
		    number, date_write(c->counts_from, day));
}

static void print_isao(struct app *app, const struct isao_standing *s)
{
	print_line(app->out, "isao " STR_FMT ": evidence of %d of %d criteria%s; active member: %s",
	    STR_ARG(s->name.len ? s->name : STR("-")), s->evidence_count, ISAO_CRITERIA,
	    s->ended ? ", ended" : "", s->stated_active ? "yes" : "no");
	for (int i = 0; i < ISAO_CRITERIA; i++)
		print_criterion(app, i + 1, &s->criteria[i]);
}

static bool state_isao(struct app *app, const struct options *o, struct err *e)
{
	struct isao_statement stated;
	struct isao_standing standing;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;

	if (!options_words(o, 0, 0, "nothing", e) || !read_isao(o, &stated, e) ||
	    !session_open(o, DB_WRITE, &db, e) ||
	    !program_state_isao(db, &stated, session_by(o), &arena, &standing, e))
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
	.synopsis = "[--name TEXT] [--since DATE] [--until DATE]\n"
		    "       [--criterion 1..4 --evidence LINK --on DATE [--held-since DATE]]",
	.summary = "membership of an ISAO, with the evidence of each of the four criteria (PMG IX)",
	.help =
	    "1 member of an ISAO that shares vulnerabilities and threats of medical devices; 2 the ISAO has "
	    "policies on\n"
	    "agreements, processes, operation and privacy; 3 the manufacturer shares with it, its "
	    "communications to "
	    "customers too;\n"
	    "4 it has a process to assess and answer what the ISAO tells. With evidence of all four the "
	    "rules "
	    "are told of an\n"
	    "active member; with --until no longer. On the day of a communication the firm was one if all "
	    "four "
	    "held then:\n"
	    "from --held-since on, the first day of a criterion, which may also be stated alone later; where "
	    "it "
	    "is not known\n"
	    "from the day of its evidence, never from one before.\n",
	.options = isao_specs,
	.run = run_isao,
};

static const struct option_spec show_specs[] = {
	SESSION_STORE_OPTION,
	{ "format", OPTION_VALUE, "table|json" },
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

static void print_overview(struct app *app, const struct program_overview *p)
{
	print_line(app->out, "manufacturer, version %lld", (long long)p->profile.number);
	print_fields(app, &p->profile_fields);
	print_fields(app, &p->firm);
	print_line(app->out, "  time_zone: " STR_FMT,
	    STR_ARG(p->time_zone.len ? p->time_zone : STR("UTC, none is set")));
	for (size_t i = 0; i < p->designated_count; i++)
		print_line(app->out, "designated person: " STR_FMT " (" STR_FMT ")",
		    STR_ARG(p->designated[i].full_name), STR_ARG(p->designated[i].name));
	if (p->designated_count == 0)
		print_line(app->out, "designated person: none");
	if (!report_fields_text(&p->profile_fields, STR(PROFILE_SIGNATURES_CERTIFIED)).len)
		print_line(app->out,
		    "certification of electronic signatures to FDA (21 CFR 11.100(c)): none is "
		    "stated; program set --signatures-certified-on");
	print_isao(app, &p->isao);
	if (p->policy_number)
		print_line(app->out, "policy: number %lld, version " STR_FMT, (long long)p->policy_number,
		    STR_ARG(p->policy_version));
	else
		print_line(app->out, "policy: none was imported, the defaults hold");
	print_line(app->out, "acknowledgement of signals: within %lld days", (long long)p->acknowledge_days);
	for (size_t i = 0; i < p->template_count; i++)
		print_line(app->out, "template: " STR_FMT ", version %lld", STR_ARG(p->templates[i].name),
		    (long long)p->templates[i].number);
}

static void write_overview(struct app *app, const struct program_overview *p)
{
	struct json_out *w = json_out_file(app->out, true);

	program_overview_json(w, p);
	json_out_close(w);
}

static bool show(struct app *app, const struct options *o, struct err *e)
{
	struct program_overview overview;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;

	if (!options_words(o, 0, 0, "nothing", e) || !session_open(o, DB_READ, &db, e) ||
	    !program_overview(db, &arena, &overview, e))
		return false;
	(session_wants_json(o) ? write_overview : print_overview)(app, &overview);
	return true;
}

static int run_show(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, show_specs, show);
}

const struct command command_program_show = {
	.name = "program show",
	.synopsis = "[--format table|json]",
	.summary = "all that is stated of the manufacturer and its programme",
	.options = show_specs,
	.run = run_show,
};
