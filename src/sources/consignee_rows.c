#include "sources/consignee_rows.h"

#include "formats/csv_read.h"
#include "limits.h"

#define COLUMN(member)                                                                                       \
	{                                                                                                    \
#member, offsetof(struct consignee_row, member)                                              \
	}

static const struct column {
	const char *name;
	size_t at;
} columns[] = {
	COLUMN(account),
	COLUMN(kind),
	COLUMN(name),
	COLUMN(role),
	COLUMN(contact),
	COLUMN(address),
	COLUMN(city),
	COLUMN(region),
	COLUMN(postal_code),
	COLUMN(country),
	COLUMN(telephone),
	COLUMN(email),
	COLUMN(device),
	COLUMN(release),
	COLUMN(shipment),
	COLUMN(lot),
	COLUMN(serial),
	COLUMN(serial_from),
	COLUMN(serial_to),
	COLUMN(shipped_on),
	COLUMN(quantity),
	COLUMN(returned),
};

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

static bool find_columns(struct csv *c, size_t at[COUNT(columns)], struct err *e)
{
	const struct str *names;
	size_t count;

	if (!csv_header(c, &names, &count))
		return csv_finish(c, e) && err_fail(e, ERR_INPUT, "the list is empty");
	for (size_t k = 0; k < COUNT(columns); k++) {
		at[k] = NOWHERE;
		for (size_t i = 0; i < count; i++) {
			if (!is_called(names[i], columns[k].name))
				continue;
			if (at[k] != NOWHERE)
				return err_fail(
					   e, ERR_INPUT, "two columns are called \"%s\"", columns[k].name) ||
				       csv_within(c, e);
			at[k] = i;
		}
	}
	if (at[0] == NOWHERE)
		return err_fail(e, ERR_INPUT, "no column is called \"account\"") || csv_within(c, e);
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
    struct csv *c, const size_t at[COUNT(columns)], struct consignee_rows_sink sink, struct err *e)
{
	struct consignee_row row = { 0 };
	const struct str *fields;

	if (!csv_row(c, &fields, e))
		return false;
	for (size_t k = 0; k < COUNT(columns); k++)
		if (at[k] != NOWHERE)
			*(struct str *)((char *)&row + columns[k].at) = field_text(fields[at[k]]);
	return sink.row(sink.ctx, &row, e) || csv_within(c, e);
}

bool consignee_rows_read(struct input *in, struct consignee_rows_sink sink, struct err *e)
{
	SCOPED_CSV *c = csv_open(in);
	size_t at[COUNT(columns)];
	int64_t rows = 0;

	if (!find_columns(c, at, e))
		return false;
	while (csv_next_row(c)) {
		if (++rows > LIMIT_CONSIGNEE_ROWS)
			return err_fail(e, ERR_LIMIT, "more than %d rows", LIMIT_CONSIGNEE_ROWS) ||
			       csv_within(c, e);
		if (!read_row(c, at, sink, e))
			return false;
	}
	return csv_finish(c, e);
}
