/*
 * csaf_schema - holds a document to the tables of csaf_shape, and to the order of its keys.
 *
 * One walk serves two tests: what is wrong is a fault of the schema, a key that it does not have one
 * of 6.2.20.
 */
#include "base/time.h"
#include "base/vec.h"
#include "identity/cpe.h"
#include "identity/cwe.h"
#include "limits.h"
#include "publishing/csaf/csaf_checking.h"
#include "publishing/csaf/csaf_cvss.h"
#include "publishing/csaf/csaf_shape.h"
#include "publishing/csaf/csaf_version.h"

/* What a value must be, at the depth it stands in. */
struct expected {
	const struct csaf_field *field; /* NULL: nothing is asked */
	bool in_list;			/* it is an item */
};

static bool is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_uri(struct str s)
{
	size_t scheme = str_index(s, ':');

	if (scheme == 0 || scheme + 1 >= s.len || !char_is_alpha(s.ptr[0]))
		return false;
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.ptr[i];

		if (i < scheme && !char_is_alnum(s.ptr[i]) && !strchr("+-.", s.ptr[i]))
			return false;
		if (c <= ' ' || c >= 0x7f || strchr("<>\"{}|\\^`", s.ptr[i]))
			return false;
	}
	return true;
}

static bool is_hash(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (char_hex(s.ptr[i]) < 0)
			return false;
	return s.len >= 32;
}

static bool is_date_time(struct str s)
{
	struct instant at;
	struct err unread;

	return instant_parse(s, false, &at, &unread);
}

static bool is_version(struct str s)
{
	struct csaf_version v;

	return csaf_version_parse(s, &v);
}

static bool is_language(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!char_is_alnum(s.ptr[i]) && s.ptr[i] != '-')
			return false;
	return s.len > 1;
}

static bool is_tracking_id(struct str s)
{
	return s.len > 0 && !is_blank(s.ptr[0]) && !is_blank(s.ptr[s.len - 1]) && !memchr(s.ptr, '\n', s.len);
}

static bool is_category(struct str s)
{
	return is_tracking_id(s) && !strchr("-_.", s.ptr[0]) && !strchr("-_.", s.ptr[s.len - 1]);
}

static bool is_weakness(struct str s)
{
	int64_t id;

	return cwe_id_parse(s, &id);
}

/* 6.1.13 looks closer. */
static bool is_purl(struct str s)
{
	size_t slash = str_index(s, '/');

	return str_starts(s, STR("pkg:")) && slash > 4 && slash + 1 < s.len && is_uri(s);
}

static bool is_cpe(struct csaf_checking *c, struct str s)
{
	struct cpe cpe;
	struct err unread;

	return cpe_parse(s, c->scratch, &cpe, &unread);
}

static bool has_form(struct csaf_checking *c, const struct csaf_field *field, struct str s)
{
	switch (field->form) {
	case CSAF_WORD:
		return csaf_is_word(s, field->words);
	case CSAF_TEXT:
		return s.len > 0;
	case CSAF_URI:
		return is_uri(s);
	case CSAF_DATE_TIME:
		return is_date_time(s);
	case CSAF_VERSION:
		return is_version(s);
	case CSAF_LANGUAGE:
		return is_language(s);
	case CSAF_TRACKING_ID:
		return is_tracking_id(s);
	case CSAF_CATEGORY:
		return is_category(s);
	case CSAF_CVE:
		return csaf_is_cve(s);
	case CSAF_CWE:
		return is_weakness(s);
	case CSAF_CPE:
		return is_cpe(c, s);
	case CSAF_PURL:
		return is_purl(s);
	case CSAF_HASH:
		return is_hash(s);
	case CSAF_OBJECT:
	case CSAF_CVSS:
	case CSAF_FORM_COUNT:
		break;
	}
	return true;
}

static const char *const form_names[] = {
	[CSAF_OBJECT] = "an object",
	[CSAF_CVSS] = "an object",
	[CSAF_WORD] = "one of",
	[CSAF_TEXT] = "text that is not empty",
	[CSAF_URI] = "a URI",
	[CSAF_DATE_TIME] = "a date with time and offset",
	[CSAF_VERSION] = "a version, a whole number or of three parts",
	[CSAF_LANGUAGE] = "a language tag",
	[CSAF_TRACKING_ID] = "text without blanks at its ends",
	[CSAF_CATEGORY] = "text without blanks, -, _ and . at its ends",
	[CSAF_CVE] = "a CVE id",
	[CSAF_CWE] = "a CWE number, CWE-79",
	[CSAF_CPE] = "a CPE name",
	[CSAF_PURL] = "a package URL",
	[CSAF_HASH] = "32 hexadecimal digits or more",
};
_Static_assert(COUNT(form_names) == CSAF_FORM_COUNT, "a name for every form");

static void check_text(struct csaf_checking *c, const struct json_node *at, const struct csaf_field *field)
{
	if (at->kind == JSON_TEXT && has_form(c, field, at->text))
		return;
	if (field->form == CSAF_WORD)
		csaf_fault(
		    c, at, "expected one of %s, found \"" STR_FMT "\"", field->words, STR_ARG(at->text));
	else
		csaf_fault(
		    c, at, "expected %s, found \"" STR_FMT "\"", form_names[field->form], STR_ARG(at->text));
}

static const struct csaf_field *field_of(const struct csaf_shape *shape, struct str key)
{
	for (const struct csaf_field *f = shape->fields; f->key; f++)
		if (str_eq(str_of(f->key), key))
			return f;
	return NULL;
}

static void check_keys(struct csaf_checking *c, const struct json_node *at, const struct csaf_shape *shape)
{
	for (const struct csaf_field *f = shape->fields; f->key; f++)
		if (f->needed && !json_node_get(at, str_of(f->key)))
			csaf_fault(c, at, "%s is missing", f->key);
	if (at->count < shape->least || (shape->most && at->count > shape->most))
		csaf_fault(c, at, "expected %s%zu key%s, found %zu",
		    shape->least == shape->most ? "" : "at least ", shape->least,
		    shape->least == 1 ? "" : "s", at->count);
}

static int by_key(const void *a, const void *b)
{
	const struct json_node *const *left = a, *const *right = b;

	return str_cmp((*left)->key, (*right)->key);
}

/* An item of a list that may have nothing twice: equal items have equal texts, in whatever order their keys.
 */
static void write_item(struct csaf_checking *c, const struct json_node *item, struct buf *to)
{
	const struct json_node **members = arena_alloc(c->scratch, item->count, sizeof(*members));
	size_t count = 0;

	for (const struct json_node *member = item->first; member; member = member->next)
		members[count++] = member;
	if (item->kind == JSON_OBJECT)
		vec_sort(members, count, sizeof(*members), by_key);
	buf_varint(to, item->kind);
	buf_text(to, item->text);
	for (size_t i = 0; i < count; i++)
		for (const struct json_node *at = members[i]; at; at = json_node_after(at, members[i])) {
			buf_varint(to, at->kind);
			buf_varint(to, at->count);
			buf_text(to, at->key);
			buf_text(to, at->text);
		}
}

static void check_unique(struct csaf_checking *c, const struct json_node *list)
{
	SCOPED_INTERN *seen = intern_new();
	SCOPED_BUF text = buf_new(LIMIT_JSON_TREE_BYTES);

	for (const struct json_node *item = list->first; item; item = item->next) {
		uint32_t before = intern_count(seen);

		buf_clear(&text);
		write_item(c, item, &text);
		if (intern_add(seen, buf_str(&text)) != before)
			csaf_fault(c, item, "it stands in the list already");
	}
}

static void check_list(struct csaf_checking *c, const struct json_node *at, const struct csaf_field *field)
{
	if (at->kind != JSON_ARRAY || at->count < field->list)
		csaf_fault(c, at, "expected a list of at least %zu", field->list);
	else if (field->unique)
		check_unique(c, at);
}

static void check_value(struct csaf_checking *c, const struct json_node *at, struct expected want)
{
	if (want.field->list && !want.in_list)
		check_list(c, at, want.field);
	else if (want.field->form != CSAF_OBJECT && want.field->form != CSAF_CVSS)
		check_text(c, at, want.field);
	else if (at->kind != JSON_OBJECT)
		csaf_fault(c, at, "expected an object");
	else if (want.field->form == CSAF_OBJECT)
		check_keys(c, at, want.field->shape);
}

/* What is asked of a member of at, where at itself must be what outer says. */
static struct expected expected_of(const struct json_node *member, struct expected outer)
{
	if (!outer.field)
		return outer;
	if (outer.field->list && !outer.in_list)
		return (struct expected){ outer.field, true };
	if (outer.field->form == CSAF_OBJECT && member->parent->kind == JSON_OBJECT)
		return (struct expected){ field_of(outer.field->shape, member->key), false };
	return (struct expected){ NULL, false };
}

static bool is_extra(const struct json_node *at, struct expected outer)
{
	if (!outer.field || at->parent->kind != JSON_OBJECT || (outer.field->list && !outer.in_list))
		return false;
	if (outer.field->form == CSAF_CVSS)
		return !csaf_cvss_has_key(at->key, str_eq(at->parent->key, STR("cvss_v2")));
	return outer.field->form == CSAF_OBJECT && !field_of(outer.field->shape, at->key);
}

static void walk(struct csaf_checking *c, bool for_extra)
{
	static const struct csaf_field whole = { "", CSAF_OBJECT, true, 0, false, &csaf_document_shape,
		NULL };
	struct expected at_depth[LIMIT_JSON_DEPTH + 2];
	const struct json_node *last = NULL;
	size_t depth = 0;

	for (const struct json_node *at = c->root; at; last = at, at = json_node_after(at, c->root)) {
		if (!last)
			at_depth[0] = (struct expected){ &whole, false };
		else if (at->parent == last)
			depth++;
		else
			for (; last->parent != at->parent; last = last->parent)
				depth--;
		if (depth > 0)
			at_depth[depth] = expected_of(at, at_depth[depth - 1]);
		if (for_extra && depth > 0 && is_extra(at, at_depth[depth - 1]))
			csaf_fault(c, at, "the schema has no such key");
		if (!for_extra && at_depth[depth].field)
			check_value(c, at, at_depth[depth]);
	}
}

void csaf_test_schema(struct csaf_checking *c)
{
	walk(c, false);
}

void csaf_test_extra_keys(struct csaf_checking *c)
{
	walk(c, true);
}

void csaf_test_sorted_keys(struct csaf_checking *c)
{
	for (const struct json_node *at = c->root; at; at = json_node_after(at, c->root))
		for (const struct json_node *member = at->first; member && at->kind == JSON_OBJECT;
		     member = member->next)
			if (member->next && str_cmp(member->key, member->next->key) > 0) {
				csaf_fault(
				    c, member->next, "it stands behind " STR_FMT, STR_ARG(member->key));
				return;
			}
}
