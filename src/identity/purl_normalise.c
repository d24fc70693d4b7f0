#include "identity/purl_normalise.h"

#include <stdlib.h>

#include "base/utf8.h"

static bool has_rule(const struct purl_reading *r, enum purl_rule rule)
{
	return r->type && (r->type->rules & (unsigned)rule);
}

/* --- texts --- */

/* s with every byte turned by turn(); s itself where nothing changes. */
static struct str turned(struct str s, char (*turn)(char), struct arena *arena)
{
	size_t same = 0;
	char *copy;

	while (same < s.len && turn(s.ptr[same]) == s.ptr[same])
		same++;
	if (same == s.len)
		return s;
	copy = arena_alloc(arena, s.len, 1);
	for (size_t i = 0; i < s.len; i++)
		copy[i] = turn(s.ptr[i]);
	return (struct str){ copy, s.len };
}

static char to_dash(char c)
{
	return c == '_' ? '-' : c;
}

static char to_underscore(char c)
{
	return char_is_alnum(c) ? c : '_';
}

static bool check_text(struct str s, const char *what, const struct purl_reading *r, struct err *e)
{
	if (r->plain)
		return true;
	if (!utf8_is_valid(s))
		return err_fail(e, ERR_INPUT, "%s is not UTF-8", what);
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.ptr[i] < 0x20 || s.ptr[i] == 0x7f)
			return err_fail(e, ERR_INPUT, "%s holds a control character", what);
	return true;
}

static bool is_clean(struct str path, bool dots)
{
	for (size_t i = 0; i < path.len; i++)
		if ((path.ptr[i] == '/' && (i == 0 || path.ptr[i - 1] == '/')) ||
		    (dots && path.ptr[i] == '.'))
			return false;
	return path.len == 0 || path.ptr[path.len - 1] != '/';
}

/* Path segments without the empty ones and, where dots is set, without "." and "..". */
static struct str clean_path(struct str path, bool dots, struct arena *arena)
{
	struct str rest = path, segment;
	size_t len = 0;
	char *copy;

	if (is_clean(path, dots))
		return path;
	copy = arena_alloc(arena, path.len, 1);
	while (str_next(&rest, '/', &segment)) {
		if (segment.len == 0 || (dots && (str_eq(segment, STR(".")) || str_eq(segment, STR("..")))))
			continue;
		if (len)
			copy[len++] = '/';
		memcpy(copy + len, segment.ptr, segment.len);
		len += segment.len;
	}
	return (struct str){ copy, len };
}

/* --- the parts, one by one --- */

static bool normalise_type(struct purl *p, struct purl_reading *r, struct err *e)
{
	r->type = purl_type_find(p->type);
	if (r->type)
		return true;
	if (p->type.len == 0)
		return err_fail(e, ERR_INPUT, "type is missing");
	if (!char_is_alpha(p->type.ptr[0]))
		return err_fail(
		    e, ERR_INPUT, "type \"" STR_FMT "\" does not begin with a letter", STR_ARG(p->type));
	for (size_t i = 0; i < p->type.len; i++) {
		char c = p->type.ptr[i];

		if (!char_is_alnum(c) && c != '.' && c != '-')
			return err_fail(e, ERR_INPUT,
			    "type \"" STR_FMT
			    "\" holds other characters than letters, digits, \".\" and \"-\"",
			    STR_ARG(p->type));
	}
	p->type = turned(p->type, char_lower, r->arena);
	r->type = purl_type_find(p->type);
	return true;
}

/* Hosts whose own types (github, bitbucket) say that case does not matter. */
static bool host_ignores_case(struct str host)
{
	return str_eq_nocase(host, STR("github")) || str_eq_nocase(host, STR("github.com")) ||
	       str_eq_nocase(host, STR("bitbucket.org"));
}

/* Moves segments between namespace and name where the type draws the line elsewhere. */
static void place_segments(struct purl *p, const struct purl_reading *r)
{
	struct str rest = p->namespace, before;

	if (has_rule(r, PURL_NAME_IS_PATH)) {
		if (str_cut(&rest, '/', &before)) {
			p->name = arena_printf(
			    r->arena, "%.*s/%.*s", (int)rest.len, rest.ptr, (int)p->name.len, p->name.ptr);
			p->namespace = before;
		}
		p->name = clean_path(p->name, false, r->arena);
	}
	if (has_rule(r, PURL_NAME_SPLITS) && p->namespace.len == 0 && str_cut_last(&p->name, '/', &before))
		p->namespace = clean_path(before, false, r->arena);
}

static bool is_hex_letters(struct str name)
{
	for (size_t i = 0; i < name.len; i++)
		if (name.ptr[i] < 'a' || name.ptr[i] > 'p')
			return false;
	return name.len == 32;
}

static bool check_name(struct purl *p, struct purl_reading *r, struct err *e)
{
	if (p->name.len == 0)
		return err_fail(e, ERR_INPUT, "name is missing");
	if (has_rule(r, PURL_NAME_NO_MODULE) && str_has(p->name, STR("::")) && !purl_mend(r))
		return err_fail(e, ERR_INPUT,
		    "name \"" STR_FMT "\" is that of a module (it holds \"::\"), not of a distribution",
		    STR_ARG(p->name));
	if (has_rule(r, PURL_NAME_HEX_LETTERS) && !is_hex_letters(p->name) && !purl_mend(r))
		return err_fail(e, ERR_INPUT,
		    "name \"" STR_FMT "\" of type " STR_FMT " is not 32 letters from a to p",
		    STR_ARG(p->name), STR_ARG(p->type));
	return true;
}

static bool check_namespace(struct purl *p, struct purl_reading *r, struct err *e)
{
	enum purl_namespace asked = r->type ? r->type->namespace : PURL_NAMESPACE_OPTIONAL;

	if (asked == PURL_NAMESPACE_REQUIRED && p->namespace.len == 0 && !purl_mend(r))
		return err_fail(e, ERR_INPUT, "type " STR_FMT " needs a namespace", STR_ARG(p->type));
	if (asked == PURL_NAMESPACE_PROHIBITED && p->namespace.len > 0 && !purl_mend(r))
		return err_fail(e, ERR_INPUT, "type " STR_FMT " has no namespace, found \"" STR_FMT "\"",
		    STR_ARG(p->type), STR_ARG(p->namespace));
	return true;
}

static bool normalise_names(struct purl *p, struct purl_reading *r, struct err *e)
{
	bool host_lower, name_lower;

	if (!check_text(p->namespace, "namespace", r, e) || !check_text(p->name, "name", r, e))
		return false;
	p->namespace = clean_path(p->namespace, false, r->arena);
	while (p->name.len && p->name.ptr[0] == '/')
		p->name = str_from(p->name, 1);
	while (p->name.len && p->name.ptr[p->name.len - 1] == '/')
		p->name.len--;
	place_segments(p, r);

	host_lower = has_rule(r, PURL_CASE_OF_HOST) && host_ignores_case(p->namespace);
	name_lower = has_rule(r, PURL_NAME_LOWER) || host_lower ||
		     (has_rule(r, PURL_CASE_OF_REPOSITORY) &&
			 str_has(purl_qualifier(p, STR("repository_url")), STR("databricks")));
	if (has_rule(r, PURL_NAMESPACE_LOWER) || host_lower)
		p->namespace = turned(p->namespace, char_lower, r->arena);
	if (has_rule(r, PURL_NAMESPACE_UPPER))
		p->namespace = turned(p->namespace, char_upper, r->arena);
	if (name_lower)
		p->name = turned(p->name, char_lower, r->arena);
	if (has_rule(r, PURL_NAME_DASHES))
		p->name = turned(p->name, to_dash, r->arena);
	if (has_rule(r, PURL_NAME_UNDERSCORES))
		p->name = turned(p->name, to_underscore, r->arena);
	return check_name(p, r, e) && check_namespace(p, r, e);
}

static bool is_four_numbers(struct str version)
{
	struct str rest = version, number;
	int count = 0;

	while (str_next(&rest, '.', &number)) {
		for (size_t i = 0; i < number.len; i++)
			if (!char_is_digit(number.ptr[i]))
				return false;
		if (number.len == 0)
			return false;
		count++;
	}
	return count <= 4;
}

static bool normalise_version(struct purl *p, struct purl_reading *r, struct err *e)
{
	if (!check_text(p->version, "version", r, e))
		return false;
	if (has_rule(r, PURL_VERSION_LOWER))
		p->version = turned(p->version, char_lower, r->arena);
	if (has_rule(r, PURL_VERSION_FOUR_NUMBERS) && p->version.len && !is_four_numbers(p->version) &&
	    !purl_mend(r))
		return err_fail(e, ERR_INPUT,
		    "version \"" STR_FMT "\" of type " STR_FMT " is not one to four numbers",
		    STR_ARG(p->version), STR_ARG(p->type));
	return true;
}

/* --- qualifiers --- */

static bool is_key(struct str key)
{
	if (key.len == 0 || !char_is_alpha(key.ptr[0]))
		return false;
	for (size_t i = 0; i < key.len; i++)
		if (!char_is_alnum(key.ptr[i]) && key.ptr[i] != '.' && key.ptr[i] != '-' && key.ptr[i] != '_')
			return false;
	return true;
}

static int compare_keys(const void *a, const void *b)
{
	const struct purl_qualifier *one = a, *other = b;

	return str_cmp(one->key, other->key);
}

/* Keys checked and in lower case, qualifiers without a value dropped. */
static bool clean_qualifiers(struct purl *p, struct purl_reading *r, struct err *e)
{
	size_t count = 0;

	for (size_t i = 0; i < p->qualifier_count; i++) {
		struct purl_qualifier q = p->qualifiers[i];

		if (!is_key(q.key)) {
			if (!purl_mend(r))
				return err_fail(
				    e, ERR_INPUT, "\"" STR_FMT "\" is no qualifier key", STR_ARG(q.key));
			continue;
		}
		if (!check_text(q.value, "a qualifier", r, e))
			return false;
		q.key = turned(q.key, char_lower, r->arena);
		if (q.value.len)
			p->qualifiers[count++] = q;
	}
	p->qualifier_count = count;
	return true;
}

/* A key given twice is refused; with the same value it can be understood. */
static bool drop_repeated(struct purl *p, struct purl_reading *r, struct err *e)
{
	size_t count = p->qualifier_count ? 1 : 0;

	for (size_t i = 1; i < p->qualifier_count; i++) {
		const struct purl_qualifier *last = &p->qualifiers[count - 1], *q = &p->qualifiers[i];

		if (!str_eq(last->key, q->key))
			p->qualifiers[count++] = *q;
		else if (!str_eq(last->value, q->value) || !purl_mend(r))
			return err_fail(
			    e, ERR_INPUT, "qualifier \"" STR_FMT "\" is given twice", STR_ARG(q->key));
	}
	p->qualifier_count = count;
	return true;
}

static bool normalise_qualifiers(struct purl *p, struct purl_reading *r, struct err *e)
{
	const char *asked = r->type ? r->type->qualifier : NULL;

	if (!clean_qualifiers(p, r, e))
		return false;
	if (p->qualifier_count > 1)
		qsort(p->qualifiers, p->qualifier_count, sizeof(*p->qualifiers), compare_keys);
	if (!drop_repeated(p, r, e))
		return false;
	if (asked && purl_qualifier(p, str_of(asked)).len == 0 && !purl_mend(r))
		return err_fail(
		    e, ERR_INPUT, "type " STR_FMT " needs the qualifier %s", STR_ARG(p->type), asked);
	return true;
}

static bool normalise_subpath(struct purl *p, struct purl_reading *r, struct err *e)
{
	if (!check_text(p->subpath, "subpath", r, e))
		return false;
	p->subpath = clean_path(p->subpath, true, r->arena);
	if (has_rule(r, PURL_SUBPATH_LOWER))
		p->subpath = turned(p->subpath, char_lower, r->arena);
	return true;
}

bool purl_normalise_parts(struct purl *p, struct purl_reading *r, struct err *e)
{
	return normalise_type(p, r, e) && normalise_qualifiers(p, r, e) && normalise_names(p, r, e) &&
	       normalise_version(p, r, e) && normalise_subpath(p, r, e);
}
