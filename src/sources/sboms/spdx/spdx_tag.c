#include "sources/sboms/spdx/spdx_tag.h"

#include "limits.h"
#include "sources/sboms/collect.h"
#include "sources/sboms/spdx/spdx_field.h"
#include "sources/sboms/spdx/spdx_packages.h"
#include "sources/sboms/spdx/spdx_relation.h"
#include "sources/sboms/tag_lines.h"

/* What a tag's value is for. */
enum use {
	USE_VERSION,
	USE_NAME,
	USE_NAMESPACE,
	USE_CREATED,
	USE_CREATOR,
	USE_RELATION,
	USE_ID,
	USE_FILE_BEGINS,
	USE_OTHER_BEGINS, /* a snippet or licence: the package has ended */
	USE_PACKAGE_BEGINS,
	/* From here on only inside a package */
	USE_PACKAGE_VERSION,
	USE_DOWNLOAD,
	USE_SUPPLIER,
	USE_ORIGINATOR,
	USE_CONCLUDED,
	USE_DECLARED,
	USE_PURPOSE,
	USE_VALID_UNTIL,
	USE_CHECKSUM,
	USE_REFERENCE,
	USE_COMMENT,
};

/* SPDX 2.3 chapters 6 to 11. Tags that are not here say nothing that is wanted. */
static const struct {
	const char *tag;
	enum use use;
} tags[] = {
	{ "SPDXVersion", USE_VERSION },
	{ "DocumentName", USE_NAME },
	{ "DocumentNamespace", USE_NAMESPACE },
	{ "Created", USE_CREATED },
	{ "Creator", USE_CREATOR },
	{ "Relationship", USE_RELATION },
	{ "SPDXID", USE_ID },
	{ "FileName", USE_FILE_BEGINS },
	{ "SnippetSPDXID", USE_OTHER_BEGINS },
	{ "LicenseID", USE_OTHER_BEGINS },
	{ "PackageName", USE_PACKAGE_BEGINS },
	{ "PackageVersion", USE_PACKAGE_VERSION },
	{ "PackageDownloadLocation", USE_DOWNLOAD },
	{ "PackageSupplier", USE_SUPPLIER },
	{ "PackageOriginator", USE_ORIGINATOR },
	{ "PackageLicenseConcluded", USE_CONCLUDED },
	{ "PackageLicenseDeclared", USE_DECLARED },
	{ "PrimaryPackagePurpose", USE_PURPOSE },
	{ "ValidUntilDate", USE_VALID_UNTIL },
	{ "PackageChecksum", USE_CHECKSUM },
	{ "ExternalRef", USE_REFERENCE },
	{ "PackageComment", USE_COMMENT },
};

struct reader {
	struct tag_lines *lines;
	struct sbom_sink out;
	struct spdx_packages *packages;
	struct arena *arena; /* the head's texts */
	struct sbom_head *head;
	struct err *e;
	bool stopped; /* *e says why */
	bool in_package;
	struct sbom_component c; /* the package being read */
	struct arena file_arena;
	struct str file_name; /* of the file whose SPDXID is still to come */
	struct str concluded, declared, originator;
};

static void warn(struct reader *r, const struct err *why)
{
	if (!r->stopped && !r->out.warning(r->out.ctx, why, r->e))
		r->stopped = true;
}

/* Warns of the field last read. */
static void complain(struct reader *r, struct err *why)
{
	struct str place = tag_lines_place(r->lines);

	err_within(why, STR_FMT, STR_ARG(place));
	warn(r, why);
}

static void end_package(struct reader *r)
{
	struct sbom_component *c = &r->c;

	if (!r->in_package)
		return;
	r->in_package = false;
	c->version = spdx_value(c->version);
	c->repository = spdx_repository(c->repository);
	c->supplier = spdx_party(c->supplier.len > 0 ? c->supplier : r->originator);
	c->licence = spdx_value(r->concluded);
	if (c->licence.len == 0)
		c->licence = spdx_value(r->declared);
	if (!r->stopped && !spdx_packages_add(r->packages, c, r->e))
		r->stopped = true;
}

static void begin_package(struct reader *r, struct str name)
{
	struct err why = { 0 };

	end_package(r);
	if (name.len == 0) {
		err_fail(&why, ERR_INPUT, "package without a name");
		complain(r, &why);
		return;
	}
	r->c = (struct sbom_component){ .end_of_support = DATE_NONE };
	r->c.name = arena_copy(spdx_packages_arena(r->packages), name);
	r->concluded = r->declared = r->originator = STR_NONE;
	r->in_package = true;
}

/* A file is no component, but relations name it. */
static void begin_file(struct reader *r, struct str name)
{
	end_package(r);
	arena_reset(&r->file_arena);
	r->file_name = arena_copy(&r->file_arena, name);
}

static void take_file_id(struct reader *r, struct str id)
{
	struct sbom_component file = { .ref = id, .name = r->file_name };

	if (!r->stopped)
		r->stopped = file.name.len > 0 ? !collect_give_file(&r->out, &file, STR_NONE, r->e)
					       : !collect_give_other(&r->out, id, r->e);
	r->file_name = STR_NONE;
}

/* Sets a text of the package, which may be set only once. */
static void set(struct reader *r, struct str *field, struct str tag, struct str value)
{
	struct err why = { 0 };

	if (field->len == 0) {
		*field = arena_copy(spdx_packages_arena(r->packages), value);
		return;
	}
	err_fail(&why, ERR_INPUT, STR_FMT " appears twice in one package", STR_ARG(tag));
	complain(r, &why);
}

/* "SHA256: d6a770..." */
static bool take_checksum(struct reader *r, struct str value, struct err *why)
{
	struct str algorithm;

	if (!str_cut(&value, ':', &algorithm))
		return err_fail(why, ERR_INPUT,
		    "checksum \"" STR_FMT "\" is not of the form ALGORITHM: value", STR_ARG(value));
	if (!collect_hash(&r->c, str_trim(algorithm), value, spdx_packages_arena(r->packages)))
		return err_fail(why, ERR_LIMIT, "more than %d checksums", LIMIT_SBOM_LIST);
	return true;
}

/* The next word of *rest. */
static bool take_word(struct str *rest, struct str *word)
{
	*rest = str_trim(*rest);
	if (rest->len == 0)
		return false;
	if (!str_cut(rest, ' ', word)) {
		*word = *rest;
		*rest = STR_NONE;
	}
	return true;
}

/* "PACKAGE-MANAGER purl pkg:deb/debian/curl@7.88.1" */
static bool take_reference(struct reader *r, struct str value, struct err *why)
{
	struct str rest = value, category, type;

	if (!take_word(&rest, &category) || !take_word(&rest, &type) || str_trim(rest).len == 0)
		return err_fail(why, ERR_INPUT,
		    "reference \"" STR_FMT "\" is not of the form CATEGORY type locator", STR_ARG(value));
	if (!spdx_reference(&r->c, type, str_trim(rest), spdx_packages_arena(r->packages)))
		return err_fail(why, ERR_LIMIT, "more than %d references", LIMIT_SBOM_LIST);
	return true;
}

/* "SPDXRef-DOCUMENT DESCRIBES SPDXRef-a" */
static bool take_relation(struct reader *r, struct str value, struct err *why)
{
	struct str rest = value, from, relation, to;

	if (!take_word(&rest, &from) || !take_word(&rest, &relation) || !take_word(&rest, &to))
		return err_fail(why, ERR_INPUT,
		    "relationship \"" STR_FMT "\" is not of the form A RELATION B", STR_ARG(value));
	spdx_packages_relate(r->packages, from, relation, to);
	if (!spdx_relation_give(&r->out, from, relation, to, r->e))
		r->stopped = true;
	return true;
}

static bool take_version(struct reader *r, struct str value, struct err *why)
{
	struct str number = str_starts(value, STR("SPDX-")) ? str_from(value, 5) : value;

	r->head->format = arena_printf(r->arena, "SPDX " STR_FMT, STR_ARG(number));
	return spdx_version_is_known(value, why);
}

/* A field of the package that is one text; NULL for other uses. */
static struct str *text_field(struct reader *r, enum use use)
{
	struct {
		enum use use;
		struct str *field;
	} fields[] = {
		{ USE_ID, &r->c.ref },
		{ USE_PACKAGE_VERSION, &r->c.version },
		{ USE_DOWNLOAD, &r->c.repository },
		{ USE_SUPPLIER, &r->c.supplier },
		{ USE_ORIGINATOR, &r->originator },
		{ USE_CONCLUDED, &r->concluded },
		{ USE_DECLARED, &r->declared },
	};

	for (size_t i = 0; i < COUNT(fields); i++)
		if (fields[i].use == use)
			return fields[i].field;
	return NULL;
}

static bool take_package_field(struct reader *r, enum use use, struct str value, struct err *why)
{
	struct arena *arena = spdx_packages_arena(r->packages);

	if (use == USE_PURPOSE)
		r->c.kind = spdx_purpose(value, arena);
	else if (use == USE_VALID_UNTIL)
		return spdx_valid_until(&r->c, value, why);
	else if (use == USE_CHECKSUM)
		return take_checksum(r, value, why);
	else if (use == USE_REFERENCE)
		return take_reference(r, value, why);
	else if (use == USE_COMMENT)
		spdx_comment(&r->c, value, arena);
	return true;
}

static bool take_document_field(struct reader *r, enum use use, struct str value, struct err *why)
{
	if (use == USE_VERSION)
		return take_version(r, value, why);
	if (use == USE_NAME)
		r->head->name = arena_copy(r->arena, value);
	else if (use == USE_NAMESPACE)
		r->head->serial = arena_copy(r->arena, value);
	else if (use == USE_CREATED)
		return instant_parse(value, true, &r->head->created, why);
	else if (use == USE_CREATOR)
		spdx_creator(r->head, value, r->arena);
	else if (use == USE_RELATION)
		return take_relation(r, value, why);
	else if (use == USE_FILE_BEGINS)
		begin_file(r, value);
	else if (use == USE_OTHER_BEGINS)
		end_package(r);
	else if (use == USE_PACKAGE_BEGINS)
		begin_package(r, value);
	return true;
}

static void take_field(struct reader *r, enum use use, struct str tag, struct str value)
{
	struct str *field = text_field(r, use);
	struct err why = { 0 };
	bool good = true;

	if (value.len > LIMIT_SBOM_FIELD_BYTES && use != USE_COMMENT)
		good = err_fail(&why, ERR_LIMIT, STR_FMT " of %zu bytes, limit %d", STR_ARG(tag), value.len,
		    LIMIT_SBOM_FIELD_BYTES);
	else if (use == USE_ID && !r->in_package)
		take_file_id(r, value); /* or that of the document */
	else if (use < USE_PACKAGE_VERSION && use != USE_ID)
		good = take_document_field(r, use, value, &why);
	else if (!r->in_package)
		good = err_fail(&why, ERR_INPUT, STR_FMT " outside a package", STR_ARG(tag));
	else if (field)
		set(r, field, tag, value);
	else
		good = take_package_field(r, use, value, &why);
	if (!good)
		complain(r, &why);
}

static void read_document(struct reader *r)
{
	struct str tag, value;
	enum tag_line line;
	struct err why;

	while (!r->stopped) {
		why = (struct err){ 0 };
		line = tag_lines_next(r->lines, &tag, &value, &why);
		if (line == TAG_END)
			break;
		if (line == TAG_BAD) {
			warn(r, &why);
			continue;
		}
		for (size_t i = 0; i < COUNT(tags); i++)
			if (str_eq(tag, str_of(tags[i].tag))) {
				take_field(r, tags[i].use, tag, value);
				break;
			}
	}
	end_package(r);
}

bool spdx_tag_recognises(struct str start)
{
	struct str rest = start, line;

	if (str_starts(rest, STR("\xef\xbb\xbf")))
		rest = str_from(rest, 3);
	while (rest.ptr && str_next(&rest, '\n', &line)) {
		line = str_trim(line);
		if (str_starts(line, STR("SPDXVersion:")))
			return true;
		if (line.len > 0 && (line.ptr[0] == '{' || line.ptr[0] == '<'))
			return false;
	}
	return false;
}

bool spdx_tag_read(
    struct input *in, struct sbom_sink out, struct arena *arena, struct sbom_head *head, struct err *e)
{
	SCOPED_TAG_LINES *lines = tag_lines_open(in);
	SCOPED_SPDX_PACKAGES *packages = spdx_packages_open(input_name(in));
	struct sbom_head found = { .format = STR("SPDX"), .created = INSTANT_NONE };
	struct reader r = {
		.lines = lines, .out = out, .packages = packages, .arena = arena, .head = &found
	};

	r.e = e;
	read_document(&r);
	arena_free(&r.file_arena);
	if (r.stopped || !tag_lines_finish(lines, e) || !spdx_packages_give(packages, out, e))
		return false;
	*head = found;
	return true;
}
