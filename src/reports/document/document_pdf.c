#include "reports/document/document_pdf.h"

#include "reports/document/pdf_parts.h"

#define BULLET_WIDTH 10.0
#define HEADING_ROOM 64.0 /* a heading is not left alone at the foot of a page */

static const struct pdf_look text_look = { SIZE_TEXT, INK, false, false, false };
static const struct pdf_look kicker_look = { SIZE_TEXT, ACCENT, true, false, false };
static const struct pdf_look as_of_look = { SIZE_TEXT, SOFT, false, false, false };
static const struct pdf_look title_look = { 18, INK, true, false, false };
static const struct pdf_look section_look = { 12.5, INK, true, false, false };
static const struct pdf_look part_look = { 10, INK, true, false, false };
static const struct pdf_ink accent_ink = { PDF_NO_COLOUR, ACCENT, 2.2, 0, 0 };
static const struct pdf_ink alert_ink = { PDF_NO_COLOUR, INK, 2, 0, 0 };

static void place_text(
    struct pages *p, enum pdf_role tag, struct str text, const struct pdf_look *look, double after)
{
	struct band *b = band_new(p, PDF_NO_ROLE);

	band_text(p, band_cell(p, b, tag), text, look, (struct piece){ .width = pages_width(p) });
	b->after = after;
	pages_place(p, b);
}

static void put_masthead(struct pages *p)
{
	const struct document_meta *meta = &p->document->meta;
	struct pdf_point ends[2] = { { p->left, p->y }, { p->right, p->y } };
	struct band *b = band_new(p, PDF_NO_ROLE);
	char date[DATE_TEXT_SIZE];

	pdf_path(p->pdf, &accent_ink, ends, 2);
	p->y += 9;
	band_text(p, band_cell(p, b, PDF_P), meta->kicker, &kicker_look,
	    (struct piece){ .width = pages_width(p) / 2 });
	if (date_is_known(meta->as_of))
		band_text(p, band_cell(p, b, PDF_P),
		    arena_printf(p->open, "as of %s", date_write(meta->as_of, date)), &as_of_look,
		    (struct piece){
			.x = pages_width(p) / 2, .width = pages_width(p) / 2, .align = ALIGN_END });
	b->after = 4;
	pages_place(p, b);
	pdf_outline(p->pdf, 0, meta->title, p->y);
	place_text(p, PDF_H1, meta->title, &title_look, 10);
}

static struct str plain(struct pages *p, const struct prose *prose)
{
	SCOPED_BUF text = buf_new(1 << 16);

	document_plain(prose, &text);
	return arena_copy(p->open, buf_str(&text));
}

static void put_heading(struct pages *p, const struct block *b, int *section)
{
	bool first = b->kind == BLOCK_SECTION;
	struct band *band = band_new(p, PDF_NO_ROLE);
	int entry;

	pages_need(p, HEADING_ROOM);
	p->y += first ? 16 : 8;
	entry = pdf_outline(p->pdf, first ? 0 : *section, plain(p, &b->text), p->y);
	if (first)
		*section = entry;
	band_prose(p, band_cell(p, band, first ? PDF_H2 : PDF_H3), &b->text,
	    first ? &section_look : &part_look, (struct piece){ .width = pages_width(p) });
	band->after = first ? 7 : 4;
	pages_place(p, band);
}

/* A bar on the left of what has been put since from, on this page. */
static void put_bar(struct pages *p, int page, double from)
{
	struct pdf_point ends[2] = { { p->left + 1, page == pdf_page(p->pdf) ? from : p->top },
		{ p->left + 1, p->y - 3 } };

	pdf_path(p->pdf, &alert_ink, ends, 2);
}

static void put_paragraph(struct pages *p, const struct block *b)
{
	struct band *band = band_new(p, PDF_NO_ROLE);
	double inset = b->tone == TONE_ALERT ? BULLET_WIDTH : 0, from;
	int page;

	band_prose(p, band_cell(p, band, PDF_P), &b->text, &text_look,
	    (struct piece){ .x = inset, .width = pages_width(p) - inset });
	band->before = 4;
	band->after = 6;
	if (band_height(band) < p->bottom - p->top)
		pages_need(p, band_height(band) + band->before);
	page = pdf_page(p->pdf);
	from = p->y + band->before;
	pages_place(p, band);
	if (b->tone == TONE_ALERT)
		put_bar(p, page, from);
}

static void put_list(struct pages *p, const struct block *b)
{
	double inset = b->list == LIST_ALERT ? BULLET_WIDTH : 0, from;
	int page;

	pages_need(p, HEADING_ROOM);
	p->y += 8;
	page = pdf_page(p->pdf);
	from = p->y;
	if (b->title.len) {
		struct band *title = band_new(p, PDF_NO_ROLE);

		band_text(p, band_cell(p, title, PDF_H3), b->title, &part_look,
		    (struct piece){ .x = inset, .width = pages_width(p) - inset });
		title->after = 3;
		pages_place(p, title);
	}
	pdf_tag(p->pdf, PDF_LIST, STR(""));
	for (size_t i = 0; i < b->item_count; i++) {
		struct band *item = band_new(p, PDF_ITEM);
		double x = inset + BULLET_WIDTH;

		band_text(p, band_cell(p, item, PDF_LABEL), STR("\xe2\x80\xa2"), &text_look,
		    (struct piece){ .x = inset, .width = BULLET_WIDTH });
		band_prose(p, band_cell(p, item, PDF_BODY), &b->items[i], &text_look,
		    (struct piece){ .x = x, .width = pages_width(p) - x });
		item->after = 2;
		pages_place(p, item);
	}
	pdf_tag_end(p->pdf, PDF_LIST);
	p->y += 4;
	if (b->list == LIST_ALERT)
		put_bar(p, page, from);
}

static void put_signature(struct pages *p, const struct document_signature *s)
{
	struct band *b = band_new(p, PDF_SECT);
	struct band_cell *c = band_cell(p, b, PDF_DIV);
	struct piece at = { .width = pages_width(p) };
	char when[INSTANT_TEXT_SIZE];

	at.y += band_text(p, c, s->name, &part_look, at);
	at.y += band_text(p, c, arena_copy(p->open, str_of(instant_write(s->at, when))), &text_look, at);
	at.y += band_text(p, c,
	    arena_printf(p->open, "%.*s of %.*s", STR_WHOLE(s->meaning), STR_WHOLE(s->record)), &text_look,
	    at);
	if (!s->covers)
		band_text(p, c, STR("It no longer covers what stands there now."), &part_look, at);
	b->before = 14;
	b->after = 4;
	pages_place(p, b);
}

static void put_block(struct pages *p, const struct block *b, int *section)
{
	switch (b->kind) {
	case BLOCK_SECTION:
	case BLOCK_PART:
	case BLOCK_ARTICLE:
		put_heading(p, b, section);
		return;
	case BLOCK_PARAGRAPH:
		put_paragraph(p, b);
		return;
	case BLOCK_LIST:
		put_list(p, b);
		return;
	case BLOCK_FIELDS:
		if (b->layout == FIELDS_CARDS)
			pdf_put_cards(p, &b->fields);
		else
			pdf_put_fields(p, &b->fields);
		return;
	case BLOCK_TABLE:
		pdf_put_table(p, &b->table);
		return;
	case BLOCK_FIGURE:
		pdf_put_drawing(p, b->figure);
		return;
	case BLOCK_SIGNATURES:
		for (size_t i = 0; i < b->signature_count; i++)
			put_signature(p, &b->signatures[i]);
		return;
	}
}

bool document_write_pdf(const struct document *d, enum pdf_paper paper, FILE *to, struct err *e)
{
	const struct pdf_meta meta = { d->meta.title, d->meta.author, d->meta.kicker, d->meta.program,
		d->meta.at, paper };
	struct pages p;
	struct pdf *pdf;
	int section = 0;

	if (!pdf_open(to, &meta, &pdf, e))
		return false;
	pages_begin(&p, pdf, d);
	pdf_tag(pdf, PDF_DOCUMENT, STR(""));
	put_masthead(&p);
	for (size_t i = 0; i < d->block_count; i++) {
		put_block(&p, &d->blocks[i], &section);
		arena_reset(&p.arena);
	}
	pdf_tag_end(pdf, PDF_DOCUMENT);
	pages_end(&p);
	return pdf_close(pdf, e);
}
