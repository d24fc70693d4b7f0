#include "identity/cpe.h"

const char *cpe_attribute_name(enum cpe_attribute a)
{
	static const char *const names[] = {
		[CPE_PART] = "part",
		[CPE_VENDOR] = "vendor",
		[CPE_PRODUCT] = "product",
		[CPE_VERSION] = "version",
		[CPE_UPDATE] = "update",
		[CPE_EDITION] = "edition",
		[CPE_LANGUAGE] = "language",
		[CPE_SW_EDITION] = "sw_edition",
		[CPE_TARGET_SW] = "target_sw",
		[CPE_TARGET_HW] = "target_hw",
		[CPE_OTHER] = "other",
	};

	_Static_assert(COUNT(names) == CPE_ATTRIBUTE_COUNT, "every attribute has a name");
	return names[a];
}

static void write_attributes(const struct cpe *c, int count, struct buf *out)
{
	for (int i = 0; i < count; i++) {
		if (i)
			buf_byte(out, ':');
		buf_add(out, c->attribute[i]);
	}
}

void cpe_write(const struct cpe *c, struct buf *out)
{
	buf_add(out, STR("cpe:2.3:"));
	write_attributes(c, CPE_ATTRIBUTE_COUNT, out);
}

void cpe_write_package(const struct cpe *c, struct buf *out)
{
	write_attributes(c, CPE_PRODUCT + 1, out);
}

struct str cpe_unescape(struct str value, struct arena *arena)
{
	size_t len = 0;
	char *copy;

	if (str_index(value, '\\') == value.len)
		return value;
	copy = arena_alloc(arena, value.len, 1);
	for (size_t i = 0; i < value.len; i++) {
		if (value.ptr[i] == '\\' && i + 1 < value.len)
			i++;
		copy[len++] = value.ptr[i];
	}
	return (struct str){ copy, len };
}

/* A value taken apart: what its wildcards at either end may stand for, in characters, and what is between
 * them. An escaped character is one character. */
struct pattern {
	size_t lead, trail;
	struct str core;
};

#define ANY_NUMBER SIZE_MAX

static size_t unit_len(struct str s)
{
	return s.len > 1 && s.ptr[0] == '\\' ? 2 : 1;
}

/* Is the last character of s unescaped? An odd number of backslashes before it escapes it. */
static bool ends_unescaped(struct str s)
{
	size_t backslashes = 0;

	while (backslashes + 1 < s.len && s.ptr[s.len - 2 - backslashes] == '\\')
		backslashes++;
	return backslashes % 2 == 0;
}

static struct pattern take_apart(struct str value)
{
	struct pattern p = { .core = value };
	struct str *c = &p.core;

	if (c->len && c->ptr[0] == '*') {
		p.lead = ANY_NUMBER;
		*c = str_from(*c, 1);
	}
	while (p.lead != ANY_NUMBER && c->len && c->ptr[0] == '?') {
		p.lead++;
		*c = str_from(*c, 1);
	}
	if (c->len && c->ptr[c->len - 1] == '*' && ends_unescaped(*c)) {
		p.trail = ANY_NUMBER;
		c->len--;
	}
	while (p.trail != ANY_NUMBER && c->len && c->ptr[c->len - 1] == '?' && ends_unescaped(*c)) {
		p.trail++;
		c->len--;
	}
	return p;
}

static size_t count_units(struct str s)
{
	size_t count = 0;

	for (; s.len; s = str_from(s, unit_len(s)))
		count++;
	return count;
}

/* A "?" stands for one character or none, "*" for any number (NISTIR 7696 6.3). */
static bool fits(const struct pattern *p, struct str value)
{
	size_t skipped = 0;

	for (struct str rest = value;; rest = str_from(rest, unit_len(rest))) {
		if (str_starts(rest, p->core) && count_units(str_from(rest, p->core.len)) <= p->trail)
			return true;
		if (rest.len == 0 || skipped++ == p->lead)
			return false;
	}
}

enum cpe_relation cpe_compare(struct str source, struct str target)
{
	struct pattern from = take_apart(source), to = take_apart(target);
	bool from_wild = from.lead || from.trail, to_wild = to.lead || to.trail;

	if (str_eq(source, target) && (!to_wild || cpe_is_any(target)))
		return CPE_EQUAL; /* rows 1, 6, 9 */
	if (to_wild && !cpe_is_any(target))
		return CPE_UNDEFINED; /* rows 4, 8, 11, 17: a target says what it is */
	if (cpe_is_any(source))
		return CPE_SUPERSET; /* rows 2, 3 */
	if (cpe_is_any(target))
		return CPE_SUBSET; /* rows 5, 13, 15 */
	if (cpe_is_na(source) || cpe_is_na(target))
		return CPE_DISJOINT;					       /* rows 7, 12, 16 */
	return from_wild && fits(&from, target) ? CPE_SUPERSET : CPE_DISJOINT; /* rows 10, 14 */
}

struct str cpe_escape(struct str text, struct arena *arena)
{
	char *copy = arena_alloc(arena, 2 * text.len + 1, 1);
	size_t len = 0;

	if (str_eq(text, STR("-"))) /* alone and unescaped it says "not applicable" */
		return STR("\\-");
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (!char_is_alnum(c) && c != '_' && c != '-' && c != '.')
			copy[len++] = '\\';
		copy[len++] = char_lower(c);
	}
	return (struct str){ copy, len };
}
