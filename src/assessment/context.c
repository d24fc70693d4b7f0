#include "assessment/context.h"

#include "base/number.h"
#include "base/vec.h"

#define EPSS_PLACES 6

static const char *const whats[] = { CONTEXT_KEV, CONTEXT_EPSS, CONTEXT_EXPLOIT, CONTEXT_SCORE,
	CONTEXT_ADVISORY, CONTEXT_RELEASE, CONTEXT_RUBRIC, CONTEXT_POLICY };

void context_add(struct context *c, const char *what, struct str name, struct str value, struct arena *arena)
{
	c->items = arena_room(arena, c->items, c->count, &c->room, sizeof(*c->items));
	c->items[c->count++] = (struct context_item){ what, name, value };
}

struct str context_item_write(const struct context_item *item, struct arena *arena)
{
	return arena_printf(arena, "%s%s%.*s = %.*s", item->what, item->name.len ? " " : "",
	    STR_WHOLE(item->name), STR_WHOLE(item->value));
}

/* Where the last " = " stands: a name may hold one, a value never does. */
static bool cut_value(struct str *text, struct str *value)
{
	for (size_t at = text->len; at >= 3; at--)
		if (str_eq((struct str){ text->ptr + at - 3, 3 }, STR(" = "))) {
			*value = str_from(*text, at);
			*text = str_first(*text, at - 3);
			return true;
		}
	return false;
}

bool context_item_read(struct str text, struct context_item *out)
{
	struct context_item item = { .name = STR("") };
	struct str what;

	if (!cut_value(&text, &item.value))
		return false;
	if (str_cut(&text, ' ', &what))
		item.name = text;
	else
		what = text;
	for (size_t i = 0; i < COUNT(whats); i++)
		if (str_eq(what, str_of(whats[i])))
			item.what = whats[i];
	if (!item.what)
		return false;
	*out = item;
	return true;
}

struct context_limits context_limits_default(void)
{
	return (struct context_limits){ .epss_threshold = 100000, .epss_factor = 2 };
}

static size_t rank(const char *what)
{
	size_t i = 0;

	while (!str_eq(str_of(whats[i]), str_of(what)))
		i++;
	return i;
}

static int by_subject(const void *left, const void *right)
{
	const struct context_item *a = left, *b = right;
	size_t x = rank(a->what), y = rank(b->what);

	if (x != y)
		return x < y ? -1 : 1;
	return str_cmp(a->name, b->name);
}

static bool is_epss(const char *what)
{
	return rank(what) == rank(CONTEXT_EPSS);
}

/* -1 where there is none. */
static int64_t epss_of(struct str value)
{
	int64_t n;

	return number_decimal(value, EPSS_PLACES, &n) ? n : -1;
}

/* Every day's number is another one: what is told is one that could change a judgement. */
static bool matters(
    const struct context_item *before, const struct context_item *after, const struct context_limits *limits)
{
	int64_t was, is;

	if (str_eq(before->value, after->value))
		return false;
	if (!is_epss(before->what))
		return true;
	was = epss_of(before->value);
	is = epss_of(after->value);
	if ((was >= limits->epss_threshold) != (is >= limits->epss_threshold))
		return true;
	return is >= CONTEXT_EPSS_LEAST && is >= limits->epss_factor * (was > 0 ? was : 0);
}

static struct context_change gone(const struct context_item *was)
{
	return (struct context_change){ was->what, was->name, was->value, STR_NONE };
}

static struct context_change come(const struct context_item *is)
{
	return (struct context_change){ is->what, is->name, STR_NONE, is->value };
}

/* Leaves out what the state before was not asked for. */
static size_t watched(const struct context *before, struct context *after)
{
	size_t kept = 0;
	bool of_exploits = false;

	for (size_t i = 0; i < before->count; i++)
		of_exploits = of_exploits || rank(before->items[i].what) == rank(CONTEXT_EXPLOIT);
	for (size_t i = 0; i < after->count; i++)
		if (of_exploits || rank(after->items[i].what) != rank(CONTEXT_EXPLOIT))
			after->items[kept++] = after->items[i];
	return kept;
}

void context_compare(struct context *before, struct context *after, const struct context_limits *limits,
    struct arena *arena, struct context_change **out, size_t *count)
{
	size_t most = before->count + after->count, i = 0, k = 0, found = 0;
	struct context_change *changes = arena_alloc(arena, most ? most : 1, sizeof(*changes));

	after->count = watched(before, after);
	vec_sort(before->items, before->count, sizeof(*before->items), by_subject);
	vec_sort(after->items, after->count, sizeof(*after->items), by_subject);
	while (i < before->count && k < after->count) {
		const struct context_item *was = &before->items[i], *is = &after->items[k];
		int order = by_subject(was, is);

		i += order <= 0;
		k += order >= 0;
		if (order < 0)
			changes[found++] = gone(was);
		else if (order > 0)
			changes[found++] = come(is);
		else if (matters(was, is, limits))
			changes[found++] =
			    (struct context_change){ was->what, was->name, was->value, is->value };
	}
	while (i < before->count)
		changes[found++] = gone(&before->items[i++]);
	while (k < after->count)
		changes[found++] = come(&after->items[k++]);
	*out = changes;
	*count = found;
}

/* What a subject is called. */
static struct str subject(const struct context_change *c, struct arena *arena)
{
	static const char *const called[] = { "KEV", "EPSS", "exploit ", "score of ", "record ", "release ",
		"vector by the rubric", "policy" };

	_Static_assert(COUNT(called) == COUNT(whats), "a name for each");
	return arena_printf(arena, "%s%.*s", called[rank(c->what)], STR_WHOLE(c->name));
}

struct str context_change_says(const struct context_change *c, struct arena *arena)
{
	struct str of = subject(c, arena);

	if (is_epss(c->what) && c->before.ptr && c->after.ptr)
		return arena_printf(arena, "%.*s %s from %.*s to %.*s", STR_WHOLE(of),
		    epss_of(c->after) > epss_of(c->before) ? "rose" : "fell", STR_WHOLE(c->before),
		    STR_WHOLE(c->after));
	if (!c->before.ptr)
		return arena_printf(arena, "%.*s is new: %.*s", STR_WHOLE(of), STR_WHOLE(c->after));
	if (!c->after.ptr)
		return arena_printf(arena, "%.*s is gone, it was: %.*s", STR_WHOLE(of), STR_WHOLE(c->before));
	return arena_printf(
	    arena, "%.*s is now %.*s, it was %.*s", STR_WHOLE(of), STR_WHOLE(c->after), STR_WHOLE(c->before));
}
