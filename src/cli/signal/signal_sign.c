/*
 * aftercare signal sign - who stands for why a complaint that is in no casefile is not reportable.
 */
#include "actions/intake/signal_sign.h"

#include "cli/command.h"
#include "cli/session.h"
#include "cli/signing.h"

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
