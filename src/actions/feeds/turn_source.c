#include "actions/feeds/turn_source.h"

#include "actions/matching/match_update.h"
#include "formats/json_write.h"
#include "store/change.h"
#include "store/vulnerabilities.h"

#define RECORD_BYTES_MOST 4096

static bool find_source(
    struct db *db, struct str name, struct arena *arena, struct source_row *out, struct err *e)
{
	struct source_row *rows;
	size_t count;

	if (!sources_list(db, arena, &rows, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (str_eq(rows[i].name, name)) {
			*out = rows[i];
			return true;
		}
	return err_fail(e, ERR_ABSENT, "there is no source \"" STR_FMT "\" in the store", STR_ARG(name)) ||
	       err_remedy(e, REMEDY_SOURCES);
}

/* What is to be matched again, gathered. */
struct touching {
	struct touched touched;
	struct str *names; /* of supplements: NVD's records of those names count again, or no longer */
	size_t name_count, room;
	struct arena arena;
	bool is_supplement;
};

static bool damaged_packages(int64_t advisory_id, struct err *e)
{
	return err_fail(e, ERR_STORE, "the package list of advisory %lld is damaged", (long long)advisory_id);
}

static bool touch(void *ctx, int64_t advisory_id, struct str name, struct str packages, struct err *e)
{
	struct touching *t = ctx;

	if (t->is_supplement) {
		t->names = arena_room(&t->arena, t->names, t->name_count, &t->room, sizeof(*t->names));
		t->names[t->name_count++] = arena_copy(&t->arena, name);
	}
	return touched_add(&t->touched, advisory_id, packages) || damaged_packages(advisory_id, e);
}

static bool touch_named(struct db *db, struct touching *t, struct err *e)
{
	for (size_t i = 0; i < t->name_count; i++) {
		struct advisory_row *rows;
		size_t count;

		if (!advisories_named(db, t->names[i], &t->arena, &rows, &count, e))
			return false;
		for (size_t k = 0; k < count; k++)
			if (!touched_add(&t->touched, rows[k].id, rows[k].packages))
				return damaged_packages(rows[k].id, e);
	}
	return true;
}

static bool match_again(
    struct db *db, const struct source_row *source, struct match_by by, struct match_run *run, struct err *e)
{
	struct touching t = { .is_supplement = str_eq(source->name, STR("nvd-supplement")) };
	bool done = source_advisories(db, source->id, &t, touch, e) && touch_named(db, &t, e) &&
		    match_after_feed(db, &t.touched, by, run, e);

	touched_clear(&t.touched);
	arena_free(&t.arena);
	return done;
}

static bool note(struct change *change, const char *what, const struct source_row *source,
    const struct match_run *run, struct arena *arena, struct err *e)
{
	SCOPED_BUF record = buf_new(RECORD_BYTES_MOST);
	struct json_out *w = json_out_buf(&record, false);

	json_open_object(w);
	json_field_int(w, "records", source->records);
	json_field_int(w, "appeared", run->appeared);
	json_field_int(w, "vanished", run->vanished);
	json_field_int(w, "changed", run->changed);
	json_close_object(w);
	json_out_close(w);
	return change_note(change, what, arena_printf(arena, "source " STR_FMT, STR_ARG(source->name)),
	    STR_NONE, buf_str(&record), e);
}

static bool refuse_same(const struct source_row *source, bool off, struct err *e)
{
	if (off == source_is_off(&source->off))
		return err_fail(e, ERR_CONFLICT, STR_FMT " is turned %s already", STR_ARG(source->name),
		    off ? "off" : "on");
	return true;
}

static bool turn(
    struct db *db, struct str name, bool off, struct change_by by, struct match_run *run, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct source_row source = { 0 };
	struct source_off said;

	if (by.why.len == 0)
		return err_fail(e, ERR_USAGE, "turning a source %s says why", off ? "off" : "on") ||
		       err_field(e, "why");
	if (!change_open(db, &by, &change, e) || !find_source(db, name, &arena, &source, e) ||
	    !refuse_same(&source, off, e))
		return false;
	said = (struct source_off){ by.at, by.who, by.why };
	if (!(off ? source_turn_off(db, name, &said, e) : source_turn_on(db, name, e)))
		return false;
	return match_again(db, &source, (struct match_by){ MATCH_SOURCE, by.at, change_number(change) + 1 },
		   run, e) &&
	       note(change, off ? "source.off" : "source.on", &source, run, &arena, e) &&
	       change_close(&change, e);
}

bool turn_source_off(
    struct db *db, struct str source, struct change_by by, struct match_run *run, struct err *e)
{
	return turn(db, source, true, by, run, e);
}

bool turn_source_on(
    struct db *db, struct str source, struct change_by by, struct match_run *run, struct err *e)
{
	return turn(db, source, false, by, run, e);
}
