#include "feed.h"

#include "sources/feeds/epss.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	return feed_fuzz(epss_read, bytes, len);
}
