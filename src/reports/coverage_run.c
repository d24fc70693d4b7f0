#include "reports/coverage_run.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/number.h"

#define FORM 1
#define LINE_BYTES_MOST ((size_t)64 << 10)

static int by_id(const void *left, const void *right)
{
	const struct coverage_component *const *a = left, *const *b = right;

	return ((*a)->id > (*b)->id) - ((*a)->id < (*b)->id);
}

static void write_component(
    const struct coverage *c, const struct coverage_component *of, int64_t before, struct buf *out)
{
	uint64_t seen = 0;

	buf_varint(out, (uint64_t)(of->id - before));
	buf_byte(out, (char)of->state);
	for (size_t i = 0; i < c->source_count; i++)
		seen += coverage_is_seen_by(of, i);
	buf_varint(out, seen);
	for (size_t i = 0; i < c->source_count; i++)
		if (coverage_is_seen_by(of, i))
			buf_varint(out, i);
}

void coverage_run_write(const struct coverage *c, struct buf *out)
{
	const struct coverage_component **order;
	SCOPED_ARENA arena = { 0 };

	buf_byte(out, FORM);
	buf_varint(out, c->source_count);
	for (size_t i = 0; i < c->source_count; i++) {
		buf_text(out, c->sources[i].name);
		buf_varint(out, (uint64_t)c->sources[i].records);
		buf_varint(out, (uint64_t)c->sources[i].newest.us);
		buf_byte(out, c->sources[i].stale);
	}
	order = arena_alloc(&arena, c->component_count, sizeof(const struct coverage_component *));
	for (size_t i = 0; i < c->component_count; i++)
		order[i] = &c->components[i];
	if (c->component_count)
		qsort(order, c->component_count, sizeof(const struct coverage_component *), by_id);
	buf_varint(out, c->component_count);
	for (size_t i = 0; i < c->component_count; i++)
		write_component(c, order[i], i ? order[i - 1]->id : 0, out);
}

/* A run that was read. */
struct run {
	struct coverage_source *sources;
	size_t source_count;
	struct seen {
		int64_t id;
		enum coverage_state state;
		const uint64_t *sources; /* ascending */
		size_t count;
	} * components;
	size_t component_count;
};

static bool take_byte(struct str *rest, unsigned most, unsigned *byte)
{
	if (rest->len == 0 || (unsigned char)rest->ptr[0] > most)
		return false;
	*byte = (unsigned char)rest->ptr[0];
	*rest = str_from(*rest, 1);
	return true;
}

/* A number of things that have a byte each at the least. */
static bool take_count(struct str *rest, size_t *count)
{
	uint64_t n;

	if (!str_take_varint(rest, &n) || n > rest->len)
		return false;
	*count = (size_t)n;
	return true;
}

static bool take_sources(struct str *rest, struct arena *arena, struct run *run)
{
	if (!take_count(rest, &run->source_count))
		return false;
	run->sources = arena_alloc(arena, run->source_count, sizeof(*run->sources));
	for (size_t i = 0; i < run->source_count; i++) {
		struct coverage_source *s = &run->sources[i];
		uint64_t records, newest;
		unsigned stale;

		if (!str_take_text(rest, &s->name) || !str_take_varint(rest, &records) ||
		    !str_take_varint(rest, &newest) || !take_byte(rest, 1, &stale))
			return false;
		s->records = (int64_t)records;
		s->newest.us = (int64_t)newest;
		s->stale = stale;
	}
	return true;
}

static bool take_seen(
    struct str *rest, struct arena *arena, size_t source_count, int64_t before, struct seen *s)
{
	uint64_t *sources, step;
	unsigned state;

	if (!str_take_varint(rest, &step) || __builtin_add_overflow(before, (int64_t)step, &s->id) ||
	    s->id <= before || !take_byte(rest, COVERAGE_STATE_COUNT - 1, &state) ||
	    !take_count(rest, &s->count))
		return false;
	s->state = (enum coverage_state)state;
	sources = arena_alloc(arena, s->count, sizeof(*sources));
	for (size_t i = 0; i < s->count; i++)
		if (!str_take_varint(rest, &sources[i]) || sources[i] >= source_count)
			return false;
	s->sources = sources;
	return true;
}

static bool read_run(struct str bytes, struct arena *arena, struct run *run)
{
	unsigned form;

	if (!take_byte(&bytes, FORM, &form) || form != FORM || !take_sources(&bytes, arena, run) ||
	    !take_count(&bytes, &run->component_count))
		return false;
	run->components = arena_alloc(arena, run->component_count, sizeof(*run->components));
	for (size_t i = 0; i < run->component_count; i++)
		if (!take_seen(&bytes, arena, run->source_count, i ? run->components[i - 1].id : 0,
			&run->components[i]))
			return false;
	return bytes.len == 0;
}

struct comparing {
	struct coverage *now;
	struct run before;
	struct arena *arena;
	size_t room;
};

static void add_change(struct comparing *c, const char *what, struct str says)
{
	c->now->changes =
	    arena_room(c->arena, c->now->changes, c->now->change_count, &c->room, sizeof(*c->now->changes));
	c->now->changes[c->now->change_count++] = (struct coverage_change){ what, says };
}

static const struct coverage_source *find_source(
    const struct coverage_source *sources, size_t count, struct str name)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(sources[i].name, name))
			return &sources[i];
	return NULL;
}

static void compare_source(struct comparing *c, const struct coverage_source *s)
{
	const struct coverage_source *was = find_source(c->before.sources, c->before.source_count, s->name);

	if (!was) {
		add_change(c, "source", arena_printf(c->arena, STR_FMT " is new", STR_ARG(s->name)));
		return;
	}
	if (s->records < was->records)
		add_change(c, "source",
		    arena_printf(c->arena, STR_FMT " lost %" PRId64 " of %" PRId64 " record%s",
			STR_ARG(s->name), was->records - s->records, was->records, PLURAL(was->records)));
	if (s->stale != was->stale)
		add_change(c, "source",
		    arena_printf(c->arena, STR_FMT " %s", STR_ARG(s->name),
			s->stale ? "went stale" : "is fresh again"));
}

static void compare_sources(struct comparing *c)
{
	for (size_t i = 0; i < c->now->source_count; i++)
		compare_source(c, &c->now->sources[i]);
	for (size_t i = 0; i < c->before.source_count; i++)
		if (!find_source(c->now->sources, c->now->source_count, c->before.sources[i].name))
			add_change(c, "source",
			    arena_printf(c->arena, STR_FMT " is gone", STR_ARG(c->before.sources[i].name)));
}

static const struct seen *find_seen(const struct run *run, int64_t id)
{
	size_t low = 0, high = run->component_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (run->components[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < run->component_count && run->components[low].id == id ? &run->components[low] : NULL;
}

static bool was_seen_by(const struct comparing *c, const struct seen *was, struct str source)
{
	for (size_t i = 0; i < was->count; i++)
		if (str_eq(c->before.sources[was->sources[i]].name, source))
			return true;
	return false;
}

/* "openssl 1.1.1k: no longer seen by nvd; now seen by osv:pypa". */
static void compare_sights(
    struct comparing *c, const struct coverage_component *of, const struct seen *was, struct buf *text)
{
	const struct coverage *now = c->now;

	for (size_t i = 0; i < was->count; i++) {
		struct str name = c->before.sources[was->sources[i]].name;
		const struct coverage_source *s = find_source(now->sources, now->source_count, name);

		if (!s || !coverage_is_seen_by(of, (size_t)(s - now->sources)))
			buf_printf(
			    text, "%sno longer seen by " STR_FMT, text->len ? "; " : "", STR_ARG(name));
	}
	for (size_t i = 0; i < now->source_count; i++)
		if (coverage_is_seen_by(of, i) && !was_seen_by(c, was, now->sources[i].name))
			buf_printf(text, "%snow seen by " STR_FMT, text->len ? "; " : "",
			    STR_ARG(now->sources[i].name));
}

static void compare_component(struct comparing *c, const struct coverage_component *of)
{
	const struct seen *was = find_seen(&c->before, of->id);
	SCOPED_BUF text = buf_new(LINE_BYTES_MOST);

	if (!was && of->state == COVERAGE_SEEN)
		return;
	if (!was) {
		buf_printf(&text, "new, %s: " STR_FMT, coverage_state_name(of->state), STR_ARG(of->why));
	} else {
		if (was->state != of->state)
			buf_printf(&text, "was %s, now %s", coverage_state_name(was->state),
			    coverage_state_name(of->state));
		compare_sights(c, of, was, &text);
	}
	if (text.len)
		add_change(c, "component",
		    arena_printf(c->arena, STR_FMT " " STR_FMT ": %.*s", STR_ARG(of->component->name),
			STR_ARG(of->component->version), (int)text.len, text.ptr));
}

bool coverage_compare(
    struct coverage *c, struct str before, struct instant before_at, struct arena *arena, struct err *e)
{
	struct comparing comparing = { .now = c, .arena = arena };

	if (!read_run(before, arena, &comparing.before))
		return err_fail(e, ERR_STORE, "the coverage that was recorded last is damaged");
	c->since = before_at;
	compare_sources(&comparing);
	for (size_t i = 0; i < c->component_count; i++)
		compare_component(&comparing, &c->components[i]);
	return true;
}
