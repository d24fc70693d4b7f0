#include "sources/product_codes.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "limits.h"

#define NOWHERE SIZE_MAX

static struct str field(struct str line, size_t column)
{
	struct str piece;

	for (size_t i = 0; str_next(&line, '\t', &piece); i++)
		if (i == column)
			return str_trim(piece);
	return STR("");
}

static size_t column_of(struct str header, struct str name, struct str of_fda)
{
	struct str piece;

	for (size_t i = 0; str_next(&header, '\t', &piece); i++)
		if (str_eq_nocase(str_trim(piece), name) || str_eq_nocase(str_trim(piece), of_fda))
			return i;
	return NOWHERE;
}

bool product_codes_find(
    struct input *in, struct str code, struct arena *arena, struct str *name, struct err *e)
{
	SCOPED_BUF table = buf_new(LIMIT_PRODUCT_CODES_BYTES);
	struct str rest, line, place = input_name(in);
	size_t code_at, name_at;

	if (!input_read_all(in, &table, e))
		return false;
	rest = buf_str(&table);
	if (!utf8_is_valid(rest))
		return err_fail(e, ERR_INPUT, STR_FMT ": text is not UTF-8", STR_ARG(place));
	if (!str_next(&rest, '\n', &line))
		line = STR("");
	code_at = column_of(line, STR("product_code"), STR("PRODUCTCODE"));
	name_at = column_of(line, STR("name"), STR("DEVICENAME"));
	if (code_at == NOWHERE || name_at == NOWHERE)
		return err_fail(e, ERR_INPUT,
		    STR_FMT ":1: expected columns product_code and name with tabs between them",
		    STR_ARG(place));
	*name = STR("");
	while (name->len == 0 && str_next(&rest, '\n', &line))
		if (str_eq_nocase(field(line, code_at), code))
			*name = arena_copy(arena, field(line, name_at));
	return true;
}
