#include "feed.h"

#include "sources/feeds/eol.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	return feed_fuzz(eol_read, bytes, len);
}
