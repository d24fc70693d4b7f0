#include "formats/xml_read.h"

#include <expat.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "limits.h"

#define CHUNK_BYTES 65536
#define NAME_SHOWN 64	    /* bytes of a name that are kept for messages */
#define PATH_BYTES_MOST 100 /* of a path that are shown, the end of it */
#define SEPARATOR '\n'	    /* between namespace and name; expat lets none stand in a namespace */

/* An open element. */
struct level {
	char name[NAME_SHOWN];
	size_t name_len;
	size_t number; /* among neighbours of its name, from 1 */
	size_t
	    in_last; /* the number of the inner element last opened, whose name is still in the next level */
};

struct xml {
	struct input *in;
	struct xml_sink sink;
	XML_Parser parser;
	struct level levels[LIMIT_XML_DEPTH + 1]; /* one more: the name of the last inner element stays */
	size_t depth;
	struct xml_attribute attributes[LIMIT_XML_ATTRIBUTES];
	struct buf text;
	struct err *e;
	bool stopped; /* *e says why */
};

static void write_path(const struct xml *x, struct buf *to)
{
	for (size_t i = 0; i < x->depth; i++) {
		const struct level *l = &x->levels[i];

		buf_printf(to, "%s%.*s", i > 0 ? "/" : "", (int)l->name_len, l->name);
		if (l->number > 1)
			buf_printf(to, "[%zu]", l->number);
	}
}

bool xml_within(const struct xml *x, struct err *e)
{
	SCOPED_BUF text = buf_new((size_t)LIMIT_XML_DEPTH * (NAME_SHOWN + 24));
	struct str name = input_name(x->in), path;
	bool cut;

	write_path(x, &text);
	path = buf_str(&text);
	cut = path.len > PATH_BYTES_MOST;
	if (path.len > 0)
		err_within(e, "%s" STR_FMT, cut ? "..." : "",
		    STR_ARG(str_from(path, cut ? path.len - PATH_BYTES_MOST : 0)));
	return err_within(
	    e, STR_FMT ":%llu", STR_ARG(name), (unsigned long long)XML_GetCurrentLineNumber(x->parser));
}

/* Ends the reading; *x->e says why. */
static void stop(struct xml *x)
{
	x->stopped = true;
	XML_StopParser(x->parser, XML_FALSE);
}

static void refuse(struct xml *x, enum err_code code, const char *what)
{
	err_fail(x->e, code, "%s", what);
	xml_within(x, x->e);
	stop(x);
}

static struct xml_name split(const XML_Char *written)
{
	struct xml_name name = { .local = str_of(written) };
	struct str before;

	if (str_cut_last(&name.local, SEPARATOR, &before))
		name.space = before;
	return name;
}

/* The level of the element that begins; its neighbour before, if it had one, is still in its place. */
static void push(struct xml *x, struct str name)
{
	struct level *l = &x->levels[x->depth];
	struct level *outer = x->depth > 0 ? &x->levels[x->depth - 1] : NULL;
	struct str shown = utf8_first(name, NAME_SHOWN);
	bool same = outer && outer->in_last > 0 && str_eq(shown, (struct str){ l->name, l->name_len });

	l->number = same ? outer->in_last + 1 : 1;
	if (outer)
		outer->in_last = l->number;
	memcpy(l->name, shown.ptr, shown.len);
	l->name_len = shown.len;
	l->in_last = 0;
	x->depth++;
}

static void begin_element(void *ctx, const XML_Char *name, const XML_Char **pairs)
{
	struct xml *x = ctx;
	struct xml_element element = { .name = split(name), .attributes = x->attributes };

	if (x->stopped)
		return;
	if (x->depth == LIMIT_XML_DEPTH) {
		refuse(x, ERR_LIMIT, "nested too deep");
		return;
	}
	push(x, element.name.local);
	for (; pairs[0]; pairs += 2) {
		if (element.attribute_count == LIMIT_XML_ATTRIBUTES) {
			refuse(x, ERR_LIMIT, "too many attributes");
			return;
		}
		x->attributes[element.attribute_count++] =
		    (struct xml_attribute){ split(pairs[0]), str_of(pairs[1]) };
	}
	buf_clear(&x->text);
	if (!x->sink.open(x->sink.ctx, x, &element, x->e))
		stop(x);
}

static void end_element(void *ctx, const XML_Char *name)
{
	struct xml *x = ctx;

	(void)name;
	if (x->stopped)
		return;
	if (!x->sink.close(x->sink.ctx, x, buf_str(&x->text), x->e)) {
		stop(x);
		return;
	}
	buf_clear(&x->text);
	x->depth--;
}

static void add_text(void *ctx, const XML_Char *bytes, int len)
{
	struct xml *x = ctx;

	if (x->stopped)
		return;
	buf_add(&x->text, (struct str){ bytes, (size_t)len });
	if (buf_full(&x->text))
		refuse(x, ERR_LIMIT, "a text that is too long");
}

static void refuse_doctype(
    void *ctx, const XML_Char *name, const XML_Char *system, const XML_Char *public, int has_internal)
{
	struct xml *x = ctx;

	(void)name;
	(void)system;
	(void)public;
	(void)has_internal;
	if (!x->stopped)
		refuse(x, ERR_INPUT, "a document type declaration, which is not read");
}

/* What the parser found wrong, unless reading the bytes failed. */
static bool fail(struct xml *x)
{
	if (!input_finish(x->in, x->e))
		return false;
	err_fail(x->e, ERR_INPUT, "%s", XML_ErrorString(XML_GetErrorCode(x->parser)));
	return xml_within(x, x->e);
}

static bool parse(struct xml *x)
{
	uint64_t fed = 0;

	for (;;) {
		void *room = XML_GetBuffer(x->parser, CHUNK_BYTES);
		size_t got;

		if (!room)
			memory_out(CHUNK_BYTES);
		got = input_read(x->in, room, CHUNK_BYTES);
		fed += got;
		if (XML_ParseBuffer(x->parser, (int)got, got == 0) != XML_STATUS_OK)
			return x->stopped ? false : fail(x);
		if (got == 0)
			return input_finish(x->in, x->e);
		/* A tag that has not ended yet is looked at again from its start with every chunk. */
		if (fed - (uint64_t)XML_GetCurrentByteIndex(x->parser) > LIMIT_XML_TAG_BYTES) {
			refuse(x, ERR_LIMIT, "a tag or comment that is too long");
			return false;
		}
	}
}

bool xml_read(struct input *in, struct xml_sink sink, struct err *e)
{
	struct xml *x = memory_alloc(1, sizeof(*x));
	struct err why = { 0 };
	bool done;

	x->in = in;
	x->sink = sink;
	x->e = &why;
	x->text = buf_new(LIMIT_XML_TEXT_BYTES);
	x->parser = XML_ParserCreateNS(NULL, SEPARATOR);
	if (!x->parser)
		memory_out(sizeof(*x));
	XML_SetUserData(x->parser, x);
	XML_SetElementHandler(x->parser, begin_element, end_element);
	XML_SetCharacterDataHandler(x->parser, add_text);
	XML_SetStartDoctypeDeclHandler(x->parser, refuse_doctype);
	done = parse(x);
	XML_ParserFree(x->parser);
	buf_free(&x->text);
	free(x);
	if (!done)
		*e = why;
	return done;
}

struct str xml_attribute(const struct xml_element *element, struct str name)
{
	for (size_t i = 0; i < element->attribute_count; i++) {
		const struct xml_attribute *a = &element->attributes[i];

		if (a->name.space.len == 0 && str_eq(a->name.local, name))
			return a->value;
	}
	return STR_NONE;
}
