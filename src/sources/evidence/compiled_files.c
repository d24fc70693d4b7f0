#include "sources/evidence/compiled_files.h"

#include "base/vec.h"
#include "limits.h"

/* By their bytes from the end to the front, so that those with the same end stand together. */
static int compare_ends(struct str a, struct str b)
{
	while (a.len > 0 && b.len > 0) {
		unsigned char left = (unsigned char)a.ptr[--a.len], right = (unsigned char)b.ptr[--b.len];

		if (left != right)
			return left < right ? -1 : 1;
	}
	return (a.len > 0) - (b.len > 0);
}

static int by_end(const void *left, const void *right)
{
	return compare_ends(*(const struct str *)left, *(const struct str *)right);
}

static bool has_control(struct str path)
{
	for (size_t i = 0; i < path.len; i++)
		if ((unsigned char)path.ptr[i] < 0x20)
			return true;
	return false;
}

static bool check_path(struct str path, size_t line, struct err *e)
{
	if (path.len > LIMIT_EVIDENCE_PATH_BYTES)
		return err_fail(e, ERR_LIMIT, "line %zu: path of %zu bytes, limit %d", line, path.len,
		    LIMIT_EVIDENCE_PATH_BYTES);
	if (has_control(path) || str_index(path, '.') == path.len)
		return err_fail(
		    e, ERR_INPUT, "line %zu: \"" STR_FMT "\" is no path of a file", line, STR_ARG(path));
	return true;
}

bool compiled_files_read(struct str text, struct arena *arena, struct compiled_files *out, struct err *e)
{
	struct compiled_files list = { 0 };
	struct str line;
	size_t room = 0, number = 0;

	while (str_next(&text, '\n', &line)) {
		number++;
		line = str_trim(line);
		while (str_starts(line, STR("./")))
			line = str_from(line, 2);
		if (line.len == 0 || line.ptr[0] == '#')
			continue;
		if (!check_path(line, number, e))
			return false;
		if (list.count == LIMIT_EVIDENCE_FILES)
			return err_fail(e, ERR_LIMIT, "more than %d files", LIMIT_EVIDENCE_FILES);
		list.paths = arena_room(arena, list.paths, list.count, &room, sizeof(*list.paths));
		list.paths[list.count++] = line;
	}
	if (list.count == 0)
		return err_fail(e, ERR_INPUT, "names no files");
	vec_sort(list.paths, list.count, sizeof(*list.paths), by_end);
	*out = list;
	return true;
}

/* The first path whose end is not before that of wanted. */
static size_t first_with(const struct compiled_files *l, struct str wanted)
{
	size_t low = 0, high = l->count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (compare_ends(l->paths[middle], wanted) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Does a path of the list end so? */
static bool has_end(const struct compiled_files *l, struct str end)
{
	size_t at = first_with(l, end);

	return at < l->count && str_ends(l->paths[at], end);
}

static bool has_path(const struct compiled_files *l, struct str path)
{
	size_t at = first_with(l, path);

	return at < l->count && str_eq(l->paths[at], path);
}

/* The path itself, below some folder, or shortened by folders in front. */
static bool has_some(const struct compiled_files *l, struct str path)
{
	char below[LIMIT_EVIDENCE_PATH_BYTES + 1];
	struct str shorter = path, folder;

	below[0] = '/';
	memcpy(below + 1, path.ptr, path.len);
	if (has_path(l, path) || has_end(l, (struct str){ below, path.len + 1 }))
		return true;
	while (str_cut(&shorter, '/', &folder))
		if (shorter.len > 0 && has_path(l, shorter))
			return true;
	return false;
}

/* What stands behind the last dot of the name, with the dot; empty if there is none. */
static struct str kind_of(struct str file)
{
	size_t dot = str_last_index(file, '.');

	return str_last_index(file, '/') < dot || str_index(file, '/') == file.len ? str_from(file, dot)
										   : STR_NONE;
}

/* "drivers/net/x.c": "drivers/net/x.o"; empty for what is not compiled by itself. */
static struct str object_of(struct str file, char object[LIMIT_EVIDENCE_PATH_BYTES])
{
	struct str kind = kind_of(file);

	if (!str_eq(kind, STR(".c")) && !str_eq(kind, STR(".S")) && !str_eq(kind, STR(".rs")))
		return STR_NONE;
	memcpy(object, file.ptr, file.len - kind.len);
	memcpy(object + file.len - kind.len, ".o", 2);
	return (struct str){ object, file.len - kind.len + 2 };
}

bool compiled_files_has(const struct compiled_files *l, struct str file)
{
	char text[LIMIT_EVIDENCE_PATH_BYTES];
	struct str object;

	while (str_starts(file, STR("./")) || str_starts(file, STR("/")))
		file = str_from(file, file.ptr[0] == '/' ? 1 : 2);
	if (file.len == 0 || file.len > LIMIT_EVIDENCE_PATH_BYTES)
		return true; /* no path that could be looked up */
	object = object_of(file, text);
	return has_some(l, file) || (object.len > 0 && has_some(l, object));
}

bool compiled_files_knows(const struct compiled_files *l, struct str file)
{
	struct str kind = kind_of(file);
	char text[LIMIT_EVIDENCE_PATH_BYTES];

	if (kind.len == 0 || file.len > LIMIT_EVIDENCE_PATH_BYTES)
		return false;
	return has_end(l, kind) || (object_of(file, text).len > 0 && has_end(l, STR(".o")));
}
