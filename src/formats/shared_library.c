#include "formats/shared_library.h"

#include <dlfcn.h>
#include <string.h>

void *shared_library_open(const char *name, const char *purpose, struct err *e)
{
	void *library = dlopen(name, RTLD_LAZY | RTLD_LOCAL);

	if (!library)
		(void)!err_fail(e, ERR_IO, "%s, which %s, cannot be loaded", name, purpose);
	return library;
}

/* A pointer to a function is copied as bytes: ISO C has no cast to it, POSIX promises that it is one. */
bool shared_library_find(
    void *library, const char *library_name, const char *name, void *function, struct err *e)
{
	void *found = dlsym(library, name);

	_Static_assert(sizeof(void (*)(void)) == sizeof(void *), "a function is found by its address");
	if (!found)
		return err_fail(e, ERR_IO, "%s has no %s; is it too old?", library_name, name);
	memcpy(function, &found, sizeof(found));
	return true;
}
