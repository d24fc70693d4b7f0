/*
 * version_pep440 - Python versions: PyPA's version specifiers (PEP 440), with the spellings of its appendix
 *B.
 *
 *	[v][N!]N(.N)*[[-_.]{a|b|rc}[-_.]N][-N | [-_.]post[-_.]N][[-_.]dev[-_.]N][+local]
 *
 * Key: epoch; numbers of the release without zeros at its end, and a mark for the end; pre-release,
 *post-release and development release, each with a mark for none, which is where the order of PEP 440 puts
 *it: a missing pre-release is above all of them, unless there is nothing but a development release, which is
 *below them all; no post-release is below any, no development release above any. Then the parts of the local
 *version, words below numbers; none is below any.
 */
#include "identity/version_parts.h"

enum { RELEASE_END = 0x02 };
enum { DEV_ONLY = 0x02, ALPHA, BETA, CANDIDATE, NO_PRE };
enum { NO_POST = 0x02, LOCAL_WORD = 0x02, NO_DEV = VERSION_NUMBERS_LAST + 1 };

/* A word before those that it begins with: the longest is taken. */
static const struct version_word pre_words[] = {
	{ { "alpha", 5 }, ALPHA },
	{ { "a", 1 }, ALPHA },
	{ { "beta", 4 }, BETA },
	{ { "b", 1 }, BETA },
	{ { "c", 1 }, CANDIDATE },
	{ { "rc", 2 }, CANDIDATE },
	{ { "preview", 7 }, CANDIDATE },
	{ { "pre", 3 }, CANDIDATE },
};
static const struct version_word post_words[] = { { { "post", 4 }, 1 }, { { "rev", 3 }, 1 },
	{ { "r", 1 }, 1 } };
static const struct version_word dev_words[] = { { { "dev", 3 }, 1 } };

static bool is_separator(char c)
{
	return c == '.' || c == '-' || c == '_';
}

static struct str without_separator(struct str s)
{
	return s.len && is_separator(s.ptr[0]) ? str_from(s, 1) : s;
}

/* Takes [-_.]word[-_.]N: the mark of the word and its number, or 0 and *rest as it was. */
static unsigned take_part(
    struct str *rest, const struct version_word *words, size_t count, struct str *number)
{
	struct str part = without_separator(*rest);

	for (size_t i = 0; i < count; i++)
		if (str_starts_nocase(part, words[i].word)) {
			*rest = without_separator(str_from(part, words[i].word.len));
			*number = version_take_number(rest);
			return words[i].mark;
		}
	return 0;
}

/* [N!]N(.N)* */
static bool put_release(struct str *rest, struct version_writer *out, struct err *e)
{
	struct str digits = version_take_number(rest);
	size_t zeros = 0;

	if (str_starts(*rest, STR("!"))) {
		version_put_number(out, digits);
		*rest = str_from(*rest, 1);
		if (!version_starts_with_digit(*rest))
			return err_fail(e, ERR_INPUT, "no number behind the epoch");
		digits = version_take_number(rest);
	} else {
		version_put_number(out, STR_NONE);
	}
	for (;;) {
		if (digits.len == 0) {
			zeros++;
		} else {
			for (; zeros; zeros--)
				version_put_number(out, STR_NONE);
			version_put_number(out, digits);
		}
		if (!str_starts(*rest, STR(".")) || !version_starts_with_digit(str_from(*rest, 1)))
			break;
		*rest = str_from(*rest, 1);
		digits = version_take_number(rest);
	}
	version_put(out, RELEASE_END);
	return true;
}

/* Everything between the release and the local version. */
static void put_stages(struct str *rest, struct version_writer *out)
{
	struct str pre_number, post_number, dev_number;
	unsigned pre = take_part(rest, pre_words, COUNT(pre_words), &pre_number);
	bool post, dev;

	if (str_starts(*rest, STR("-")) && version_starts_with_digit(str_from(*rest, 1))) {
		*rest = str_from(*rest, 1);
		post_number = version_take_number(rest);
		post = true;
	} else {
		post = take_part(rest, post_words, COUNT(post_words), &post_number);
	}
	dev = take_part(rest, dev_words, COUNT(dev_words), &dev_number);
	if (pre) {
		version_put(out, pre);
		version_put_number(out, pre_number);
	} else {
		version_put(out, dev && !post ? DEV_ONLY : NO_PRE);
	}
	if (post)
		version_put_number(out, post_number);
	else
		version_put(out, NO_POST);
	if (dev)
		version_put_number(out, dev_number);
	else
		version_put(out, NO_DEV);
}

/* One part of the local version; false if it is not letters and digits. */
static bool put_local_part(struct str part, struct version_writer *out)
{
	bool number = true;

	for (size_t i = 0; i < part.len; i++) {
		if (!char_is_alnum(part.ptr[i]))
			return false;
		number = number && char_is_digit(part.ptr[i]);
	}
	if (number) {
		version_put_number(out, version_take_number(&part));
	} else {
		version_put(out, LOCAL_WORD);
		version_put_word(out, part, true);
	}
	return true;
}

static bool put_local(struct str local, struct version_writer *out)
{
	for (;;) {
		size_t end = 0;

		while (end < local.len && !is_separator(local.ptr[end]))
			end++;
		if (end == 0 || !put_local_part(str_first(local, end), out))
			return false;
		if (end == local.len)
			return true;
		local = str_from(local, end + 1);
	}
}

bool version_pep440_key(struct str text, struct version_writer *out, struct err *e)
{
	struct str trimmed = str_trim(text), rest = str_from(trimmed, str_starts_nocase(trimmed, STR("v")));

	if (!version_starts_with_digit(rest))
		return err_fail(e, ERR_INPUT, "it does not begin with a number");
	if (!put_release(&rest, out, e))
		return false;
	put_stages(&rest, out);
	if (str_starts(rest, STR("+"))) {
		if (!put_local(str_from(rest, 1), out))
			return err_fail(e, ERR_INPUT,
			    "the local version \"" STR_FMT "\" is not letters and digits",
			    STR_ARG(str_from(rest, 1)));
		return true;
	}
	if (rest.len)
		return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is not expected there", STR_ARG(rest));
	return true;
}
