/*
 * Lists of compiled files: what a list names it has, and is of a kind it knows.
 */
#include "fuzz.h"

#include "limits.h"
#include "sources/evidence/compiled_files.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	SCOPED_ARENA arena = { 0 };
	struct compiled_files list;
	struct err e = { 0 };

	if (!compiled_files_read((struct str){ (const char *)bytes, len }, &arena, &list, &e))
		return 0;
	for (size_t i = 0; i < list.count && i < 64; i++) {
		if (!compiled_files_has(&list, list.paths[i]))
			__builtin_trap();
		compiled_files_knows(&list, list.paths[i]);
	}
	return 0;
}
