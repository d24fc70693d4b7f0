#include "reports/life_report.h"

#include "base/buf.h"

#define WORDS_BYTES_MOST 1024

bool life_is_over(const struct life_said *l, struct date today)
{
	return date_is_known(l->end_of_life) ? l->end_of_life.days <= today.days : l->has_ended;
}

static void add_ends(const struct life_said *l, struct date today, struct buf *out)
{
	char day[DATE_TEXT_SIZE];

	if (life_is_over(l, today) && date_is_known(l->end_of_life))
		buf_printf(out, " is at the end of its life since %s", date_write(l->end_of_life, day));
	else if (life_is_over(l, today))
		buf_printf(out, " is at the end of its life");
	else if (date_is_known(l->end_of_life))
		buf_printf(out, " lives until %s", date_write(l->end_of_life, day));
	else
		buf_printf(out, " is alive, with no end stated");
	if (date_is_known(l->end_of_support) && !life_is_over(l, today))
		buf_printf(out, ", actively supported until %s", date_write(l->end_of_support, day));
	if (date_is_known(l->end_of_extended))
		buf_printf(out, ", with extended support until %s", date_write(l->end_of_extended, day));
}

struct str life_words(
    const struct life_said *l, const struct component *c, struct date today, struct arena *arena)
{
	SCOPED_BUF text = buf_new(WORDS_BYTES_MOST);
	char day[DATE_TEXT_SIZE];

	buf_printf(&text, STR_FMT " " STR_FMT, STR_ARG(l->product), STR_ARG(l->cycle));
	add_ends(l, today, &text);
	buf_printf(&text, ", according to " STR_FMT, STR_ARG(l->source));
	if (date_is_known(c->end_of_support))
		buf_printf(
		    &text, "; the SBOM states an end of support on %s", date_write(c->end_of_support, day));
	else if (c->support.len)
		buf_printf(&text, "; the SBOM states \"" STR_FMT "\"", STR_ARG(c->support));
	return arena_copy(arena, buf_str(&text));
}

void life_write_json(const struct life_said *lives, size_t count, struct date today, struct json_out *w)
{
	if (count == 0)
		return;
	json_key(w, "lifecycle");
	json_open_array(w);
	for (size_t i = 0; i < count; i++) {
		json_open_object(w);
		json_field_text(w, "product", lives[i].product);
		json_field_text(w, "cycle", lives[i].cycle);
		json_field_bool(w, "distribution", lives[i].of_distribution);
		json_field_bool(w, "ended", life_is_over(&lives[i], today));
		json_field_date(w, "end_of_support", lives[i].end_of_support);
		json_field_date(w, "end_of_life", lives[i].end_of_life);
		json_field_date(w, "end_of_extended_support", lives[i].end_of_extended);
		json_field_text(w, "source", lives[i].source);
		json_close_object(w);
	}
	json_close_array(w);
}

void life_write_ended(const struct life_of *of, size_t count, struct date today, struct json_out *w)
{
	json_key(w, "end_of_life");
	json_open_array(w);
	for (size_t i = 0; i < count; i++) {
		json_open_object(w);
		json_field_text(w, "name", of[i].component.name);
		json_field_text_or_null(
		    w, "version", of[i].component.version.len ? of[i].component.version : STR_NONE);
		life_write_json(of[i].lives, of[i].count, today, w);
		json_close_object(w);
	}
	json_close_array(w);
}
