#include "formats/archive_library.h"

#include "formats/shared_library.h"

#define LIBRARY "libarchive.so.13"

bool archive_library_load(struct archive_library *out, struct err *e)
{
	void *library = shared_library_open(LIBRARY, "reads packed files", e);
	struct archive_library found;

	if (!library)
		return false;
#define FUNCTION(name)                                                                                       \
	if (!shared_library_find(library, LIBRARY, #name, &found.name, e))                                   \
		return false;
	ARCHIVE_FUNCTIONS(FUNCTION)
#undef FUNCTION
	*out = found;
	return true;
}
