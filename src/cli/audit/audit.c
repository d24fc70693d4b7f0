#include <inttypes.h>

#include "actions/trail/checkpoints.h"
#include "actions/trail/trail_file.h"
#include "actions/trail/verify_file.h"
#include "actions/trail/verify_store.h"
#include "base/number.h"
#include "cli/audit/key_input.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"

static const struct option_spec specs[] = {
	SESSION_STORE_OPTION,
	{ "file", OPTION_VALUE, NULL },
	{ "checkpoint", OPTION_MANY, NULL },
	{ "key", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static void print_fault(void *ctx, const char *says)
{
	struct app *app = ctx;

	print_line(app->out, "%s", says);
}

/* What is verified: the trail of a store, or one that was handed over; and checkpoints against either. */
struct verifying {
	struct app *app;
	struct store_verification v;
	struct checkpoint_check *check;
	struct file_verification file; /* all zero where it is of a store */
	int64_t checkpoints, unheld;
};

static bool take_stored(void *ctx, const struct trail_entry *entry, struct err *e)
{
	struct verifying *verifying = ctx;

	(void)e;
	checkpoint_check_take(verifying->check, entry);
	return true;
}

static bool take_filed(void *ctx, const struct trail_line *line, struct err *e)
{
	return take_stored(ctx, &line->entry, e);
}

/* The entries once more, against the checkpoints. */
static bool check_points(
    const struct options *o, struct db *db, struct verifying *v, struct arena *arena, struct err *e)
{
	struct checkpoints all = { 0 };
	struct ed25519_public key;
	const char **paths = arena_alloc(arena, (size_t)o->count + 1, sizeof(*paths));
	int count = options_values(o, "checkpoint", paths, o->count);
	SCOPED_INPUT *in = NULL;
	bool done;

	for (int i = 0; i < count; i++)
		if (!checkpoints_read(paths[i], arena, &all, e))
			return false;
	if (options_has(o, "key") && !key_input_public(options_value(o, "key"), &key, e))
		return false;
	if (count == 0)
		return true;
	v->check = checkpoint_check_open(
	    &all, options_has(o, "key") ? &key : NULL, (struct verify_sink){ v->app, print_fault });
	done = db ? trail_read(db, STR_NONE, (struct trail_sink){ v, take_stored }, e)
		  : input_open_file(options_value(o, "file"), &in, e) &&
			trail_file_read(in, (struct trail_file_sink){ v, take_filed }, e);
	v->unheld = checkpoint_check_close(v->check);
	v->checkpoints = (int64_t)all.count;
	return done;
}

static bool verify_either(struct app *app, const struct options *o, struct verifying *v, struct err *e)
{
	const char *file = options_value(o, "file");
	struct verify_sink out = { app, print_fault };
	SCOPED_ARENA arena = { 0 };
	SCOPED_INPUT *in = NULL;
	SCOPED_DB *db = NULL;

	if (!options_words(o, 0, 0, "nothing", e))
		return false;
	if (file && options_has(o, "store"))
		return err_fail(e, ERR_USAGE, "--file takes the place of --store");
	if (file ? !input_open_file(file, &in, e) || !verify_file(in, out, &v->file, e)
		 : !session_open(o, DB_READ, &db, e) || !verify_store(db, out, &v->v, e))
		return false;
	if (file && v->file.from == 0 && v->v.trail.faults == 0 && v->file.trail.faults == 0)
		return err_fail(e, ERR_INPUT, "%s: there is no entry of an audit trail in it", file);
	if (file)
		v->v.trail = v->file.trail;
	return check_points(o, db, v, &arena, e);
}

/* Of a file: what they say, and whether it was this, it does not show. */
static int64_t withheld(const struct verifying *v)
{
	return v->file.from ? v->file.trail.entries - v->file.whole : 0;
}

/* "5 entries, the audit trail is whole" */
static void print_trail(const struct verifying *verifying, FILE *to)
{
	const struct verify *v = &verifying->v.trail;
	int64_t from = verifying->file.from;

	fprintf(to, "%" PRId64 " entr%s, %s", v->entries, v->entries == 1 ? "y" : "ies",
	    v->faults ? "the audit trail is NOT whole" : "the audit trail is whole");
	if (from > 1)
		fprintf(to, " from entry %" PRId64 " on: what was before is not in the file", from);
	fputc('\n', to);
	if (withheld(verifying))
		fprintf(to,
		    "%" PRId64
		    " entr%s withheld: an export withholds none, and an inspection package is verified "
		    "by audit package\n",
		    withheld(verifying), withheld(verifying) == 1 ? "y is" : "ies are");
}

static void print_result(const struct verifying *verifying)
{
	const struct store_verification *v = &verifying->v;
	FILE *to = verifying->app->out;

	if (v->trail.clock_steps)
		fprintf(to, "the clock was set back %" PRId64 " time%s between entries\n",
		    v->trail.clock_steps, PLURAL(v->trail.clock_steps));
	print_trail(verifying, to);
	if (v->earlier)
		fprintf(to,
		    "%" PRId64
		    " thing%s told of in the form of an earlier version: verified to be there, not what "
		    "is said of it\n",
		    v->earlier, v->earlier == 1 ? " is" : "s are");
	if (v->faults)
		fprintf(to, "%" PRId64 " time%s the store is NOT what the trail tells\n", v->faults,
		    PLURAL(v->faults));
	else if (v->signatures)
		fprintf(to, "%" PRId64 " signature%s, each covers its record\n", v->signatures,
		    PLURAL(v->signatures));
	if (verifying->unheld)
		fprintf(to, "%" PRId64 " checkpoint%s NOT hold\n", verifying->unheld,
		    verifying->unheld == 1 ? " does" : "s do");
	else if (verifying->checkpoints)
		fprintf(to, "%" PRId64 " checkpoint%s\n", verifying->checkpoints,
		    verifying->checkpoints == 1 ? " holds" : "s hold");
}

static int run(struct app *app, int argc, char **argv)
{
	struct verifying v = { .app = app };
	SCOPED_OPTIONS o = { 0 };
	struct err e = { 0 };

	if (!options_parse(argc, argv, specs, &o, &e) || !verify_either(app, &o, &v, &e))
		return command_fails(app, &e);
	print_result(&v);
	return v.v.trail.faults || v.v.faults || v.unheld || withheld(&v) ? 1 : 0;
}

const struct command command_audit_verify = {
	.name = "audit verify",
	.synopsis = "[--store URL | --file EXPORT] [--checkpoint FILE]... [--key FILE]",
	.summary = "is everything as the audit trail tells: names what was changed, removed or inserted",
	.help =
	    "Each entry is sealed with the digest of the one before. Records of casefiles, settings, users,\n"
	    "devices, releases, lots, consignees, signals, the programme, signatures and attachments are "
	    "held against\n"
	    "what the entries tell of them. Exit 1 if anything is wrong.\n",
	.options = specs,
	.run = run,
};
