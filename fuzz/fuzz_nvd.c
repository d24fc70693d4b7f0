#include "feed.h"

#include "sources/feeds/nvd.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	return feed_fuzz(nvd_read, bytes, len);
}
