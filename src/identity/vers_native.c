#include "identity/vers_native.h"

#include "limits.h"

enum { NUMBERS_MOST = 8 };

/* What the types differ in; one that is not here has neither wildcards nor ^. */
static const struct dialect {
	const char *type;
	bool partial;	      /* 1.2 alone is 1.2.x */
	bool tilde_drops;     /* ~1.2.3.4 is below 1.2.4, not below 1.3 */
	const char *below;    /* makes a version the first that belongs to it: 2.0.0-0 */
	const char *at_least; /* the same for the lower end */
	const char *asks;     /* behind a version, asks for pre-releases and says nothing more */
	int numbers;	      /* a bound made up has at least that many */
} dialects[] = {
	{ "cargo", true, false, "-0", "", "", 3 },
	{ "composer", false, true, "-dev", "-dev", "", 3 },
	{ "conan", false, false, "-", "", "-", 1 },
	{ "gem", false, true, "", "", "", 1 },
	{ "npm", true, false, "-0", "", "", 3 },
	{ "pypi", false, true, ".dev0", ".dev0", "", 1 },
	{ "", false, true, "", "", "", 1 },
};

enum sign { NONE, EQUAL, NOT_EQUAL, LESS, MOST, MORE, LEAST, CARET, TILDE };

static const struct sign_text {
	struct str text;
	enum sign sign;
} signs[] = {
	{ { "===", 3 }, EQUAL },
	{ { "==", 2 }, EQUAL },
	{ { "!=", 2 }, NOT_EQUAL },
	{ { "<=", 2 }, MOST },
	{ { ">=", 2 }, LEAST },
	{ { "<<", 2 }, LESS },
	{ { ">>", 2 }, MORE },
	{ { "~>", 2 }, TILDE },
	{ { "~=", 2 }, TILDE },
	{ { "=", 1 }, EQUAL },
	{ { "<", 1 }, LESS },
	{ { ">", 1 }, MORE },
	{ { "^", 1 }, CARET },
	{ { "~", 1 }, TILDE },
};

struct native {
	const struct dialect *dialect;
	enum version_scheme scheme;
	struct arena *arena;
	struct vers_interval *at; /* the alternatives that are done */
	size_t count, room;
	size_t first; /* of the alternative under way; each lies in between what was said */
};

static const struct dialect *dialect_of(struct str type)
{
	const struct dialect *d = dialects;

	while (*d->type && !str_eq(str_of(d->type), type))
		d++;
	return d;
}

/* --- what one constraint does to the alternative under way --- */

static void add(struct native *n, struct vers_interval i)
{
	n->at = arena_room(n->arena, n->at, n->count, &n->room, sizeof(*n->at));
	n->at[n->count++] = i;
}

static void lower(struct vers_interval *i, const struct vers_interval *by)
{
	int sign = !by->has_low ? -1 : !i->has_low ? 1 : str_cmp(by->low_key, i->low_key);

	if (sign < 0 || (sign == 0 && by->low_inclusive))
		return;
	i->has_low = true;
	i->low = by->low;
	i->low_key = by->low_key;
	i->low_inclusive = by->low_inclusive;
}

static void upper(struct vers_interval *i, const struct vers_interval *by)
{
	int sign = !by->has_high ? 1 : !i->has_high ? -1 : str_cmp(by->high_key, i->high_key);

	if (sign > 0 || (sign == 0 && by->high_inclusive))
		return;
	i->has_high = true;
	i->high = by->high;
	i->high_key = by->high_key;
	i->high_inclusive = by->high_inclusive;
}

static void narrow(struct native *n, const struct vers_interval *by)
{
	for (size_t i = n->first; i < n->count; i++) {
		lower(&n->at[i], by);
		upper(&n->at[i], by);
	}
}

/* Everything but the interval: what lies below it and what lies above it of each so far. */
static void exclude(struct native *n, const struct vers_interval *by)
{
	struct vers_interval below = { .high = by->low, .high_key = by->low_key, .has_high = true };
	struct vers_interval above = { .low = by->high, .low_key = by->high_key, .has_low = true };
	size_t count = n->count;

	below.high_inclusive = !by->low_inclusive;
	above.low_inclusive = !by->high_inclusive;
	for (size_t i = n->first; i < count; i++) {
		struct vers_interval rest = n->at[i];

		upper(&n->at[i], &below);
		lower(&rest, &above);
		if (vers_interval_is_empty(&n->at[i]))
			n->at[i] = rest;
		else if (!vers_interval_is_empty(&rest))
			add(n, rest);
	}
}

static bool limit(struct native *n, struct vers_interval *i, struct str low, struct str high, struct err *e)
{
	if (low.len > LIMIT_VERSION_BYTES || high.len > LIMIT_VERSION_BYTES)
		return err_fail(e, ERR_LIMIT, "a version of more than %d bytes", LIMIT_VERSION_BYTES);
	if (low.len && !version_key_in(n->arena, n->scheme, low, &i->low_key, e))
		return false;
	if (high.len && !version_key_in(n->arena, n->scheme, high, &i->high_key, e))
		return false;
	i->low = low;
	i->high = high;
	i->has_low = low.len > 0;
	i->has_high = high.len > 0;
	return true;
}

/* --- versions that stand for more than one --- */

struct version {
	struct str text;
	int64_t numbers[NUMBERS_MOST];
	int count;	 /* of the numbers */
	bool wild, bare; /* .x or .* behind them; nothing at all behind them */
};

static bool has_digit(struct str s)
{
	while (s.len && !char_is_digit(s.ptr[0]))
		s = str_from(s, 1);
	return s.len > 0;
}

static bool is_wildcard(struct str part)
{
	return part.len == 1 && (part.ptr[0] == '*' || part.ptr[0] == 'x' || part.ptr[0] == 'X');
}

/* Takes the digits that *part begins with; false where there are none, or more than fit. */
static bool take_value(struct str *part, int64_t *value)
{
	size_t digits = 0;

	*value = 0;
	for (; digits < part->len && digits < 18 && char_is_digit(part->ptr[digits]); digits++)
		*value = 10 * *value + (part->ptr[digits] - '0');
	*part = str_from(*part, digits);
	return digits > 0 && digits < 18;
}

/* The numbers that a version begins with, as far as they are wanted. */
static struct version read_version(struct str text)
{
	struct version v = { .text = text };
	struct str rest = text, part;

	if (rest.len > 1 && rest.ptr[0] == 'v' && char_is_digit(rest.ptr[1]))
		v.text = rest = str_from(rest, 1);
	while (v.count < NUMBERS_MOST && str_next(&rest, '.', &part)) {
		v.wild = is_wildcard(part);
		if (v.wild || !take_value(&part, &v.numbers[v.count]))
			return v;
		v.count++;
		if (part.len)
			return v;
	}
	v.bare = rest.len == 0;
	return v;
}

/* The numbers up to and with the one at index, that one higher by one; .0 behind, as many as usual. */
static struct str raised(const struct native *n, const struct version *v, int index, int by)
{
	struct str text = STR_NONE;

	for (int i = 0; i <= index || i < n->dialect->numbers; i++)
		text = arena_printf(n->arena, STR_FMT "%s%lld", STR_ARG(text), i ? "." : "",
		    i > index ? 0LL : (long long)v->numbers[i] + (i == index ? by : 0));
	return text;
}

static struct str with(const struct native *n, struct str text, const char *suffix)
{
	return *suffix ? arena_printf(n->arena, STR_FMT "%s", STR_ARG(text), suffix) : text;
}

/* Which number is raised for the upper end. */
static int raised_index(const struct native *n, const struct version *v, enum sign sign)
{
	if (sign == CARET) {
		for (int i = 0; i < v->count; i++)
			if (v->numbers[i] > 0)
				return i;
		return v->count - 1;
	}
	if (sign == TILDE && n->dialect->tilde_drops)
		return v->count > 1 ? v->count - 2 : 0;
	if (sign == TILDE)
		return v->count > 1 ? 1 : 0;
	return v->count - 1;
}

/* All that a caret, a tilde, a wildcard or a version with too few numbers stands for. */
static bool expand(
    struct native *n, enum sign sign, const struct version *v, struct vers_interval *out, struct err *e)
{
	struct str low = v->text, high;

	*out = (struct vers_interval){ .low_inclusive = true };
	if (v->count == 0)
		return v->wild || err_fail(e, ERR_INPUT, "\"" STR_FMT "\" has no number", STR_ARG(v->text));
	high = with(n, raised(n, v, raised_index(n, v, sign), 1), n->dialect->below);
	if (v->wild)
		low = raised(n, v, v->count - 1, 0);
	if (v->wild || (v->bare && *n->dialect->at_least == '-'))
		low = with(n, low, n->dialect->at_least);
	return limit(n, out, low, high, e);
}

/* --- reading --- */

/* The interval that a version stands for, by itself or behind ^ or ~. */
static bool interval_of(
    struct native *n, enum sign sign, const struct version *v, struct vers_interval *out, struct err *e)
{
	bool partial = n->dialect->partial && v->bare && v->count < 3;

	if (!v->wild && !has_digit(v->text))
		return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is no version", STR_ARG(v->text));
	if (v->wild || partial || sign == CARET || sign == TILDE)
		return expand(n, sign, v, out, e);
	*out = (struct vers_interval){ .low_inclusive = true, .high_inclusive = true };
	return limit(n, out, v->text, v->text, e);
}

/* What a sign before that interval leaves of all versions. */
static struct vers_interval side(enum sign sign, struct vers_interval i)
{
	struct vers_interval below = i, above = i;

	below.has_low = above.has_high = false;
	switch (sign) {
	case LESS:
		below.high = i.low;
		below.high_key = i.low_key;
		below.has_high = i.has_low;
		below.high_inclusive = !i.low_inclusive;
		return below;
	case MOST:
		return below;
	case MORE:
		above.low = i.high;
		above.low_key = i.high_key;
		above.has_low = i.has_high;
		above.low_inclusive = !i.high_inclusive;
		return above;
	case LEAST:
		return above;
	case NONE:
	case EQUAL:
	case NOT_EQUAL:
	case CARET:
	case TILDE:
		break;
	}
	return i;
}

static bool apply(struct native *n, enum sign sign, struct str text, struct err *e)
{
	struct vers_interval i;
	struct version v;

	if (*n->dialect->asks && str_ends(text, str_of(n->dialect->asks)))
		text.len -= strlen(n->dialect->asks);
	v = read_version(text);
	if (!interval_of(n, sign, &v, &i, e))
		return false;
	i = side(sign, i);
	if (sign == NOT_EQUAL)
		exclude(n, &i);
	else
		narrow(n, &i);
	return true;
}

static struct str skip_blanks(struct str s)
{
	while (s.len && (s.ptr[0] == ' ' || s.ptr[0] == '\t' || s.ptr[0] == ','))
		s = str_from(s, 1);
	return s;
}

static enum sign take_sign(struct str *rest)
{
	for (size_t i = 0; i < COUNT(signs); i++)
		if (str_starts(*rest, signs[i].text)) {
			*rest = skip_blanks(str_from(*rest, signs[i].text.len));
			return signs[i].sign;
		}
	return NONE;
}

static struct str take_version(struct str *rest)
{
	struct str all = *rest;
	size_t len = 0;

	while (len < all.len && all.ptr[len] && !strchr(" \t,<>=!^", all.ptr[len]))
		len++;
	*rest = skip_blanks(str_from(all, len));
	return str_first(all, len);
}

/* What stands between two ||; "1.0 - 2.0" is from the one to the other. */
static bool read_alternative(struct native *n, struct str rest, struct err *e)
{
	n->first = n->count;
	add(n, (struct vers_interval){ 0 });
	for (rest = skip_blanks(rest); rest.len;) {
		enum sign sign = take_sign(&rest);
		struct str version = take_version(&rest);

		if (version.len == 0)
			return err_fail(
			    e, ERR_INPUT, "a version is missing before \"" STR_FMT "\"", STR_ARG(rest));
		if (sign == NONE && str_starts(rest, STR("- "))) {
			rest = skip_blanks(str_from(rest, 2));
			if (!apply(n, LEAST, version, e) || !apply(n, MOST, take_version(&rest), e))
				return false;
		} else if (!apply(n, sign, version, e)) {
			return false;
		}
	}
	return true;
}

/* "[1.0,2.0)", "(,1.0]", "[1.0]": *rest begins with the bracket, and goes on behind the closing one. */
static bool read_brackets(struct native *n, struct str *rest, struct err *e)
{
	struct vers_interval i = { .low_inclusive = rest->ptr[0] == '[' };
	struct str inside = str_from(*rest, 1), low, high;
	size_t end = 0;

	while (end < inside.len && inside.ptr[end] != ']' && inside.ptr[end] != ')')
		end++;
	if (end == inside.len)
		return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is not closed", STR_ARG(*rest));
	i.high_inclusive = inside.ptr[end] == ']';
	*rest = skip_blanks(str_from(inside, end + 1));
	high = str_first(inside, end);
	if (!str_cut(&high, ',', &low))
		low = high;
	if (!limit(n, &i, str_trim(low), str_trim(high), e))
		return false;
	add(n, i);
	return true;
}

static bool read_all(struct native *n, struct str text, struct err *e)
{
	struct str rest = skip_blanks(text), one;

	while (str_starts(rest, STR("[")) || str_starts(rest, STR("(")))
		if (!read_brackets(n, &rest, e))
			return false;
	while (rest.len) {
		size_t bar = str_index(rest, '|');

		one = str_first(rest, bar);
		rest = str_from(rest, bar + (str_starts(str_from(rest, bar), STR("||")) ? 2 : 1));
		if (skip_blanks(one).len && !read_alternative(n, one, e))
			return false;
	}
	return n->count > 0 || err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is no range", STR_ARG(text));
}

static bool read_by(enum version_scheme scheme, struct str type, struct str text, struct arena *a,
    struct vers *out, struct err *e)
{
	struct native n = { .dialect = dialect_of(type), .scheme = scheme, .arena = a };

	if (!read_all(&n, text, e))
		return false;
	*out = vers_of(type, n.at, n.count, a);
	return true;
}

bool vers_native_parse(struct str type, struct str text, struct arena *a, struct vers *out, struct err *e)
{
	enum version_scheme scheme = vers_scheme(type);
	struct err unread;

	if (text.len > LIMIT_VERS_BYTES)
		return err_fail(e, ERR_LIMIT, "a range of %zu bytes, limit %d", text.len, LIMIT_VERS_BYTES);
	return read_by(scheme, type, text, a, out, &unread) ||
	       read_by(VERSION_GENERIC, type, text, a, out, e);
}
