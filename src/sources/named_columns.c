#include "sources/named_columns.h"

#include <assert.h>

#include "formats/csv_read.h"

#define NOWHERE SIZE_MAX

/* "Postal Code" and "postal-code" are "postal_code". */
static bool is_called(struct str heading, const char *name)
{
	struct str trimmed = str_trim(heading);

	if (trimmed.len != strlen(name))
		return false;
	for (size_t i = 0; i < trimmed.len; i++) {
		char c = char_lower(trimmed.ptr[i]);

		if ((c == ' ' || c == '-' ? '_' : c) != name[i])
			return false;
	}
	return true;
}

static bool find_column(const struct str *names, size_t count, const char *name, size_t *at, struct err *e)
{
	*at = NOWHERE;
	for (size_t i = 0; i < count; i++) {
		if (!is_called(names[i], name))
			continue;
		if (*at != NOWHERE)
			return err_fail(e, ERR_INPUT, "two columns are called \"%s\"", name);
		*at = i;
	}
	return true;
}

static bool find_columns(
    struct csv *c, const struct named_column *columns, size_t at[NAMED_COLUMNS_MOST], struct err *e)
{
	const struct str *names;
	size_t count;

	if (!csv_header(c, &names, &count))
		return csv_finish(c, e) && err_fail(e, ERR_INPUT, "the list is empty");
	for (size_t k = 0; columns[k].name; k++) {
		assert(k < NAMED_COLUMNS_MOST);
		if (!find_column(names, count, columns[k].name, &at[k], e))
			return csv_within(c, e);
	}
	if (at[0] == NOWHERE)
		return err_fail(e, ERR_INPUT, "no column is called \"%s\"", columns[0].name) ||
		       csv_within(c, e);
	return true;
}

/* Without the apostrophe that keeps a spreadsheet from running "+1 555 0100" (formats/csv_write.h). */
static struct str field_text(struct str field)
{
	struct str text = str_trim(field);
	bool guarded = text.len > 1 && text.ptr[0] == '\'' && str_index(STR("=+-@"), text.ptr[1]) < 4;

	return guarded ? str_from(text, 1) : text;
}

static bool read_row(
    struct csv *c, const struct named_list *list, const size_t at[NAMED_COLUMNS_MOST], struct err *e)
{
	const struct str *fields;

	if (!csv_row(c, &fields, e))
		return false;
	for (size_t k = 0; list->columns[k].name; k++)
		*(struct str *)((char *)list->row + list->columns[k].at) =
		    at[k] == NOWHERE ? STR_NONE : field_text(fields[at[k]]);
	return list->take(list->ctx, e) || csv_within(c, e);
}

bool named_columns_read(struct input *in, const struct named_list *list, struct err *e)
{
	SCOPED_CSV *c = csv_open(in);
	size_t at[NAMED_COLUMNS_MOST];
	int rows = 0;

	if (!find_columns(c, list->columns, at, e))
		return false;
	while (csv_next_row(c)) {
		if (++rows > list->rows_most)
			return err_fail(e, ERR_LIMIT, "more than %d rows", list->rows_most) ||
			       csv_within(c, e);
		if (!read_row(c, list, at, e))
			return false;
	}
	return csv_finish(c, e);
}
