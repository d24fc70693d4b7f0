#include "actions/trail/trail_file.h"

#include <errno.h>

#include "formats/lines.h"
#include "limits.h"

struct writing {
	FILE *to;
	int64_t from, count;
};

static bool write_entry(void *ctx, const struct trail_entry *entry, struct err *e)
{
	struct writing *writing = ctx;
	struct json_out *w;

	if (entry->number < writing->from)
		return true;
	w = json_out_file(writing->to, false);
	trail_write_json(entry, true, w);
	if (!json_out_close(w) || fputc('\n', writing->to) == EOF)
		return err_fail(e, ERR_IO, "the trail cannot be written: %s", strerror(errno));
	writing->count++;
	return true;
}

bool trail_file_write(struct db *db, int64_t from, FILE *to, int64_t *count, struct err *e)
{
	struct writing writing = { .to = to, .from = from };
	bool done;

	if (!db_read_begin(db, e))
		return false;
	done = trail_read(db, STR_NONE, (struct trail_sink){ &writing, write_entry }, e);
	db_read_end(db);
	*count = writing.count;
	return done;
}

bool trail_file_read(struct input *in, struct trail_file_sink out, struct err *e)
{
	SCOPED_LINES *lines = lines_open(in, LIMIT_TRAIL_LINE_BYTES);
	SCOPED_ARENA arena = { 0 };
	struct str text;

	while (lines_next_whole(lines, &text)) {
		struct trail_line line;
		struct str place;

		arena_reset(&arena);
		place = arena_printf(
		    &arena, STR_FMT ":%lld", STR_ARG(input_name(in)), (long long)lines_number(lines));
		if (!trail_read_line(place, text, &arena, &line, e) || !out.line(out.ctx, &line, e))
			return false;
	}
	return lines_finish(lines, e);
}
