#include "decision/mdr_number.h"

#include "base/number.h"

#define YEAR_LEAST 1984 /* of the first medical device reports */
#define YEAR_MOST 9999

static bool has_digits(struct str text, size_t count)
{
	for (size_t i = 0; i < text.len; i++)
		if (!char_is_digit(text.ptr[i]))
			return false;
	return text.len == count;
}

bool mdr_number_parse(struct str text, struct mdr_number *out, struct err *e)
{
	struct str rest = text, year;
	struct mdr_number n;
	struct err unread;

	if (!str_cut(&rest, '-', &n.registration) || !str_cut(&rest, '-', &year) ||
	    !(has_digits(n.registration, 7) || has_digits(n.registration, 10)) || !has_digits(year, 4) ||
	    !has_digits(rest, 5) || !number_parse(year, "year", YEAR_LEAST, YEAR_MOST, &n.year, &unread) ||
	    !number_parse(rest, "sequence", 1, MDR_SEQUENCE_MOST, &n.sequence, &unread))
		return err_fail(e, ERR_INPUT,
		    "\"" STR_FMT "\" is not the number of a medical device report: registration number, "
		    "year, and five digits from 00001, as 1234567-2026-00001 (21 CFR 803.3(m))",
		    STR_ARG(text));
	*out = n;
	return true;
}

struct str mdr_number_write(const struct mdr_number *n, struct arena *a)
{
	return arena_printf(
	    a, "%.*s-%04lld-%05lld", STR_WHOLE(n->registration), (long long)n->year, (long long)n->sequence);
}
