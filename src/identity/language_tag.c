#include "identity/language_tag.h"

#define SUBTAG_BYTES_MOST 8
#define EXTENDED_MOST 3 /* language subtags behind the first: zh-cmn */

/* "language aa ab", in lower case; tools/linesgen makes them of language_subtags.txt. */
extern const char *const language_subtags_lines[];
extern const size_t language_subtags_lines_count;

struct subtag {
	char text[SUBTAG_BYTES_MOST]; /* in lower case */
	size_t len;
	bool letters, digits; /* nothing else in it */
};

/* False where it is none: empty, too long, or with something that is no letter and no digit. */
static bool next_subtag(struct str *rest, struct subtag *out)
{
	struct str piece;

	*out = (struct subtag){ .letters = true, .digits = true };
	if (!str_next(rest, '-', &piece) || piece.len == 0 || piece.len > SUBTAG_BYTES_MOST)
		return false;
	for (size_t i = 0; i < piece.len; i++) {
		if (!char_is_alnum(piece.ptr[i]))
			return false;
		out->letters = out->letters && char_is_alpha(piece.ptr[i]);
		out->digits = out->digits && char_is_digit(piece.ptr[i]);
		out->text[i] = char_lower(piece.ptr[i]);
	}
	out->len = piece.len;
	return true;
}

static struct str text_of(const struct subtag *s)
{
	return (struct str){ s->text, s->len };
}

static bool is_between(const struct subtag *s, const char *least, const char *most)
{
	struct str text = text_of(s);

	return text.len == strlen(least) && str_cmp(text, str_of(least)) >= 0 &&
	       str_cmp(text, str_of(most)) <= 0;
}

enum subtag_kind { SUBTAG_LANGUAGE, SUBTAG_SCRIPT, SUBTAG_REGION, SUBTAG_VARIANT, SUBTAG_KIND_COUNT };

static const char *const kind_names[] = {
	[SUBTAG_LANGUAGE] = "language",
	[SUBTAG_SCRIPT] = "script",
	[SUBTAG_REGION] = "region",
	[SUBTAG_VARIANT] = "variant",
};
_Static_assert(COUNT(kind_names) == SUBTAG_KIND_COUNT, "a name for every kind");

static bool is_for_private_use(const struct subtag *s, enum subtag_kind kind)
{
	switch (kind) {
	case SUBTAG_LANGUAGE:
		return is_between(s, "qaa", "qtz");
	case SUBTAG_SCRIPT:
		return is_between(s, "qaaa", "qabx");
	case SUBTAG_REGION:
		return is_between(s, "aa", "aa") || is_between(s, "qm", "qz") || is_between(s, "xa", "xz") ||
		       is_between(s, "zz", "zz");
	case SUBTAG_VARIANT:
	case SUBTAG_KIND_COUNT:
		break;
	}
	return false;
}

static bool is_registered(const struct subtag *s, enum subtag_kind kind)
{
	for (size_t i = 0; i < language_subtags_lines_count; i++) {
		struct str rest = str_of(language_subtags_lines[i]), word;

		if (!str_cut(&rest, ' ', &word) || !str_eq(word, str_of(kind_names[kind])))
			continue;
		while (str_next(&rest, ' ', &word))
			if (str_eq(word, text_of(s)))
				return true;
	}
	return is_for_private_use(s, kind);
}

/* What a subtag behind the first can only be by its form, RFC 5646, 2.1. */
static bool kind_of(const struct subtag *s, size_t extended, enum subtag_kind *kind)
{
	if (s->letters && s->len == 3 && extended < EXTENDED_MOST)
		*kind = SUBTAG_LANGUAGE;
	else if (s->letters && s->len == 4)
		*kind = SUBTAG_SCRIPT;
	else if ((s->letters && s->len == 2) || (s->digits && s->len == 3))
		*kind = SUBTAG_REGION;
	else if (s->len >= 5 || (s->len == 4 && char_is_digit(s->text[0])))
		*kind = SUBTAG_VARIANT;
	else
		return false;
	return true;
}

/* Behind "x" anything; behind another single letter or digit at least one subtag of two or more. */
static bool check_extensions(struct str rest, struct subtag single, struct err *e)
{
	bool seen[256] = { false };

	for (;;) {
		bool is_private = single.text[0] == 'x';
		size_t count = 0;

		if (seen[(unsigned char)single.text[0]])
			return err_fail(e, ERR_INPUT, "extension \"%c\" stands twice", single.text[0]);
		seen[(unsigned char)single.text[0]] = true;
		for (;; count++) {
			if (!rest.ptr && count > 0)
				return true;
			if (!next_subtag(&rest, &single))
				return err_fail(e, ERR_INPUT, "it ends in the middle of an extension");
			if (single.len == 1 && !is_private)
				break;
		}
		if (count == 0)
			return err_fail(e, ERR_INPUT, "it has an empty extension");
	}
}

static bool check_subtag(const struct subtag *s, enum subtag_kind kind, struct err *e)
{
	if (kind == SUBTAG_VARIANT || is_registered(s, kind))
		return true;
	return err_fail(
	    e, ERR_INPUT, "%s \"" STR_FMT "\" is not registered", kind_names[kind], STR_ARG(text_of(s)));
}

bool language_tag_check(struct str tag, struct err *e)
{
	enum subtag_kind kind = SUBTAG_LANGUAGE, now;
	struct str rest = tag;
	size_t extended = 0;
	struct subtag s;

	if (str_eq_nocase(tag, STR("i-default")) || str_eq_nocase(tag, STR("i-mingo")))
		return true;
	if (!rest.ptr || !next_subtag(&rest, &s) || (!s.letters && s.len > 1))
		return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is no language tag", STR_ARG(tag));
	if (s.len == 1)
		return s.text[0] == 'x'
			   ? check_extensions(rest, s, e)
			   : err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is no language tag", STR_ARG(tag));
	if (!check_subtag(&s, SUBTAG_LANGUAGE, e))
		return false;
	while (rest.ptr) {
		if (!next_subtag(&rest, &s))
			return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is no language tag", STR_ARG(tag));
		if (s.len == 1)
			return check_extensions(rest, s, e);
		/* in this order, and all but variants and more languages once */
		if (!kind_of(&s, extended, &now) || now < kind ||
		    (now == kind && now != SUBTAG_VARIANT && now != SUBTAG_LANGUAGE))
			return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" has no place for \"" STR_FMT "\"",
			    STR_ARG(tag), STR_ARG(text_of(&s)));
		if (!check_subtag(&s, now, e))
			return false;
		extended += now == SUBTAG_LANGUAGE;
		kind = now;
	}
	return true;
}

bool language_tag_is_private(struct str tag)
{
	enum subtag_kind kind = SUBTAG_LANGUAGE;
	struct str rest = tag;
	struct subtag s;

	for (size_t i = 0; rest.ptr && next_subtag(&rest, &s); i++) {
		if (s.len == 1)
			return s.text[0] == 'x';
		if ((i == 0 || kind_of(&s, 0, &kind)) && is_for_private_use(&s, kind))
			return true;
	}
	return false;
}
