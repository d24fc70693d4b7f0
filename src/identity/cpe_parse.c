/*
 * cpe_parse - reads both written forms of a CPE name into canonical attributes.
 *
 * A name that is canonical already, as nearly all of NVD's are, is only cut: one pass, nothing copied. Any
 * other goes the long way: attributes are cut out, those of a URI turned into formatted text, and each is
 * brought into canonical form.
 */
#include "identity/cpe.h"

#include "base/number.h"
#include "limits.h"

struct reading {
	struct arena *arena;
	bool lenient, mended;
};

static bool mend(struct reading *r)
{
	r->mended |= r->lenient;
	return r->lenient;
}

/* Stands in a formatted string as it is (NISTIR 7695 6.2.1, but for letters of either case). */
static bool is_plain(char c)
{
	return char_is_alnum(c) || c == '.' || c == '-' || c == '_';
}

static bool is_punctuation(char c)
{
	return c > ' ' && c < 0x7f && !is_plain(c);
}

static bool is_wildcard(char c)
{
	return c == '*' || c == '?';
}

/* --- the short way --- */

static bool is_canonical(char c)
{
	return (c >= 'a' && c <= 'z') || char_is_digit(c) || c == '.' || c == '-' || c == '_';
}

/* The length of the canonical value that s begins with; 0 where it is not canonical. */
static size_t canonical_len(struct str s)
{
	size_t i = 0;

	if (s.len && s.ptr[0] == '*')
		return s.len == 1 || s.ptr[1] == ':' ? 1 : 0;
	while (i < s.len && s.ptr[i] != ':') {
		if (is_canonical(s.ptr[i]))
			i++;
		else if (s.ptr[i] == '\\' && i + 1 < s.len && is_punctuation(s.ptr[i + 1]))
			i += 2;
		else
			return 0;
	}
	return i;
}

static bool is_part(struct str part)
{
	return part.len == 1 && memchr("aoh*-", part.ptr[0], 5) != NULL;
}

/* A language and, after a hyphen, a region (RFC 5646, as far as NISTIR 7695 5.3.3.7 takes it). */
static bool is_language(struct str value)
{
	struct str language = value, region = value;
	bool letters = true, digits = true;

	if (cpe_is_any(value) || cpe_is_na(value))
		return true;
	if (!str_cut(&region, '-', &language))
		region = STR("xx");
	for (size_t i = 0; i < language.len; i++)
		if (!char_is_alpha(language.ptr[i]))
			return false;
	for (size_t i = 0; i < region.len; i++) {
		letters = letters && char_is_alpha(region.ptr[i]);
		digits = digits && char_is_digit(region.ptr[i]);
	}
	return (language.len == 2 || language.len == 3) &&
	       ((region.len == 2 && letters) || (region.len == 3 && digits));
}

static bool cut_canonical(struct str text, struct cpe *c)
{
	for (int i = 0; i < CPE_ATTRIBUTE_COUNT; i++) {
		size_t len = canonical_len(text);

		if (len == 0)
			return false;
		c->attribute[i] = str_first(text, len);
		text = str_from(text, len);
		if ((text.len > 0) != (i + 1 < CPE_ATTRIBUTE_COUNT))
			return false;
		text = str_from(text, 1);
	}
	return is_part(c->attribute[CPE_PART]) && is_language(c->attribute[CPE_LANGUAGE]);
}

/* --- one value into canonical form --- */

/* How much of s is wildcards, counted from its front or its end; what an odd number of backslashes precedes
 * is none. */
static size_t leading_wildcards(struct str s)
{
	size_t n = 0;

	while (n < s.len && is_wildcard(s.ptr[n]))
		n++;
	return n;
}

static size_t trailing_wildcards(struct str s)
{
	size_t n = 0, backslashes = 0;

	while (n < s.len && is_wildcard(s.ptr[s.len - 1 - n]))
		n++;
	while (n + backslashes < s.len && s.ptr[s.len - 1 - n - backslashes] == '\\')
		backslashes++;
	return n && backslashes % 2 ? n - 1 : n;
}

static bool wildcards_are_good(struct str s)
{
	return s.len <= 1 || str_index(s, '*') == s.len;
}

static bool refuse_value(enum cpe_attribute which, struct str value, const char *why, struct err *e)
{
	return err_fail(
	    e, ERR_INPUT, "%s \"" STR_FMT "\" %s", cpe_attribute_name(which), STR_ARG(value), why);
}

/* Adds one unescaped character from between the wildcards; NULL, or why it cannot be. */
static const char *add_character(char c, struct reading *r, char *to, size_t *len)
{
	if (is_plain(c)) {
		to[(*len)++] = char_lower(c);
		return NULL;
	}
	if (c != ' ' && !is_punctuation(c))
		return "holds a character that is not printable ASCII";
	if (!mend(r) && is_wildcard(c))
		return "has a wildcard inside; only its ends may have one";
	if (!r->lenient)
		return c == ' ' ? "holds a blank" : "holds a special character that is not escaped";
	if (c != ' ')
		to[(*len)++] = '\\';
	to[(*len)++] = c == ' ' ? '_' : c;
	return NULL;
}

/* Adds what a backslash makes of c; NULL, or why it cannot be. */
static const char *add_escaped(char c, struct reading *r, char *to, size_t *len)
{
	if (!is_plain(c) && !is_punctuation(c))
		return "has a backslash before a character that cannot be escaped";
	if (char_is_alnum(c) && !mend(r))
		return "has a backslash before a letter or digit";
	if (!is_plain(c))
		to[(*len)++] = '\\';
	to[(*len)++] = char_lower(c);
	return NULL;
}

/* What stands between the wildcards of a value, into to[*len...], which has room for twice as much. */
static bool add_core(
    struct str core, enum cpe_attribute which, struct reading *r, char *to, size_t *len, struct err *e)
{
	const char *why = NULL;

	for (size_t i = 0; i < core.len && !why; i++) {
		if (core.ptr[i] != '\\')
			why = add_character(core.ptr[i], r, to, len);
		else if (++i == core.len)
			why = "ends in a backslash";
		else
			why = add_escaped(core.ptr[i], r, to, len);
	}
	return why ? refuse_value(which, core, why, e) : true;
}

/* value is formatted text, as between two colons of a 2.3 name. */
static bool canonicalise(
    enum cpe_attribute which, struct str value, struct reading *r, struct str *out, struct err *e)
{
	size_t lead = leading_wildcards(value), trail, len = 0;
	struct str core = str_from(value, lead);
	char *to;

	if (cpe_is_any(value) || cpe_is_na(value) || str_eq(value, STR("\\-"))) {
		*out = value;
		return true;
	}
	if (value.len == 0 && !mend(r))
		return err_fail(e, ERR_INPUT, "%s is empty", cpe_attribute_name(which));
	if (value.len == 0) {
		*out = STR("*");
		return true;
	}
	trail = trailing_wildcards(core);
	core.len -= trail;
	if (core.len == 0)
		return refuse_value(which, value, "is nothing but wildcards", e);
	if (!wildcards_are_good(str_first(value, lead)) ||
	    !wildcards_are_good(str_from(value, value.len - trail)))
		return refuse_value(
		    which, value, "has wildcards that are neither one \"*\" nor all \"?\"", e);
	to = arena_alloc(r->arena, 2 * value.len, 1);
	memcpy(to, value.ptr, lead);
	len = lead;
	if (!add_core(core, which, r, to, &len, e))
		return false;
	memcpy(to + len, core.ptr + core.len, trail);
	*out = (struct str){ to, len + trail };
	return true;
}

static bool canonicalise_all(struct cpe *c, struct reading *r, struct err *e)
{
	for (int i = 0; i < CPE_ATTRIBUTE_COUNT; i++)
		if (!canonicalise((enum cpe_attribute)i, c->attribute[i], r, &c->attribute[i], e))
			return false;
	if (!is_part(c->attribute[CPE_PART]))
		return refuse_value(CPE_PART, c->attribute[CPE_PART], "is none of a, h and o", e);
	if (!is_language(c->attribute[CPE_LANGUAGE]) && !mend(r))
		return refuse_value(CPE_LANGUAGE, c->attribute[CPE_LANGUAGE], "is no language", e);
	return true;
}

/* --- the two written forms --- */

static bool parse_formatted(struct str text, struct reading *r, struct cpe *c, struct err *e)
{
	int count = 0;
	size_t from = 0;

	for (size_t i = 0; i <= text.len; i++) {
		if (i + 1 < text.len && text.ptr[i] == '\\') {
			i++;
		} else if (i >= text.len || text.ptr[i] == ':') {
			if (count < CPE_ATTRIBUTE_COUNT)
				c->attribute[count] = str_first(str_from(text, from), i - from);
			count++;
			from = i + 1;
		}
	}
	if (count > CPE_ATTRIBUTE_COUNT ||
	    (count < CPE_ATTRIBUTE_COUNT && (count <= CPE_PRODUCT || !mend(r))))
		return err_fail(e, ERR_INPUT, "found %d part%s behind cpe:2.3:, expected %d", count,
		    PLURAL(count), CPE_ATTRIBUTE_COUNT);
	for (; count < CPE_ATTRIBUTE_COUNT; count++)
		c->attribute[count] = STR("*");
	return canonicalise_all(c, r, e);
}

/* The byte that the percent escape at s.ptr[at] stands for, or -1. */
static int uri_escape(struct str s, size_t at)
{
	int high = at + 2 < s.len ? char_hex(s.ptr[at + 1]) : -1;
	int low = at + 2 < s.len ? char_hex(s.ptr[at + 2]) : -1;

	return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/* Adds what a percent escape stands for: a wildcard (%01, %02) or a character that formatted text escapes;
 * NULL, or why it cannot be. Letters, digits and controls are not written so (NISTIR 7695 6.1.3.2). */
static const char *add_uri_escape(int byte, struct reading *r, char *to, size_t *len)
{
	bool alnum = byte > 0 && char_is_alnum((char)byte);

	if (byte == 1 || byte == 2) {
		to[(*len)++] = byte == 1 ? '?' : '*';
		return NULL;
	}
	if (byte < 0)
		return "has a \"%\" that escapes nothing";
	if (byte <= ' ' || byte >= 0x7f || (alnum && !mend(r)))
		return "has a percent escape that no CPE has";
	if (!alnum)
		to[(*len)++] = '\\';
	to[(*len)++] = (char)byte;
	return NULL;
}

/* A component of a URI as formatted text. */
static bool format_component(
    enum cpe_attribute which, struct str component, struct reading *r, struct str *out, struct err *e)
{
	char *to = arena_alloc(r->arena, 2 * component.len + 1, 1);
	const char *why = NULL;
	size_t len = 0;

	for (size_t i = 0; i < component.len && !why; i++) {
		char c = component.ptr[i];

		if (c == '%') {
			why = add_uri_escape(uri_escape(component, i), r, to, &len);
			i += 2;
		} else if (is_plain(c)) {
			to[len++] = c;
		} else if (c == '~' || (is_punctuation(c) && mend(r))) {
			to[len++] = '\\';
			to[len++] = c;
		} else {
			why = "holds a character that a URI must percent-encode";
		}
	}
	*out = (struct str){ to, len };
	return why ? refuse_value(which, component, why, e) : true;
}

/* "~edition~sw_edition~target_sw~target_hw~other" (NISTIR 7695 6.1.3.2). */
static bool unpack_edition(struct str packed, struct reading *r, struct str *component, struct err *e)
{
	static const enum cpe_attribute order[] = { CPE_EDITION, CPE_SW_EDITION, CPE_TARGET_SW, CPE_TARGET_HW,
		CPE_OTHER };
	struct str rest = str_from(packed, 1), piece;
	size_t count = 0;

	while (str_next(&rest, '~', &piece)) {
		if (count < COUNT(order))
			component[order[count]] = piece;
		count++;
	}
	if (count > COUNT(order) || (count < COUNT(order) && !mend(r)))
		return err_fail(e, ERR_INPUT, "edition \"" STR_FMT "\" packs %zu parts, expected %zu",
		    STR_ARG(packed), count, COUNT(order));
	return true;
}

static bool parse_uri(struct str text, struct reading *r, struct cpe *c, struct err *e)
{
	struct str component[CPE_ATTRIBUTE_COUNT] = { 0 }, rest = text, piece, edition;
	int count = 0;

	while (str_next(&rest, ':', &piece)) {
		if (count <= CPE_LANGUAGE)
			component[count] = piece;
		count++;
	}
	if (count > CPE_LANGUAGE + 1)
		return err_fail(e, ERR_INPUT, "found %d parts behind cpe:/, expected at most %d", count,
		    CPE_LANGUAGE + 1);
	edition = component[CPE_EDITION];
	if (edition.len && edition.ptr[0] == '~' && !unpack_edition(edition, r, component, e))
		return false;
	for (int i = 0; i < CPE_ATTRIBUTE_COUNT; i++) {
		c->attribute[i] = STR("*");
		if (str_eq(component[i], STR("*")) && mend(r))
			continue; /* what 2.3 names have for ANY */
		if (component[i].len &&
		    !format_component((enum cpe_attribute)i, component[i], r, &c->attribute[i], e))
			return false;
	}
	return canonicalise_all(c, r, e);
}

static bool parse(struct str text, struct reading *r, struct cpe *out, struct err *e)
{
	bool formatted = str_starts_nocase(text, STR("cpe:2.3:")), done;
	struct cpe c;

	if (text.len > LIMIT_CPE_BYTES)
		return err_fail(
		    e, ERR_LIMIT, "cpe has %zu bytes, the limit is %d", text.len, LIMIT_CPE_BYTES);
	if (formatted && cut_canonical(str_from(text, 8), &c)) {
		*out = c;
		return true;
	}
	if (!formatted && !str_starts_nocase(text, STR("cpe:/")))
		return err_fail(e, ERR_INPUT, "cpe \"" STR_FMT "\" starts with neither cpe:2.3: nor cpe:/",
		    STR_ARG(text));
	done =
	    formatted ? parse_formatted(str_from(text, 8), r, &c, e) : parse_uri(str_from(text, 5), r, &c, e);
	if (!done)
		return err_within(e, "cpe \"" STR_FMT "\"", STR_ARG(text));
	*out = c;
	return true;
}

bool cpe_parse(struct str text, struct arena *arena, struct cpe *out, struct err *e)
{
	struct reading r = { .arena = arena };

	return parse(text, &r, out, e);
}

bool cpe_parse_lenient(struct str text, struct arena *arena, struct cpe *out, bool *mended, struct err *e)
{
	struct reading r = { .arena = arena, .lenient = true };

	if (!parse(text, &r, out, e))
		return false;
	*mended = r.mended;
	return true;
}
