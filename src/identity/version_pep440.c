/*
 * version_pep440 - Python versions: PEP 440 with its normalisation (appendix B), epochs and local versions.
 *
 * Key: epoch; the numbers of the release without zeros at its end, each behind 1, then 0; pre-release (0:
 * there is none but a development release of the release itself, 1 to 3: a, b, rc with its number, 4: none);
 * post-release (0 none, 1 and its number); development release (0 and its number, 1 none); local version (0
 * none, 1 and its segments: 1, the text and a zero byte, or 2 and a number; 0 at their end).
 */
#include "identity/version_parts.h"

struct parsed {
	struct str epoch, release, pre_number, post_number, dev_number, local;
	int pre; /* 1 a, 2 b, 3 rc; 0 none */
	bool has_post, has_dev, has_local;
};

static bool is_separator(char c)
{
	return c == '.' || c == '-' || c == '_';
}

static void skip_separator(struct str *rest)
{
	if (rest->len && is_separator(rest->ptr[0]))
		*rest = str_from(*rest, 1);
}

/* Takes one of the words, the longest first, with a separator allowed before it; its index, or -1. */
static int take_word(struct str *rest, const char *const *words, size_t count)
{
	struct str behind = *rest;

	skip_separator(&behind);
	for (size_t i = 0; i < count; i++)
		if (str_starts_nocase(behind, str_of(words[i]))) {
			*rest = str_from(behind, strlen(words[i]));
			return (int)i;
		}
	return -1;
}

/* The number behind a word, with a separator allowed before it; none means 0. */
static struct str take_number(struct str *rest)
{
	struct str behind = *rest, digits;

	skip_separator(&behind);
	digits = version_take_digits(&behind);
	if (digits.len)
		*rest = behind;
	return digits;
}

static void take_pre(struct str *rest, struct parsed *p)
{
	static const char *const words[] = { "alpha", "beta", "preview", "pre", "rc", "a", "b", "c" };
	static const int kinds[] = { 1, 2, 3, 3, 3, 1, 2, 3 };
	int word = take_word(rest, words, COUNT(words));

	if (word < 0)
		return;
	p->pre = kinds[word];
	p->pre_number = take_number(rest);
}

static void take_post(struct str *rest, struct parsed *p)
{
	static const char *const words[] = { "post", "rev", "r" };
	struct str behind = str_from(*rest, 1);

	if (rest->len > 1 && rest->ptr[0] == '-' && char_is_digit(behind.ptr[0])) {
		p->has_post = true;
		p->post_number = version_take_digits(&behind);
		*rest = behind;
	} else if (take_word(rest, words, COUNT(words)) >= 0) {
		p->has_post = true;
		p->post_number = take_number(rest);
	}
}

static void take_dev(struct str *rest, struct parsed *p)
{
	static const char *const words[] = { "dev" };

	if (take_word(rest, words, COUNT(words)) < 0)
		return;
	p->has_dev = true;
	p->dev_number = take_number(rest);
}

static bool is_local(struct str local)
{
	bool segment = false;

	for (size_t i = 0; i < local.len; i++) {
		if (!is_separator(local.ptr[i]) && !char_is_alnum(local.ptr[i]))
			return false;
		if (is_separator(local.ptr[i]) && !segment)
			return false;
		segment = !is_separator(local.ptr[i]);
	}
	return segment;
}

static bool take_release(struct str *rest, struct parsed *p)
{
	struct str behind = *rest;

	if (version_take_digits(&behind).len == 0)
		return false;
	while (behind.len > 1 && behind.ptr[0] == '.' && char_is_digit(behind.ptr[1])) {
		behind = str_from(behind, 1);
		version_take_digits(&behind);
	}
	p->release = str_first(*rest, rest->len - behind.len);
	*rest = behind;
	return true;
}

static bool parse(struct str rest, struct parsed *p)
{
	struct str behind;

	if (rest.len && char_lower(rest.ptr[0]) == 'v')
		rest = str_from(rest, 1);
	behind = rest;
	p->epoch = version_take_digits(&behind);
	if (p->epoch.len && behind.len && behind.ptr[0] == '!')
		rest = str_from(behind, 1);
	else
		p->epoch = STR("");
	if (!take_release(&rest, p))
		return false;
	take_pre(&rest, p);
	take_post(&rest, p);
	take_dev(&rest, p);
	if (rest.len && rest.ptr[0] == '+') {
		p->has_local = true;
		p->local = str_from(rest, 1);
		return is_local(p->local);
	}
	return rest.len == 0;
}

static bool is_zero(struct str digits)
{
	while (digits.len && digits.ptr[0] == '0')
		digits = str_from(digits, 1);
	return digits.len == 0;
}

static void put_release(struct str release, struct buf *key)
{
	size_t zeros = 0; /* seen, and not yet known to count */
	struct str part;

	while (str_next(&release, '.', &part)) {
		if (is_zero(part)) {
			zeros++;
			continue;
		}
		for (; zeros; zeros--) {
			buf_byte(key, 1);
			version_put_number(key, STR("0"));
		}
		buf_byte(key, 1);
		version_put_number(key, part);
	}
	buf_byte(key, 0);
}

static void put_local(struct str local, struct buf *key)
{
	while (local.len) {
		size_t n = 0;
		struct str segment, rest;

		while (n < local.len && !is_separator(local.ptr[n]))
			n++;
		segment = str_first(local, n);
		local = str_from(local, n + 1);
		rest = segment;
		version_take_digits(&rest);
		buf_byte(key, rest.len ? 1 : 2);
		if (rest.len == 0) {
			version_put_number(key, segment);
			continue;
		}
		for (size_t i = 0; i < segment.len; i++)
			buf_byte(key, char_lower(segment.ptr[i]));
		buf_byte(key, 0);
	}
	buf_byte(key, 0);
}

bool version_pep440_key(struct str text, struct buf *key, struct err *e)
{
	struct parsed p = { 0 };

	if (!parse(str_trim(text), &p))
		return err_fail(
		    e, ERR_INPUT, "version \"" STR_FMT "\" is not allowed by PEP 440", STR_ARG(text));
	version_put_number(key, p.epoch);
	put_release(p.release, key);
	if (p.pre) {
		buf_byte(key, (char)p.pre);
		version_put_number(key, p.pre_number);
	} else {
		buf_byte(key, !p.has_post && p.has_dev ? 0 : 4);
	}
	buf_byte(key, p.has_post);
	if (p.has_post)
		version_put_number(key, p.post_number);
	buf_byte(key, !p.has_dev);
	if (p.has_dev)
		version_put_number(key, p.dev_number);
	buf_byte(key, p.has_local);
	if (p.has_local)
		put_local(p.local, key);
	return true;
}
