#include "cli/warnings.h"

#include "actions/clock.h"
#include "actions/intake/signal_list.h"
#include "actions/matching/caveats.h"
#include "cli/print.h"
#include "cli/session.h"

static void say(struct app *app, const struct caveats *c)
{
	for (size_t i = 0; i < c->count; i++)
		print_line(app->err, "aftercare: %.*s%s", STR_WHOLE(c->items[i].text),
		    remedy_terminal(c->items[i].remedy));
}

bool warn_of_age(struct app *app, const struct options *o, struct db *db, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct caveats c = { 0 };
	int64_t days;

	if (!session_stale_after(o, &days, e) || !caveats_of_age(db, days, instant_now(), &arena, &c, e))
		return false;
	say(app, &c);
	return true;
}

bool warn_of_no_data(struct app *app, struct db *db, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct caveats c = { 0 };

	if (!caveats_of_no_data(db, &arena, &c, e))
		return false;
	say(app, &c);
	return true;
}

void warn_of_unseen(struct app *app, const struct unseen *u)
{
	SCOPED_ARENA arena = { 0 };
	struct str line = unseen_line(u, &arena);

	if (line.len)
		print_line(app->err, "aftercare: %.*s", (int)line.len, line.ptr);
}

void warn_of_bare(struct app *app, const struct blind_spots *spots)
{
	SCOPED_ARENA arena = { 0 };
	struct str line = caveat_bare(spots, &arena);

	if (line.len)
		print_line(
		    app->err, "aftercare: what has no SBOM has no findings: %.*s", (int)line.len, line.ptr);
}

bool warn_of_embargo(struct app *app, struct db *db, int64_t casefile_id, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct signal *signals;
	size_t count;

	if (!signal_embargoes(db, casefile_id, instant_now(), &arena, &signals, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		print_line(app->err,
		    "aftercare: WARNING: " STR_FMT " (signal %lld) is under embargo until " STR_FMT
		    ": not to be told outside",
		    STR_ARG(signals[i].vulnerability.len ? signals[i].vulnerability : signals[i].summary),
		    (long long)signals[i].id, STR_ARG(signals[i].embargo));
	return true;
}

bool warn_of_store(struct app *app, struct db *db, bool vulnerability, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct caveats c = { 0 };

	if (!caveats_of_store(db, vulnerability, &arena, &c, e))
		return false;
	say(app, &c);
	return true;
}
