#include "sources/vex/cyclonedx_vex.h"

#include "sources/sboms/cyclonedx_json.h"
#include "sources/sboms/cyclonedx_xml.h"

static bool pass_over(void *ctx, const struct sbom_component *c, struct err *e)
{
	(void)ctx;
	(void)c;
	(void)e;
	return true;
}

static bool pass_warning(void *ctx, const struct err *why, struct err *e)
{
	const struct statement_sink *out = ctx;

	return out->warning(out->ctx, why, e);
}

static bool pass_statement(void *ctx, const struct vex_statement *s, struct err *e)
{
	const struct statement_sink *out = ctx;

	return out->statement(out->ctx, s, e);
}

/* Reads as an SBOM, of which only the statements are wanted. */
static bool read_as(const struct sbom_format *format, struct input *in, struct statement_sink out,
    struct arena *arena, struct statement_document *head, struct err *e)
{
	struct sbom_sink sink = {
		.ctx = &out, .component = pass_over, .warning = pass_warning, .statement = pass_statement
	};
	struct sbom_head found;

	if (!format->read(in, sink, arena, &found, e))
		return false;
	*head = (struct statement_document){
		.format = found.format,
		.id = found.serial,
		.title = found.name,
		.author = found.author.len > 0 ? found.author : found.supplier,
		.issued = found.created,
		.updated = INSTANT_NONE,
	};
	return true;
}

bool cyclonedx_vex_json_recognises(struct str start)
{
	return cyclonedx_json_recognises(start);
}

bool cyclonedx_vex_xml_recognises(struct str start)
{
	return cyclonedx_xml_recognises(start);
}

bool cyclonedx_vex_json_read(struct input *in, struct statement_sink out, struct arena *arena,
    struct statement_document *head, struct err *e)
{
	static const struct sbom_format json = { "CycloneDX JSON", cyclonedx_json_recognises,
		cyclonedx_json_read };

	return read_as(&json, in, out, arena, head, e);
}

bool cyclonedx_vex_xml_read(struct input *in, struct statement_sink out, struct arena *arena,
    struct statement_document *head, struct err *e)
{
	static const struct sbom_format xml = { "CycloneDX XML", cyclonedx_xml_recognises,
		cyclonedx_xml_read };

	return read_as(&xml, in, out, arena, head, e);
}
