#include "reports/metrics/slices.h"

#include <stdlib.h>

#include "reports/casefile_words.h"

static const char *const unit_words[] = { "finding", "device", "vulnerability" };
static const char *const slice_words[] = { "", "device", "release", "severity", "exploitability", "risk",
	"component-type", "kev", "source", "month", "quarter", "year" };

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
	struct str device, release; /* as far as the unit tells them apart */
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
	case SLICE_MONTH:
	case SLICE_QUARTER:
	case SLICE_YEAR:
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
	case SLICE_EXPLOITABILITY:
		return str_of(words_exploitability(c->exploitability));
	case SLICE_SOURCE:
		return or_not_recorded(c->source);
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
		.device = x->m->unit == UNIT_VULNERABILITY ? STR("") : c->device,
		.release = x->m->unit == UNIT_FINDING ? release : STR(""),
		.part = part_of(x->m, c, release, x->arena),
		.days = c->days };
}

static int by_finding(const void *left, const void *right)
{
	const struct counted *a = left, *b = right;
	int sign = str_cmp(a->vulnerability, b->vulnerability);

	sign = sign ? sign : str_cmp(a->device, b->device);
	sign = sign ? sign : str_cmp(a->release, b->release);
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

/* One of each finding within a part: identified with the first casefile on it, patched with the last. */
static void join(struct counting *x)
{
	size_t kept = 0;

	if (!x->count)
		return;
	qsort(x->items, x->count, sizeof(*x->items), by_finding);
	for (size_t i = 1; i < x->count; i++) {
		struct counted *at = &x->items[kept], *next = &x->items[i];

		if (by_finding(at, next) != 0) {
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
	join(x);
}

static int by_part(const void *left, const void *right)
{
	const struct counted *a = left, *b = right;

	return str_cmp(a->part, b->part);
}

/* The whole counts each vulnerability once, so it is counted apart from its parts. */
static struct patch_finding *count_undivided(const struct metrics *m, struct arena *arena, size_t *count)
{
	struct metrics undivided = *m;
	struct counting x = { .m = &undivided, .arena = arena };
	struct patch_finding *days;

	undivided.by = SLICE_NONE;
	count_all(&x);
	days = arena_alloc(arena, x.count, sizeof(*days));
	for (size_t i = 0; i < x.count; i++)
		days[i] = x.items[i].days;
	*count = x.count;
	return days;
}

/* --- periods --- */

/* The first day a year later; of 29 February the first of March. */
static struct date year_later(struct date from)
{
	int year, month, day;

	date_split(from, &year, &month, &day);
	return month == 2 && day == 29 ? date_of(year + 1, 3, 1) : date_of(year + 1, month, day);
}

/* The month, quarter or year that begins with the window, or what is left of it. */
static struct window first_period(struct window all, enum metric_slice by)
{
	int year, month, day, last;
	struct date end;

	date_split(all.from, &year, &month, &day);
	last = by == SLICE_MONTH ? month : (month + 2) / 3 * 3;
	end = by == SLICE_YEAR ? year_later(all.from)
	      : last == 12     ? date_of(year + 1, 1, 1)
			       : date_of(year, last + 1, 1);
	end = date_plus(end, -1);
	return (struct window){ all.from, end.days < all.to.days ? end : all.to };
}

/* "2026-03", "2026-Q1", "2026-04-01 to 2027-03-31" */
static struct str period_name(struct window w, enum metric_slice by, struct arena *arena)
{
	char from[DATE_TEXT_SIZE], to[DATE_TEXT_SIZE];
	int year, month, day;

	date_split(w.from, &year, &month, &day);
	if (by == SLICE_YEAR)
		return arena_printf(arena, "%s to %s", date_write(w.from, from), date_write(w.to, to));
	return by == SLICE_MONTH ? arena_printf(arena, "%04d-%02d", year, month)
				 : arena_printf(arena, "%04d-Q%d", year, (month + 2) / 3);
}

/* Each is a period of its own, with its own end. */
static void add_periods(const struct metrics *m, struct metric_part *parts, size_t *count,
    const struct patch_finding *days, size_t day_count, struct arena *arena)
{
	struct window rest = m->window;

	while (rest.from.days <= rest.to.days) {
		struct window w = first_period(rest, m->by);

		parts[(*count)++] = (struct metric_part){ period_name(w, m->by, arena),
			patching_of(days, day_count, w, arena) };
		rest.from = date_plus(w.to, 1);
	}
}

static void add_parts(const struct metrics *m, struct counting *x, struct metric_part *parts, size_t *count)
{
	struct patch_finding *days = arena_alloc(x->arena, x->count + 1, sizeof(*days));

	if (x->count)
		qsort(x->items, x->count, sizeof(*x->items), by_part);
	for (size_t i = 0; i < x->count; i++)
		days[i] = x->items[i].days;
	for (size_t from = 0, to; from < x->count; from = to) {
		for (to = from + 1; to < x->count && by_part(&x->items[from], &x->items[to]) == 0; to++)
			continue;
		parts[(*count)++] = (struct metric_part){ x->items[from].part,
			patching_of(days + from, to - from, m->window, x->arena) };
	}
}

struct metric_part *slices_of(const struct metrics *m, struct arena *arena, size_t *count)
{
	bool any_day = m->window.from.days <= m->window.to.days;
	size_t months = any_day ? (size_t)(m->window.to.days - m->window.from.days) / 28 + 2 : 0, whole_count;
	struct counting x = { .m = m, .arena = arena };
	struct patch_finding *whole = count_undivided(m, arena, &whole_count);
	struct metric_part *parts;

	count_all(&x);
	parts = arena_alloc(arena, 1 + (x.count > months ? x.count : months), sizeof(*parts));
	parts[0] = (struct metric_part){ STR("all"), patching_of(whole, whole_count, m->window, arena) };
	*count = 1;
	if (m->by == SLICE_MONTH || m->by == SLICE_QUARTER || m->by == SLICE_YEAR)
		add_periods(m, parts, count, whole, whole_count, arena);
	else if (m->by != SLICE_NONE)
		add_parts(m, &x, parts, count);
	return parts;
}

int64_t slices_left_out(const struct metrics *m)
{
	int64_t count = 0;

	for (size_t i = 0; i < m->case_count; i++)
		count += !m->cases[i].is_counted && window_has(m->window, m->cases[i].days.identified_on);
	return count;
}
