/*
 * The unpacker: nothing gets past its limits, whether the members are read or not.
 */
#include "fuzz.h"

#include "formats/unpack.h"

static const struct unpack_limits limits = {
	.unpacked_bytes = 1 << 20, .ratio = 200, .ratio_from_bytes = 1 << 16, .members = 100
};

struct seen {
	size_t bytes, members;
};

static bool take(void *ctx, struct input *in, struct err *e)
{
	struct seen *seen = ctx;
	char block[4096];
	size_t n;

	if (++seen->members % 3 == 0)
		return true; /* not read at all */
	while ((n = input_read(in, block, sizeof(block))))
		seen->bytes += n;
	return input_finish(in, e);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct seen seen = { 0 };
	struct err e = { 0 };

	if (!unpack_memory(STR("fuzz"), (struct str){ (const char *)bytes, len }, &limits,
		(struct unpack_sink){ &seen, take }, &e) &&
	    e.text[0] == '\0')
		__builtin_trap();
	if (seen.members > 100 || (seen.bytes > (1 << 20) && seen.bytes > len))
		__builtin_trap();
	return 0;
}
