#include "feed.h"

#include "sources/feeds/osv.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	return feed_fuzz(osv_read, bytes, len);
}
