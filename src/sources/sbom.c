#include "sources/sbom.h"

#include "base/buf.h"
#include "sources/sboms/csv.h"
#include "sources/sboms/cyclonedx/cyclonedx_json.h"
#include "sources/sboms/cyclonedx/cyclonedx_xml.h"
#include "sources/sboms/spdx/spdx3_json.h"
#include "sources/sboms/spdx/spdx_json.h"
#include "sources/sboms/spdx/spdx_tag.h"
#include "sources/sboms/swid.h"

#define START_BYTES 65536 /* of the document, to tell its format */

const struct sbom_format sbom_formats[] = {
	{ "CycloneDX JSON 1.2 to 1.7", cyclonedx_json_recognises, cyclonedx_json_read },
	{ "CycloneDX XML 1.0 to 1.7", cyclonedx_xml_recognises, cyclonedx_xml_read },
	{ "SPDX JSON 2.2 and 2.3", spdx_json_recognises, spdx_json_read },
	{ "SPDX JSON 3.0", spdx3_json_recognises, spdx3_json_read },
	{ "SPDX tag-value 2.2 and 2.3", spdx_tag_recognises, spdx_tag_read },
	{ "SWID tags", swid_recognises, swid_read },
	{ "CSV with a column of names", csv_sbom_recognises, csv_sbom_read },
	{ .name = NULL },
};

/* clang-format off */
/* What people hand in instead, and what gives it away: the first byte behind white space (0: any) and a text
 * in the beginning. The first row that holds names it. */
static const struct {
	const char *kind;
	char first;
	const char *sign;
} others[] = {
	{ "SPDX RDF", '<', "spdx.org/rdf/" },
	{ "SPDX XML", '<', "<SPDXID>" },
	{ "a SWID tag of 2009", '<', "software_identification_tag" },
	{ "XML", '<', "" },
	{ "a CSAF advisory", '{', "\"csaf_version\"" },
	{ "an OpenVEX document", '{', "openvex.dev/ns" },
	{ "an OSV record", '{', "\"schema_version\"" },
	{ "a CVE record", '{', "\"CVE_RECORD\"" },
	{ "an NVD feed", '{', "\"NVD_CVE\"" },
	{ "SPDX YAML", 0, "spdxVersion:" },
	{ "a gzip archive", '\x1f', "\x1f\x8b" },
	{ "a Zstandard archive", '\x28', "\x28\xb5\x2f\xfd" },
	{ "a zip archive", 'P', "PK\x03\x04" },
};
/* clang-format on */

static const struct sbom_format *find_format(struct str start)
{
	for (size_t i = 0; sbom_formats[i].name; i++)
		if (sbom_formats[i].recognises(start))
			return &sbom_formats[i];
	return NULL;
}

static const char *find_other(struct str start)
{
	start = str_trim(start);
	for (size_t i = 0; i < COUNT(others); i++)
		if ((!others[i].first || (start.len > 0 && start.ptr[0] == others[i].first)) &&
		    str_has(start, str_of(others[i].sign)))
			return others[i].kind;
	return NULL;
}

static bool refuse(struct input *in, struct str start, struct err *e)
{
	SCOPED_BUF known = buf_new(1024);
	const char *kind = find_other(start);
	struct str name = input_name(in);

	for (size_t i = 0; sbom_formats[i].name; i++)
		buf_printf(&known, "%s%s", i > 0 ? ", " : "", sbom_formats[i].name);
	if (start.len == 0)
		return input_finish(in, e) &&
		       err_fail(e, ERR_INPUT, STR_FMT ": the file is empty", STR_ARG(name));
	if (kind)
		return err_fail(e, ERR_INPUT, STR_FMT ": this looks like %s; SBOMs are read as " STR_FMT,
		    STR_ARG(name), kind, STR_ARG(buf_str(&known)));
	return err_fail(e, ERR_INPUT, STR_FMT ": not an SBOM of a known format; read are " STR_FMT,
	    STR_ARG(name), STR_ARG(buf_str(&known)));
}

bool sbom_give_dependency(const struct sbom_sink *out, struct str from, struct str to, struct err *e)
{
	return !out->dependency || out->dependency(out->ctx, from, to, e);
}

bool sbom_give_element(const struct sbom_sink *out, const struct sbom_element *element, struct err *e)
{
	return !out->element || out->element(out->ctx, element, e);
}

bool sbom_give_statement(const struct sbom_sink *out, const struct vex_statement *s, struct err *e)
{
	return !out->statement || out->statement(out->ctx, s, e);
}

bool sbom_read(
    struct input *in, struct sbom_sink out, struct arena *arena, struct sbom_head *head, struct err *e)
{
	struct str start = input_peek(in, START_BYTES);
	const struct sbom_format *format = find_format(start);

	return format ? format->read(in, out, arena, head, e) : refuse(in, start, e);
}
