#include "identity/vers.h"

#include <stdlib.h>

#include "limits.h"

enum sign { EQUAL, NOT_EQUAL, LESS, MOST, MORE, LEAST };

struct constraint {
	enum sign sign;
	struct str version, key;
};

static const struct sign_text {
	struct str text;
	enum sign sign;
} signs[] = {
	{ { ">=", 2 }, LEAST },
	{ { "<=", 2 }, MOST },
	{ { "!=", 2 }, NOT_EQUAL },
	{ { "<", 1 }, LESS },
	{ { ">", 1 }, MORE },
	{ { "=", 1 }, EQUAL },
};

static struct str key_of(enum version_scheme *scheme, struct str version, struct arena *a)
{
	struct str key = STR_NONE;
	struct err unread;

	if (!version_key_in(a, *scheme, version, &key, &unread))
		*scheme = VERSION_GENERIC;
	return key;
}

/* --- intervals --- */

bool vers_interval_is_empty(const struct vers_interval *i)
{
	int sign = i->has_low && i->has_high ? str_cmp(i->low_key, i->high_key) : -1;

	return sign > 0 || (sign == 0 && !(i->low_inclusive && i->high_inclusive));
}

static int by_low(const void *left, const void *right)
{
	const struct vers_interval *a = left, *b = right;
	int sign = a->has_low - b->has_low;

	if (!sign && a->has_low)
		sign = str_cmp(a->low_key, b->low_key);
	return sign ? sign : b->low_inclusive - a->low_inclusive;
}

/* Does next begin inside of i, or where it ends? */
static bool reaches(const struct vers_interval *i, const struct vers_interval *next)
{
	int sign;

	if (!i->has_high || !next->has_low)
		return true;
	sign = str_cmp(next->low_key, i->high_key);
	return sign < 0 || (sign == 0 && (i->high_inclusive || next->low_inclusive));
}

static void extend(struct vers_interval *i, const struct vers_interval *next)
{
	int sign = !i->has_high ? 1 : !next->has_high ? -1 : str_cmp(i->high_key, next->high_key);

	if (sign > 0 || (sign == 0 && (i->high_inclusive || !next->high_inclusive)))
		return;
	i->has_high = next->has_high;
	i->high = next->high;
	i->high_key = next->high_key;
	i->high_inclusive = next->high_inclusive;
}

/* In order, joined where they meet; those that hold nothing are left out. */
static size_t unite(struct vers_interval *at, size_t count)
{
	size_t kept = 0;

	qsort(at, count, sizeof(*at), by_low);
	for (size_t i = 0; i < count; i++) {
		if (vers_interval_is_empty(&at[i]))
			continue;
		if (kept && reaches(&at[kept - 1], &at[i]))
			extend(&at[kept - 1], &at[i]);
		else
			at[kept++] = at[i];
	}
	return kept;
}

/* From now on it is written so too: what its type's scheme says of the versions holds for it no more. */
static void make_generic(struct vers *v)
{
	v->type = STR("generic");
	v->scheme = VERSION_GENERIC;
}

/* Keys for all bounds; false if the scheme cannot read one of them: it is generic then. */
static bool make_keys(struct vers *v, struct arena *a)
{
	enum version_scheme scheme = v->scheme;

	for (size_t i = 0; i < v->count && scheme == v->scheme; i++) {
		struct vers_interval *one = &v->at[i];

		if (one->has_low)
			one->low_key = key_of(&scheme, one->low, a);
		if (one->has_high)
			one->high_key = key_of(&scheme, one->high, a);
	}
	if (scheme == v->scheme)
		return true;
	make_generic(v);
	return false;
}

enum version_scheme vers_scheme(struct str type)
{
	enum version_scheme scheme;

	return version_scheme_find(type, &scheme) ? scheme : version_scheme_of_purl_type(type);
}

static struct vers_interval *copy_of(const struct vers_interval *at, size_t count, struct arena *a)
{
	struct vers_interval *copy = arena_alloc(a, count + 1, sizeof(*at));

	if (count)
		memcpy(copy, at, count * sizeof(*at));
	return copy;
}

struct vers vers_of(struct str type, const struct vers_interval *at, size_t count, struct arena *a)
{
	struct vers v = { type, vers_scheme(type), copy_of(at, count, a), count };

	if (!make_keys(&v, a))
		make_keys(&v, a);
	v.count = unite(v.at, count);
	return v;
}

/* --- constraints --- */

static struct vers_interval bounded(const struct constraint *low, const struct constraint *high)
{
	struct vers_interval i = { 0 };

	if (low) {
		i.has_low = true;
		i.low = low->version;
		i.low_key = low->key;
		i.low_inclusive = low->sign != MORE;
	}
	if (high) {
		i.has_high = true;
		i.high = high->version;
		i.high_key = high->key;
		i.high_inclusive = high->sign != LESS;
	}
	return i;
}

/* The intervals between bounds that are in order. Of several lower bounds in a row the first counts, of upper
 * ones the last. */
static size_t between_bounds(const struct constraint *c, size_t count, struct vers_interval *to)
{
	const struct constraint *low = NULL;
	size_t made = 0;
	bool any = false, equal = false;

	for (size_t i = 0; i < count; i++) {
		equal = equal || c[i].sign == EQUAL;
		if (c[i].sign == EQUAL || c[i].sign == NOT_EQUAL)
			continue;
		if (c[i].sign == MORE || c[i].sign == LEAST) {
			low = low ? low : &c[i];
		} else if (low || !any) {
			to[made++] = bounded(low, &c[i]);
			low = NULL;
		} else {
			struct vers_interval end = bounded(NULL, &c[i]);

			extend(&to[made - 1], &end);
		}
		any = true;
	}
	if (low || (!any && !equal))
		to[made++] = bounded(low, NULL);
	return made;
}

/* Cuts the versions of != out of intervals that are in order. to has room for one more an each of them. */
static size_t without(const struct constraint *c, size_t count, const struct vers_interval *from,
    size_t from_count, struct vers_interval *to)
{
	size_t made = 0, at = 0;

	for (size_t i = 0; i < from_count; i++) {
		struct vers_interval rest = from[i];

		for (; at < count && (!rest.has_high || str_cmp(c[at].key, rest.high_key) <= 0); at++) {
			struct vers_interval before = rest;

			if (c[at].sign != NOT_EQUAL || (rest.has_low && str_cmp(c[at].key, rest.low_key) < 0))
				continue;
			before.has_high = rest.has_low = true;
			before.high = rest.low = c[at].version;
			before.high_key = rest.low_key = c[at].key;
			before.high_inclusive = rest.low_inclusive = false;
			if (!vers_interval_is_empty(&before))
				to[made++] = before;
		}
		if (!vers_interval_is_empty(&rest))
			to[made++] = rest;
	}
	return made;
}

static int by_key(const void *left, const void *right)
{
	const struct constraint *a = left, *b = right;
	int sign = str_cmp(a->key, b->key);

	return sign ? sign : (int)a->sign - (int)b->sign;
}

/* In order, each version once. */
static bool sort(struct constraint *c, size_t *count, struct err *e)
{
	size_t kept = 0;

	qsort(c, *count, sizeof(*c), by_key);
	for (size_t i = 0; i < *count; i++) {
		if (kept && str_eq(c[kept - 1].key, c[i].key)) {
			if (c[kept - 1].sign != c[i].sign)
				return err_fail(e, ERR_INPUT, "version \"" STR_FMT "\" stands twice",
				    STR_ARG(c[i].version));
			continue;
		}
		c[kept++] = c[i];
	}
	*count = kept;
	return true;
}

/* --- text --- */

/* Undoes the percent escapes of *s, in place. */
static bool unescape(struct str *s, char *to, struct err *e)
{
	size_t len = 0;

	for (size_t i = 0; i < s->len; i++) {
		int high = i + 2 < s->len ? char_hex(s->ptr[i + 1]) : -1;
		int low = i + 2 < s->len ? char_hex(s->ptr[i + 2]) : -1;

		if (s->ptr[i] != '%') {
			to[len++] = s->ptr[i];
			continue;
		}
		if (high < 0 || low < 0)
			return err_fail(
			    e, ERR_INPUT, "\"" STR_FMT "\" has a broken percent escape", STR_ARG(*s));
		to[len++] = (char)(16 * high + low);
		i += 2;
	}
	*s = (struct str){ to, len };
	return true;
}

static bool read_constraint(struct str text, struct arena *a, struct constraint *out, struct err *e)
{
	out->sign = EQUAL;
	out->version = text;
	for (size_t i = 0; i < COUNT(signs); i++)
		if (str_starts(text, signs[i].text)) {
			out->sign = signs[i].sign;
			out->version = str_from(text, signs[i].text.len);
			break;
		}
	if (str_eq(out->version, STR("*")))
		return err_fail(e, ERR_INPUT, "* stands beside other constraints");
	for (size_t i = 0; i < out->version.len; i++)
		if (out->version.ptr[i] && strchr("<>=!*", out->version.ptr[i]))
			return err_fail(
			    e, ERR_INPUT, "\"" STR_FMT "\" has an unescaped sign inside", STR_ARG(text));
	if (!unescape(&out->version, arena_alloc(a, text.len + 1, 1), e))
		return false;
	if (out->version.len == 0)
		return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" has no version", STR_ARG(text));
	if (out->version.len > LIMIT_VERSION_BYTES)
		return err_fail(
		    e, ERR_LIMIT, "a version of %zu bytes, limit %d", out->version.len, LIMIT_VERSION_BYTES);
	return true;
}

/* Constraints to intervals, by the scheme of v. */
static bool resolve(struct vers *v, struct constraint *c, size_t count, struct arena *a, struct err *e)
{
	struct vers_interval *all;
	enum version_scheme scheme = v->scheme;
	size_t made;

	for (size_t i = 0; i < count; i++)
		c[i].key = key_of(&scheme, c[i].version, a);
	if (scheme != v->scheme) {
		make_generic(v);
		return resolve(v, c, count, a, e);
	}
	if (!sort(c, &count, e))
		return false;
	all = arena_alloc(a, 2 * count + 2, sizeof(*all));
	made = between_bounds(c, count, all);
	for (size_t i = 0; i < count; i++)
		if (c[i].sign == EQUAL)
			all[made++] = bounded(&c[i], &c[i]);
	made = unite(all, made);
	v->at = arena_alloc(a, made + count + 1, sizeof(*v->at));
	v->count = without(c, count, all, made, v->at);
	return true;
}

static bool read_constraints(struct vers *v, struct str rest, struct arena *a, struct err *e)
{
	struct constraint *c;
	struct str piece, all = rest;
	size_t count = 0, room = 1;

	for (size_t i = 0; i < rest.len; i++)
		room += rest.ptr[i] == '|';
	c = arena_alloc(a, room, sizeof(*c));
	while (str_next(&rest, '|', &piece)) {
		if (piece.len == 0)
			continue;
		if (!read_constraint(piece, a, &c[count], e))
			return false;
		count++;
	}
	if (count == 0)
		return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" has no constraint", STR_ARG(all));
	return resolve(v, c, count, a, e);
}

static bool read_type(struct str type, struct arena *a, struct str *out, struct err *e)
{
	char *lower = arena_alloc(a, type.len + 1, 1);

	for (size_t i = 0; i < type.len; i++) {
		if (!char_is_alnum(type.ptr[i]) && !strchr(".-+_", type.ptr[i]))
			return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is no type", STR_ARG(type));
		lower[i] = char_lower(type.ptr[i]);
	}
	if (type.len == 0)
		return err_fail(e, ERR_INPUT, "the type is missing");
	*out = (struct str){ lower, type.len };
	return true;
}

static struct str without_blanks(struct str text, struct arena *a)
{
	char *to = arena_alloc(a, text.len + 1, 1);
	size_t len = 0;

	for (size_t i = 0; i < text.len; i++)
		if (!strchr(" \t\r\n", text.ptr[i]) || text.ptr[i] == '\0')
			to[len++] = text.ptr[i];
	return (struct str){ to, len };
}

bool vers_parse(struct str text, struct arena *a, struct vers *out, struct err *e)
{
	struct vers v = { 0 };
	struct str rest, type;

	if (text.len > LIMIT_VERS_BYTES)
		return err_fail(e, ERR_LIMIT, "a range of %zu bytes, limit %d", text.len, LIMIT_VERS_BYTES);
	rest = without_blanks(text, a);
	if (!str_starts(rest, STR("vers:")))
		return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" does not start with vers:", STR_ARG(text));
	rest = str_from(rest, 5);
	if (!str_cut(&rest, '/', &type))
		return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" has no / behind its type", STR_ARG(text));
	if (!read_type(type, a, &v.type, e))
		return false;
	v.scheme = vers_scheme(v.type);
	if (str_eq(rest, STR("*"))) {
		v.at = arena_alloc(a, 1, sizeof(*v.at));
		v.count = !str_eq(v.type, STR("none"));
	} else if (!read_constraints(&v, rest, a, e)) {
		return false;
	}
	*out = v;
	return true;
}

/* --- use --- */

static bool holds(const struct vers_interval *i, struct str key)
{
	int low = i->has_low ? str_cmp(i->low_key, key) : -1;
	int high = i->has_high ? str_cmp(key, i->high_key) : -1;

	return (low < 0 || (low == 0 && i->low_inclusive)) && (high < 0 || (high == 0 && i->high_inclusive));
}

bool vers_holds(const struct vers *v, struct str version, struct arena *scratch)
{
	struct vers by = *v;
	struct str key = key_of(&by.scheme, version, scratch);

	if (by.scheme != v->scheme) {
		by.at = copy_of(v->at, v->count, scratch);
		make_keys(&by, scratch);
		key = key_of(&by.scheme, version, scratch);
	}
	for (size_t i = 0; i < by.count; i++)
		if (holds(&by.at[i], key))
			return true;
	return false;
}

static void write_constraint(struct buf *out, bool *first, const char *sign, struct str version)
{
	static const char hex[] = "0123456789ABCDEF";

	if (!*first)
		buf_byte(out, '|');
	*first = false;
	buf_add(out, str_of(sign));
	for (size_t i = 0; i < version.len; i++) {
		unsigned char c = (unsigned char)version.ptr[i];

		if (char_is_alnum((char)c) || (c && strchr(".-_~+:", c))) {
			buf_byte(out, (char)c);
			continue;
		}
		buf_byte(out, '%');
		buf_byte(out, hex[c >> 4]);
		buf_byte(out, hex[c & 15]);
	}
}

void vers_write(const struct vers *v, struct buf *out)
{
	bool first = true, cut = false; /* cut: != stood between this interval and the one before */

	buf_add(out, STR("vers:"));
	buf_add(out, v->count ? v->type : STR("none"));
	buf_byte(out, '/');
	for (size_t i = 0; i < v->count; i++) {
		const struct vers_interval *one = &v->at[i];
		bool cut_next = i + 1 < v->count && str_eq(one->high_key, v->at[i + 1].low_key);

		if (one->has_low && one->has_high && str_eq(one->low_key, one->high_key)) {
			write_constraint(out, &first, "", one->low);
		} else {
			if (one->has_low && !cut)
				write_constraint(out, &first, one->low_inclusive ? ">=" : ">", one->low);
			if (one->has_high)
				write_constraint(out, &first,
				    cut_next		  ? "!="
				    : one->high_inclusive ? "<="
							  : "<",
				    one->high);
		}
		cut = cut_next;
	}
	if (first)
		buf_byte(out, '*');
}
