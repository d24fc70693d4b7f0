/*
 * version_conan - Conan packages, items[-items][+items], where items stand between dots, as Conan 2 compares
 * them (conan/internal/model/version.py).
 *
 * The first hyphen begins the pre-release, the last plus the build. In each row an item of digits is a
 * number, any other a text, and zeros at the end do not count: 1 = 1.0. A row that begins another is below
 * it. A pre-release is below its release, even an empty one; no build is below any. Key: each row and its
 * end, with a mark before the pre-release or in its place.
 *
 *	end < empty < text with a sign first < number, and then what follows it < text with another byte first
 *
 * Conan compares a number with a text as two texts, which has cycles: 3 < 100 < 2a < 3. So a text that begins
 * with digits is taken as their value and the rest: 2 < 2a < 3 < 100.
 */
#include "identity/version_parts.h"

enum { ROW_END = 0x02, EMPTY, SIGN, TEXT = VERSION_NUMBERS_LAST + 1 };
enum { PRERELEASE = 0x02, RELEASE };

static void put_item(struct str item, struct version_writer *out)
{
	if (item.len == 0) {
		version_put(out, EMPTY);
		return;
	}
	if (char_is_digit(item.ptr[0]))
		version_put_number(out, version_take_number(&item));
	else
		version_put(out, (unsigned char)item.ptr[0] < '0' ? SIGN : TEXT);
	version_put_word(out, item, false);
}

static bool is_zero(struct str item)
{
	size_t at = 0;

	while (at < item.len && item.ptr[at] == '0')
		at++;
	return item.len && at == item.len;
}

static void put_row(struct str rest, struct version_writer *out)
{
	size_t zeros = 0; /* seen, and not yet known to count */
	bool more = true;

	while (more) {
		struct str item = STR_NONE;

		more = str_cut(&rest, '.', &item);
		if (!more)
			item = rest;
		if (is_zero(item)) {
			zeros++;
			continue;
		}
		for (; zeros; zeros--)
			put_item(STR("0"), out);
		put_item(item, out);
	}
	version_put(out, ROW_END);
}

bool version_conan_key(struct str text, struct version_writer *out, struct err *e)
{
	struct str rest = text, build = text, items;
	bool has_build = str_cut_last(&build, '+', &rest), has_prerelease;

	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.ptr[i] <= ' ' || text.ptr[i] == 0x7f)
			return err_fail(e, ERR_INPUT, "a blank or control character inside");
	if (text.len == 0)
		return err_fail(e, ERR_INPUT, "the version is empty");
	has_prerelease = str_cut(&rest, '-', &items);
	put_row(has_prerelease ? items : rest, out);
	version_put(out, has_prerelease ? PRERELEASE : RELEASE);
	if (has_prerelease)
		put_row(rest, out);
	if (has_build)
		put_row(build, out);
	return true;
}
