#include "reports/casefile_html_parts.h"

void parts_symbols(struct html *h)
{
	html_raw(h,
	    "<svg class=\"symbols\" width=\"0\" height=\"0\" aria-hidden=\"true\">"
	    "<symbol id=\"s0\" viewBox=\"0 0 12 12\"><circle cx=\"6\" cy=\"6\" r=\"5\"/></symbol>"
	    "<symbol id=\"s1\" viewBox=\"0 0 12 12\"><circle cx=\"6\" cy=\"6\" r=\"4.2\" fill=\"none\" "
	    "stroke=\"currentColor\" stroke-width=\"1.6\"/></symbol>"
	    "<symbol id=\"s2\" viewBox=\"0 0 12 12\"><path d=\"M6 .5 11.8 11H.2Z\"/></symbol>"
	    "<symbol id=\"s3\" viewBox=\"0 0 12 12\"><path d=\"M6 2 10.6 10.2H1.4Z\" fill=\"none\" "
	    "stroke=\"currentColor\" stroke-width=\"1.6\"/></symbol></svg>\n");
}

void parts_state(struct html *h, enum part_shape shape, const char *word)
{
	_Static_assert(SHAPE_COUNT == 4, "a symbol for every shape");
	html_raw(
	    h, "<span class=\"state\"><svg width=\"11\" height=\"11\" aria-hidden=\"true\"><use href=\"#s");
	html_printf(h, "%d", (int)shape);
	html_raw(h, "\"/></svg>");
	parts_text(h, word);
	html_raw(h, "</span>");
}

void parts_section(struct html *h, const char *id, const char *title)
{
	html_raw(h, "<section");
	html_attribute(h, "aria-labelledby", str_of(id));
	html_raw(h, ">\n<h2");
	html_attribute(h, "id", str_of(id));
	html_raw(h, ">");
	parts_text(h, title);
	html_raw(h, "</h2>\n");
}

void parts_section_end(struct html *h)
{
	html_raw(h, "</section>\n");
}

void parts_table(struct html *h, const char *caption, const char *const *columns, size_t count)
{
	html_raw(h, "<table>\n<caption>");
	parts_text(h, caption);
	html_raw(h, "</caption>\n<thead><tr>");
	for (size_t i = 0; i < count; i++) {
		html_raw(h, "<th scope=\"col\">");
		parts_text(h, columns[i]);
		html_raw(h, "</th>");
	}
	html_raw(h, "</tr></thead>\n<tbody>\n");
}

void parts_table_end(struct html *h)
{
	html_raw(h, "</tbody>\n</table>\n");
}

void parts_text(struct html *h, const char *text)
{
	html_text(h, str_of(text));
}

void parts_term(struct html *h, const char *term)
{
	html_raw(h, "<div><dt>");
	parts_text(h, term);
	html_raw(h, "</dt><dd>");
}

void parts_term_end(struct html *h)
{
	html_raw(h, "</dd></div>\n");
}

static void dash(struct html *h)
{
	html_raw(h, "<span class=\"none\" role=\"img\" aria-label=\"not set\">\xe2\x80\x93</span>");
}

void parts_text_or_dash(struct html *h, struct str s)
{
	if (s.len)
		html_text(h, s);
	else
		dash(h);
}

void parts_date(struct html *h, struct date d)
{
	char text[DATE_TEXT_SIZE];

	if (!date_is_known(d)) {
		dash(h);
		return;
	}
	html_raw(h, "<time>");
	parts_text(h, date_write(d, text));
	html_raw(h, "</time>");
}

void parts_instant(struct html *h, struct instant t)
{
	char text[INSTANT_TEXT_SIZE];

	instant_write(t, text);
	html_raw(h, "<time");
	html_attribute(h, "datetime", str_of(text));
	html_raw(h, ">");
	html_printf(h, "%.10s %.5s UTC", text, text + 11);
	html_raw(h, "</time>");
}

void parts_cites(struct html *h, const char *cites)
{
	struct str rest = str_of(cites), one;
	bool first = true;

	if (!rest.len)
		return;
	while (str_next(&rest, ';', &one)) {
		html_raw_str(h, first ? STR("<span class=\"cite\">") : STR("; <span class=\"cite\">"));
		html_text(h, str_trim(one));
		html_raw(h, "</span>");
		first = false;
	}
}

void parts_number(struct html *h, const char *name, int n)
{
	char text[16];

	snprintf(text, sizeof(text), "%d", n);
	html_attribute(h, name, str_of(text));
}

void parts_svg_text(struct html *h, const char *class, int x, int y, struct str text)
{
	html_raw(h, "<text");
	html_attribute(h, "class", str_of(class));
	parts_number(h, "x", x);
	parts_number(h, "y", y);
	html_raw(h, ">");
	html_text(h, text);
	html_raw(h, "</text>\n");
}
