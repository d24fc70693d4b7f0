#include "actions/casework/restate_register.h"
#include "actions/findings/finding_scope.h"
#include "actions/findings/finding_set_json.h"

#include "actions/clock.h"
#include "actions/firm_day.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"

static const struct option_spec set_specs[] = {
	SESSION_STORE_OPTION,
	{ "by", OPTION_VALUE, NULL },
	{ "vulnerability", OPTION_VALUE, NULL },
	{ "scope", OPTION_VALUE, FINDING_SCOPE_CHOICES },
	{ "device", OPTION_VALUE, NULL },
	{ "release", OPTION_VALUE, NULL },
	{ "component", OPTION_VALUE, NULL },
	{ "status", OPTION_VALUE, "not_affected|affected|fixed|under_investigation" },
	{ "justification", OPTION_VALUE,
	    "component_not_present|vulnerable_code_not_present|vulnerable_code_not_in_execute_path|"
	    "vulnerable_code_cannot_be_controlled_by_adversary|inline_mitigations_already_exist" },
	{ "impact", OPTION_VALUE, NULL },
	{ "action", OPTION_VALUE, NULL },
	{ "reason", OPTION_VALUE, NULL },
	{ "evidence", OPTION_VALUE, NULL },
	{ "from", OPTION_DATE, NULL },
	{ "until", OPTION_DATE, NULL },
	{ "force-unknown", OPTION_FLAG, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static bool read_scope(const struct options *o, struct finding_decision *d, struct err *e)
{
	const char *word = options_value(o, "scope"), *wrong;
	bool lacks;

	if (!word || !finding_scope_parse(str_of(word), &d->scope))
		return err_fail(e, ERR_USAGE, "--scope is missing: finding, component, device or portfolio");
	wrong = finding_scope_wrong(d, &lacks);
	return !wrong ||
	       err_fail(e, ERR_USAGE, "--scope %s %s --%s", word, lacks ? "needs" : "has no", wrong);
}

static bool read_decision(const struct options *o, struct finding_decision *d, struct err *e)
{
	static const char *const needed[] = { "vulnerability", "status", "reason", NULL };

	if (!options_needed(o, needed, e))
		return false;
	*d = (struct finding_decision){ .vulnerability = options_text(o, "vulnerability"),
		.device = options_text(o, "device"),
		.release = options_text(o, "release"),
		.component = options_text(o, "component"),
		.impact = options_text(o, "impact"),
		.action = options_text(o, "action"),
		.reason = options_text(o, "reason"),
		.evidence = options_text(o, "evidence"),
		.from = options_date(o, "from"),
		.until = options_date(o, "until"),
		.force_unknown = options_has(o, "force-unknown") };
	if (!statement_status_parse(options_text(o, "status"), &d->status) ||
	    (options_has(o, "justification") &&
		!statement_justification_parse(options_text(o, "justification"), &d->justification)))
		return err_fail(e, ERR_USAGE, "the status or justification is not known");
	return read_scope(o, d, e);
}

static void print_made(struct app *app, const struct finding_set *made)
{
	fprintf(app->out, "statement %lld", (long long)made->id);
	if (made->replaces)
		fprintf(app->out, ", in place of %lld", (long long)made->replaces);
	fputc('\n', app->out);
	for (size_t i = 0; i < made->warning_count; i++)
		print_line(app->err, "aftercare: " STR_FMT, STR_ARG(made->warnings[i]));
}

static void write_made(struct app *app, const struct finding_set *made)
{
	struct json_out *w = json_out_file(app->out, true);

	finding_set_json(w, made);
	json_out_close(w);
}

static bool set(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct finding_decision d;
	struct finding_set made;
	struct date today;

	if (!options_words(o, 0, 0, "nothing", e) || !read_decision(o, &d, e) ||
	    !session_open(o, DB_CHANGE, &db, e) || !firm_day(db, DATE_NONE, instant_now(), &today, e) ||
	    !restate_finding(db, &d, today, session_by(o), &arena, &made, e))
		return false;
	(session_wants_json(o) ? write_made : print_made)(app, &made);
	return true;
}

static int run_set(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, set_specs, set);
}

const struct command command_finding_set = {
	.name = "finding set",
	.synopsis = "--vulnerability ID --scope finding|component|device|portfolio\n"
		    "       [--device NAME] [--release VERSION] [--component NAME[@VERSION]]\n"
		    "       --status not_affected|affected|fixed|under_investigation [--justification WORD]\n"
		    "       [--impact TEXT] [--action TEXT] --reason TEXT [--evidence TEXT] [--from DATE]\n"
		    "       [--until DATE] [--force-unknown] [--format table|json]",
	.summary = "decide on a finding, a component, a device line or the portfolio",
	.help =
	    "not_affected needs a --justification or an --impact statement. A statement is never edited: one "
	    "of the\n"
	    "same scope about the same stands in for the one before, which stays in the history.\n\n"
	    "A scope has its names: finding needs device, release and component; component a component, "
	    "wherever it\n"
	    "is; device a device, and a component if it is meant; portfolio none. --from and --until are the "
	    "first\n"
	    "and last day on which the statement holds; afterwards it shows as expired and hides nothing.\n\n"
	    "What the store has no record of is refused; --force-unknown keeps the statement all the same.\n",
	.options = set_specs,
	.run = run_set,
};

/* --- confirm --- */

static const struct option_spec confirm_specs[] = {
	SESSION_STORE_OPTION,
	{ "by", OPTION_VALUE, NULL },
	{ "device", OPTION_VALUE, NULL },
	{ "release", OPTION_VALUE, NULL },
	{ "vulnerability", OPTION_VALUE, NULL },
	{ "component", OPTION_VALUE, NULL },
	{ "all", OPTION_FLAG, NULL },
	{ "reason", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool confirm(struct app *app, const struct options *o, struct err *e)
{
	static const char *const needed[] = { "device", "release", NULL };
	SCOPED_DB *db = NULL;
	struct finding_query query = { .device = options_text(o, "device"),
		.release = options_text(o, "release"),
		.vulnerability = options_text(o, "vulnerability"),
		.component = options_text(o, "component") };
	struct change_by by = session_by(o);
	size_t count;

	if (!options_words(o, 0, 0, "nothing", e))
		return false;
	if (!options_needed(o, needed, e))
		return false;
	if (!query.vulnerability.len == !options_has(o, "all"))
		return err_fail(e, ERR_USAGE, "give either --vulnerability or --all");
	by.why =
	    options_text(o, "reason").len ? options_text(o, "reason") : STR("still holds in this release");
	if (!session_open(o, DB_CHANGE, &db, e) || !firm_day(db, DATE_NONE, instant_now(), &query.today, e) ||
	    !restate_confirm(db, &query, options_text(o, "reason"), by, &count, e))
		return false;
	fprintf(app->out, "%zu finding%s confirmed\n", count, PLURAL(count));
	return true;
}

static int run_confirm(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, confirm_specs, confirm);
}

const struct command command_finding_confirm = {
	.name = "finding confirm",
	.synopsis = "--device NAME --release VERSION (--vulnerability ID | --all)\n"
		    "       [--component NAME[@VERSION]] [--reason TEXT]",
	.summary = "let a decision on an earlier release hold for this one",
	.help =
	    "What was decided on a finding of one release is proposed to later releases of the device, and\n"
	    "decides nothing there until somebody confirms it: see aftercare finding list --proposals.\n",
	.options = confirm_specs,
	.run = run_confirm,
};

/* --- withdraw --- */

static const struct option_spec withdraw_specs[] = {
	SESSION_STORE_OPTION,
	{ "by", OPTION_VALUE, NULL },
	{ "reason", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool withdraw(struct app *app, const struct options *o, struct err *e)
{
	struct change_by by = session_by(o);
	static const char *const needed[] = { "reason", NULL };
	SCOPED_DB *db = NULL;
	int64_t id;

	if (!options_words(o, 1, 1, "the statement's number", e))
		return false;
	by.why = options_text(o, "reason");
	if (!options_needed(o, needed, e) || !options_word_number(o, "number of a statement", &id, e) ||
	    !session_open(o, DB_CHANGE, &db, e) || !restate_withdraw(db, id, by, e))
		return false;
	fprintf(app->out, "statement %lld is withdrawn\n", (long long)id);
	return true;
}

static int run_withdraw(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, withdraw_specs, withdraw);
}

const struct command command_finding_withdraw = {
	.name = "finding withdraw",
	.synopsis = "STATEMENT --reason TEXT",
	.summary = "take an own statement back; it stays in the history",
	.options = withdraw_specs,
	.run = run_withdraw,
};
