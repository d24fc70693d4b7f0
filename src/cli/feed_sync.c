#include <unistd.h>

#include "actions/feeds/sync_json.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/session.h"
#include "limits.h"

static const struct option_spec specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "providers", OPTION_VALUE, NULL },
	{ "list", OPTION_FLAG, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

/* A line that is written over and over, on a terminal only. */
static void tell_fetching(void *ctx, struct str provider, struct str url, size_t documents)
{
	struct app *app = ctx;

	fprintf(app->err, "\r\033[K" STR_FMT ": %zu document%s, %.*s", STR_ARG(provider), documents,
	    PLURAL(documents), (int)(url.len < 100 ? url.len : 100), url.ptr);
	fflush(app->err);
}

static void tell_skipped(void *ctx, const struct err *why)
{
	struct app *app = ctx;

	fprintf(app->err, "aftercare: skipped: %s\n", why->text);
}

static bool read_providers(const struct options *o, struct arena *arena, struct providers *out, struct err *e)
{
	const char *path = options_value(o, "providers");

	if (path)
		return providers_read(path, arena, out, e) || err_within(e, "--providers");
	providers_shipped(arena, out);
	return true;
}

static void print_done(struct app *app, const struct sync_done *done, size_t count)
{
	fprintf(app->out, "%-24s %9s %9s %12s %9s %9s %9s\n", "provider", "fetched", "unchanged", "bytes",
	    "new", "changed", "skipped");
	for (size_t i = 0; i < count; i++)
		fprintf(app->out, "%-24.*s %9zu %9zu %12lld %9zu %9zu %9zu\n", STR_ARG(done[i].provider),
		    done[i].fetched, done[i].unchanged, (long long)done[i].bytes,
		    done[i].imported.records[PUT_NEW], done[i].imported.records[PUT_CHANGED],
		    done[i].imported.skipped);
}

/* The first of them; the others stand before it. */
static bool tell_failures(struct app *app, const struct sync_done *done, size_t count, struct err *e)
{
	size_t failures = 0;

	for (size_t i = 0; i < count; i++) {
		if (!done[i].failure.len)
			continue;
		failures++;
		fprintf(app->err, "aftercare: " STR_FMT ": %.*s\n", STR_ARG(done[i].provider),
		    STR_WHOLE(done[i].failure));
	}
	return failures == 0 ||
	       err_fail(e, ERR_NETWORK, "%zu of %zu provider%s failed; what could be fetched was imported",
		   failures, count, PLURAL(count));
}

static bool sync_all(struct app *app, const struct options *o, const struct providers *all, struct err *e)
{
	const char *names[LIMIT_PROVIDERS];
	struct str only[LIMIT_PROVIDERS];
	bool terminal = isatty(fileno(app->err));
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct sync s = { .providers = all,
		.only = only,
		.only_count = (size_t)options_values(o, NULL, names, LIMIT_PROVIDERS),
		.talk = {
		    .ctx = app, .fetching = terminal ? tell_fetching : NULL, .skipped = tell_skipped } };
	struct sync_done *done;
	bool good;
	size_t count;

	for (size_t i = 0; i < s.only_count; i++)
		only[i] = str_of(names[i]);
	if (!session_open(o, DB_WRITE, &db, e))
		return false;
	good = sync_feeds(db, &s, session_by(o), &arena, &done, &count, e);
	if (terminal)
		fputs("\r\033[K", app->err);
	if (!good)
		return false;
	if (session_wants_json(o)) {
		struct json_out *w = json_out_file(app->out, true);

		sync_done_json(w, done, count);
		json_out_close(w);
	} else {
		print_done(app, done, count);
	}
	return tell_failures(app, done, count, e);
}

static void print_providers(
    struct app *app, const struct providers *all, const struct provider_sync *rows, size_t count)
{
	char asked[INSTANT_TEXT_SIZE], done[INSTANT_TEXT_SIZE];

	fprintf(app->out, "%-24s %-10s %-27s %-27s\n", "provider", "kind", "asked", "without failure");
	for (size_t i = 0; i < all->count; i++) {
		const struct provider_sync *row = NULL;

		for (size_t k = 0; k < count && !row; k++)
			row = str_eq(rows[k].provider, all->items[i].name) ? &rows[k] : NULL;
		fprintf(app->out, "%-24.*s %-10s %-27s %-27s\n", STR_ARG(all->items[i].name),
		    provider_kinds[all->items[i].kind], row ? instant_write(row->asked, asked) : "never",
		    row && instant_is_known(row->done) ? instant_write(row->done, done) : "never");
		if (row && row->failure.len)
			fprintf(app->out, "  fails since %s: %.*s\n",
			    instant_write(row->failing_since, asked), STR_WHOLE(row->failure));
	}
}

static bool list(struct app *app, const struct options *o, const struct providers *all, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct provider_sync *rows;
	struct json_out *w;
	size_t count;

	if (!options_words(o, 0, 0, "nothing", e) || !session_open(o, DB_READ, &db, e) ||
	    !provider_sync_list(db, &arena, &rows, &count, e))
		return false;
	if (!session_wants_json(o)) {
		print_providers(app, all, rows, count);
		return true;
	}
	w = json_out_file(app->out, true);
	providers_json(w, all, rows, count);
	json_out_close(w);
	return true;
}

static bool feed_sync(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct providers all;

	if (!read_providers(o, &arena, &all, e))
		return false;
	return options_has(o, "list") ? list(app, o, &all, e) : sync_all(app, o, &all, e);
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, feed_sync);
}

const struct command command_feed_sync = {
	.name = "feed sync",
	.synopsis = "[PROVIDER...] [--providers FILE] [--list] [--store URL] [--by NAME] [--why TEXT] "
		    "[--format table|json]",
	.summary = "fetch what providers of records have that is new, and take it into the store",
	.help = "Without PROVIDER all of them: kev, epss, nvd, cisa-csaf, osv (the ecosystems that "
		"components are\n"
		"of) and cve, or those of FILE (docs/man/sync.md). Only what is new is fetched; the first "
		"time that\n"
		"is everything, some 2 GB. A provider that fails is told and stands in the store, the others "
		"go on,\n"
		"and the exit status is 4. --list: the providers, when each was asked, and whether it fails. "
		"serve\n"
		"--sync does it by the clock. Nothing else reaches out: on a machine without a network, feed "
		"import\n"
		"takes the same documents from files.\n",
	.options = specs,
	.run = run,
};
