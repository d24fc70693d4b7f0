#include "cli/warnings.h"

#include <inttypes.h>

#include "actions/clock.h"
#include "actions/intake/signal_list.h"
#include "base/buf.h"
#include "base/number.h"
#include "cli/print.h"
#include "cli/session.h"
#include "store/vulnerabilities.h"

#define LINE_BYTES_MOST 2048
#define NAMES_MOST 10 /* of releases in a line */

bool warn_of_age(struct app *app, const struct options *o, struct db *db, struct err *e)
{
	SCOPED_BUF text = buf_new(LINE_BYTES_MOST);
	SCOPED_ARENA arena = { 0 };
	struct source_row *sources;
	char day[DATE_TEXT_SIZE];
	size_t count;
	int64_t days;

	if (!session_stale_after(o, &days, e) || !sources_list(db, &arena, &sources, &count, e))
		return false;
	for (size_t i = 0; i < count && days; i++) {
		if (!instant_is_known(sources[i].newest) ||
		    instant_days_since(sources[i].newest, instant_now()) < days)
			continue;
		if (text.len)
			buf_add(&text, STR(", "));
		buf_add(&text, sources[i].name);
		buf_printf(&text, " (%s)", date_write(instant_date(sources[i].newest, 0), day));
	}
	if (text.len)
		print_line(app->err, "aftercare: old data, what was published since is not seen: %.*s",
		    (int)text.len, text.ptr);
	return true;
}

void warn_of_unseen(struct app *app, const struct unseen *u)
{
	SCOPED_ARENA arena = { 0 };
	struct str line = unseen_line(u, &arena);

	if (line.len)
		print_line(app->err, "aftercare: %.*s", (int)line.len, line.ptr);
}

struct str bare_line(const struct blind_spots *spots, struct arena *arena)
{
	SCOPED_BUF text = buf_new(LINE_BYTES_MOST);

	for (size_t i = 0; i < spots->bare_count && i < NAMES_MOST; i++)
		buf_printf(&text, "%s" STR_FMT, i ? ", " : "", STR_ARG(spots->bare[i]));
	if (spots->bare_count > NAMES_MOST)
		buf_printf(&text, " and %zu other%s", spots->bare_count - NAMES_MOST,
		    PLURAL(spots->bare_count - NAMES_MOST));
	return arena_copy(arena, buf_str(&text));
}

void warn_of_bare(struct app *app, const struct blind_spots *spots)
{
	SCOPED_ARENA arena = { 0 };
	struct str line = bare_line(spots, &arena);

	if (line.len)
		print_line(
		    app->err, "aftercare: what has no SBOM has no findings: %.*s", (int)line.len, line.ptr);
}

static void say_unseen(struct app *app, const struct blind_store *blind)
{
	SCOPED_BUF text = buf_new(LINE_BYTES_MOST);

	for (size_t i = 0; i < blind->family_count; i++)
		buf_printf(&text, "%s" STR_FMT, i ? ", " : "", STR_ARG(blind->families[i]));
	if (blind->family_count)
		print_line(app->err, "aftercare: no source serves %.*s, which components name", (int)text.len,
		    text.ptr);
	if (blind->not_matchable > 0)
		print_line(app->err,
		    "aftercare: %" PRId64
		    " component%s nothing that can be looked up: aftercare coverage lists %s",
		    blind->not_matchable, blind->not_matchable == 1 ? " names" : "s name",
		    blind->not_matchable == 1 ? "it" : "them");
	if (blind->not_matchable < 0)
		print_line(app->err, "aftercare: aftercare coverage tells which components name nothing that "
				     "can be looked up");
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
	struct blind_store blind;

	if (!blind_spots_of_store(db, &arena, &blind, e))
		return false;
	if (vulnerability)
		say_unseen(app, &blind);
	if (blind.bare)
		print_line(app->err, "aftercare: %" PRId64 " release%s no SBOM, so nothing is known of %s",
		    blind.bare, blind.bare == 1 ? " has" : "s have", blind.bare == 1 ? "it" : "them");
	return true;
}
