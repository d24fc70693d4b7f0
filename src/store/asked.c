#include "store/asked.h"

#include <assert.h>

#include "base/number.h"
#include "identity/cve_id.h"

#define ITEM_MOST (CVE_ID_TEXT_SIZE + 3) /* with its quotes and a comma; an id is no longer */

static void add(struct asked *a, struct str s)
{
	assert(s.len <= a->room - a->len);
	memcpy(a->text + a->len, s.ptr, s.len);
	a->len += s.len;
}

static void next_item(struct asked *a)
{
	add(a, a->len ? STR(",") : STR("["));
}

struct asked asked_begin(struct arena *arena, size_t most)
{
	size_t room = most * ITEM_MOST + 2;

	return (struct asked){ arena_alloc(arena, room, 1), 0, room };
}

void asked_add_id(struct asked *a, int64_t id)
{
	char text[NUMBER_TEXT_SIZE];

	next_item(a);
	add(a, number_write(id, text));
}

void asked_add_name(struct asked *a, struct str cve)
{
	next_item(a);
	if (!cve.ptr) {
		add(a, STR("null"));
		return;
	}
	add(a, STR("\""));
	add(a, cve);
	add(a, STR("\""));
}

struct str asked_end(struct asked *a)
{
	if (a->len == 0)
		add(a, STR("["));
	add(a, STR("]"));
	return (struct str){ a->text, a->len };
}
