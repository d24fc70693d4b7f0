#include "reports/scan_held.h"

#include "base/number.h"

#define LINE_BYTES_MOST (16 * 1024)

void scan_held_add(struct scan_held *h, const struct vex_opinion *deciding)
{
	size_t i = 0;

	h->findings++;
	while (i < h->count && h->by[i].record->id != deciding->record->id)
		i++;
	if (i == SCAN_HOLDERS_MOST)
		return;
	if (i == h->count)
		h->by[h->count++] = (struct scan_holder){ deciding->record, deciding->scope, 0 };
	h->by[i].findings++;
}

struct str scan_held_line(const struct scan_held *h, struct arena *arena)
{
	SCOPED_BUF out = buf_new(LINE_BYTES_MOST);
	size_t others = h->findings;

	if (h->findings == 0)
		return STR("");
	buf_printf(&out, "statements hold back %zu finding%s:", h->findings, PLURAL(h->findings));
	for (size_t i = 0; i < h->count; i++) {
		const struct vex_record *r = h->by[i].record;

		buf_printf(&out, "%s %s %lld (%s, " STR_FMT ", by " STR_FMT ") %zu", i ? "," : "",
		    r->origin == VEX_OWN ? "own decision" : "supplier's statement", (long long)r->id,
		    vex_scope_name(h->by[i].scope), STR_ARG(statement_status_word(r->said.status)),
		    STR_ARG(r->who), h->by[i].findings);
		others -= h->by[i].findings;
	}
	if (others)
		buf_printf(&out, ", others %zu", others);
	return arena_copy(arena, buf_str(&out));
}

void scan_held_write(const struct scan_held *h, struct json_out *w)
{
	json_key(w, "held_back");
	json_open_array(w);
	for (size_t i = 0; i < h->count; i++) {
		const struct vex_record *r = h->by[i].record;

		json_open_object(w);
		json_field_int(w, "statement", r->id);
		json_field_text(w, "origin", str_of(vex_origin_name(r->origin)));
		json_field_text(w, "scope", str_of(vex_scope_name(h->by[i].scope)));
		json_field_text(w, "status", statement_status_word(r->said.status));
		json_field_text(w, "by", r->who);
		json_field_int(w, "findings", (int64_t)h->by[i].findings);
		json_close_object(w);
	}
	json_close_array(w);
}
