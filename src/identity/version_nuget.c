/*
 * version_nuget - NuGet versions: SemVer 2.0.0 with one to four numbers, and labels without regard to case.
 *
 * Key: four numbers, missing ones 0; then the labels of the pre-release or, where there is none, a mark above
 * all of them. A label of digits is a number, and below any word. Metadata is checked and left out.
 */
#include "identity/version_parts.h"

enum { WORD = VERSION_NUMBERS_LAST + 1, NO_PRERELEASE };

static bool put_numbers(struct str *rest, struct version_writer *out, struct err *e)
{
	int count = 0;

	for (bool more = true; more; count++) {
		if (count == 4)
			return err_fail(e, ERR_INPUT, "more than four numbers");
		if (!version_starts_with_digit(*rest))
			return err_fail(e, ERR_INPUT, "a number is missing");
		version_put_number(out, version_take_number(rest));
		more = str_starts(*rest, STR("."));
		if (more)
			*rest = str_from(*rest, 1);
	}
	for (; count < 4; count++)
		version_put_number(out, STR_NONE);
	return true;
}

/* Labels between dots, of letters, digits and "-"; out is NULL where they only have to be well formed. */
static bool put_labels(struct str rest, struct version_writer *out, struct err *e)
{
	struct str label;

	while (str_next(&rest, '.', &label)) {
		bool digits = true;

		for (size_t i = 0; i < label.len; i++) {
			if (!char_is_alnum(label.ptr[i]) && label.ptr[i] != '-')
				return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is no label", STR_ARG(label));
			digits = digits && char_is_digit(label.ptr[i]);
		}
		if (label.len == 0)
			return err_fail(e, ERR_INPUT, "a label is empty");
		if (out && digits) {
			version_put_number(out, version_take_number(&label));
		} else if (out) {
			version_put(out, WORD);
			version_put_word(out, label, true);
		}
	}
	return true;
}

bool version_nuget_key(struct str text, struct version_writer *out, struct err *e)
{
	struct str rest = str_trim(text), behind;

	if (!put_numbers(&rest, out, e))
		return false;
	if (!str_cut(&rest, '+', &behind))
		behind = rest;
	else if (!put_labels(rest, NULL, e))
		return false;
	if (behind.len == 0) {
		version_put(out, NO_PRERELEASE);
		return true;
	}
	if (behind.ptr[0] != '-')
		return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" behind the numbers", STR_ARG(behind));
	return put_labels(str_from(behind, 1), out, e);
}
