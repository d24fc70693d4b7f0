#include <inttypes.h>

#include "base/number.h"
#include "cli/command.h"
#include "cli/session.h"
#include "records/verify.h"
#include "store/trails.h"

static const struct option_spec specs[] = {
	SESSION_STORE_OPTION,
	{ NULL, OPTION_FLAG, NULL },
};

struct walk {
	struct app *app;
	struct verify verify;
};

static bool take_entry(void *ctx, const struct trail_entry *entry, struct err *e)
{
	struct walk *walk = ctx;
	struct err fault = { 0 };

	(void)e;
	if (!verify_entry(&walk->verify, entry, &fault))
		fprintf(walk->app->out, "%s\n", fault.text);
	return true;
}

/* All in one read transaction, so that an entry added meanwhile is no fault. */
static bool verify_all(struct db *db, struct walk *walk, struct err *e)
{
	struct sha256 digest = { { 0 } };
	struct err fault = { 0 };
	int64_t number;
	bool done;

	if (!db_read_begin(db, e))
		return false;
	done = trail_read(db, STR_NONE, (struct trail_sink){ walk, take_entry }, e) &&
	       trail_head(db, &number, &digest, e);
	db_read_end(db);
	if (done && !verify_end(&walk->verify, number, &digest, &fault))
		fprintf(walk->app->out, "%s\n", fault.text);
	return done;
}

static int run(struct app *app, int argc, char **argv)
{
	struct walk walk = { .app = app };
	SCOPED_OPTIONS o = { 0 };
	SCOPED_DB *db = NULL;
	struct err e = { 0 };

	if (!options_parse(argc, argv, specs, &o, &e) || !options_words(&o, 0, 0, "nothing", &e) ||
	    !session_open(&o, DB_READ, &db, &e) || !verify_all(db, &walk, &e))
		return command_fails(app, &e);
	if (walk.verify.clock_steps)
		fprintf(app->out, "the clock was set back %" PRId64 " time%s between entries\n",
		    walk.verify.clock_steps, PLURAL(walk.verify.clock_steps));
	fprintf(app->out, "%" PRId64 " entr%s, %s\n", walk.verify.entries,
	    walk.verify.entries == 1 ? "y" : "ies",
	    walk.verify.faults ? "the audit trail is NOT whole" : "the audit trail is whole");
	return walk.verify.faults ? 1 : 0;
}

const struct command command_audit_verify = {
	.name = "audit verify",
	.synopsis = "[--store URL]",
	.summary = "is the audit trail whole: names every entry changed, removed or inserted",
	.help = "Each entry is sealed with the digest of the one before. Exit 1 if anything is wrong.\n",
	.run = run,
};
