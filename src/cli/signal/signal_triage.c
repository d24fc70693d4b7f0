/*
 * aftercare signal triage, link - what a signal is, and which casefile it belongs to.
 */
#include "actions/intake/signals.h"

#include "cli/case_renamed.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "cli/signal/signal_print.h"

static bool ids_of(const struct options *o, int64_t ids[SIGNAL_IDS_MOST], size_t *count, struct err *e)
{
	const char *word;

	if (!options_words(o, 1, 1, "the signal's number", e))
		return false;
	options_values(o, NULL, &word, 1);
	return signal_ids_read(str_of(word), ids, count, e);
}

static const struct option_spec triage_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "as", OPTION_VALUE, "accepted|duplicate|not_ours|false|new" },
	{ "of", OPTION_NUMBER, NULL },
	{ "applicable-on", OPTION_DATE, NULL },
	{ "reason", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool check_words(const struct options *o, enum signal_state state, struct err *e)
{
	if ((state == SIGNAL_DUPLICATE) != options_has(o, "of"))
		return err_fail(
		    e, ERR_USAGE, "--as duplicate names what it is a duplicate of, with --of; no other does");
	if (state != SIGNAL_ACCEPTED && options_has(o, "applicable-on"))
		return err_fail(e, ERR_USAGE, "--applicable-on is for --as accepted");
	return true;
}

static bool triage(struct app *app, const struct options *o, struct err *e)
{
	static const char *const needed[] = { "as", NULL };
	int64_t ids[SIGNAL_IDS_MOST];
	struct signal_triage t = { .signals = ids };
	struct learning_moves moves = { 0 };
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;

	if (!ids_of(o, ids, &t.count, e) || !options_needed(o, needed, e))
		return false;
	t.state = signal_state_find(options_text(o, "as"));
	t.applicable_on = options_date(o, "applicable-on");
	t.reason = options_text(o, "reason");
	if (!check_words(o, t.state, e) || !options_number(o, "of", 1, INT64_MAX, &t.of, e) ||
	    !session_open(o, DB_CHANGE, &db, e) || !signal_triage(db, &t, session_by(o), &arena, &moves, e))
		return false;
	for (size_t i = 0; i < t.count; i++)
		print_line(app->out, "signal %lld: %s", (long long)ids[i], signal_state_word(t.state));
	signal_print_moves(app, &moves);
	return true;
}

static int run_triage(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, triage_specs, triage);
}

const struct command command_signal_triage = {
	.name = "signal triage",
	.synopsis =
	    "SIGNAL[,SIGNAL...] --as accepted|duplicate|not_ours|false|new [--of SIGNAL] [--reason TEXT]\n"
	    "       [--applicable-on DATE]",
	.summary = "decide what a signal is: one of ours, a duplicate, about nothing of ours, or false",
	.help =
	    "All but accepted take a reason. A duplicate (--of) counts for the day of learning as what it "
	    "repeats does.\n"
	    "--applicable-on: the day on which it was confirmed to apply to a device (A1). A later triage "
	    "takes the\n"
	    "place of the earlier one, which stays on record; new takes back what was decided, while no "
	    "casefile "
	    "has it.\n",
	.options = triage_specs,
	.run = run_triage,
};

static const struct option_spec link_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "casefile", OPTION_NUMBER, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool link_signal(struct app *app, const struct options *o, struct err *e)
{
	static const char *const needed[] = { "casefile", NULL };
	struct signal_effects effects = { 0 };
	int64_t id, casefile_id = 0;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;

	if (!options_words(o, 1, 1, "the signal's number", e) ||
	    !options_word_number(o, "signal number", &id, e) || !options_needed(o, needed, e) ||
	    !options_number(o, "casefile", 1, INT64_MAX, &casefile_id, e) ||
	    !session_open(o, DB_CHANGE, &db, e) ||
	    !signal_link(db, id, casefile_id, session_by(o), &arena, &effects, e))
		return false;
	print_line(app->out, "signal %lld: in casefile %lld", (long long)id, (long long)casefile_id);
	signal_print_moves(app, &effects.moves);
	case_print_renames(app, &effects.renames);
	return true;
}

static int run_link(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, link_specs, link_signal);
}

const struct command command_signal_link = {
	.name = "signal link",
	.synopsis = "SIGNAL --casefile CASEFILE",
	.summary = "put a signal into a casefile; an earlier receipt moves the casefile's day of learning",
	.options = link_specs,
	.run = run_link,
};
