#include "actions/matching/refuse_name.h"

#include "actions/matching/match_update.h"
#include "formats/json_write.h"
#include "limits.h"
#include "store/aliases.h"
#include "store/change.h"
#include "store/vulnerabilities.h"

static bool no_record(struct str source, struct str record, struct err *e)
{
	return err_fail(e, ERR_ABSENT, "the store has no record \"" STR_FMT "\" of " STR_FMT, STR_ARG(record),
	    STR_ARG(source));
}

static struct str source_of(const struct source_row *sources, size_t count, int64_t id)
{
	for (size_t i = 0; i < count; i++)
		if (sources[i].id == id)
			return sources[i].name;
	return STR("unknown");
}

/* 0 where there is none. */
static bool find_advisory(struct db *db, struct str source, struct str record, struct arena *arena,
    int64_t *advisory_id, struct err *e)
{
	struct source_row *sources;
	struct advisory_row *rows;
	size_t source_count, count;

	*advisory_id = 0;
	if (!sources_list(db, arena, &sources, &source_count, e) ||
	    !advisories_named(db, record, arena, &rows, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (str_eq(source_of(sources, source_count, rows[i].source_id), source))
			*advisory_id = rows[i].id;
	return true;
}

static bool says(const struct card *card, struct str name)
{
	for (size_t i = 0; i < card->alias_count; i++)
		if (str_eq(card->aliases[i], name))
			return true;
	return false;
}

/* The names of the record are put again, but for those that are refused now; whoever shares one is decided
 * anew. */
static bool name_again(struct db *db, int64_t advisory_id, const struct refused_name *r,
    const struct card *card, struct touched *touched, struct err *e)
{
	struct advisory adv = { .id = r->record,
		.source = r->source,
		.aliases = card->aliases,
		.alias_count = card->alias_count };
	struct aliases *aliases = aliases_new(db);
	bool done;

	aliases_watch(aliases, touched);
	done = aliases_put(aliases, advisory_id, &adv, e) && aliases_resolve(aliases, e);
	aliases_free(aliases);
	return done;
}

static bool follow(struct db *db, const struct change *change, int64_t advisory_id,
    const struct refused_name *r, struct instant at, struct err *e)
{
	SCOPED_TOUCHED touched = { 0 };
	SCOPED_ARENA arena = { 0 };
	struct match_by because = { MATCH_NAME, at, change_number(change) + 1 };
	struct match_run run;
	struct card card;

	return advisory_card_get(db, advisory_id, &arena, &card, e) &&
	       name_again(db, advisory_id, r, &card, &touched, e) &&
	       match_after_feed(db, &touched, because, &run, e);
}

static bool note(struct change *change, const char *what, const struct refused_name *r, bool is_new,
    struct arena *arena, struct err *e)
{
	SCOPED_BUF record = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&record, false);

	json_open_object(w);
	json_field_text(w, "source", r->source);
	json_field_text(w, "record", r->record);
	json_field_text(w, "name", r->name);
	json_close_object(w);
	json_out_close(w);
	return change_note(change, what, arena_printf(arena, "name %lld", (long long)r->id),
	    is_new ? STR_NONE : buf_str(&record), is_new ? buf_str(&record) : STR_NONE, e);
}

static bool check(
    struct db *db, const struct name_said *what, struct arena *arena, int64_t *advisory_id, struct err *e)
{
	const struct refused_name *known;
	struct refused_names refused;
	struct card card;

	if (!find_advisory(db, what->source, what->record, arena, advisory_id, e))
		return false;
	if (!*advisory_id)
		return no_record(what->source, what->record, e);
	if (!advisory_card_get(db, *advisory_id, arena, &card, e) ||
	    !refused_names_read(db, arena, &refused, e))
		return false;
	if (!says(&card, what->name))
		return err_fail(e, ERR_INPUT,
		    STR_FMT " of " STR_FMT " does not say that it is \"" STR_FMT "\"", STR_ARG(what->record),
		    STR_ARG(what->source), STR_ARG(what->name));
	known = refused_names_find(&refused, what->source, what->record, what->name);
	return !known ||
	       err_fail(e, ERR_CONFLICT, "that is refused already, as number %lld", (long long)known->id);
}

bool refuse_name(
    struct db *db, const struct name_said *what, struct change_by by, int64_t *number, struct err *e)
{
	struct refused_name r = { .source = what->source, .record = what->record, .name = what->name };
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	int64_t advisory_id = 0;

	if (by.why.len == 0)
		return err_fail(e, ERR_USAGE, "refusing a name says why") || err_field(e, "why");
	if (!change_open(db, &by, &change, e) || !check(db, what, &arena, &advisory_id, e))
		return false;
	r.at = by.at;
	r.by = by.who;
	r.why = by.why;
	if (!refused_name_add(db, &r, &r.id, e) || !follow(db, change, advisory_id, &r, by.at, e) ||
	    !note(change, "name.refuse", &r, true, &arena, e) || !change_close(&change, e))
		return false;
	*number = r.id;
	return true;
}

static bool get_refused(
    struct db *db, int64_t number, struct arena *arena, struct refused_name *out, struct err *e)
{
	struct refused_names all;

	if (!refused_names_read(db, arena, &all, e))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (all.list[i].id == number) {
			*out = all.list[i];
			return true;
		}
	return err_fail(e, ERR_ABSENT, "there is no refusal %lld", (long long)number) ||
	       err_remedy(e, REMEDY_NAMES);
}

bool accept_name(struct db *db, int64_t number, struct change_by by, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct refused_name r = { 0 };
	int64_t advisory_id = 0;

	if (by.why.len == 0)
		return err_fail(e, ERR_USAGE, "taking a refusal back says why") || err_field(e, "why");
	if (!change_open(db, &by, &change, e) || !get_refused(db, number, &arena, &r, e) ||
	    !find_advisory(db, r.source, r.record, &arena, &advisory_id, e) ||
	    !refused_name_delete(db, number, e))
		return false;
	return (!advisory_id || follow(db, change, advisory_id, &r, by.at, e)) &&
	       note(change, "name.accept", &r, false, &arena, e) && change_close(&change, e);
}

/* What is said, gathered; texts are in the arena. */
struct gathering {
	struct arena *arena;
	struct refused_names refused;
	struct name_said *said;
	size_t count, room;
	struct str *names; /* that the vulnerability goes by */
	size_t name_count, name_room;
};

static void add_said(struct gathering *g, struct name_said one)
{
	for (size_t i = 0; i < g->count; i++)
		if (str_eq(g->said[i].source, one.source) && str_eq(g->said[i].record, one.record) &&
		    str_eq(g->said[i].name, one.name))
			return;
	g->said = arena_room(g->arena, g->said, g->count, &g->room, sizeof(one));
	g->said[g->count++] = one;
}

static void add_name(struct gathering *g, struct str name)
{
	g->names = arena_room(g->arena, g->names, g->name_count, &g->name_room, sizeof(name));
	g->names[g->name_count++] = name;
}

static bool add_record(
    struct gathering *g, struct db *db, const struct advisory_row *row, struct str source, struct err *e)
{
	struct card card;

	if (!advisory_card_get(db, row->id, g->arena, &card, e))
		return false;
	add_name(g, row->name);
	for (size_t i = 0; i < card.alias_count; i++) {
		const struct refused_name *refused =
		    refused_names_find(&g->refused, source, row->name, card.aliases[i]);

		if (!refused)
			add_name(g, card.aliases[i]);
		if (!str_eq(card.aliases[i], row->name))
			add_said(g, (struct name_said){ source, row->name, card.aliases[i], refused });
	}
	return true;
}

/* What is said no more of a vulnerability that goes by one of these names. */
static void add_refused(struct gathering *g)
{
	for (size_t i = 0; i < g->refused.count; i++) {
		const struct refused_name *r = &g->refused.list[i];

		for (size_t k = 0; k < g->name_count; k++)
			if (str_eq(g->names[k], r->name))
				add_said(g, (struct name_said){ r->source, r->record, r->name, r });
	}
}

static bool gather(struct gathering *g, struct db *db, int64_t vulnerability_id, struct err *e)
{
	struct source_row *sources;
	struct advisory_row *rows;
	size_t source_count, count;
	struct str name;

	if (!refused_names_read(db, g->arena, &g->refused, e) ||
	    !sources_list(db, g->arena, &sources, &source_count, e) ||
	    !vulnerability_advisories(db, vulnerability_id, g->arena, &rows, &count, e) ||
	    !aliases_name(db, vulnerability_id, g->arena, &name, e))
		return false;
	add_name(g, name);
	for (size_t i = 0; i < count; i++)
		if (!add_record(g, db, &rows[i], source_of(sources, source_count, rows[i].source_id), e))
			return false;
	add_refused(g);
	return true;
}

bool names_said(struct db *db, struct str vulnerability, struct arena *arena, struct name_said **out,
    size_t *count, struct err *e)
{
	struct gathering g = { .arena = arena };
	int64_t id;

	if (!aliases_find(db, vulnerability, &id, e))
		return false;
	if (!id)
		return err_fail(
		    e, ERR_ABSENT, "no record in the store is about \"" STR_FMT "\"", STR_ARG(vulnerability));
	if (!gather(&g, db, id, e))
		return false;
	*out = g.said;
	*count = g.count;
	return true;
}
