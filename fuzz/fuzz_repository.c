/*
 * URLs of repositories: what is taken has a host and a path, and a commit that is one.
 */
#include "fuzz.h"

#include "identity/repository.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	SCOPED_ARENA arena = { 0 };
	struct str text = { (const char *)bytes, len }, repository, commit;

	if (!repository_read(text, &arena, &repository, &commit))
		return 0;
	if (str_index(repository, '/') == 0 || str_index(repository, '/') + 1 >= repository.len)
		__builtin_trap();
	if (commit.len > 0 && !repository_is_commit(commit))
		__builtin_trap();
	return 0;
}
