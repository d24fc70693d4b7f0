#include "actions/matching/caveats.h"

#include <inttypes.h>

#include "base/buf.h"
#include "base/number.h"
#include "store/coverage.h"
#include "store/vulnerabilities.h"

#define LINE_BYTES_MOST 2048
#define NAMES_MOST 10 /* of releases in a line */

void caveats_add_remedy(struct caveats *c, struct str text, enum remedy remedy, struct arena *arena)
{
	if (!text.len)
		return;
	c->items = arena_room(arena, c->items, c->count, &c->room, sizeof(*c->items));
	c->items[c->count++] = (struct caveat){ text, remedy };
}

void caveats_add(struct caveats *c, struct str text, struct arena *arena)
{
	caveats_add_remedy(c, text, REMEDY_NONE, arena);
}

static void note_older(struct caveats *c, int64_t at_us)
{
	if (!c->older_at.us || at_us < c->older_at.us)
		c->older_at.us = at_us;
}

bool caveats_of_age(struct db *db, int64_t stale_days, struct instant now, struct arena *arena,
    struct caveats *out, struct err *e)
{
	SCOPED_BUF text = buf_new(LINE_BYTES_MOST);
	struct source_row *sources;
	char day[DATE_TEXT_SIZE];
	size_t count;

	if (!sources_list(db, arena, &sources, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (source_is_off(&sources[i].off))
			caveats_add(out, source_off_words(sources[i].name, &sources[i].off, arena), arena);
	for (size_t i = 0; i < count && stale_days; i++) {
		if (!instant_is_known(sources[i].newest) || source_is_off(&sources[i].off))
			continue;
		if (instant_days_since(sources[i].newest, now) < stale_days) {
			note_older(out, sources[i].newest.us + stale_days * DAY_US);
			continue;
		}
		buf_add(
		    &text, text.len ? STR(", ") : STR("old data, what was published since is not seen: "));
		buf_add(&text, sources[i].name);
		buf_printf(&text, " (%s)", date_write(instant_date(sources[i].newest, 0), day));
	}
	caveats_add(out, arena_copy(arena, buf_str(&text)), arena);
	return true;
}

bool caveats_of_no_data(struct db *db, struct arena *arena, struct caveats *out, struct err *e)
{
	bool served;

	if (!coverage_is_any_served(db, &served, e))
		return false;
	if (!served)
		caveats_add(out,
		    STR("no record in the store says which versions are affected: import feeds first"),
		    arena);
	return true;
}

struct str caveat_bare(const struct blind_spots *spots, struct arena *arena)
{
	SCOPED_BUF text = buf_new(LINE_BYTES_MOST);

	for (size_t i = 0; i < spots->bare_count && i < NAMES_MOST; i++)
		buf_printf(&text, "%s" STR_FMT, i ? ", " : "", STR_ARG(spots->bare[i]));
	if (spots->bare_count > NAMES_MOST)
		buf_printf(&text, " and %zu other%s", spots->bare_count - NAMES_MOST,
		    PLURAL(spots->bare_count - NAMES_MOST));
	return arena_copy(arena, buf_str(&text));
}

static void add_unseen(const struct blind_store *blind, struct arena *arena, struct caveats *out)
{
	SCOPED_BUF text = buf_new(LINE_BYTES_MOST);

	for (size_t i = 0; i < blind->family_count; i++)
		buf_printf(&text, "%s" STR_FMT, i ? ", " : "no source serves ", STR_ARG(blind->families[i]));
	if (blind->family_count)
		buf_printf(&text, ", which components name");
	caveats_add(out, arena_copy(arena, buf_str(&text)), arena);
	if (blind->not_matchable > 0)
		caveats_add_remedy(out,
		    arena_printf(arena, "%" PRId64 " component%s nothing that can be looked up",
			blind->not_matchable, blind->not_matchable == 1 ? " names" : "s name"),
		    REMEDY_COVERAGE, arena);
	if (blind->not_matchable < 0)
		caveats_add_remedy(out, STR("some components may name nothing that can be looked up"),
		    REMEDY_COVERAGE, arena);
}

bool caveats_of_store(
    struct db *db, bool vulnerability, struct arena *arena, struct caveats *out, struct err *e)
{
	struct blind_store blind;

	if (!blind_spots_of_store(db, arena, &blind, e))
		return false;
	if (vulnerability)
		add_unseen(&blind, arena, out);
	if (blind.bare)
		caveats_add(out,
		    arena_printf(arena, "%" PRId64 " release%s no SBOM, so nothing is known of %s",
			blind.bare, blind.bare == 1 ? " has" : "s have", blind.bare == 1 ? "it" : "them"),
		    arena);
	return true;
}
