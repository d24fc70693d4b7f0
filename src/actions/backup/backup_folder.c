#include "actions/backup/backup_folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>

#include "actions/backup/backup_file.h"
#include "base/vec.h"

#define SUFFIX ".backup"

struct str backup_folder_name(struct instant at, struct arena *arena)
{
	char text[INSTANT_TEXT_SIZE];
	struct instant second = { at.us - at.us % 1000000 };
	struct str rest = str_of(instant_write(second, text)), hour, minute;

	/* without colons, which not every file system takes */
	str_cut(&rest, ':', &hour);
	str_cut(&rest, ':', &minute);
	return arena_printf(
	    arena, STR_FMT STR_FMT STR_FMT SUFFIX, STR_ARG(hour), STR_ARG(minute), STR_ARG(rest));
}

static bool is_name(struct str name)
{
	if (!str_ends(name, STR(SUFFIX)) || name.len > 100 || name.ptr[0] == '.')
		return false;
	for (size_t i = 0; i < name.len; i++) {
		char c = name.ptr[i];

		if (!(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z') &&
		    c != '.' && c != '-' && c != '_')
			return false;
	}
	return true;
}

bool backup_folder_path(
    const char *folder, struct str name, struct arena *arena, const char **out, struct err *e)
{
	if (!is_name(name))
		return err_fail(e, ERR_ABSENT, "there is no backup \"" STR_FMT "\"", STR_ARG(name));
	*out = arena_text(arena, arena_printf(arena, "%s/" STR_FMT, folder, STR_ARG(name)));
	return true;
}

static int by_name(const void *left, const void *right)
{
	const struct backup_entry *a = left, *b = right;

	return str_cmp(b->name, a->name);
}

static void read_entry(const char *folder, struct str name, struct arena *arena, struct backup_entry *out)
{
	const char *path = arena_text(arena, arena_printf(arena, "%s/" STR_FMT, folder, STR_ARG(name)));
	struct err wrong = { 0 };

	*out = (struct backup_entry){ .name = arena_copy(arena, name) };
	if (backup_file_manifest(path, &out->manifest, &wrong))
		out->bytes = out->manifest.bytes + BACKUP_MANIFEST_BYTES;
	else
		out->wrong = arena_copy(arena, str_of(wrong.text));
}

bool backup_folder_list(
    const char *folder, struct arena *arena, struct backup_entry **out, size_t *count, struct err *e)
{
	DIR *dir = opendir(folder);
	struct backup_entry *items = NULL;
	size_t room = 0;

	if (!dir)
		return err_fail(e, ERR_IO, "%s: %s", folder, strerror(errno));
	*count = 0;
	for (struct dirent *d; (d = readdir(dir));) {
		if (!is_name(str_of(d->d_name)))
			continue;
		items = arena_room(arena, items, *count, &room, sizeof(*items));
		read_entry(folder, str_of(d->d_name), arena, &items[(*count)++]);
	}
	closedir(dir);
	vec_sort(items, *count, sizeof(*items), by_name);
	*out = items;
	return true;
}
