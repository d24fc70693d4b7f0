#include "publishing/csaf/csaf_version.h"

#include "base/number.h"

#define PART_MOST 1000000000000000 /* a date with its time as one number has 14 digits */

static bool is_digits(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!char_is_digit(s.ptr[i]))
			return false;
	return s.len > 0;
}

/* Without a zero in front. */
static bool parse_part(struct str s, int64_t *out)
{
	struct err unread;

	return is_digits(s) && (s.len == 1 || s.ptr[0] != '0') &&
	       number_parse(s, "number", 0, PART_MOST, out, &unread);
}

static bool are_identifiers(struct str s, bool zeros)
{
	struct str piece;

	while (str_next(&s, '.', &piece)) {
		for (size_t i = 0; i < piece.len; i++)
			if (!char_is_alnum(piece.ptr[i]) && piece.ptr[i] != '-')
				return false;
		if (piece.len == 0 || (!zeros && piece.len > 1 && piece.ptr[0] == '0' && is_digits(piece)))
			return false;
	}
	return true;
}

bool csaf_version_parse(struct str s, struct csaf_version *out)
{
	struct csaf_version v = { .early = STR(""), .build = STR("") };
	struct str core = s, rest;
	size_t parts = 0;
	bool built, early;

	if (!s.ptr)
		return false;
	rest = core;
	built = str_cut(&rest, '+', &core);
	if (built)
		v.build = rest;
	rest = core;
	early = str_cut(&rest, '-', &core);
	if (early)
		v.early = rest;
	if ((built && !are_identifiers(v.build, true)) || (early && !are_identifiers(v.early, false)))
		return false;
	for (struct str piece; str_next(&core, '.', &piece); parts++)
		if (parts == 3 || !parse_part(piece, &v.part[parts]))
			return false;
	if (parts != 3 && (parts != 1 || built || early))
		return false;
	v.is_semantic = parts == 3;
	*out = v;
	return true;
}

static int number_order(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

/* Numbers before words, numbers by value. */
static int identifier_order(struct str a, struct str b)
{
	bool a_number = is_digits(a), b_number = is_digits(b);

	if (a_number != b_number)
		return a_number ? -1 : 1;
	if (a_number && a.len != b.len)
		return a.len < b.len ? -1 : 1;
	return str_cmp(a, b);
}

static int early_order(struct str a, struct str b)
{
	struct str left, right;

	if (a.len == 0 || b.len == 0)
		return number_order(a.len == 0, b.len == 0);
	for (;;) {
		bool more_left = str_next(&a, '.', &left), more_right = str_next(&b, '.', &right);
		int sign;

		if (!more_left || !more_right)
			return number_order(more_left, more_right);
		sign = identifier_order(left, right);
		if (sign)
			return sign;
	}
}

int csaf_version_order(const struct csaf_version *a, const struct csaf_version *b)
{
	for (size_t i = 0; i < COUNT(a->part); i++)
		if (a->part[i] != b->part[i])
			return number_order(a->part[i], b->part[i]);
	return early_order(a->early, b->early);
}
