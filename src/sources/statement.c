#include "sources/statement.h"

#include "base/buf.h"
#include "limits.h"
#include "sources/vex/csaf_vex.h"
#include "sources/vex/openvex.h"
#include "sources/vex/sbom_vex.h"

const struct statement_format statement_formats[] = {
	{ "OpenVEX 0.0.1 to 0.2.0", openvex_recognises, openvex_read },
	{ "CSAF 2.0", csaf_vex_recognises, csaf_vex_read },
	{ "CycloneDX JSON 1.4 to 1.7", sbom_vex_cyclonedx_json_recognises, sbom_vex_cyclonedx_json_read },
	{ "CycloneDX XML 1.4 to 1.7", sbom_vex_cyclonedx_xml_recognises, sbom_vex_cyclonedx_xml_read },
	{ "SPDX JSON 3.0", sbom_vex_spdx3_recognises, sbom_vex_spdx3_read },
	{ .name = NULL },
};

/* --- words --- */

/* The first row of a status is its own word; then CSAF's product_status and CycloneDX's analysis.state. */
static const struct {
	const char *word;
	enum statement_status status;
} statuses[] = {
	{ "not_affected", STATEMENT_NOT_AFFECTED },
	{ "affected", STATEMENT_AFFECTED },
	{ "fixed", STATEMENT_FIXED },
	{ "under_investigation", STATEMENT_UNDER_INVESTIGATION },
	{ "known_not_affected", STATEMENT_NOT_AFFECTED },
	{ "known_affected", STATEMENT_AFFECTED },
	{ "first_affected", STATEMENT_AFFECTED },
	{ "last_affected", STATEMENT_AFFECTED },
	{ "first_fixed", STATEMENT_FIXED },
	{ "false_positive", STATEMENT_NOT_AFFECTED },
	{ "exploitable", STATEMENT_AFFECTED },
	{ "resolved", STATEMENT_FIXED },
	{ "resolved_with_pedigree", STATEMENT_FIXED },
	{ "in_triage", STATEMENT_UNDER_INVESTIGATION },
};

/* The first row of a justification is its own word; then the nearest of CycloneDX's nine. No specification
 * maps them: protected_at_perimeter in particular may be no part of the product. */
static const struct {
	const char *word;
	enum statement_justification justification;
} justifications[] = {
	{ "component_not_present", JUSTIFICATION_COMPONENT_NOT_PRESENT },
	{ "vulnerable_code_not_present", JUSTIFICATION_CODE_NOT_PRESENT },
	{ "vulnerable_code_not_in_execute_path", JUSTIFICATION_CODE_NOT_IN_EXECUTE_PATH },
	{ "vulnerable_code_cannot_be_controlled_by_adversary", JUSTIFICATION_CANNOT_BE_CONTROLLED },
	{ "inline_mitigations_already_exist", JUSTIFICATION_INLINE_MITIGATIONS },
	{ "requires_dependency", JUSTIFICATION_COMPONENT_NOT_PRESENT },
	{ "code_not_present", JUSTIFICATION_CODE_NOT_PRESENT },
	{ "protected_by_compiler", JUSTIFICATION_CODE_NOT_PRESENT },
	{ "code_not_reachable", JUSTIFICATION_CODE_NOT_IN_EXECUTE_PATH },
	{ "requires_configuration", JUSTIFICATION_CODE_NOT_IN_EXECUTE_PATH },
	{ "requires_environment", JUSTIFICATION_CANNOT_BE_CONTROLLED },
	{ "protected_at_perimeter", JUSTIFICATION_CANNOT_BE_CONTROLLED },
	{ "protected_by_mitigating_control", JUSTIFICATION_INLINE_MITIGATIONS },
	{ "protected_at_runtime", JUSTIFICATION_INLINE_MITIGATIONS },
};

struct str statement_status_word(enum statement_status status)
{
	size_t i = 0;

	while (i + 1 < COUNT(statuses) && statuses[i].status != status)
		i++;
	return str_of(statuses[i].word);
}

struct str statement_justification_word(enum statement_justification justification)
{
	for (size_t i = 0; i < COUNT(justifications); i++)
		if (justifications[i].justification == justification)
			return str_of(justifications[i].word);
	return STR("");
}

bool statement_status_parse(struct str word, enum statement_status *out)
{
	for (size_t i = 0; i < COUNT(statuses); i++)
		if (str_eq(word, str_of(statuses[i].word))) {
			*out = statuses[i].status;
			return true;
		}
	return false;
}

bool statement_justification_parse(struct str word, enum statement_justification *out)
{
	for (size_t i = 0; i < COUNT(justifications); i++)
		if (str_eq(word, str_of(justifications[i].word))) {
			*out = justifications[i].justification;
			return true;
		}
	return false;
}

struct str statement_product_word(const struct statement_product *p)
{
	return p->name.len ? p->name : p->id;
}

bool statement_has_reason(const struct vex_statement *s)
{
	return s->status != STATEMENT_NOT_AFFECTED || s->justification != JUSTIFICATION_NONE ||
	       s->impact.len > 0;
}

/* --- reading --- */

static const struct statement_format *find_format(struct str start)
{
	for (size_t i = 0; statement_formats[i].name; i++)
		if (statement_formats[i].recognises(start))
			return &statement_formats[i];
	return NULL;
}

static bool refuse(struct input *in, struct str start, struct err *e)
{
	SCOPED_BUF known = buf_new(1024);
	struct str name = input_name(in);

	for (size_t i = 0; statement_formats[i].name; i++)
		buf_printf(&known, "%s%s", i > 0 ? ", " : "", statement_formats[i].name);
	if (start.len == 0)
		return input_finish(in, e) &&
		       err_fail(e, ERR_INPUT, STR_FMT ": the file is empty", STR_ARG(name));
	return err_fail(e, ERR_INPUT, STR_FMT ": not a VEX document of a known format; read are " STR_FMT,
	    STR_ARG(name), STR_ARG(buf_str(&known)));
}

bool statement_read(struct input *in, struct statement_sink out, struct arena *arena,
    struct statement_document *head, struct err *e)
{
	struct str start = input_peek(in, LIMIT_START_BYTES);
	const struct statement_format *format = find_format(start);

	return format ? format->read(in, out, arena, head, e) : refuse(in, start, e);
}
