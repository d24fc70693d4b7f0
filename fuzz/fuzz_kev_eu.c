#include "feed.h"

#include "sources/feeds/kev_eu.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	return feed_fuzz(kev_eu_read, bytes, len);
}
