#include "sources/sboms/cyclonedx/cyclonedx_component.h"

#include <stdarg.h>

#include "identity/licence_id.h"
#include "limits.h"
#include "sources/sboms/collect.h"
#include "sources/sboms/support.h"

/* clang-format off */
/* Fields that are words of a list, as of 1.7. */
static const struct {
	enum cyclonedx_field field;
	const char *what;
	const char *words; /* with a blank between them */
} word_lists[] = {
	{ FIELD_TYPE, "component type",
	  "application framework library container platform operating-system device device-driver firmware file"
	  " machine-learning-model data cryptographic-asset" },
	{ FIELD_SCOPE, "scope", "required optional excluded" },
	{ FIELD_PATCH_TYPE, "patch type", "unofficial monkey backport cherry-pick" },
	{ FIELD_ISSUE_TYPE, "issue type", "defect enhancement security" },
	{ FIELD_ENCODING, "encoding", "base64" },
};

/* Hexadecimal digits of a hash. */
static const struct {
	const char *algorithm;
	size_t digits;
} hash_lengths[] = {
	{ "MD5", 32 },
	{ "SHA-1", 40 },
	{ "SHA-256", 64 },
	{ "SHA-384", 96 },
	{ "SHA-512", 128 },
	{ "SHA3-256", 64 },
	{ "SHA3-384", 96 },
	{ "SHA3-512", 128 },
	{ "BLAKE2b-256", 64 },
	{ "BLAKE2b-384", 96 },
	{ "BLAKE2b-512", 128 },
	{ "Streebog-256", 64 },
	{ "Streebog-512", 128 },
};
/* clang-format on */

static void complain(const struct cyclonedx_complaint *to, const char *fmt, ...) PRINTF(2, 3);

static void complain(const struct cyclonedx_complaint *to, const char *fmt, ...)
{
	struct err why = { .code = ERR_INPUT };
	va_list args;

	va_start(args, fmt);
	vsnprintf(why.text, sizeof(why.text), fmt, args);
	va_end(args);
	to->complain(to->ctx, &why);
}

void cyclonedx_frame_begin(struct cyclonedx_frame *f, bool is_subject)
{
	struct arena arena = f->arena;
	struct buf licence = f->licence.most ? f->licence : buf_new(LIMIT_SBOM_FIELD_BYTES);

	arena_reset(&arena);
	buf_clear(&licence);
	*f = (struct cyclonedx_frame){
		.arena = arena,
		.licence = licence,
		.c = { .end_of_support = DATE_NONE, .is_subject = is_subject },
	};
}

void cyclonedx_frame_free(struct cyclonedx_frame *f)
{
	arena_free(&f->arena);
	buf_free(&f->licence);
}

static bool is_one_of(struct str words, struct str text)
{
	struct str word;

	while (str_next(&words, ' ', &word))
		if (str_eq(word, text))
			return true;
	return false;
}

static void check_word(enum cyclonedx_field field, struct str text, const struct cyclonedx_complaint *to)
{
	for (size_t i = 0; i < COUNT(word_lists); i++)
		if (word_lists[i].field == field && !is_one_of(str_of(word_lists[i].words), text))
			complain(
			    to, "%s \"" STR_FMT "\" is none of CycloneDX", word_lists[i].what, STR_ARG(text));
}

static bool too_many(struct err *why, const char *what)
{
	return err_fail(why, ERR_LIMIT, "more than %d %s", LIMIT_SBOM_LIST, what);
}

static bool take_name(struct cyclonedx_frame *f, struct str field, struct str value, struct err *why)
{
	if (str_eq(field, STR("cpe")))
		return collect_cpe(&f->c, value, &f->arena) || too_many(why, "of cpe");
	if (str_eq(field, STR("purl")))
		return collect_purl(&f->c, value, &f->arena) || too_many(why, "of purl");
	if (str_eq(field, STR("omniborId")) || str_eq(field, STR("swhid")))
		return collect_other_id(&f->c, value, &f->arena) || too_many(why, "identifiers");
	return true;
}

/* Several licences are joined by commas. */
static void add_licence(struct cyclonedx_frame *f, struct str licence)
{
	if (licence.len == 0)
		return;
	if (f->licence.len > 0)
		buf_add(&f->licence, STR(", "));
	buf_add(&f->licence, licence);
}

bool cyclonedx_frame_text(struct cyclonedx_frame *f, enum cyclonedx_field field,
    const struct cyclonedx_complaint *to, struct err *why)
{
	struct str text = f->fields[field];

	check_word(field, text, to);
	if (field == FIELD_REF && text.len == 0)
		complain(to, "bom-ref is empty");
	if (field == FIELD_PURL)
		return take_name(f, STR("purl"), text, why);
	if (field == FIELD_CPE)
		return take_name(f, STR("cpe"), text, why);
	if (field == FIELD_OTHER_ID)
		return take_name(f, STR("swhid"), text, why);
	if (field == FIELD_COMMIT)
		return collect_commit(&f->c, text, &f->arena) ||
		       err_fail(why, ERR_LIMIT, "more than %d commits", LIMIT_SBOM_PATCHES);
	if (field == FIELD_LICENCE_EXPRESSION) {
		f->expression_count++;
		f->choice_expressions++;
		add_licence(f, text);
	}
	return true;
}

static void end_licence(struct cyclonedx_frame *f, const struct cyclonedx_complaint *to)
{
	struct str id = f->fields[FIELD_LICENCE_ID], name = f->fields[FIELD_LICENCE_NAME];

	f->licence_count++;
	f->choice_licences++;
	if (id.len == 0 && name.len == 0)
		complain(to, "license with neither id nor name");
	if (id.len > 0 && !licence_id_is_known(id))
		complain(to, "license id \"" STR_FMT "\" is not in the SPDX list", STR_ARG(id));
	add_licence(f, id.len > 0 ? id : name);
}

static bool is_hex(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (char_hex(text.ptr[i]) < 0)
			return false;
	return text.len > 0;
}

static size_t digits_of(struct str algorithm)
{
	for (size_t i = 0; i < COUNT(hash_lengths); i++)
		if (str_eq_nocase(algorithm, str_of(hash_lengths[i].algorithm)))
			return hash_lengths[i].digits;
	return 0;
}

/* A hash that cannot be one would only mislead: it is left out. */
static bool end_hash(struct cyclonedx_frame *f, const struct cyclonedx_complaint *to, struct err *why)
{
	struct str algorithm = f->fields[FIELD_HASH_ALGORITHM], value = str_trim(f->fields[FIELD_HASH_VALUE]);
	size_t digits = digits_of(algorithm);

	if (!is_hex(value) || (digits && value.len != digits)) {
		complain(to, STR_FMT " hash \"" STR_FMT "\" is not of its length in hexadecimal digits",
		    STR_ARG(algorithm), STR_ARG(value));
		return true;
	}
	return collect_hash(&f->c, algorithm, value, &f->arena) || too_many(why, "hashes");
}

static bool end_swid(struct cyclonedx_frame *f, const struct cyclonedx_complaint *to, struct err *why)
{
	struct str tag = f->fields[FIELD_SWID_TAG];

	if (tag.len == 0 || f->fields[FIELD_SWID_NAME].len == 0)
		complain(to, "swid without its %s", tag.len == 0 ? "tagId" : "name");
	return collect_other_id(&f->c, tag, &f->arena) || too_many(why, "identifiers");
}

static bool end_ancestor(struct cyclonedx_frame *f, struct err *why)
{
	struct str group = f->fields[FIELD_ANCESTOR_GROUP], name = f->fields[FIELD_ANCESTOR_NAME];
	struct sbom_ancestor ancestor = {
		.name = name,
		.version = f->fields[FIELD_ANCESTOR_VERSION],
		.purl = f->fields[FIELD_ANCESTOR_PURL],
		.cpe = f->fields[FIELD_ANCESTOR_CPE],
	};

	if (group.len > 0)
		ancestor.name = arena_printf(&f->arena, STR_FMT "/" STR_FMT, STR_ARG(group), STR_ARG(name));
	return collect_ancestor(&f->c, &ancestor, &f->arena) || too_many(why, "ancestors");
}

static bool end_issue(struct cyclonedx_frame *f, struct err *why)
{
	struct str id = f->fields[FIELD_ISSUE_ID];

	if (!str_eq(f->fields[FIELD_ISSUE_TYPE], STR("security")))
		return true;
	return collect_patched(&f->c, id, &f->arena) ||
	       err_fail(why, ERR_LIMIT, "more than %d patched vulnerabilities", LIMIT_SBOM_PATCHES);
}

bool cyclonedx_frame_end(struct cyclonedx_frame *f, enum cyclonedx_context in,
    const struct cyclonedx_complaint *to, struct err *why)
{
	if (in == IN_HASH)
		return end_hash(f, to, why);
	if (in == IN_SWID)
		return end_swid(f, to, why);
	if (in == IN_ANCESTOR)
		return end_ancestor(f, why);
	if (in == IN_ISSUE)
		return end_issue(f, why);
	if (in == IN_IDENTITY)
		return take_name(f, f->fields[FIELD_IDENTITY_FIELD], f->fields[FIELD_IDENTITY_VALUE], why);
	if (in == IN_REFERENCE && f->c.repository.len == 0 &&
	    str_eq(f->fields[FIELD_REFERENCE_TYPE], STR("vcs")))
		f->c.repository = f->fields[FIELD_REFERENCE_URL];
	if (in == IN_LICENCE)
		end_licence(f, to);
	if (in == IN_LICENCES && to->form == IN_JSON && f->choice_licences > 0 && f->choice_expressions > 0)
		complain(to, "license and expression in one choice");
	if (in == IN_PROPERTY)
		support_property(
		    f->fields[FIELD_PROPERTY_NAME], f->fields[FIELD_PROPERTY_VALUE], &f->arena, &f->c);
	return true;
}

static enum sbom_scope scope_of(struct str word)
{
	if (str_eq(word, STR("optional")))
		return SBOM_OPTIONAL;
	return str_eq(word, STR("excluded")) ? SBOM_EXCLUDED : SBOM_REQUIRED;
}

/* Up to 1.6 there are licences or one expression, from 1.7 on any mixture. */
static void check_licences(const struct cyclonedx_frame *f, const struct cyclonedx_complaint *to)
{
	if (to->minor > 0 && to->minor < 7 && f->expression_count > 0 &&
	    f->licence_count + f->expression_count > 1)
		complain(to, "a license expression beside other licenses, which 1.7 is the first to have");
}

static void check_versions(const struct cyclonedx_frame *f, const struct cyclonedx_complaint *to)
{
	if (f->fields[FIELD_VERSION_RANGE].len == 0)
		return;
	if (f->fields[FIELD_VERSION].len > 0)
		complain(to, "component with version and versionRange");
	if (!str_eq(f->fields[FIELD_IS_EXTERNAL], STR("true")))
		complain(to, "versionRange of a component that is not external");
}

bool cyclonedx_frame_finish(struct cyclonedx_frame *f, const struct cyclonedx_complaint *to, struct err *why)
{
	struct sbom_component *c = &f->c;
	struct str manufacturer = f->fields[FIELD_MANUFACTURER_NAME];

	c->ref = f->fields[FIELD_REF];
	c->kind = f->fields[FIELD_TYPE];
	c->group = f->fields[FIELD_GROUP];
	c->name = f->fields[FIELD_NAME];
	c->version = f->fields[FIELD_VERSION];
	c->scope = scope_of(f->fields[FIELD_SCOPE]);
	c->supplier = f->fields[FIELD_SUPPLIER_NAME];
	if (c->supplier.len == 0)
		c->supplier = manufacturer.len > 0 ? manufacturer : f->fields[FIELD_PUBLISHER];
	c->licence = buf_str(&f->licence);
	if (c->name.len == 0)
		return err_fail(why, ERR_INPUT, "component without a name");
	if (c->kind.len == 0)
		complain(to, "component \"" STR_FMT "\" without a type", STR_ARG(c->name));
	check_licences(f, to);
	check_versions(f, to);
	return true;
}
