#include "transfer/curl_library.h"

#include "formats/shared_library.h"

#define LIBRARY "libcurl.so.4"

bool curl_library_load(struct curl_library *out, struct err *e)
{
	struct curl_library found;
	void *library = shared_library_open(LIBRARY, "fetches over HTTPS", e);

	if (!library)
		return false;
#define FIND(name)                                                                                           \
	if (!shared_library_find(library, LIBRARY, #name, &found.name, e))                                   \
		return false;
	CURL_FUNCTIONS(FIND)
	*out = found;
	return true;
}
