#include "sources/vex/sbom_vex.h"

#include "sources/sboms/cyclonedx/cyclonedx_json.h"
#include "sources/sboms/cyclonedx/cyclonedx_xml.h"
#include "sources/sboms/spdx/spdx3_json.h"

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

struct statement_document sbom_vex_document(const struct sbom_head *head)
{
	return (struct statement_document){
		.format = head->format,
		.id = head->serial,
		.title = head->name,
		.author = head->author.len > 0 ? head->author : head->supplier,
		.issued = head->created,
		.updated = INSTANT_NONE,
	};
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
	*head = sbom_vex_document(&found);
	return true;
}

bool sbom_vex_cyclonedx_json_recognises(struct str start)
{
	return cyclonedx_json_recognises(start);
}

bool sbom_vex_cyclonedx_xml_recognises(struct str start)
{
	return cyclonedx_xml_recognises(start);
}

bool sbom_vex_spdx3_recognises(struct str start)
{
	return spdx3_json_recognises(start);
}

bool sbom_vex_cyclonedx_json_read(struct input *in, struct statement_sink out, struct arena *arena,
    struct statement_document *head, struct err *e)
{
	static const struct sbom_format json = { "CycloneDX JSON", cyclonedx_json_recognises,
		cyclonedx_json_read };

	return read_as(&json, in, out, arena, head, e);
}

bool sbom_vex_cyclonedx_xml_read(struct input *in, struct statement_sink out, struct arena *arena,
    struct statement_document *head, struct err *e)
{
	static const struct sbom_format xml = { "CycloneDX XML", cyclonedx_xml_recognises,
		cyclonedx_xml_read };

	return read_as(&xml, in, out, arena, head, e);
}

bool sbom_vex_spdx3_read(struct input *in, struct statement_sink out, struct arena *arena,
    struct statement_document *head, struct err *e)
{
	static const struct sbom_format spdx3 = { "SPDX JSON 3.0", spdx3_json_recognises, spdx3_json_read };

	return read_as(&spdx3, in, out, arena, head, e);
}
