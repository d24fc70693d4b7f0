/*
 * sbom - what the fuzz targets of the SBOM readers share: read the bytes with one reader, whatever they look
 * like, and make a component of all that it gives.
 */
#pragma once
#include "inventory/component.h"
#include "sources/sbom.h"
#include "sources/statement.h"

static bool sbom_take_component(void *ctx, const struct sbom_component *from, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct component c;

	component_from_sbom(from, &arena, &c);
	component_digest(&c);
	(void)ctx;
	(void)e;
	return true;
}

static bool sbom_take_warning(void *ctx, const struct err *why, struct err *e)
{
	if (why->text[0] == '\0')
		__builtin_trap(); /* a warning that says nothing */
	(void)ctx;
	(void)e;
	return true;
}

static bool sbom_take_dependency(void *ctx, struct str from, struct str to, struct err *e)
{
	if (from.len == 0 || (to.len > 0 && !to.ptr))
		__builtin_trap();
	(void)ctx;
	(void)e;
	return true;
}

static bool sbom_take_element(void *ctx, const struct sbom_element *element, struct err *e)
{
	if (element->hash_count > 0 && !element->hashes)
		__builtin_trap();
	(void)ctx;
	(void)e;
	return true;
}

static bool sbom_take_statement(void *ctx, const struct vex_statement *s, struct err *e)
{
	if (s->id_count == 0 || s->status == 0)
		__builtin_trap(); /* a statement about nothing, or that says nothing */
	(void)ctx;
	(void)e;
	return true;
}

static void sbom_fuzz(const struct sbom_format *format, struct str text)
{
	struct sbom_sink sink = { .component = sbom_take_component,
		.warning = sbom_take_warning,
		.dependency = sbom_take_dependency,
		.element = sbom_take_element,
		.statement = sbom_take_statement };
	SCOPED_INPUT *in = input_open_memory(STR("fuzz"), text);
	SCOPED_ARENA arena = { 0 };
	struct sbom_head head = { 0 };
	struct err e = { 0 };

	format->recognises(str_first(text, 65536));
	if (!format->read(in, sink, &arena, &head, &e) && e.text[0] == '\0')
		__builtin_trap(); /* a failure that says nothing */
}
