#include "sources/sboms/csv.h"

#include "formats/csv_read.h"
#include "limits.h"
#include "sources/sboms/collect.h"
#include "sources/sboms/support.h"

enum use {
	USE_NOTHING, /* or one of support, which support_property() knows */
	USE_NAME,
	USE_VERSION,
	USE_GROUP,
	USE_SUPPLIER,
	USE_KIND,
	USE_LICENCE,
	USE_REF,
	USE_IDENTIFIER,
	USE_DEPENDS_ON,
	USE_MD5,
	USE_SHA1,
	USE_SHA256,
	USE_SHA512,
};

/* clang-format off */
/* Names in lower case without blanks, hyphens and underscores. */
static const struct {
	const char *name;
	enum use use;
} columns[] = {
	{ "name", USE_NAME },
	{ "component", USE_NAME },
	{ "componentname", USE_NAME },
	{ "packagename", USE_NAME },
	{ "software", USE_NAME },
	{ "softwarename", USE_NAME },
	{ "version", USE_VERSION },
	{ "componentversion", USE_VERSION },
	{ "packageversion", USE_VERSION },
	{ "softwareversion", USE_VERSION },
	{ "group", USE_GROUP },
	{ "supplier", USE_SUPPLIER },
	{ "suppliername", USE_SUPPLIER },
	{ "componentsupplier", USE_SUPPLIER },
	{ "vendor", USE_SUPPLIER },
	{ "manufacturer", USE_SUPPLIER },
	{ "producer", USE_SUPPLIER },
	{ "type", USE_KIND },
	{ "kind", USE_KIND },
	{ "license", USE_LICENCE },
	{ "licence", USE_LICENCE },
	{ "ref", USE_REF },
	{ "bomref", USE_REF },
	{ "id", USE_REF },
	{ "purl", USE_IDENTIFIER },
	{ "packageurl", USE_IDENTIFIER },
	{ "cpe", USE_IDENTIFIER },
	{ "cpe22", USE_IDENTIFIER },
	{ "cpe23", USE_IDENTIFIER },
	{ "swid", USE_IDENTIFIER },
	{ "identifier", USE_IDENTIFIER },
	{ "identifiers", USE_IDENTIFIER },
	{ "uniqueidentifier", USE_IDENTIFIER },
	{ "otheruniqueidentifiers", USE_IDENTIFIER },
	{ "dependson", USE_DEPENDS_ON },
	{ "dependencies", USE_DEPENDS_ON },
	{ "md5", USE_MD5 },
	{ "sha1", USE_SHA1 },
	{ "sha256", USE_SHA256 },
	{ "sha512", USE_SHA512 },
};

static const char *const algorithms[] = {
	[USE_MD5] = "MD5",
	[USE_SHA1] = "SHA-1",
	[USE_SHA256] = "SHA-256",
	[USE_SHA512] = "SHA-512",
};
/* clang-format on */

struct reader {
	struct csv *csv;
	struct sbom_sink out;
	struct str name;	   /* of the file */
	const struct str *headers; /* of the columns */
	size_t column_count;
	enum use uses[LIMIT_CSV_COLUMNS];
	struct arena arena; /* reset for each row */
	size_t count;
};

static enum use use_of(struct str header)
{
	char folded[SUPPORT_NAME_MOST];
	struct str name = support_fold(header, folded);

	for (size_t i = 0; i < COUNT(columns); i++)
		if (str_eq(name, str_of(columns[i].name)))
			return columns[i].use;
	return USE_NOTHING;
}

static struct str *text_field(struct sbom_component *c, enum use use)
{
	switch (use) {
	case USE_NAME:
		return &c->name;
	case USE_VERSION:
		return &c->version;
	case USE_GROUP:
		return &c->group;
	case USE_SUPPLIER:
		return &c->supplier;
	case USE_KIND:
		return &c->kind;
	case USE_LICENCE:
		return &c->licence;
	case USE_REF:
		return &c->ref;
	case USE_NOTHING:
	case USE_IDENTIFIER:
	case USE_DEPENDS_ON:
	case USE_MD5:
	case USE_SHA1:
	case USE_SHA256:
	case USE_SHA512:
		return NULL;
	}
	return NULL;
}

/* Several stand with blanks or semicolons between them. */
static bool take_identifiers(struct sbom_component *c, struct str value, struct arena *arena)
{
	struct str word, piece;

	while (str_next(&value, ';', &piece))
		while (str_next(&piece, ' ', &word))
			if (!collect_identifier(c, word, arena))
				return false;
	return true;
}

static bool take_field(
    struct reader *r, struct sbom_component *c, size_t column, struct str value, struct err *why)
{
	enum use use = r->uses[column];
	struct str *field = text_field(c, use);

	if (value.len > LIMIT_SBOM_FIELD_BYTES)
		return err_fail(
		    why, ERR_LIMIT, "text of %zu bytes, limit %d", value.len, LIMIT_SBOM_FIELD_BYTES);
	if (value.len == 0)
		return true;
	if (field && field->len == 0) {
		*field = value;
	} else if (use == USE_IDENTIFIER) {
		if (!take_identifiers(c, value, &r->arena))
			return err_fail(why, ERR_LIMIT, "more than %d identifiers", LIMIT_SBOM_LIST);
	} else if (use >= USE_MD5) {
		if (!collect_hash(c, str_of(algorithms[use]), value, &r->arena))
			return err_fail(why, ERR_LIMIT, "more than %d hashes", LIMIT_SBOM_LIST);
	} else if (use == USE_NOTHING) {
		support_property(r->headers[column], value, &r->arena, c);
	}
	return true;
}

static bool give_dependencies(
    struct reader *r, const struct sbom_component *c, const struct str *fields, struct err *e)
{
	for (size_t i = 0; i < r->column_count; i++) {
		struct str rest = fields[i], to;

		if (r->uses[i] != USE_DEPENDS_ON || c->ref.len == 0)
			continue;
		while (str_next(&rest, ';', &to))
			if (str_trim(to).len > 0 && !sbom_give_dependency(&r->out, c->ref, str_trim(to), e))
				return false;
	}
	return true;
}

static bool read_row(struct reader *r, const struct str *fields, struct sbom_component *c, struct err *why)
{
	for (size_t i = 0; i < r->column_count; i++)
		if (!take_field(r, c, i, str_trim(fields[i]), why))
			return csv_within(r->csv, why);
	if (c->name.len > 0)
		return true;
	err_fail(why, ERR_INPUT, "component without a name");
	return csv_within(r->csv, why);
}

static bool read_rows(struct reader *r, struct err *e)
{
	const struct str *fields;

	while (csv_next_row(r->csv)) {
		struct sbom_component c = { .end_of_support = DATE_NONE };
		struct err why = { 0 };

		arena_reset(&r->arena);
		if (!csv_row(r->csv, &fields, &why) || !read_row(r, fields, &c, &why)) {
			if (!r->out.warning(r->out.ctx, &why, e))
				return false;
			continue;
		}
		if (r->count++ == LIMIT_SBOM_COMPONENTS)
			return err_fail(e, ERR_LIMIT, STR_FMT ": more than %d components", STR_ARG(r->name),
			    LIMIT_SBOM_COMPONENTS);
		if (!r->out.component(r->out.ctx, &c, e) || !give_dependencies(r, &c, fields, e))
			return false;
	}
	return true;
}

bool csv_sbom_recognises(struct str start)
{
	SCOPED_INPUT *in = input_open_memory(STR("start"), start);
	SCOPED_CSV *csv = csv_open(in);
	const struct str *headers;
	bool has_name = false, has_more = false;
	size_t count;

	if (start.len == 0 || start.ptr[0] == '{' || start.ptr[0] == '<' || start.ptr[0] == '[' ||
	    !csv_header(csv, &headers, &count))
		return false;
	for (size_t i = 0; i < count; i++) {
		enum use use = use_of(headers[i]);

		has_name = has_name || use == USE_NAME;
		has_more = has_more || use == USE_VERSION || use == USE_IDENTIFIER || use == USE_SUPPLIER;
	}
	return has_name && has_more;
}

bool csv_sbom_read(
    struct input *in, struct sbom_sink out, struct arena *arena, struct sbom_head *head, struct err *e)
{
	SCOPED_CSV *csv = csv_open(in);
	struct reader r = { .csv = csv, .out = out };
	bool has_name = false, done;

	(void)arena;
	r.name = input_name(in);
	if (!csv_header(csv, &r.headers, &r.column_count))
		return csv_finish(csv, e);
	for (size_t i = 0; i < r.column_count; i++) {
		r.uses[i] = use_of(r.headers[i]);
		has_name = has_name || r.uses[i] == USE_NAME;
	}
	if (!has_name)
		return err_fail(e, ERR_INPUT, STR_FMT ": no column of names", STR_ARG(r.name));
	done = read_rows(&r, e) && csv_finish(csv, e);
	arena_free(&r.arena);
	if (done)
		*head = (struct sbom_head){ .format = STR("CSV"), .created = INSTANT_NONE };
	return done;
}
