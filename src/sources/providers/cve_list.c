#include "base/arena.h"
#include "formats/json_stream.h"
#include "sources/feeds/draft.h"
#include "sources/providers/listed.h"

/* The ids of a batch; when it looked may stand behind them. */
struct batch {
	struct arena *arena;
	struct str *ids;
	size_t count, room;
	struct instant at;
};

static void read_ids(struct json *j, struct batch *b)
{
	struct str key;

	while (json_next_item(j)) {
		struct str id = STR_NONE;

		while (json_next_key(j, &key)) {
			if (str_eq(key, STR("cveId")))
				draft_read_text(j, b->arena, &id);
			else
				json_skip(j);
		}
		draft_check_cve(j, "cveId", b->arena, &id);
		b->ids = arena_room(b->arena, b->ids, b->count, &b->room, sizeof(*b->ids));
		b->ids[b->count++] = id;
	}
}

static void read_batch(struct json *j, struct batch *b)
{
	struct str key;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("fetchTime")))
			draft_read_instant(j, &b->at);
		else if (str_eq(key, STR("new")) || str_eq(key, STR("updated")))
			read_ids(j, b);
		else
			json_skip(j);
	}
	if (!instant_is_known(b->at))
		json_refuse(j, "expected fetchTime, an instant");
}

static bool hand_over(const struct batch *b, struct listed_sink out, struct err *e)
{
	for (size_t i = 0; i < b->count; i++) {
		struct listed one = { .what = b->ids[i], .at = b->at };

		if (!out.take(out.ctx, &one, e))
			return false;
	}
	return true;
}

bool cve_list_read(struct input *in, struct listed_sink out, struct err *e)
{
	SCOPED_JSON *j = json_open(in);
	SCOPED_ARENA arena = { 0 };

	if (json_peek(j) != JSON_ARRAY && !json_failed(j))
		return err_fail(
		    e, ERR_INPUT, STR_FMT ": expected an array of batches", STR_ARG(input_name(in)));
	while (json_next_item(j)) {
		struct batch b = { .arena = &arena, .at = INSTANT_NONE };

		arena_reset(&arena);
		json_record_begin(j, false);
		read_batch(j, &b);
		if (!json_record_end(j, e) || !hand_over(&b, out, e))
			return false;
	}
	return json_finish(j, e);
}
