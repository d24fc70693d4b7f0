#include <inttypes.h>

#include "actions/verify_store.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"

static const struct option_spec specs[] = {
	SESSION_STORE_OPTION,
	{ NULL, OPTION_FLAG, NULL },
};

static void print_fault(void *ctx, const char *says)
{
	struct app *app = ctx;

	print_line(app->out, "%s", says);
}

static void print_result(struct app *app, const struct store_verification *v)
{
	if (v->trail.clock_steps)
		fprintf(app->out, "the clock was set back %" PRId64 " time%s between entries\n",
		    v->trail.clock_steps, PLURAL(v->trail.clock_steps));
	fprintf(app->out, "%" PRId64 " entr%s, %s\n", v->trail.entries, v->trail.entries == 1 ? "y" : "ies",
	    v->trail.faults ? "the audit trail is NOT whole" : "the audit trail is whole");
	if (v->faults)
		fprintf(app->out, "%" PRId64 " time%s the store is NOT what the trail tells\n", v->faults,
		    PLURAL(v->faults));
	else if (v->signatures)
		fprintf(app->out, "%" PRId64 " signature%s, each covers its record\n", v->signatures,
		    PLURAL(v->signatures));
}

static int run(struct app *app, int argc, char **argv)
{
	struct store_verification v;
	SCOPED_OPTIONS o = { 0 };
	SCOPED_DB *db = NULL;
	struct err e = { 0 };

	if (!options_parse(argc, argv, specs, &o, &e) || !options_words(&o, 0, 0, "nothing", &e) ||
	    !session_open(&o, DB_READ, &db, &e) ||
	    !verify_store(db, (struct verify_sink){ app, print_fault }, &v, &e))
		return command_fails(app, &e);
	print_result(app, &v);
	return v.trail.faults || v.faults ? 1 : 0;
}

const struct command command_audit_verify = {
	.name = "audit verify",
	.synopsis = "[--store URL]",
	.summary = "is everything as the audit trail tells: names what was changed, removed or inserted",
	.help =
	    "Each entry is sealed with the digest of the one before. Records of casefiles, settings, users,\n"
	    "signatures and attachments are held against what the entries tell of them. Exit 1 if anything "
	    "is\n"
	    "wrong.\n",
	.run = run,
};
