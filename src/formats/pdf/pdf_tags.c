#include "formats/pdf/pdf_tags.h"

#include <assert.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/vec.h"
#include "formats/pdf/pdf_syntax.h"
#include "limits.h"

#define DEPTH_MOST 16 /* of open elements; documents have 5 */

static const struct {
	const char *name;
	const char *scope; /* of the head of a table: what it is the head of (14.8.5.7) */
} roles[] = {
	[PDF_NO_ROLE] = { "NonStruct", NULL },
	[PDF_DOCUMENT] = { "Document", NULL },
	[PDF_SECT] = { "Sect", NULL },
	[PDF_DIV] = { "Div", NULL },
	[PDF_P] = { "P", NULL },
	[PDF_H1] = { "H1", NULL },
	[PDF_H2] = { "H2", NULL },
	[PDF_H3] = { "H3", NULL },
	[PDF_LIST] = { "L", NULL },
	[PDF_ITEM] = { "LI", NULL },
	[PDF_LABEL] = { "Lbl", NULL },
	[PDF_BODY] = { "LBody", NULL },
	[PDF_TABLE] = { "Table", NULL },
	[PDF_CAPTION] = { "Caption", NULL },
	[PDF_ROW] = { "TR", NULL },
	[PDF_COLUMN_HEAD] = { "TH", "Column" },
	[PDF_ROW_HEAD] = { "TH", "Row" },
	[PDF_CELL] = { "TD", NULL },
	[PDF_FIGURE] = { "Figure", NULL },
};
_Static_assert(COUNT(roles) == PDF_ROLE_COUNT, "a name for every role");

/* An element within, or a piece of text on a page. */
struct kid {
	int element; /* its number; 0: a piece */
	int page, piece;
};

struct element {
	enum pdf_role role;
	int number;
	struct kid *kids;
	size_t count, room;
	struct buf alt;
};

struct pdf_tags {
	struct pdf_file *file;
	int root;
	struct element open[DEPTH_MOST]; /* the kids of an element are used again by the next at its depth */
	size_t depth;
	int page;
	int *pieces; /* of this page: the element of each */
	size_t piece_count, piece_room;
	int *pages; /* which element each piece belongs to, page by page: numbers of arrays */
	size_t page_count, page_room;
	int top;			/* the element that has no other around it */
	int attributes[PDF_ROLE_COUNT]; /* of roles that have some; 0: not written yet */
	struct buf text;
};

struct pdf_tags *pdf_tags_new(struct pdf_file *file)
{
	struct pdf_tags *t = memory_alloc(1, sizeof(*t));

	t->file = file;
	t->root = pdf_file_number(file);
	t->text = buf_new(LIMIT_PDF_BYTES);
	for (size_t i = 0; i < DEPTH_MOST; i++)
		t->open[i].alt = buf_new(LIMIT_PDF_BYTES);
	return t;
}

void pdf_tags_free(struct pdf_tags *t)
{
	if (!t)
		return;
	for (size_t i = 0; i < DEPTH_MOST; i++) {
		free(t->open[i].kids);
		buf_free(&t->open[i].alt);
	}
	free(t->pieces);
	free(t->pages);
	buf_free(&t->text);
	free(t);
}

static void add_kid(struct element *e, struct kid kid)
{
	e->kids = vec_room(e->kids, &e->room, e->count + 1, sizeof(*e->kids));
	e->kids[e->count++] = kid;
}

void pdf_tags_open(struct pdf_tags *t, enum pdf_role role, struct str alt)
{
	struct element *e = &t->open[t->depth];

	assert(t->depth < DEPTH_MOST);
	e->role = role;
	e->number = pdf_file_number(t->file);
	e->count = 0;
	buf_clear(&e->alt);
	buf_add(&e->alt, alt);
	if (t->depth)
		add_kid(&t->open[t->depth - 1], (struct kid){ .element = e->number });
	else
		t->top = e->number;
	t->depth++;
}

enum pdf_role pdf_tags_role(const struct pdf_tags *t)
{
	return t->depth ? t->open[t->depth - 1].role : PDF_NO_ROLE;
}

/* The attributes of a role, the same for all elements that have it. */
static int attributes_of(struct pdf_tags *t, enum pdf_role role)
{
	SCOPED_BUF text = buf_new(LIMIT_RECORD_BYTES);

	if (!t->attributes[role] && roles[role].scope) {
		t->attributes[role] = pdf_file_number(t->file);
		buf_printf(&text, "<</O/Table/Scope/%s>>", roles[role].scope);
		pdf_file_put(t->file, t->attributes[role], buf_str(&text));
	}
	return t->attributes[role];
}

/* Pieces on the page that the element names are told by their number alone. */
static void put_kid(struct pdf_tags *t, const struct kid *kid, int page)
{
	if (kid->element) {
		pdf_put_reference(&t->text, kid->element);
	} else if (kid->page == page) {
		pdf_put_int(&t->text, kid->piece);
	} else {
		pdf_say(&t->text, "<</Type/MCR/Pg ");
		pdf_put_reference(&t->text, kid->page);
		pdf_say(&t->text, "/MCID ");
		pdf_put_int(&t->text, kid->piece);
		pdf_say(&t->text, ">>");
	}
}

static void put_kids(struct pdf_tags *t, const struct element *e, int page)
{
	pdf_say(&t->text, e->count == 1 ? "/K " : "/K[");
	for (size_t i = 0; i < e->count; i++) {
		if (i)
			buf_byte(&t->text, ' ');
		put_kid(t, &e->kids[i], page);
	}
	if (e->count != 1)
		buf_byte(&t->text, ']');
}

static int page_of(const struct element *e)
{
	for (size_t i = 0; i < e->count; i++)
		if (!e->kids[i].element)
			return e->kids[i].page;
	return 0;
}

void pdf_tags_close(struct pdf_tags *t, enum pdf_role role)
{
	struct element *e = &t->open[t->depth - 1];
	int attributes = attributes_of(t, role), page = page_of(e);

	assert(t->depth > 0 && e->role == role);
	t->depth--;
	buf_clear(&t->text);
	pdf_say(&t->text, "<</S/");
	pdf_say(&t->text, roles[role].name);
	pdf_say(&t->text, "/P ");
	pdf_put_reference(&t->text, t->depth ? t->open[t->depth - 1].number : t->root);
	if (page) {
		pdf_say(&t->text, "/Pg ");
		pdf_put_reference(&t->text, page);
	}
	if (attributes) {
		pdf_say(&t->text, "/A ");
		pdf_put_reference(&t->text, attributes);
	}
	if (e->alt.len) {
		pdf_say(&t->text, "/Alt");
		pdf_put_text(&t->text, buf_str(&e->alt));
	}
	if (e->count)
		put_kids(t, e, page);
	pdf_say(&t->text, ">>");
	pdf_file_put(t->file, e->number, buf_str(&t->text));
}

void pdf_tags_begin_page(struct pdf_tags *t, int page)
{
	t->page = page;
	t->piece_count = 0;
}

void pdf_tags_mark(struct pdf_tags *t, struct buf *content)
{
	struct element *e;

	if (!t->depth) {
		pdf_say(content, "/Artifact BMC\n");
		return;
	}
	e = &t->open[t->depth - 1];
	buf_byte(content, '/');
	pdf_say(content, roles[e->role].name);
	pdf_say(content, "<</MCID ");
	pdf_put_int(content, (int64_t)t->piece_count);
	pdf_say(content, ">>BDC\n");
	add_kid(e, (struct kid){ 0, t->page, (int)t->piece_count });
	t->pieces = vec_room(t->pieces, &t->piece_room, t->piece_count + 1, sizeof(*t->pieces));
	t->pieces[t->piece_count++] = e->number;
}

void pdf_tags_end_page(struct pdf_tags *t)
{
	int number = pdf_file_number(t->file);

	buf_clear(&t->text);
	buf_byte(&t->text, '[');
	for (size_t i = 0; i < t->piece_count; i++) {
		if (i)
			buf_byte(&t->text, ' ');
		pdf_put_reference(&t->text, t->pieces[i]);
	}
	buf_byte(&t->text, ']');
	pdf_file_put(t->file, number, buf_str(&t->text));
	t->pages = vec_room(t->pages, &t->page_room, t->page_count + 1, sizeof(*t->pages));
	t->pages[t->page_count++] = number;
}

int pdf_tags_end(struct pdf_tags *t)
{
	assert(t->depth == 0);
	buf_clear(&t->text);
	pdf_say(&t->text, "<</Type/StructTreeRoot");
	if (t->top) {
		pdf_say(&t->text, "/K ");
		pdf_put_reference(&t->text, t->top);
	}
	pdf_say(&t->text, "/ParentTreeNextKey ");
	pdf_put_int(&t->text, (int64_t)t->page_count);
	pdf_say(&t->text, "/ParentTree<</Nums[");
	for (size_t i = 0; i < t->page_count; i++) {
		pdf_put_int(&t->text, (int64_t)i);
		buf_byte(&t->text, ' ');
		pdf_put_reference(&t->text, t->pages[i]);
		buf_byte(&t->text, ' ');
	}
	pdf_say(&t->text, "]>>>>");
	pdf_file_put(t->file, t->root, buf_str(&t->text));
	return t->root;
}
