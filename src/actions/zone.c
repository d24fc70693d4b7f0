#include "actions/zone.h"

#include <stdio.h>

#include "limits.h"

#define NAME_BYTES 64

/* The file's bytes, at most most of them; false where it cannot be read. */
static bool read_file(const char *path, size_t most, struct arena *a, struct str *out)
{
	FILE *from = fopen(path, "rb");
	char *bytes;
	size_t len;
	bool good;

	if (!from)
		return false;
	bytes = arena_alloc(a, most, 1);
	len = fread(bytes, 1, most, from);
	good = !ferror(from) && (len < most || fgetc(from) == EOF);
	fclose(from);
	*out = (struct str){ bytes, len };
	return good;
}

/* Letters, digits, "_", "+", "-" and single slashes: no way out of the folder. */
static bool is_safe(struct str name)
{
	struct str rest = name, piece;

	if (name.len == 0 || name.len > NAME_BYTES)
		return false;
	while (str_next(&rest, '/', &piece)) {
		if (piece.len == 0)
			return false;
		for (size_t i = 0; i < piece.len; i++)
			if (!char_is_alnum(piece.ptr[i]) && !memchr("_+-", piece.ptr[i], 3))
				return false;
	}
	return name.ptr[name.len - 1] != '/';
}

bool zone_read(struct str name, struct arena *a, struct time_zone *out, struct err *e)
{
	struct str bytes;
	char path[sizeof(ZONE_FOLDER) + 1 + NAME_BYTES + 1];

	if (str_eq(name, STR("UTC"))) {
		*out = time_zone_utc();
		return true;
	}
	if (!is_safe(name))
		return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is no name of a time zone", STR_ARG(name));
	snprintf(path, sizeof(path), ZONE_FOLDER "/" STR_FMT, STR_ARG(name));
	if (!read_file(path, LIMIT_ZONE_BYTES, a, &bytes))
		return err_fail(
		    e, ERR_INPUT, "time zone \"" STR_FMT "\" is not in " ZONE_FOLDER, STR_ARG(name));
	return time_zone_parse(name, bytes, a, out, e);
}

/* The first line of a file, at most 63 bytes; empty where there is none. */
static struct str first_line(const char *path, struct arena *a)
{
	FILE *from = fopen(path, "r");
	char line[64] = "";

	if (!from)
		return STR("");
	if (!fgets(line, sizeof(line), from))
		line[0] = '\0';
	fclose(from);
	return arena_copy(a, str_trim(str_of(line)));
}

struct str zone_data_version(struct arena *a)
{
	struct str line = first_line(ZONE_FOLDER "/+VERSION", a), begin = STR("# version ");

	if (line.len > 0)
		return line;
	line = first_line(ZONE_FOLDER "/tzdata.zi", a);
	return str_starts(line, begin) ? str_from(line, begin.len) : STR("");
}
