/*
 * The XML reader: what it hands out is UTF-8, opens and closes pair up, and a failure has a reason.
 */
#include "fuzz.h"

#include "base/utf8.h"
#include "formats/xml_read.h"

static void check_text(struct str text)
{
	if (!utf8_is_valid(text))
		__builtin_trap();
}

static bool open_element(void *ctx, struct xml *x, const struct xml_element *element, struct err *e)
{
	size_t *depth = ctx;

	check_text(element->name.space);
	check_text(element->name.local);
	for (size_t i = 0; i < element->attribute_count; i++)
		check_text(element->attributes[i].value);
	++*depth;
	(void)x;
	(void)e;
	return true;
}

static bool close_element(void *ctx, struct xml *x, struct str text, struct err *e)
{
	size_t *depth = ctx;

	check_text(text);
	if ((*depth)-- == 0)
		__builtin_trap();
	(void)x;
	(void)e;
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	SCOPED_INPUT *in = input_open_memory(STR("fuzz"), (struct str){ (const char *)bytes, len });
	size_t depth = 0;
	struct xml_sink sink = { &depth, open_element, close_element };
	struct err e = { 0 };
	bool done = xml_read(in, sink, &e);

	if (done ? depth != 0 : e.text[0] == '\0')
		__builtin_trap();
	return 0;
}
