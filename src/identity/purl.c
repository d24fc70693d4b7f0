#include "identity/purl.h"

#include <stdint.h>

#include "identity/purl_normalise.h"
#include "limits.h"

/* The byte that the escape at s.ptr[at] stands for, or -1. */
static int escaped_byte(struct str s, size_t at)
{
	int high = at + 2 < s.len ? char_hex(s.ptr[at + 1]) : -1;
	int low = at + 2 < s.len ? char_hex(s.ptr[at + 2]) : -1;

	return high < 0 || low < 0 ? -1 : high * 16 + low;
}

static bool is_plain(unsigned char byte)
{
	return byte >= 0x20 && byte < 0x7f;
}

/* Eight bytes at a time: the high bit of one that is not plain is set in one of the three. */
static bool is_plain_text(struct str s)
{
	const uint64_t each = UINT64_C(0x0101010101010101);
	uint64_t bits = 0, eight;
	size_t i = 0;

	for (; i + sizeof(eight) <= s.len; i += sizeof(eight)) {
		memcpy(&eight, s.ptr + i, sizeof(eight));
		bits |= (eight - each * 0x20) | eight | (eight + each);
	}
	for (; i < s.len; i++)
		if (!is_plain((unsigned char)s.ptr[i]))
			return false;
	return !(bits & each * 0x80);
}

/* Undoes the percent encoding of *s. */
static bool decode(struct purl_reading *r, struct str *s, const char *what, struct err *e)
{
	size_t len = 0;
	char *copy;

	if (!r->escaped || str_index(*s, '%') == s->len)
		return true;
	copy = arena_alloc(r->arena, s->len, 1);
	for (size_t i = 0; i < s->len; i++) {
		int byte;

		if (s->ptr[i] != '%') {
			copy[len++] = s->ptr[i];
			continue;
		}
		byte = escaped_byte(*s, i);
		if (byte < 0 && !purl_mend(r)) {
			struct str escape = str_first(str_from(*s, i), 3);

			return err_fail(
			    e, ERR_INPUT, "%s: \"" STR_FMT "\" is no percent escape", what, STR_ARG(escape));
		}
		copy[len++] = (char)(byte < 0 ? '%' : byte);
		r->plain &= byte < 0 || is_plain((unsigned char)byte);
		i += byte < 0 ? 0 : 2;
	}
	*s = (struct str){ copy, len };
	return true;
}

/* Cuts the subpath and the qualifiers off the end of *rest. A "#" or "?" behind the first is taken as part of
 * what follows it, as in any URL; a well-formed purl has only one. */
static bool cut_subpath(struct str *rest, struct purl *p, struct purl_reading *r, struct err *e)
{
	struct str before;

	if (!str_cut(rest, '#', &before))
		return true;
	p->subpath = *rest;
	*rest = before;
	if (str_has(p->subpath, STR("%2F")) || str_has(p->subpath, STR("%2f")))
		return err_fail(e, ERR_INPUT, "subpath holds an escaped \"/\"");
	return decode(r, &p->subpath, "subpath", e);
}

static bool cut_qualifiers(struct str *rest, struct purl *p, struct purl_reading *r, struct err *e)
{
	struct str before, pairs, pair;
	size_t room = 1;

	if (!str_cut(rest, '?', &before))
		return true;
	pairs = *rest;
	*rest = before;
	for (size_t i = 0; i < pairs.len; i++)
		room += pairs.ptr[i] == '&';
	p->qualifiers = arena_alloc(r->arena, room, sizeof(*p->qualifiers));
	while (str_next(&pairs, '&', &pair)) {
		struct purl_qualifier *q = &p->qualifiers[p->qualifier_count];

		q->value = pair;
		if (pair.len == 0 || !str_cut(&q->value, '=', &q->key))
			continue; /* no value is as good as no qualifier */
		if (!decode(r, &q->value, "a qualifier", e))
			return false;
		p->qualifier_count++;
	}
	return true;
}

/* The last "@" begins the version, but not where it begins a name: "npm/@babel/core". */
static bool cut_version(struct str *rest, struct purl *p, struct purl_reading *r, struct err *e)
{
	size_t at = str_last_index(*rest, '@');
	struct str version = str_from(*rest, at + 1);

	if (at == rest->len)
		return true;
	if (at == 0 || rest->ptr[at - 1] == '/') {
		if (str_index(version, '/') < version.len)
			return true;
		return err_fail(e, ERR_INPUT, "name is missing");
	}
	p->version = version;
	rest->len = at;
	return decode(r, &p->version, "version", e);
}

static bool split(struct str text, struct purl *p, struct purl_reading *r, struct err *e)
{
	struct str rest = text;

	r->escaped = str_index(text, '%') < text.len;
	r->plain = is_plain_text(text);
	if (!cut_subpath(&rest, p, r, e) || !cut_qualifiers(&rest, p, r, e))
		return false;
	while (rest.len && rest.ptr[0] == '/')
		rest = str_from(rest, 1);
	if (!str_cut(&rest, '/', &p->type))
		return err_fail(e, ERR_INPUT, "neither type nor name, expected pkg:TYPE/NAME");
	if (!cut_version(&rest, p, r, e))
		return false;
	while (rest.len && rest.ptr[rest.len - 1] == '/')
		rest.len--;
	p->name = rest;
	str_cut_last(&p->name, '/', &p->namespace);
	return decode(r, &p->namespace, "namespace", e) && decode(r, &p->name, "name", e);
}

static bool parse(struct str text, struct purl_reading *r, struct purl *out, struct err *e)
{
	struct purl p = { 0 };

	if (text.len > LIMIT_PURL_BYTES)
		return err_fail(
		    e, ERR_LIMIT, "purl has %zu bytes, the limit is %d", text.len, LIMIT_PURL_BYTES);
	if (!str_starts(text, STR("pkg:")) && !str_starts_nocase(text, STR("pkg:")))
		return err_fail(e, ERR_INPUT, "purl \"" STR_FMT "\" does not start with pkg:", STR_ARG(text));
	if (!split(str_from(text, 4), &p, r, e) || !purl_normalise_parts(&p, r, e))
		return err_within(e, "purl \"" STR_FMT "\"", STR_ARG(text));
	*out = p;
	return true;
}

bool purl_parse(struct str text, struct arena *arena, struct purl *out, struct err *e)
{
	struct purl_reading r = { .arena = arena };

	return parse(text, &r, out, e);
}

bool purl_parse_lenient(struct str text, struct arena *arena, struct purl *out, bool *mended, struct err *e)
{
	struct purl_reading r = { .arena = arena, .lenient = true };

	if (!parse(text, &r, out, e))
		return false;
	*mended = r.mended;
	return true;
}

bool purl_normalise(struct purl *p, struct arena *arena, struct err *e)
{
	struct purl_reading r = { .arena = arena };

	return purl_normalise_parts(p, &r, e);
}

/* Percent-encodes all but what purl-spec 5.4 leaves as it is; kept is one more byte to leave. */
static void encode(struct str s, char kept, struct buf *out)
{
	const char also[] = { ':', kept, '\0' };

	buf_escape(out, s, also);
}

void purl_write(const struct purl *p, struct buf *out)
{
	const struct purl_type *type = purl_type_find(p->type);
	bool name_is_path = type && (type->rules & PURL_NAME_IS_PATH);

	buf_add(out, STR("pkg:"));
	buf_add(out, p->type);
	buf_byte(out, '/');
	if (p->namespace.len) {
		encode(p->namespace, '/', out);
		buf_byte(out, '/');
	}
	encode(p->name, name_is_path ? '/' : ':', out);
	if (p->version.len) {
		buf_byte(out, '@');
		encode(p->version, ':', out);
	}
	for (size_t i = 0; i < p->qualifier_count; i++) {
		buf_byte(out, i ? '&' : '?');
		buf_add(out, p->qualifiers[i].key);
		buf_byte(out, '=');
		encode(p->qualifiers[i].value, ':', out);
	}
	if (p->subpath.len) {
		buf_byte(out, '#');
		encode(p->subpath, '/', out);
	}
}

static void add_as_compared(struct buf *out, struct str text, bool no_case)
{
	if (!no_case) {
		buf_add(out, text);
		return;
	}
	for (size_t i = 0; i < text.len; i++)
		buf_byte(out, char_lower(text.ptr[i]));
}

void purl_write_package(const struct purl *p, struct buf *out)
{
	const struct purl_type *type = purl_type_find(p->type);
	bool no_case = type && (type->rules & PURL_PACKAGE_NO_CASE);

	buf_add(out, p->type);
	buf_byte(out, '/');
	if (p->namespace.len) {
		add_as_compared(out, p->namespace, no_case);
		buf_byte(out, '/');
	}
	add_as_compared(out, p->name, no_case);
}

struct str purl_qualifier(const struct purl *p, struct str key)
{
	for (size_t i = 0; i < p->qualifier_count; i++)
		if (str_eq(p->qualifiers[i].key, key))
			return p->qualifiers[i].value;
	return STR_NONE;
}
