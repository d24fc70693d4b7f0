/*
 * aftercare signal not-reportable, sign - why a complaint that is in no casefile is not reportable, and who
 * stands for that.
 */
#include "actions/intake/signal_sign.h"
#include "actions/intake/signals.h"
#include "cli/case_options.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "cli/signing.h"
#include "limits.h"

static const struct case_field fields[] = {
	{ "on", "on", CASE_DATE, false, NULL },
	{ "basis", "basis", CASE_TEXT, false,
	    "criteria_not_met|medical_judgment|erroneous_information|other_manufacturer" },
	{ "reason", "reason", CASE_TEXT, false, NULL },
	{ "judged-by", "judged_by", CASE_TEXT, false, NULL },
	{ "qualification", "qualification", CASE_TEXT, false,
	    "physician|nurse|risk_manager|biomedical_engineer|other" },
	{ NULL, NULL, CASE_TEXT, false, NULL },
};

static const struct option_spec *rationale_options(const char *of, struct arena *arena)
{
	(void)of;
	return case_options_of(fields, NULL, arena);
}

static bool state_reason(struct app *app, const struct options *o, struct err *e)
{
	static const char *const needed[] = { "on", "basis", "reason", NULL };
	SCOPED_BUF content = buf_new(LIMIT_RECORD_BYTES);
	struct learning_moves moves = { 0 };
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	int64_t id;

	if (!options_words(o, 1, 1, "the signal's number", e) ||
	    !options_word_number(o, "signal number", &id, e) || !options_needed(o, needed, e) ||
	    !case_write_options(fields, o, false, &content, e) || !session_open(o, DB_CHANGE, &db, e) ||
	    !signal_enter(db, id, "mdr_rationale", buf_str(&content), session_by(o), &arena, &moves, e))
		return false;
	print_line(app->out, "signal %lld: why it is not reportable recorded", (long long)id);
	return true;
}

static int run_not_reportable(struct app *app, int argc, char **argv)
{
	SCOPED_ARENA arena = { 0 };

	return command_with(app, argc, argv, rationale_options(NULL, &arena), state_reason);
}

const struct command command_signal_not_reportable = {
	.name = "signal not-reportable",
	.synopsis = "SIGNAL --on DATE --basis BASIS --reason TEXT [--judged-by NAME --qualification "
		    "QUALIFICATION]",
	.summary = "record why a complaint that is in no casefile is not reportable (21 CFR 803)",
	.help =
	    "BASIS is criteria_not_met (803.3, 803.50), medical_judgment (803.20(c)(2)), "
	    "erroneous_information "
	    "or\nother_manufacturer (803.22(b)). A medical judgment says who made it and what qualifies "
	    "them: "
	    "physician,\nnurse, risk_manager, biomedical_engineer or other. In a store with users it counts "
	    "once its author and a\nsecond person have signed it (aftercare signal sign). It holds for the "
	    "complaint as it stands: when that\nis amended it is judged anew. What is reportable is an event "
	    "of a "
	    "casefile: signal link, case event.\n",
	.options_made = rationale_options,
	.run = run_not_reportable,
};

static const struct option_spec sign_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "user", OPTION_VALUE, NULL },
	{ "meaning", OPTION_VALUE, MEANING_CHOICES },
	{ "secret-file", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool read_signing(
    const struct options *o, struct arena *arena, struct signal_signing *s, struct err *e)
{
	static const char *const needed[] = { "user", "meaning", NULL };

	if (!options_words(o, 1, 1, "the signal's number", e) ||
	    !options_word_number(o, "signal number", &s->signal, e) || !options_needed(o, needed, e) ||
	    !meaning_parse(options_text(o, "meaning"), &s->meaning, e))
		return false;
	s->name = options_text(o, "user");
	return signing_secret(o, arena, &s->secret, e);
}

static bool sign(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct signal_signing s;
	struct signature made;
	SCOPED_DB *db = NULL;

	if (!read_signing(o, &arena, &s, e) || !session_open(o, DB_CHANGE, &db, e) ||
	    !signal_sign(db, &s, session_by(o), &arena, &made, e))
		return false;
	signing_print(app->out, &made);
	return true;
}

static int run_sign(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, sign_specs, sign);
}

const struct command command_signal_sign = {
	.name = "signal sign",
	.synopsis = "SIGNAL --user NAME --meaning MEANING [--secret-file FILE] [--why TEXT]",
	.summary = "sign why a complaint is not reportable with your name, your secret and what that means",
	.help =
	    "MEANING is authorship, of who wrote it, then review, approval, responsibility or "
	    "designated_person of a\nsecond person. Name and secret are asked for every time; the secret on "
	    "the terminal, or the first line of\nFILE (\"-\": standard input).\n",
	.options = sign_specs,
	.run = run_sign,
};
