#include "formats/pdf/pdf_outline.h"

#include <assert.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/memory.h"
#include "base/vec.h"
#include "formats/pdf/pdf_syntax.h"
#include "limits.h"

/* Entries are named by their place in the list; 0 is the root. */
struct entry {
	struct str title;
	int page;
	double y;
	size_t under, first, last, next, previous, count;
	int number;
};

struct pdf_outline {
	struct entry *entries;
	size_t count, room;
	struct arena arena;
};

struct pdf_outline *pdf_outline_new(void)
{
	struct pdf_outline *o = memory_alloc(1, sizeof(*o));

	o->entries = vec_room(o->entries, &o->room, 1, sizeof(*o->entries));
	o->entries[o->count++] = (struct entry){ 0 };
	return o;
}

void pdf_outline_free(struct pdf_outline *o)
{
	if (!o)
		return;
	free(o->entries);
	arena_free(&o->arena);
	free(o);
}

int pdf_outline_add(struct pdf_outline *o, int under, struct str title, int page, double y)
{
	size_t at = o->count;
	struct entry *parent;

	assert(under >= 0 && (size_t)under < at);
	o->entries = vec_room(o->entries, &o->room, at + 1, sizeof(*o->entries));
	o->count++;
	parent = &o->entries[under];
	o->entries[at] = (struct entry){ .title = arena_copy(&o->arena, title),
		.page = page,
		.y = y,
		.under = (size_t)under,
		.previous = parent->last };
	if (parent->last)
		o->entries[parent->last].next = at;
	else
		parent->first = at;
	parent->last = at;
	parent->count++;
	return (int)at;
}

static void put_link(const struct pdf_outline *o, struct buf *out, const char *name, size_t to)
{
	if (to) {
		pdf_say(out, name);
		pdf_put_reference(out, o->entries[to].number);
	}
}

static void put_entry(const struct pdf_outline *o, const struct entry *e, struct buf *out)
{
	pdf_say(out, "<<");
	if (e == o->entries) {
		pdf_say(out, "/Type/Outlines");
	} else {
		pdf_say(out, "/Title");
		pdf_put_text(out, e->title);
		pdf_say(out, "/Parent ");
		pdf_put_reference(out, o->entries[e->under].number);
		pdf_say(out, "/Dest[");
		pdf_put_reference(out, e->page);
		pdf_say(out, "/XYZ null ");
		pdf_put_real(out, e->y);
		pdf_say(out, " null]");
	}
	put_link(o, out, "/First ", e->first);
	put_link(o, out, "/Last ", e->last);
	put_link(o, out, "/Next ", e->next);
	put_link(o, out, "/Prev ", e->previous);
	/* what is below an entry is folded away: then the count is negative */
	if (e->count) {
		pdf_say(out, e == o->entries ? "/Count " : "/Count -");
		pdf_put_int(out, (int64_t)e->count);
	}
	pdf_say(out, ">>");
}

int pdf_outline_end(struct pdf_outline *o, struct pdf_file *file)
{
	SCOPED_BUF text = buf_new(LIMIT_PDF_BYTES);

	if (o->count < 2)
		return 0;
	for (size_t i = 0; i < o->count; i++)
		o->entries[i].number = pdf_file_number(file);
	for (size_t i = 0; i < o->count; i++) {
		buf_clear(&text);
		put_entry(o, &o->entries[i], &text);
		pdf_file_put(file, o->entries[i].number, buf_str(&text));
	}
	return o->entries[0].number;
}
