#include "reports/scan_json.h"

static bool next_counted(void *ctx, const struct scan_row **row, struct err *e)
{
	struct scan_counting *c = ctx;

	if (!c->from.next(c->from.ctx, row, e))
		return false;
	if (*row)
		scan_count_row(c->counts, *row);
	return true;
}

struct scan_rows scan_counting_rows(struct scan_counting *c)
{
	return (struct scan_rows){ c, next_counted };
}

static bool write_rows(const struct scan *s, struct scan_rows rows, struct json_out *w, struct err *e)
{
	const struct scan_row *row;

	for (;;) {
		if (!rows.next(rows.ctx, &row, e))
			return false;
		if (!row)
			return true;
		scan_write_row(s->components, row, w);
	}
}

static bool write_hints(const struct scan *s, struct scan_rows hints, struct json_out *w, struct err *e)
{
	if (!hints.next)
		return true;
	scan_write_hints(w);
	return write_rows(s, hints, w, e);
}

bool scan_write_json(const struct scan *s, struct scan_rows rows, struct scan_rows hints,
    const struct scan_counts *counts, FILE *to, struct err *e)
{
	struct json_out *w = json_out_file(to, true);

	scan_write_begin(s, w);
	if (!write_rows(s, rows, w, e) || !write_hints(s, hints, w, e)) {
		json_out_drop(w);
		return false;
	}
	scan_write_end(s, counts, w);
	return json_out_close(w) || err_fail(e, ERR_IO, "the output could not be written");
}
