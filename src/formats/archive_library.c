#include "formats/archive_library.h"

#include <dlfcn.h>
#include <string.h>

#define LIBRARY "libarchive.so.13"

/* A pointer to a function is copied as bytes: ISO C has no cast to it, POSIX promises that it is one. */
static bool find(void *library, const char *name, void *function, struct err *e)
{
	void *found = dlsym(library, name);

	_Static_assert(sizeof(void (*)(void)) == sizeof(void *), "a function is found by its address");
	if (!found)
		return err_fail(e, ERR_IO, "%s has no %s, which reading packed files needs", LIBRARY, name);
	memcpy(function, &found, sizeof(found));
	return true;
}

bool archive_library_load(struct archive_library *out, struct err *e)
{
	void *library = dlopen(LIBRARY, RTLD_LAZY | RTLD_LOCAL);
	struct archive_library found;

	if (!library)
		return err_fail(e, ERR_IO, "%s, which reads packed files, cannot be loaded", LIBRARY);
#define FUNCTION(name)                                                                                       \
	if (!find(library, #name, &found.name, e))                                                           \
		return false;
	ARCHIVE_FUNCTIONS(FUNCTION)
#undef FUNCTION
	*out = found;
	return true;
}
