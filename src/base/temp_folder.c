#include "base/temp_folder.h"

#include <stddef.h>
#include <stdlib.h>

bool temp_folder_try(bool (*make)(void *ctx, const char *folder), void *ctx)
{
	const char *folders[] = { getenv("TMPDIR"), "/var/tmp", "/tmp" };

	for (size_t i = 0; i < sizeof(folders) / sizeof(*folders); i++)
		if (folders[i] && *folders[i] && make(ctx, folders[i]))
			return true;
	return false;
}
