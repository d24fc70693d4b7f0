#include "feed.h"

#include "sources/feeds/cve5.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	return feed_fuzz(cve5_read, bytes, len);
}
