#include "sources/feeds/cpe_row.h"

#include "identity/cpe.h"
#include "identity/distro.h"
#include "sources/feeds/draft.h"
#include "sources/feeds/version_span.h"

/* The attributes from first to last with colons between: as they stand in name where parsing changed nothing.
 */
static struct str joined(struct str name, const struct cpe *c, enum cpe_attribute first,
    enum cpe_attribute last, struct arena *record)
{
	const struct str *a = c->attribute;
	uintptr_t from = (uintptr_t)name.ptr, to = from + name.len;
	bool whole = (uintptr_t)a[first].ptr >= from && (uintptr_t)a[last].ptr + a[last].len <= to;
	size_t len = a[first].len, at = 0;
	char *text;

	for (size_t i = first; i < last; i++) {
		whole = whole && (uintptr_t)a[i].ptr + a[i].len + 1 == (uintptr_t)a[i + 1].ptr;
		len += 1 + a[i + 1].len;
	}
	if (whole)
		return (struct str){ a[first].ptr, len };
	text = arena_alloc(record, len, 1);
	for (size_t i = first; i <= last; i++) {
		if (i > first)
			text[at++] = ':';
		memcpy(text + at, a[i].ptr, a[i].len);
		at += a[i].len;
	}
	return (struct str){ text, len };
}

static bool has_wildcard(struct str value)
{
	for (size_t i = 0; i < value.len; i++) {
		if (value.ptr[i] == '\\')
			i++;
		else if (value.ptr[i] == '*' || value.ptr[i] == '?')
			return true;
	}
	return false;
}

static void set_versions(struct str version, struct arena *record, struct affected *row)
{
	struct version_span span;

	row->low = row->high = STR_NONE;
	row->not_applicable = cpe_is_na(version);
	if (cpe_is_any(version) || row->not_applicable)
		return;
	version = cpe_unescape(version, record);
	span = (struct version_span){ version, version, true, true };
	if (has_wildcard(version))
		span = version_span_branch(version, record);
	version_span_put(&span, VERSION_GENERIC, row);
}

bool cpe_row(struct str name, struct arena *record, struct affected *row, struct err *e)
{
	struct cpe c;
	struct err strict;
	bool mended;

	if (!cpe_parse(name, record, &c, &strict) && !cpe_parse_lenient(name, record, &c, &mended, e))
		return false;
	row->kind = PACKAGE_CPE;
	row->package = joined(name, &c, CPE_PART, CPE_PRODUCT, record);
	row->qualifier = joined(name, &c, CPE_UPDATE, CPE_OTHER, record);
	if (str_eq(row->qualifier, STR("*:*:*:*:*:*:*")))
		row->qualifier = STR_NONE;
	row->scheme = VERSION_GENERIC;
	set_versions(c.attribute[CPE_VERSION], record, row);
	return true;
}

struct str cpe_row_release(struct str name, struct arena *record)
{
	struct affected row = { 0 };
	struct str piece;
	struct err e;

	if (!cpe_row(name, record, &row, &e))
		return STR_NONE;
	if (row.low.len > 0 && str_ends(row.package, STR(":redhat:enterprise_linux")))
		return distro_normalise(STR("redhat"), row.low, record);
	while (str_next(&row.qualifier, ':', &piece))
		if (piece.len > 2 && str_starts(piece, STR("el")) && char_is_digit(piece.ptr[2]))
			return distro_normalise(STR("redhat"), str_from(piece, 2), record);
	return STR_NONE;
}

struct str cpe_row_product(struct str name, struct arena *record)
{
	struct affected row = { 0 };
	struct str product;
	struct err e;

	if (!cpe_row(name, record, &row, &e))
		return STR_NONE;
	if (str_ends(row.package, STR(":redhat:enterprise_linux")))
		return distro_normalise(STR("redhat"), row.low, record);
	product = str_from(row.package, str_last_index(row.package, ':') + 1);
	return row.low.len > 0 ? draft_pair(product, '-', row.low, record) : product;
}
