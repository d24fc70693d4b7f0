#include "actions/feeds/sync_folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/temp_folder.h"

static const char *const parts[] = { "records", "lists" };

static const char *inside(struct arena *arena, const char *folder, const char *name)
{
	return arena_text(arena, arena_printf(arena, "%s/%s", folder, name));
}

struct wanted_folder {
	struct arena *arena;
	const char *made;
};

static bool make_in(void *ctx, const char *under)
{
	struct wanted_folder *w = ctx;
	char *folder = arena_text(w->arena, arena_printf(w->arena, "%s/aftercare-XXXXXX", under));

	if (!mkdtemp(folder))
		return false;
	w->made = folder;
	if (mkdir(inside(w->arena, folder, parts[0]), 0700) == 0 &&
	    mkdir(inside(w->arena, folder, parts[1]), 0700) == 0)
		return true;
	sync_folder_remove(folder);
	return false;
}

bool sync_folder_make(struct arena *arena, const char **out, struct err *e)
{
	struct wanted_folder w = { .arena = arena };

	if (!temp_folder_try(make_in, &w))
		return err_fail(e, ERR_IO, "no folder can be made for what is fetched: %s", strerror(errno));
	*out = w.made;
	return true;
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
