#include "store/triggers.h"

static const struct str begin = { "CREATE TRIGGER ", 15 }, end = { "\nEND", 4 };

/* "CREATE TRIGGER name BEFORE UPDATE ON table BEGIN ... END" */
static struct trigger read_trigger(struct str says)
{
	struct str rest = str_from(says, begin.len);
	struct trigger t = { .name = str_first(rest, str_index(rest, ' ')), .says = says };

	rest = str_from(rest, str_find(rest, STR(" ON ")) + STR(" ON ").len);
	t.table = str_first(rest, str_index(rest, '\n'));
	return t;
}

void trigger_must(struct arena *arena, struct trigger **out, size_t *count)
{
	struct trigger *list = NULL;
	size_t found = 0, room = 0;

	for (size_t i = 0; i < SCHEMA_STEP_COUNT; i++) {
		struct str rest = str_of(schema_steps[i].sqlite);

		while (str_has(rest, begin)) {
			struct str from = str_from(rest, str_find(rest, begin));
			size_t length = str_find(from, end) + end.len;

			list = arena_room(arena, list, found, &room, sizeof(*list));
			list[found++] = read_trigger(str_first(from, length));
			rest = str_from(from, length);
		}
	}
	*out = list;
	*count = found;
}

bool trigger_list(struct db *db, struct arena *arena, struct trigger **out, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_TRIGGER_LIST);
	struct trigger *list = NULL;
	size_t found = 0, room = 0;
	bool more;

	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		list = arena_room(arena, list, found, &room, sizeof(*list));
		list[found++] = (struct trigger){ db_text_copy(s, 0, arena), db_text_copy(s, 1, arena),
			db_text_copy(s, 2, arena) };
	}
	*out = list;
	*count = found;
	return true;
}
