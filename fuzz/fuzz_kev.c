#include "feed.h"

#include "sources/feeds/kev.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	return feed_fuzz(kev_read, bytes, len);
}
