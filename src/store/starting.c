#include "store/starting.h"

#include <assert.h>

/* Behind every text that begins so: U+10FFFF is no character. */
static struct str end_of(struct str words, struct arena *arena)
{
	return arena_printf(arena, "%.*s\xf4\x8f\xbf\xbf", (int)words.len, words.ptr);
}

static struct str lower_of(struct str words, struct arena *arena)
{
	char *lower = arena_text(arena, words);

	for (size_t i = 0; i < words.len; i++)
		lower[i] = char_lower(lower[i]);
	return (struct str){ lower, words.len };
}

static void bind_range(struct statement *s, struct str words, struct arena *arena)
{
	db_bind_text(s, 1, words);
	db_bind_text(s, 2, end_of(words, arena));
}

bool components_starting(struct db *db, struct str words, struct arena *arena, struct starting_name **out,
    size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_COMPONENT_STARTING);
	struct starting_name *names = arena_alloc(arena, STARTING_MOST, sizeof(*names));
	bool more;

	*count = 0;
	bind_range(s, lower_of(words, arena), arena);
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		assert(*count < STARTING_MOST);
		names[(*count)++] = (struct starting_name){ .id = db_int(s, 0),
			.name = db_text_copy(s, 1, arena),
			.version = db_text_copy(s, 2, arena) };
	}
	*out = names;
	return true;
}

bool names_starting(struct db *db, struct str words, struct arena *arena, struct starting_name **out,
    size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_NAME_STARTING);
	struct starting_name *names = arena_alloc(arena, STARTING_MOST, sizeof(*names));
	bool more;

	*count = 0;
	bind_range(s, words, arena);
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		assert(*count < STARTING_MOST);
		names[(*count)++] = (struct starting_name){ .name = db_text_copy(s, 0, arena) };
	}
	*out = names;
	return true;
}
