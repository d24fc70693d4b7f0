/*
 * The walk: a stack of what is open, each level an object, a list of objects or a text. Elements that the
 * grammar does not have, or of another namespace, are skipped with all that is in them.
 */
#include "sources/sboms/cyclonedx/cyclonedx_xml.h"

#include "formats/xml_read.h"
#include "limits.h"
#include "sources/sboms/cyclonedx/cyclonedx.h"

#define NAMESPACE "http://cyclonedx.org/schema/bom/"
#define DEPENDENCY_GRAPH "http://cyclonedx.org/schema/ext/dependency-graph/1.0"

struct level {
	const struct cyclonedx_row *row; /* NULL: the document */
	enum cyclonedx_context in;	 /* of an object */
	enum { LEVEL_OBJECT, LEVEL_LIST, LEVEL_TEXT } kind;
};

struct reader {
	struct cyclonedx *c;
	struct arena *arena;
	const struct xml *x;
	struct str space;     /* of the document */
	size_t skipped;	      /* elements open that nobody reads, inside all levels */
	size_t depth, record; /* levels open; those up to and with the record, 0: none */
	struct level levels[LIMIT_XML_DEPTH];
};

static void within(void *ctx, struct err *e)
{
	const struct reader *r = ctx;

	xml_within(r->x, e);
}

/* What is being read is of no use: the record is given up, or without one the document. */
static bool give_up(struct reader *r, const struct err *why, struct err *e)
{
	struct err placed = *why;

	xml_within(r->x, &placed);
	if (r->record == 0) {
		*e = placed;
		return false;
	}
	cyclonedx_drop(r->c);
	r->skipped += r->depth - r->record + 1;
	r->depth = r->record - 1;
	r->record = 0;
	cyclonedx_warn(r->c, &placed);
	return true;
}

static bool take_attributes(
    struct reader *r, enum cyclonedx_context in, const struct xml_element *element, struct err *why)
{
	for (size_t i = 0; i < element->attribute_count; i++) {
		const struct xml_attribute *a = &element->attributes[i];
		const struct cyclonedx_row *row =
		    a->name.space.len == 0 ? cyclonedx_find_row(in, a->name.local, IN_XML) : NULL;

		if (row && row->take <= TAKE_BOOL && !cyclonedx_text(r->c, row, str_trim(a->value), why))
			return false;
	}
	return true;
}

static bool open_object(
    struct reader *r, enum cyclonedx_context in, const struct xml_element *element, struct err *e)
{
	struct err why = { 0 };

	r->levels[r->depth++] = (struct level){ .in = in, .kind = LEVEL_OBJECT };
	if (cyclonedx_is_record(in) && r->record == 0)
		r->record = r->depth;
	if (cyclonedx_begin(r->c, in, &why) && take_attributes(r, in, element, &why))
		return true;
	return give_up(r, &why, e);
}

static bool open_document(struct reader *r, const struct xml_element *element, struct err *e)
{
	struct str space = element->name.space;

	if (!str_eq(element->name.local, STR("bom")) || !str_starts(space, STR(NAMESPACE))) {
		err_fail(e, ERR_INPUT,
		    "expected an element bom of the namespace " NAMESPACE "..., found " STR_FMT,
		    STR_ARG(element->name.local));
		return xml_within(r->x, e);
	}
	r->space = arena_copy(r->arena, space);
	cyclonedx_set_version(r->c, str_from(space, sizeof(NAMESPACE) - 1));
	return open_object(r, IN_DOCUMENT, element, e);
}

/* An element inside an object of the grammar, under this row. */
static bool open_row(
    struct reader *r, const struct cyclonedx_row *row, const struct xml_element *element, struct err *e)
{
	struct level new = { .row = row };

	switch (row->take) {
	case TAKE_TEXT:
	case TAKE_TEXTS:
	case TAKE_BOOL:
		new.kind = LEVEL_TEXT;
		break;
	case TAKE_LIST:
		new.kind = LEVEL_LIST;
		break;
	case TAKE_OBJECT:
	case TAKE_EITHER:
		return open_object(r, (enum cyclonedx_context)row->to, element, e);
	}
	r->levels[r->depth++] = new;
	return true;
}

static bool open_element(void *ctx, struct xml *x, const struct xml_element *element, struct err *e)
{
	struct reader *r = ctx;
	struct level *l = r->depth > 0 ? &r->levels[r->depth - 1] : NULL;
	const struct cyclonedx_row *row = NULL;
	bool ours =
	    str_eq(element->name.space, r->space) || str_eq(element->name.space, STR(DEPENDENCY_GRAPH));

	r->x = x;
	if (!l && r->skipped == 0)
		return open_document(r, element, e);
	if (r->skipped == 0 && ours && l->kind == LEVEL_LIST &&
	    str_eq(element->name.local, str_of(l->row->item)))
		return open_object(r, (enum cyclonedx_context)l->row->to, element, e);
	if (r->skipped == 0 && ours && l->kind == LEVEL_OBJECT)
		row = cyclonedx_find_row(l->in, element->name.local, IN_XML);
	if (row)
		return open_row(r, row, element, e);
	r->skipped++;
	return true;
}

/* The object with its own text, if the grammar has one. */
static bool end_object(struct reader *r, const struct level *l, struct str text, struct err *why)
{
	const struct cyclonedx_row *own = cyclonedx_find_row(l->in, STR(""), IN_XML);

	return (!own || cyclonedx_text(r->c, own, text, why)) && cyclonedx_end(r->c, l->in, why);
}

static bool close_element(void *ctx, struct xml *x, struct str text, struct err *e)
{
	struct reader *r = ctx;
	struct err why = { 0 };
	struct level *l;
	bool good = true;

	r->x = x;
	if (r->skipped > 0) {
		r->skipped--;
		return true;
	}
	l = &r->levels[r->depth - 1];
	text = str_trim(text);
	if (l->kind == LEVEL_TEXT)
		good = cyclonedx_text(r->c, l->row, text, &why);
	else if (l->kind == LEVEL_OBJECT)
		good = end_object(r, l, text, &why);
	if (!good) {
		if (!give_up(r, &why, e))
			return false;
		r->skipped--; /* the element that ends here */
		return true;
	}
	if (r->depth == r->record)
		r->record = 0;
	r->depth--;
	return !cyclonedx_stopped(r->c) || cyclonedx_finish(r->c, e);
}

bool cyclonedx_xml_recognises(struct str start)
{
	start = str_trim(start);
	if (str_starts(start, STR("\xef\xbb\xbf")))
		start = str_from(start, 3);
	return start.len > 0 && start.ptr[0] == '<' && str_has(start, STR(NAMESPACE));
}

bool cyclonedx_xml_read(
    struct input *in, struct sbom_sink out, struct arena *arena, struct sbom_head *head, struct err *e)
{
	struct sbom_head found = { .format = STR("CycloneDX"), .created = INSTANT_NONE };
	struct reader r = { .arena = arena };
	struct xml_sink sink = { &r, open_element, close_element };
	struct cyclonedx_setup setup = { .form = IN_XML,
		.name = input_name(in),
		.out = out,
		.arena = arena,
		.head = &found,
		.reader = &r,
		.within = within };
	SCOPED_CYCLONEDX *c = cyclonedx_open(&setup);

	r.c = c;
	if (!xml_read(in, sink, e) || !cyclonedx_finish(c, e))
		return false;
	*head = found;
	return true;
}
