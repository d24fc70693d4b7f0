#include "identity/cwe.h"

#include "base/number.h"

#define CWE_MOST 999999 /* CSAF 2.0, 3.2.3.3.1: up to six digits */

/* "79 Improper ...", by number; tools/linesgen makes them of cwe.txt. */
extern const char *const cwe_lines[];
extern const size_t cwe_lines_count;

bool cwe_id_parse(struct str s, int64_t *out)
{
	struct err unread;

	return str_starts(s, STR("CWE-")) && s.len > 4 && s.ptr[4] != '0' &&
	       number_parse(str_from(s, 4), "number", 1, CWE_MOST, out, &unread);
}

static int64_t number_of(size_t line, struct str *name)
{
	struct str number;
	struct err unread;
	int64_t id = 0;

	*name = str_of(cwe_lines[line]);
	if (str_cut(name, ' ', &number) && number_parse(number, "number", 1, CWE_MOST, &id, &unread))
		return id;
	return 0;
}

/* The first line of this number or of one behind it. */
static size_t first_line(int64_t id)
{
	size_t low = 0, high = cwe_lines_count;
	struct str name;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (number_of(middle, &name) < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct str cwe_name(int64_t id)
{
	size_t line = first_line(id);
	struct str name;

	return line < cwe_lines_count && number_of(line, &name) == id ? name : STR("");
}

bool cwe_is_name(int64_t id, struct str name)
{
	struct str known;

	for (size_t i = first_line(id); i < cwe_lines_count && number_of(i, &known) == id; i++)
		if (str_eq(known, str_trim(name))) /* MITRE's own list has names with a blank at the end */
			return true;
	return false;
}
