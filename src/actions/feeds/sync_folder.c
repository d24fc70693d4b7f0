#include "actions/feeds/sync_folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const parts[] = { "records", "lists" };

static const char *inside(struct arena *arena, const char *folder, const char *name)
{
	return arena_text(arena, arena_printf(arena, "%s/%s", folder, name));
}

bool sync_folder_make(struct arena *arena, const char **out, struct err *e)
{
	/* /tmp comes last: it may be in memory */
	const char *under[] = { getenv("TMPDIR"), "/var/tmp", "/tmp" };

	for (size_t i = 0; i < COUNT(under); i++) {
		char *folder;

		if (!under[i] || !under[i][0])
			continue;
		folder = arena_text(arena, arena_printf(arena, "%s/aftercare-XXXXXX", under[i]));
		if (!mkdtemp(folder))
			continue;
		*out = folder;
		if (mkdir(inside(arena, folder, parts[0]), 0700) == 0 &&
		    mkdir(inside(arena, folder, parts[1]), 0700) == 0)
			return true;
		sync_folder_remove(folder);
	}
	return err_fail(e, ERR_IO, "no folder can be made for what is fetched: %s", strerror(errno));
}

static void empty(struct arena *arena, const char *folder)
{
	DIR *all = opendir(folder);
	const struct dirent *one;

	if (!all)
		return;
	while ((one = readdir(all)))
		if (strcmp(one->d_name, ".") != 0 && strcmp(one->d_name, "..") != 0)
			unlink(inside(arena, folder, one->d_name));
	closedir(all);
}

void sync_folder_remove(const char *folder)
{
	for (size_t i = 0; i < COUNT(parts); i++) {
		SCOPED_ARENA arena = { 0 };
		const char *part = inside(&arena, folder, parts[i]);

		empty(&arena, part);
		rmdir(part);
	}
	rmdir(folder);
}
