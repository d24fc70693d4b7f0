#include "reports/document/document_html.h"

#include "reports/document/html_parts.h"

/* In the foot of printed pages; within a style sheet nothing can be escaped, so words only. */
static void put_foot_rule(struct html *h, struct str kicker)
{
	for (size_t i = 0; i < kicker.len; i++)
		if (!char_is_alnum(kicker.ptr[i]) && kicker.ptr[i] != ' ')
			return;
	html_raw(h, "@page { @bottom-left { content: \"");
	html_text(h, kicker);
	html_raw(h, "\"; } }\n");
}

/* The policy forbids what the page does not have: scripts, and anything from outside. */
static void put_head(struct html *h, const struct document *d)
{
	html_raw(h, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
		    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
		    "'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
		    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		    "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
	html_text(h, d->meta.kicker);
	html_raw(h, ": ");
	html_text(h, d->meta.title);
	html_raw(h, "</title>\n<style>\n");
	for (size_t i = 0; document_style[i]; i++)
		html_raw_str(h, str_of(document_style[i]));
	html_look_rules(h);
	put_foot_rule(h, d->meta.kicker);
	html_raw(h, "</style>\n</head>\n");
}

static void put_masthead(struct html *h, const struct document *d)
{
	char date[DATE_TEXT_SIZE];

	html_raw(h, "<p class=\"kicker\">");
	html_text(h, d->meta.kicker);
	if (date_is_known(d->meta.as_of)) {
		html_raw(h, " <span class=\"asof\">as of <time>");
		html_text(h, str_of(date_write(d->meta.as_of, date)));
		html_raw(h, "</time></span>");
	}
	html_raw(h, "</p>\n<h1>");
	html_text(h, d->meta.title);
	html_raw(h, "</h1>\n");
}

static void put_contents(struct html *h, const struct document *d)
{
	if (!d->meta.contents)
		return;
	html_raw(h, "<nav aria-label=\"Contents\">");
	for (size_t i = 0; i < d->block_count; i++) {
		const struct block *b = &d->blocks[i];

		if (b->kind != BLOCK_SECTION)
			continue;
		html_raw(h, "<a href=\"#");
		html_text(h, str_of(b->id));
		html_raw(h, "\">");
		html_text(h, str_of(b->brief));
		html_raw(h, "</a> ");
	}
	html_raw(h, "</nav>\n");
}

static void put_list(struct html *h, const struct block *b)
{
	static const char *const classes[] = { "plain", "plain", "keys" };

	if (b->list == LIST_ALERT)
		html_raw(h, "<div class=\"alert\">\n");
	if (b->title.len) {
		html_raw(h, "<h3>");
		html_text(h, b->title);
		html_raw(h, "</h3>\n");
	}
	html_raw(h, "<ul");
	html_attribute(h, "class", str_of(classes[b->list]));
	html_raw(h, ">\n");
	for (size_t i = 0; i < b->item_count; i++) {
		html_raw(h, "<li>");
		html_prose(h, &b->items[i]);
		html_raw(h, "</li>\n");
	}
	html_raw(h, "</ul>\n");
	if (b->list == LIST_ALERT)
		html_raw(h, "</div>\n");
}

static void put_columns(struct html *h, const struct table *t)
{
	html_raw(h, "<table>\n<caption>");
	html_text(h, t->caption);
	html_raw(h, "</caption>\n<colgroup>");
	for (size_t i = 0; i < t->column_count; i++) {
		html_raw(h, "<col");
		if (t->columns[i].percent) {
			html_raw(h, " style=\"width: ");
			html_printf(h, "%d%%", t->columns[i].percent);
			html_raw(h, "\"");
		}
		html_raw(h, ">");
	}
	html_raw(h, "</colgroup>\n<thead><tr>");
	for (size_t i = 0; i < t->column_count; i++) {
		html_raw_str(h, t->columns[i].align == ALIGN_END ? STR("<th scope=\"col\" class=\"number\">")
								 : STR("<th scope=\"col\">"));
		html_text(h, str_of(t->columns[i].title));
		if (t->columns[i].personal)
			html_raw(h, " <span class=\"personal\">personal data</span>");
		html_raw(h, "</th>");
	}
	html_raw(h, "</tr></thead>\n<tbody>\n");
}

static void put_cell(struct html *h, const struct table_cell *c)
{
	html_prose(h, &c->text);
	if (c->fields.count) {
		html_raw(h, "<dl class=\"prose\">");
		html_fields(h, &c->fields);
		html_raw(h, "</dl>");
	}
}

static void put_under(struct html *h, const struct table *t, const struct table_row *row)
{
	html_raw(h, "<tr class=\"under\"><td></td><td colspan=\"");
	html_printf(h, "%zu", t->column_count - 1);
	html_raw(h, "\">");
	put_cell(h, &row->cells[0]);
	html_raw(h, "</td></tr>\n");
}

static void put_row(struct html *h, const struct table *t, const struct table_row *row)
{
	if (row->kind == ROW_UNDER) {
		put_under(h, t, row);
		return;
	}
	html_raw_str(h, row->kind == ROW_REPLACED ? STR("<tr class=\"replaced\">") : STR("<tr>"));
	for (size_t i = 0; i < row->cell_count; i++) {
		html_raw_str(h, i == 0				   ? STR("<th scope=\"row\">")
				: t->columns[i].align == ALIGN_END ? STR("<td class=\"number\">")
								   : STR("<td>"));
		put_cell(h, &row->cells[i]);
		html_raw_str(h, i == 0 ? STR("</th>") : STR("</td>"));
	}
	html_raw(h, "</tr>\n");
}

static void put_table(struct html *h, const struct table *t)
{
	put_columns(h, t);
	for (size_t i = 0; i < t->row_count; i++)
		put_row(h, t, &t->rows[i]);
	html_raw(h, "</tbody>\n</table>\n");
}

static void put_fields(struct html *h, const struct block *b)
{
	static const char *const classes[] = { "facts wide", "facts", "cards" };

	html_raw(h, "<dl");
	html_attribute(h, "class", str_of(classes[b->layout]));
	html_raw(h, ">\n");
	html_fields(h, &b->fields);
	html_raw(h, "</dl>\n");
}

static void put_signature(struct html *h, const struct document_signature *s)
{
	char at[INSTANT_TEXT_SIZE];

	html_raw(h, "<div class=\"signature\"><p><strong>");
	html_text(h, s->name);
	html_raw(h, "</strong><br><time>");
	html_text(h, str_of(instant_write(s->at, at)));
	html_raw(h, "</time><br>");
	html_text(h, s->meaning);
	html_raw(h, " of ");
	html_text(h, s->record);
	if (!s->covers)
		html_raw(h, "<br><strong>It no longer covers what stands there now.</strong>");
	html_raw(h, "</p></div>\n");
}

static void put_block(struct html *h, const struct block *b)
{
	switch (b->kind) {
	case BLOCK_SECTION:
		html_raw(h, "<h2");
		html_attribute(h, "id", str_of(b->id));
		html_raw(h, ">");
		html_prose(h, &b->text);
		html_raw(h, "</h2>\n");
		return;
	case BLOCK_PART:
	case BLOCK_ARTICLE:
		html_raw(h, "<h3>");
		html_prose(h, &b->text);
		html_raw(h, "</h3>\n");
		return;
	case BLOCK_PARAGRAPH:
		html_raw_str(h, b->tone == TONE_ALERT ? STR("<p class=\"alert\">") : STR("<p>"));
		html_prose(h, &b->text);
		html_raw(h, "</p>\n");
		return;
	case BLOCK_LIST:
		put_list(h, b);
		return;
	case BLOCK_FIELDS:
		put_fields(h, b);
		return;
	case BLOCK_TABLE:
		put_table(h, &b->table);
		return;
	case BLOCK_FIGURE:
		html_drawing(h, b->figure);
		return;
	case BLOCK_SIGNATURES:
		for (size_t i = 0; i < b->signature_count; i++)
			put_signature(h, &b->signatures[i]);
		return;
	}
}

struct page {
	struct html *h;
	bool in_main, in_article;
};

/* Ends what a heading of this kind ends, and opens what it begins. */
static void put_bounds(struct page *p, const struct document *d, const struct block *b)
{
	bool heading = b->kind == BLOCK_SECTION || b->kind == BLOCK_PART || b->kind == BLOCK_ARTICLE;

	if (heading && p->in_article) {
		html_raw(p->h, "</article>\n");
		p->in_article = false;
	}
	if (b->kind == BLOCK_ARTICLE) {
		html_raw(p->h, "<article>\n");
		p->in_article = true;
	}
	if (b->kind != BLOCK_SECTION)
		return;
	if (p->in_main) {
		html_raw(p->h, "</section>\n");
	} else {
		html_raw(p->h, "</header>\n");
		put_contents(p->h, d);
		html_raw(p->h, "<main>\n");
	}
	p->in_main = true;
	html_raw(p->h, "<section");
	html_attribute(p->h, "aria-labelledby", str_of(b->id));
	html_raw(p->h, ">\n");
}

void document_write_html(const struct document *d, struct html *h)
{
	struct page p = { .h = h };

	put_head(h, d);
	html_raw(h, "<body>\n");
	html_symbols(h);
	html_raw(h, "<header>\n");
	put_masthead(h, d);
	for (size_t i = 0; i < d->block_count; i++) {
		put_bounds(&p, d, &d->blocks[i]);
		put_block(h, &d->blocks[i]);
	}
	if (p.in_article)
		html_raw(h, "</article>\n");
	html_raw_str(h, p.in_main ? STR("</section>\n</main>\n") : STR("</header>\n"));
	html_raw(h, "</body>\n</html>\n");
}
