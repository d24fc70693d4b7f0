#include "matching/alias_read.h"

#include "identity/cpe.h"
#include "identity/purl.h"
#include "limits.h"

static bool read_purl(struct str text, struct arena *arena, struct alias_name *out, struct err *e)
{
	SCOPED_BUF package = buf_new(2 * LIMIT_PURL_BYTES);
	struct purl p;

	if (!purl_parse(text, arena, &p, e))
		return false;
	if (p.version.len || p.qualifier_count || p.subpath.len)
		return err_fail(e, ERR_INPUT,
		    "a rule joins packages: leave out version, qualifiers and subpath of \"" STR_FMT "\"",
		    STR_ARG(text));
	purl_write_package(&p, &package);
	*out = (struct alias_name){ PACKAGE_PURL, arena_copy(arena, buf_str(&package)) };
	return true;
}

static bool is_open(struct str value)
{
	return cpe_is_any(value) || cpe_is_na(value) || str_has(value, STR("*")) || str_has(value, STR("?"));
}

static bool read_cpe(struct str text, struct arena *arena, struct alias_name *out, struct err *e)
{
	SCOPED_BUF package = buf_new(2 * LIMIT_CPE_BYTES);
	struct cpe c;
	bool mended;

	if (!cpe_parse_lenient(text, arena, &c, &mended, e))
		return false;
	for (int i = CPE_PART; i <= CPE_PRODUCT; i++)
		if (is_open(c.attribute[i]))
			return err_fail(e, ERR_INPUT,
			    "the %s of \"" STR_FMT "\" is left open: a rule names one product",
			    cpe_attribute_name((enum cpe_attribute)i), STR_ARG(text));
	for (int i = CPE_VERSION; i < CPE_ATTRIBUTE_COUNT; i++)
		if (!cpe_is_any(c.attribute[i]))
			return err_fail(e, ERR_INPUT,
			    "a rule joins packages: leave out the %s of \"" STR_FMT "\"",
			    cpe_attribute_name((enum cpe_attribute)i), STR_ARG(text));
	cpe_write_package(&c, &package);
	*out = (struct alias_name){ PACKAGE_CPE, arena_copy(arena, buf_str(&package)) };
	return true;
}

/* As records' names are kept: lower case, a blank as "_". */
static bool read_name(struct str text, struct arena *arena, struct alias_name *out, struct err *e)
{
	struct str product = text, vendor;
	char *name;

	if (!str_cut(&product, ':', &vendor) || vendor.len == 0 || product.len == 0)
		return err_fail(e, ERR_INPUT,
		    "\"" STR_FMT
		    "\" is no name of a package: expected pkg:TYPE/NAME, a CPE name or VENDOR:PRODUCT",
		    STR_ARG(text));
	name = arena_text(arena, text);
	for (size_t i = 0; i < text.len; i++)
		name[i] = name[i] == ' ' ? '_' : char_lower(name[i]);
	*out = (struct alias_name){ PACKAGE_NAME, { name, text.len } };
	return true;
}

bool alias_read(struct str text, struct arena *arena, struct alias_name *out, struct err *e)
{
	text = str_trim(text);
	if (text.len > LIMIT_PURL_BYTES)
		return err_fail(e, ERR_LIMIT, "a name of %zu bytes, limit %d", text.len, LIMIT_PURL_BYTES);
	if (str_starts_nocase(text, STR("pkg:")))
		return read_purl(text, arena, out, e);
	if (str_starts_nocase(text, STR("cpe:")))
		return read_cpe(text, arena, out, e);
	return read_name(text, arena, out, e);
}
