#include "actions/casework/sign.h"

#include "cli/case_options.h"
#include "cli/command.h"
#include "cli/session.h"
#include "cli/signing.h"

static const struct option_spec specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "record", OPTION_NUMBER, NULL },
	{ "user", OPTION_VALUE, NULL },
	{ "meaning", OPTION_VALUE, MEANING_CHOICES },
	{ "secret-file", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool read_signing(const struct options *o, struct arena *arena, struct signing *s, struct err *e)
{
	static const char *const needed[] = { "record", "user", "meaning", NULL };

	if (!case_id_of(o, &s->casefile_id, e) || !options_needed(o, needed, e) ||
	    !options_number(o, "record", 1, INT64_MAX, &s->record, e) ||
	    !meaning_parse(options_text(o, "meaning"), &s->meaning, e))
		return false;
	s->name = options_text(o, "user");
	return signing_secret(o, arena, &s->secret, e);
}

static bool sign(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct signature made;
	struct signing s;
	SCOPED_DB *db = NULL;

	if (!read_signing(o, &arena, &s, e) || !session_open(o, DB_CHANGE, &db, e) ||
	    !sign_record(db, &s, session_by(o), &arena, &made, e))
		return false;
	signing_print(app->out, &made);
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, sign);
}

const struct command command_sign = {
	.name = "sign",
	.synopsis =
	    "CASEFILE --record NUMBER --user NAME --meaning MEANING [--secret-file FILE] [--why TEXT]",
	.summary = "sign a record of a casefile with your name, your secret and what the signature means",
	.help =
	    "MEANING is authorship, review, approval, responsibility or designated_person (who reviewed and\n"
	    "evaluated it under 21 CFR 806.20(b)(4)). Name and secret are asked for every time; the secret "
	    "on the\n"
	    "terminal, or the first line of FILE (\"-\": standard input). The signature covers the record as "
	    "it\n"
	    "stands: what replaces it is signed anew.\n",
	.options = specs,
	.run = run,
};
