#include "feed.h"

#include "sources/feeds/csaf.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	return feed_fuzz(csaf_read, bytes, len);
}
