/*
 * dump - a VEX document as lines of text, so that a test can say what it expects in one string.
 *
 *	+ CVE-2024-1 (GHSA-x) not_affected vulnerable_code_not_present | impact ...    a statement
 *	  - pkg:npm/a@1 | purl npm/a 1 | SHA-256:ab | in urn:uuid:1 | at ref             a product of it
 *	    - pkg:npm/b@2 | purl npm/b 2                                               a subcomponent
 *	! vex:3: ...                                                                   a warning
 *	= OpenVEX 0.2.0 | id | version 1 | by author | 2026-01-02T03:04:05Z            the head
 *	E vex: ...                                                                     why reading stopped
 */
#pragma once
#include "base/buf.h"
#include "sources/statement.h"

struct dump {
	struct buf lines;
	size_t statements, products, warnings;
};

static inline void dump_field(struct buf *to, const char *label, struct str text)
{
	if (text.len > 0)
		buf_printf(to, " | %s%.*s", label, (int)text.len, text.ptr);
}

static inline void dump_instant(struct buf *to, const char *label, struct instant when)
{
	char text[INSTANT_TEXT_SIZE];

	if (instant_is_known(when))
		dump_field(to, label, str_of(instant_write(when, text)));
}

/* "purl npm/a 1", "cpe a:x:y [1, 2)" */
static inline void dump_row(struct buf *to, const struct affected *row)
{
	static const char *const kinds[] = { "", "cpe", "purl", "name" };

	buf_printf(to, " | %s " STR_FMT, kinds[row->kind], STR_ARG(row->package));
	if (row->qualifier.len > 0)
		buf_printf(to, " (" STR_FMT ")", STR_ARG(row->qualifier));
	if (row->not_applicable)
		buf_add(to, STR(" -"));
	else if (row->low_inclusive && row->high_inclusive && str_eq(row->low, row->high))
		buf_printf(to, " " STR_FMT, STR_ARG(row->low));
	else if (row->low.len + row->high.len > 0)
		buf_printf(to, " %c" STR_FMT ", " STR_FMT "%c", row->low_inclusive ? '[' : '(',
		    STR_ARG(row->low), STR_ARG(row->high), row->high_inclusive ? ']' : ')');
}

static inline void dump_product(struct buf *to, const char *indent, const struct statement_product *p)
{
	buf_printf(to, "%s- " STR_FMT, indent, STR_ARG(p->id));
	dump_field(to, "name ", p->name);
	dump_field(to, "version ", p->version);
	for (size_t i = 0; i < p->row_count; i++)
		dump_row(to, &p->rows[i]);
	for (size_t i = 0; i < p->hash_count; i++)
		buf_printf(to, " | " STR_FMT ":" STR_FMT, STR_ARG(p->hashes[i].algorithm),
		    STR_ARG(p->hashes[i].value));
	dump_field(to, "in ", p->bom);
	dump_field(to, "at ", p->ref);
	buf_byte(to, '\n');
	for (size_t i = 0; i < p->subcomponent_count; i++)
		dump_product(to, "    ", &p->subcomponents[i]);
}

static inline bool dump_statement(void *ctx, const struct vex_statement *s, struct err *e)
{
	struct dump *d = ctx;
	struct buf *to = &d->lines;

	d->statements++;
	d->products += s->product_count;
	buf_printf(to, "+ " STR_FMT, STR_ARG(s->ids[0]));
	for (size_t i = 1; i < s->id_count; i++)
		buf_printf(to, " (" STR_FMT ")", STR_ARG(s->ids[i]));
	buf_printf(to, " " STR_FMT, STR_ARG(statement_status_word(s->status)));
	if (s->justification != JUSTIFICATION_NONE)
		buf_printf(to, " " STR_FMT, STR_ARG(statement_justification_word(s->justification)));
	dump_field(to, "said ", s->status_word);
	dump_field(to, "said ", s->justification_word);
	dump_field(to, "impact ", s->impact);
	dump_field(to, "action ", s->action);
	for (size_t i = 0; i < s->response_count; i++)
		dump_field(to, "response ", s->responses[i]);
	dump_field(to, "notes ", s->notes);
	dump_field(to, "id ", s->id);
	dump_field(to, "by ", s->author);
	dump_instant(to, "", s->issued);
	dump_instant(to, "updated ", s->updated);
	buf_byte(to, '\n');
	for (size_t i = 0; i < s->product_count; i++)
		dump_product(to, "  ", &s->products[i]);
	(void)e;
	return true;
}

static inline bool dump_warning(void *ctx, const struct err *why, struct err *e)
{
	struct dump *d = ctx;

	d->warnings++;
	buf_printf(&d->lines, "! %s\n", why->text);
	(void)e;
	return true;
}

static inline void dump_head(struct buf *to, const struct statement_document *head)
{
	buf_printf(to, "= " STR_FMT, STR_ARG(head->format));
	dump_field(to, "", head->id);
	dump_field(to, "version ", head->version);
	dump_field(to, "", head->title);
	dump_field(to, "by ", head->author);
	dump_field(to, "as ", head->role);
	dump_instant(to, "", head->issued);
	dump_instant(to, "updated ", head->updated);
	dump_field(to, "tlp ", head->tlp);
	if (head->is_withdrawn)
		dump_field(to, "", STR("withdrawn"));
	buf_byte(to, '\n');
}

/* Reads and appends the lines; whether the document was read to its end. */
static inline bool dump_input(struct input *in, struct dump *d)
{
	struct statement_sink sink = { .ctx = d, .statement = dump_statement, .warning = dump_warning };
	SCOPED_ARENA arena = { 0 };
	struct statement_document head = { 0 };
	struct err e = { 0 };

	d->lines.most = 64 * 1024 * 1024;
	if (!statement_read(in, sink, &arena, &head, &e)) {
		buf_printf(&d->lines, "E %s\n", e.text);
		return false;
	}
	dump_head(&d->lines, &head);
	return true;
}

static inline void dump_free(struct dump *d)
{
	buf_free(&d->lines);
}
#define SCOPED_DUMP __attribute__((cleanup(dump_free))) struct dump

struct dump_case {
	const char *says, *json, *lines;
};

static inline void dump_check(const struct dump_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		SCOPED_INPUT *in = input_open_memory(STR("vex"), str_of(cases[i].json));
		SCOPED_DUMP d = { 0 };

		CASE(cases[i].says);
		dump_input(in, &d);
		buf_byte(&d.lines, '\0');
		assert_string_equal(d.lines.ptr, cases[i].lines);
	}
}
