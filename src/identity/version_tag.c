#include "identity/version_tag.h"

#include "identity/repository.h"

#define COMMIT_BYTES_LEAST 12 /* shorter ones may be dates or builds */

/* Longer ones before those that they begin with. */
static const char *const before[] = { "version", "release", "stable", "ver", "rel", "tag", "v", "r" };
static const char *const behind[] = { "release", "stable", "final", "ga" };

static bool is_separator(char c)
{
	return c == '-' || c == '_' || c == '.' || c == '/' || c == ' ';
}

static bool starts_with_digit(struct str s)
{
	return s.len > 0 && char_is_digit(s.ptr[0]);
}

/* "v1.2" is a version, too: all orders read it. */
static bool is_plain(struct str s)
{
	return starts_with_digit(s) || (str_starts_nocase(s, STR("v")) && starts_with_digit(str_from(s, 1)));
}

static struct str skip_separators(struct str s)
{
	while (s.len && is_separator(s.ptr[0]))
		s = str_from(s, 1);
	return s;
}

/* Takes the letters and digits of name off the front, whatever separates them; false where they differ. */
static bool take_name(struct str *s, struct str name)
{
	struct str rest = *s;
	bool any = false, digit = false;

	for (size_t i = 0; i < name.len; i++) {
		if (!char_is_alnum(name.ptr[i]))
			continue;
		if (any)
			rest = skip_separators(rest);
		if (rest.len == 0 || char_lower(rest.ptr[0]) != char_lower(name.ptr[i]))
			return false;
		digit = char_is_digit(name.ptr[i]);
		rest = str_from(rest, 1);
		any = true;
	}
	/* of "zlib22.1" nobody knows where the name ends */
	if (!any || rest.len == 0 || (digit && !is_separator(rest.ptr[0])))
		return false;
	if (char_is_alpha(rest.ptr[0]) && !is_plain(rest))
		return false;
	*s = skip_separators(rest);
	return true;
}

static bool take_word(struct str *s)
{
	for (size_t i = 0; i < COUNT(before); i++)
		if (str_starts_nocase(*s, str_of(before[i])) && take_name(s, str_of(before[i])))
			return true;
	return false;
}

/* Two numbers or more: "release-5" may be anything. */
static bool is_version(struct str s)
{
	size_t i = 0;

	if (str_starts_nocase(s, STR("v")))
		i++;
	if (i >= s.len || !char_is_digit(s.ptr[i]))
		return false;
	while (i < s.len && char_is_digit(s.ptr[i]))
		i++;
	return i + 1 < s.len && is_separator(s.ptr[i]) && char_is_digit(s.ptr[i + 1]);
}

static struct str without_end(struct str s)
{
	for (size_t i = 0; i < COUNT(behind); i++) {
		struct str word = str_of(behind[i]);

		if (s.len > word.len + 1 && str_eq_nocase(str_from(s, s.len - word.len), word) &&
		    is_separator(s.ptr[s.len - word.len - 1]))
			return str_first(s, s.len - word.len - 1);
	}
	return s;
}

/* What stands behind the name, if there is one, and the words; empty where that is no version. */
static struct str behind_words(struct str s, struct str name)
{
	if (name.len && !take_name(&s, name))
		return STR_NONE;
	for (int i = 0; i < 2 && !is_plain(s); i++)
		if (!take_word(&s))
			return STR_NONE;
	if (is_plain(s) && !starts_with_digit(s))
		s = str_from(s, 1);
	return is_version(s) ? without_end(s) : STR_NONE;
}

/* 1_1_1k as 1.1.1k, where no dot says what separates. */
static struct str with_dots(struct str s, struct arena *arena)
{
	char *copy = arena_text(arena, s);

	if (str_index(s, '.') < s.len)
		return (struct str){ copy, s.len };
	for (size_t i = 1; i + 1 < s.len; i++)
		if (copy[i] == '_' && char_is_digit(copy[i - 1]) && char_is_digit(copy[i + 1]))
			copy[i] = '.';
	return (struct str){ copy, s.len };
}

static bool is_commit(struct str s)
{
	bool letter = false;

	for (size_t i = 0; i < s.len; i++)
		letter |= char_is_alpha(s.ptr[i]);
	return letter && s.len >= COMMIT_BYTES_LEAST && repository_is_commit(s);
}

static struct str without_path(struct str text)
{
	if (str_starts(text, STR("refs/")))
		text = str_from(text, STR("refs/").len);
	return str_starts(text, STR("tags/")) ? str_from(text, STR("tags/").len) : text;
}

enum version_tag version_tag_read(
    struct str text, const struct str *names, size_t count, struct arena *arena, struct str *version)
{
	struct str tag = without_path(text), found = STR_NONE;

	if (is_commit(tag))
		return TAG_UNREAD;
	if (is_plain(tag)) {
		found = without_end(tag);
		if (found.len == text.len)
			return TAG_NONE;
		*version = arena_copy(arena, found);
		return TAG_READ;
	}
	if (!tag.len || !(char_is_alpha(tag.ptr[0]) || tag.len < text.len))
		return TAG_NONE;
	found = behind_words(tag, STR_NONE);
	for (size_t i = 0; i < count; i++) {
		struct str by_name = behind_words(tag, names[i]);

		if (by_name.len == 0)
			continue;
		if (found.len && !str_eq(found, by_name))
			return TAG_UNREAD; /* two names, two versions */
		found = by_name;
	}
	if (found.len == 0)
		return TAG_UNREAD;
	*version = with_dots(found, arena);
	return TAG_READ;
}

bool version_tag_same_form(struct str tag, struct str version, struct str other)
{
	size_t digits = 0, end;

	while (digits < tag.len && !char_is_digit(tag.ptr[digits]))
		digits++;
	/* a v in front all orders pass over by themselves */
	if (digits > 0 && !is_plain(tag) && str_starts_nocase(other, str_first(tag, digits)))
		return true;
	end = tag.len;
	while (end > 0 && char_is_alpha(tag.ptr[end - 1]))
		end--;
	return end < tag.len && version.len && !char_is_alpha(version.ptr[version.len - 1]) &&
	       other.len >= tag.len - end &&
	       str_eq_nocase(str_from(other, other.len - (tag.len - end)), str_from(tag, end));
}
