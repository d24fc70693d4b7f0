#include "actions/trail/checkpoints.h"

#include <errno.h>

#include "cli/audit/key_input.h"
#include "cli/command.h"
#include "cli/session.h"
#include "limits.h"

static const struct option_spec specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "key", OPTION_VALUE, NULL },
	{ "new-key", OPTION_FLAG, NULL },
	{ "output", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

/* To the end of a file, or to where results go. */
static bool put_line(struct app *app, const char *path, struct str line, struct err *e)
{
	FILE *to = path ? fopen(path, "ae") : app->out;
	bool done;

	if (!to)
		return err_fail(e, ERR_IO, "%s: %s", path, strerror(errno));
	done = fwrite(line.ptr, 1, line.len, to) == line.len && fputc('\n', to) != EOF;
	if (path)
		done = fclose(to) == 0 && done;
	return done || err_fail(e, ERR_IO, "%s: %s", path ? path : "output", strerror(errno));
}

static bool make(struct app *app, const struct options *o, struct err *e)
{
	static const char *const needed[] = { "key", NULL };
	SCOPED_BUF line = buf_new(LIMIT_CHECKPOINT_BYTES);
	SCOPED_ED25519 *key = NULL;
	SCOPED_DB *db = NULL;
	struct json_out *w;
	struct checkpoint c;

	if (!options_words(o, 0, 0, "nothing", e) || !options_needed(o, needed, e) ||
	    (options_has(o, "new-key") && !key_input_make(options_value(o, "key"), e)) ||
	    !key_input_private(options_value(o, "key"), &key, e) || !session_open(o, DB_CHANGE, &db, e) ||
	    !checkpoint_make(db, key, session_by(o), &c, e))
		return false;
	w = json_out_buf(&line, false);
	checkpoint_write(&c, w);
	json_out_close(w);
	return put_line(app, options_value(o, "output"), buf_str(&line), e);
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, make);
}

const struct command command_audit_checkpoint = {
	.name = "audit checkpoint",
	.synopsis = "--key FILE [--new-key] [--output FILE] [--by NAME] [--why TEXT]",
	.summary = "sign the newest entry of the audit trail, for keeping elsewhere",
	.help =
	    "Writes one line, to the end of --output. Kept where nobody who can write the store can, it "
	    "tells\n"
	    "whether the trail was made anew (audit verify --checkpoint). --key: an Ed25519 key in PEM, as\n"
	    "\"openssl genpkey -algorithm ed25519\" makes it; --new-key makes one, and its public key in "
	    "FILE.pub.\n",
	.options = specs,
	.run = run,
};
