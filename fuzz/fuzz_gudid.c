/*
 * GUDID records, as JSON lines and as XML: lists within their limits, and texts that can be read.
 */
#include "fuzz.h"

#include "base/utf8.h"
#include "limits.h"
#include "sources/gudid.h"

static bool take(void *ctx, const struct gudid_device *d, struct err *e)
{
	(void)ctx;
	(void)e;
	if (d->identifier_count > LIMIT_DEVICE_NUMBERS || d->product_count > LIMIT_DEVICE_NUMBERS ||
	    d->submission_count > LIMIT_DEVICE_NUMBERS || d->brand.len > LIMIT_DEVICE_TEXT_BYTES)
		__builtin_trap();
	for (size_t i = 0; i < d->submission_count; i++)
		if (d->submissions[i].len == 0)
			__builtin_trap();
	return true;
}

static void bad(void *ctx, const struct err *why)
{
	(void)ctx;
	if (why->text[0] == '\0')
		__builtin_trap();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	SCOPED_INPUT *in = input_open_memory(STR("fuzz"), (struct str){ (const char *)bytes, len });
	struct err e = { 0 };

	if (!gudid_read(in, (struct gudid_sink){ NULL, take, bad }, &e) && e.text[0] == '\0')
		__builtin_trap();
	return 0;
}
