#include "reports/metrics/slices.h"

#include <stdlib.h>

#include "reports/casefile_words.h"

static const char *const unit_words[] = { "finding", "device", "vulnerability" };
static const char *const slice_words[] = { "", "device", "release", "severity", "risk", "component-type",
	"kev" };

_Static_assert(COUNT(unit_words) == UNIT_COUNT, "a word for every unit");
_Static_assert(COUNT(slice_words) == SLICE_COUNT, "a word for every slice");

const char *metric_unit_word(enum metric_unit unit)
{
	return unit_words[unit];
}

const char *metric_slice_word(enum metric_slice by)
{
	return slice_words[by];
}

enum metric_unit metric_unit_find(struct str word)
{
	enum metric_unit unit = UNIT_FINDING;

	while (unit < UNIT_COUNT && !str_eq(str_of(unit_words[unit]), word))
		unit++;
	return unit;
}

enum metric_slice metric_slice_find(struct str word)
{
	enum metric_slice by = SLICE_NONE;

	while (by < SLICE_COUNT && !str_eq(str_of(slice_words[by]), word))
		by++;
	return by;
}

/* A unit of count with the slice it falls into. */
struct counted {
	struct str vulnerability, part;
	struct patch_finding days;
};

struct counting {
	const struct metrics *m;
	struct arena *arena;
	struct counted *items;
	size_t count, room;
};

static struct str or_not_recorded(struct str text)
{
	return text.len ? text : STR("not recorded");
}

static struct str part_of(
    const struct metrics *m, const struct metric_case *c, struct str release, struct arena *arena)
{
	static const char *const answers[] = { "not recorded", "no", "yes" };

	switch (m->by) {
	case SLICE_NONE:
	case SLICE_COUNT:
		break;
	case SLICE_DEVICE:
		return c->device;
	case SLICE_RELEASE:
		return release.len
			   ? arena_printf(arena, STR_FMT " " STR_FMT, STR_ARG(c->device), STR_ARG(release))
			   : STR("not recorded");
	case SLICE_SEVERITY:
		return str_of(words_severity(c->severity));
	case SLICE_RISK:
		return str_of(risk_word(c->risk));
	case SLICE_COMPONENT_TYPE:
		return or_not_recorded(c->component_type);
	case SLICE_KEV:
		return str_of(answers[c->kev]);
	}
	return STR("");
}

static void add(struct counting *x, const struct metric_case *c, struct str release)
{
	x->items = arena_room(x->arena, x->items, x->count, &x->room, sizeof(*x->items));
	x->items[x->count++] = (struct counted){ .vulnerability = c->vulnerability,
		.part = part_of(x->m, c, release, x->arena),
		.days = c->days };
}

static int by_vulnerability(const void *left, const void *right)
{
	const struct counted *a = left, *b = right;
	int sign = str_cmp(a->vulnerability, b->vulnerability);

	return sign ? sign : str_cmp(a->part, b->part);
}

/* The latest of both; unknown where either is: not all of it is done. */
static struct date when_all_are(struct date a, struct date b)
{
	if (!date_is_known(a) || !date_is_known(b))
		return DATE_NONE;
	return a.days > b.days ? a : b;
}

static struct date first_of(struct date a, struct date b)
{
	return !date_is_known(a) || (date_is_known(b) && b.days < a.days) ? b : a;
}

/* Dealt with where it is patched or controlled. */
static struct date dealt_with_on(const struct patch_finding *f)
{
	return first_of(f->patched_on, f->controlled_on);
}

/* One of each vulnerability within a part: identified with the first device, patched with the last. */
static void join(struct counting *x)
{
	size_t kept = 0;

	if (!x->count)
		return;
	qsort(x->items, x->count, sizeof(*x->items), by_vulnerability);
	for (size_t i = 1; i < x->count; i++) {
		struct counted *at = &x->items[kept], *next = &x->items[i];

		if (by_vulnerability(at, next) != 0) {
			x->items[++kept] = *next;
			continue;
		}
		at->days.controlled_on = when_all_are(dealt_with_on(&at->days), dealt_with_on(&next->days));
		at->days.identified_on = first_of(at->days.identified_on, next->days.identified_on);
		at->days.patched_on = when_all_are(at->days.patched_on, next->days.patched_on);
	}
	x->count = kept + 1;
}

static void count_all(struct counting *x)
{
	for (size_t i = 0; i < x->m->case_count; i++) {
		const struct metric_case *c = &x->m->cases[i];
		bool whole = x->m->unit != UNIT_FINDING || c->release_count == 0;

		for (size_t k = 0; c->is_counted && !whole && k < c->release_count; k++)
			add(x, c, c->releases[k]);
		if (c->is_counted && whole)
			add(x, c,
			    c->release_count > 1    ? STR("several releases")
			    : c->release_count == 1 ? c->releases[0]
						    : STR(""));
	}
	if (x->m->unit == UNIT_VULNERABILITY)
		join(x);
}

static int by_part(const void *left, const void *right)
{
	const struct counted *a = left, *b = right;

	return str_cmp(a->part, b->part);
}

static struct patching measure(
    const struct counting *x, const struct patch_finding *days, size_t from, size_t to)
{
	return patching_of(days + from, to - from, x->m->window, x->arena);
}

/* The whole counts each vulnerability once, so it is counted apart from its parts. */
static struct metric_part whole_of(const struct metrics *m, struct arena *arena)
{
	struct metrics undivided = *m;
	struct counting x = { .m = &undivided, .arena = arena };
	struct patch_finding *days;

	undivided.by = SLICE_NONE;
	count_all(&x);
	days = arena_alloc(arena, x.count, sizeof(*days));
	for (size_t i = 0; i < x.count; i++)
		days[i] = x.items[i].days;
	return (struct metric_part){ STR("all"), measure(&x, days, 0, x.count) };
}

struct metric_part *slices_of(const struct metrics *m, struct arena *arena, size_t *count)
{
	struct counting x = { .m = m, .arena = arena };
	struct patch_finding *days;
	struct metric_part *parts;

	count_all(&x);
	parts = arena_alloc(arena, x.count + 1, sizeof(*parts));
	parts[0] = whole_of(m, arena);
	*count = 1;
	if (m->by == SLICE_NONE || !x.count)
		return parts;
	qsort(x.items, x.count, sizeof(*x.items), by_part);
	days = arena_alloc(arena, x.count, sizeof(*days));
	for (size_t i = 0; i < x.count; i++)
		days[i] = x.items[i].days;
	for (size_t from = 0, to; from < x.count; from = to) {
		for (to = from + 1; to < x.count && by_part(&x.items[from], &x.items[to]) == 0; to++)
			continue;
		parts[(*count)++] = (struct metric_part){ x.items[from].part, measure(&x, days, from, to) };
	}
	return parts;
}

int64_t slices_left_out(const struct metrics *m)
{
	int64_t count = 0;

	for (size_t i = 0; i < m->case_count; i++)
		count += !m->cases[i].is_counted && window_has(m->window, m->cases[i].days.identified_on);
	return count;
}
