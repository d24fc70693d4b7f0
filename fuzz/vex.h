/*
 * vex - what the fuzz targets of the VEX readers share, and what every statement must say.
 */
#pragma once
#include "fuzz.h"

#include "base/buf.h"
#include "limits.h"
#include "sources/statement.h"

static inline void vex_must(bool holds)
{
	if (!holds)
		__builtin_trap();
}

/* Keys can be made of the bounds of a row. */
static inline void vex_check_product(const struct statement_product *p)
{
	SCOPED_BUF key = buf_new(4 * LIMIT_VERSION_BYTES + 16);
	struct err e;

	for (size_t i = 0; i < p->row_count; i++) {
		const struct affected *row = &p->rows[i];

		buf_clear(&key);
		vex_must(row->package.len > 0 && row->scheme < VERSION_SCHEME_COUNT);
		vex_must(row->low.len == 0 || version_key(row->scheme, row->low, &key, &e));
		buf_clear(&key);
		vex_must(row->high.len == 0 || version_key(row->scheme, row->high, &key, &e));
	}
	for (size_t i = 0; i < p->subcomponent_count; i++) {
		vex_must(p->subcomponents[i].subcomponent_count == 0);
		vex_check_product(&p->subcomponents[i]);
	}
}

static inline bool vex_statement(void *ctx, const struct vex_statement *s, struct err *e)
{
	(void)ctx;
	(void)e;
	vex_must(s->id_count > 0);
	for (size_t i = 0; i < s->id_count; i++)
		vex_must(s->ids[i].len > 0);
	vex_must(s->status >= STATEMENT_NOT_AFFECTED && s->status <= STATEMENT_UNDER_INVESTIGATION);
	for (size_t i = 0; i < s->product_count; i++)
		vex_check_product(&s->products[i]);
	return true;
}

static inline bool vex_warning(void *ctx, const struct err *why, struct err *e)
{
	(void)ctx;
	(void)e;
	vex_must(why->text[0] != '\0');
	return true;
}

static inline int vex_fuzz(const struct statement_format *format, const uint8_t *bytes, size_t len)
{
	struct str text = { (const char *)bytes, len };
	struct statement_sink sink = { .statement = vex_statement, .warning = vex_warning };
	SCOPED_INPUT *in = input_open_memory(STR("fuzz"), text);
	SCOPED_ARENA arena = { 0 };
	struct statement_document head = { 0 };
	struct err e = { 0 };

	format->recognises(str_first(text, LIMIT_START_BYTES));
	if (!format->read(in, sink, &arena, &head, &e))
		vex_must(e.text[0] != '\0');
	return 0;
}
