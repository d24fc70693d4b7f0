#include "reports/document/html_parts.h"

void html_symbols(struct html *h)
{
	html_raw(h,
	    "<svg class=\"symbols\" width=\"0\" height=\"0\" aria-hidden=\"true\">"
	    "<symbol id=\"s1\" viewBox=\"0 0 12 12\"><circle cx=\"6\" cy=\"6\" r=\"5\"/></symbol>"
	    "<symbol id=\"s2\" viewBox=\"0 0 12 12\"><circle cx=\"6\" cy=\"6\" r=\"4.2\" fill=\"none\" "
	    "stroke=\"currentColor\" stroke-width=\"1.6\"/></symbol>"
	    "<symbol id=\"s3\" viewBox=\"0 0 12 12\"><path d=\"M6 .5 11.8 11H.2Z\"/></symbol>"
	    "<symbol id=\"s4\" viewBox=\"0 0 12 12\"><path d=\"M6 2 10.6 10.2H1.4Z\" fill=\"none\" "
	    "stroke=\"currentColor\" stroke-width=\"1.6\"/></symbol></svg>\n");
}

static void put_within(struct html *h, struct str open, struct str text, struct str close)
{
	html_raw_str(h, open);
	html_text(h, text);
	html_raw_str(h, close);
}

static void put_state(struct html *h, const struct run *run)
{
	_Static_assert(SHAPE_COUNT == 5, "a symbol for every shape");
	html_raw(
	    h, "<span class=\"state\"><svg width=\"11\" height=\"11\" aria-hidden=\"true\"><use href=\"#s");
	html_printf(h, "%d", (int)run->shape);
	html_raw(h, "\"/></svg>");
	put_within(h, STR(""), run->text, STR("</span>"));
}

static void put_time(struct html *h, const struct run *run)
{
	html_raw(h, "<time");
	if (run->exact.len)
		html_attribute(h, "datetime", run->exact);
	put_within(h, STR(">"), run->text, STR("</time>"));
}

static void put_link(struct html *h, const struct run *run)
{
	html_raw(h, "<a href=\"#");
	html_text(h, run->target);
	put_within(h, STR("\">"), run->text, STR("</a>"));
}

static void put_run(struct html *h, const struct run *run)
{
	switch (run->style) {
	case RUN_PLAIN:
		html_text(h, run->text);
		return;
	case RUN_STRONG:
		put_within(h, STR("<strong>"), run->text, STR("</strong>"));
		return;
	case RUN_NOTE:
		put_within(h, STR("<span class=\"note\">"), run->text, STR("</span>"));
		return;
	case RUN_CODE:
		put_within(h, STR("<code>"), run->text, STR("</code>"));
		return;
	case RUN_WHOLE:
		if (run->shape)
			put_state(h, run);
		else
			put_within(h, STR("<span class=\"cite\">"), run->text, STR("</span>"));
		return;
	case RUN_TIME:
		put_time(h, run);
		return;
	case RUN_LINK:
		put_link(h, run);
		return;
	case RUN_NOT_SET:
		put_within(h, STR("<span class=\"none\" role=\"img\" aria-label=\"not set\">"), run->text,
		    STR("</span>"));
		return;
	case RUN_BREAK:
		html_raw(h, "<br>");
		return;
	case RUN_STYLE_COUNT:
		break;
	}
}

void html_prose(struct html *h, const struct prose *prose)
{
	for (size_t i = 0; i < prose->count; i++)
		put_run(h, &prose->runs[i]);
}

static void put_marks(struct html *h, const struct document_field *f)
{
	if (f->mark == FIELD_MISSING)
		put_state(h, &(struct run){ .shape = SHAPE_LATE, .text = STR("missing") });
	if (f->mark == FIELD_DEFERRED)
		put_state(h, &(struct run){ .shape = SHAPE_OPEN, .text = STR("submitted later") });
	if (f->mark == FIELD_EXPLAINED)
		put_state(h, &(struct run){ .shape = SHAPE_OPEN, .text = STR("not known") });
	if (f->mark != FIELD_GIVEN && f->value.count)
		html_raw(h, "<br>");
}

void html_fields(struct html *h, const struct document_fields *fields)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct document_field *f = &fields->items[i];

		html_raw(h, "<div><dt>");
		html_text(h, f->label);
		html_raw(h, "</dt><dd>");
		put_marks(h, f);
		html_prose(h, &f->value);
		if (f->personal)
			html_raw(h, " <span class=\"personal\">personal data</span>");
		html_raw(h, "</dd>");
		if (f->note.count) {
			html_raw(h, "<dd class=\"note\">");
			html_prose(h, &f->note);
			html_raw(h, "</dd>");
		}
		html_raw(h, "</div>\n");
	}
}
