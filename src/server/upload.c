#include "server/upload.h"

#include <sys/stat.h>

#include "base/err_rename.h"

#define NAME_BYTES_MOST 200

static bool check_name(struct str name, struct err *e)
{
	if (name.len == 0)
		return err_fail(e, ERR_USAGE, "query: file is missing: the name of the file");
	if (name.len > NAME_BYTES_MOST || name.ptr[0] == '.' || str_has(name, STR("/")))
		return err_fail(
		    e, ERR_USAGE, "query: file: \"" STR_FMT "\" is no name of a file", STR_ARG(name));
	for (size_t i = 0; i < name.len; i++)
		if ((unsigned char)name.ptr[i] < ' ' || name.ptr[i] == 0x7f)
			return err_fail(e, ERR_USAGE, "query: file has a control character in it");
	return true;
}

bool upload_take(struct exchange *x, struct arena *arena, struct upload *out, struct err *e)
{
	struct str name;
	char *folder;

	if (!exchange_query(x, "file", &name, e) || !check_name(name, e))
		return false;
	if (!x->file)
		return err_fail(e, ERR_INPUT, "the body is empty: the file itself is expected");
	folder = arena_text(arena, arena_printf(arena, "%s.d", x->file));
	if (mkdir(folder, 0700) != 0)
		return err_fail(e, ERR_IO, "no folder could be made for the file");
	out->folder = folder;
	out->path = arena_text(arena, arena_printf(arena, "%s/" STR_FMT, folder, STR_ARG(name)));
	if (rename(x->file, out->path) != 0) {
		rmdir(folder);
		return err_fail(e, ERR_IO, "the file could not be put into its folder");
	}
	x->file = NULL;
	return true;
}

struct str upload_name(const struct upload *u)
{
	return str_from(str_of(u->path), strlen(u->folder) + 1);
}

bool upload_blame(const struct upload *u, struct err *e)
{
	err_rename(e, str_of(u->path), upload_name(u));
	return false;
}

void upload_end(const struct upload *u)
{
	unlink(u->path);
	rmdir(u->folder);
}
