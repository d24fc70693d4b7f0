#include "reports/unseen.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/number.h"

#define LINE_BYTES_MOST (16 * 1024)

static void add_kind(struct unseen *u, struct str kind)
{
	size_t i = 0;

	while (i < u->kind_count && !str_eq(u->kinds[i].words, kind))
		i++;
	if (i == UNSEEN_KINDS_MOST)
		return;
	if (i == u->kind_count)
		u->kinds[u->kind_count++] = (struct unseen_kind){ kind, 0 };
	u->kinds[i].count++;
}

void unseen_add(struct unseen *u, struct str why, struct str kind)
{
	u->components++;
	u->not_matchable += why.len > 0;
	u->not_served += kind.len > 0;
	if (kind.len)
		add_kind(u, kind);
}

static int by_words(const void *left, const void *right)
{
	const struct unseen_kind *a = left, *b = right;

	return str_cmp(a->words, b->words);
}

static void say_kinds(const struct unseen *u, struct buf *out)
{
	struct unseen_kind kinds[UNSEEN_KINDS_MOST];
	size_t others = u->not_served;

	memcpy(kinds, u->kinds, sizeof(kinds));
	qsort(kinds, u->kind_count, sizeof(*kinds), by_words);
	for (size_t i = 0; i < u->kind_count; i++) {
		buf_printf(out, "%s" STR_FMT " %zu", i ? ", " : "", STR_ARG(kinds[i].words), kinds[i].count);
		others -= kinds[i].count;
	}
	if (others)
		buf_printf(out, ", of other kinds %zu", others);
}

struct str unseen_line(const struct unseen *u, struct arena *arena)
{
	SCOPED_BUF out = buf_new(LINE_BYTES_MOST);

	if (u->not_matchable + u->not_served == 0)
		return STR("");
	buf_printf(&out, "no source can see %zu of %zu component%s: ", u->not_matchable + u->not_served,
	    u->components, PLURAL(u->components));
	if (u->not_matchable)
		buf_printf(&out, "%zu name%s nothing that can be looked up", u->not_matchable,
		    u->not_matchable == 1 ? "s" : "");
	if (u->not_served) {
		buf_printf(&out, "%sno source serves the kind of %zu (", u->not_matchable ? ", " : "",
		    u->not_served);
		say_kinds(u, &out);
		buf_byte(&out, ')');
	}
	return arena_copy(arena, buf_str(&out));
}

struct str unseen_kinds_line(const struct unseen *u, struct arena *arena)
{
	SCOPED_BUF out = buf_new(LINE_BYTES_MOST);

	if (u->not_served == 0)
		return STR("");
	buf_printf(
	    &out, "no source serves the kind of %zu component%s: ", u->not_served, PLURAL(u->not_served));
	say_kinds(u, &out);
	return arena_copy(arena, buf_str(&out));
}
