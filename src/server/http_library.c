#include "server/http_library.h"

#include "formats/shared_library.h"

#define LIBRARY "libmicrohttpd.so.12"

bool http_library_load(struct http_library *out, struct err *e)
{
	struct http_library found;
	void *library = shared_library_open(LIBRARY, "serves HTTP", e);

	if (!library)
		return false;
#define FIND(name)                                                                                           \
	if (!shared_library_find(library, LIBRARY, #name, &found.name, e))                                   \
		return false;
	HTTP_FUNCTIONS(FIND)
	*out = found;
	return true;
}
