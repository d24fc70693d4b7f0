/*
 * The lists that providers publish beside their records: the first byte says which.
 */
#include "fuzz.h"

#include "sources/providers/csaf_provider.h"
#include "sources/providers/listed.h"

static bool take(void *ctx, const struct listed *one, struct err *e)
{
	(void)ctx;
	(void)e;
	if (one->what.len == 0 || !instant_is_known(one->at))
		__builtin_trap();
	return true;
}

static void read_places(struct input *in, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct csaf_places places;

	if (csaf_provider_read(in, STR("https://example.com/feed.json"), &arena, &places, e) &&
	    places.count == 0)
		__builtin_trap();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static bool (*const readers[])(struct input * in, struct listed_sink out,
	    struct err * e) = { osv_list_read, cve_list_read, csaf_changes_read, csaf_feed_read };
	size_t which = len ? bytes[0] - (size_t)'0' : 0;
	SCOPED_INPUT *in = NULL;
	struct err e = { 0 };

	if (len == 0)
		return 0;
	in = input_open_memory(STR("fuzz"), (struct str){ (const char *)bytes + 1, len - 1 });
	if (which >= COUNT(readers))
		read_places(in, &e);
	else if (!readers[which](in, (struct listed_sink){ NULL, take }, &e) && e.text[0] == '\0')
		__builtin_trap();
	return 0;
}
