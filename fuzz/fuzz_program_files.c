/*
 * Program files of a CVE record: the record is the store's, but came from outside.
 */
#include "fuzz.h"

#include "sources/evidence/program_files.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	SCOPED_ARENA arena = { 0 };
	struct program_files files;
	struct err e = { 0 };

	if (program_files_read((struct str){ (const char *)bytes, len }, &arena, &files, &e))
		for (size_t i = 0; i < files.count; i++)
			if (files.at[i].len == 0)
				__builtin_trap();
	return 0;
}
