#include "actions/sboms/read_sbom.h"

#include <stdlib.h>

#include "actions/digest_file.h"
#include "base/number.h"
#include "base/vec.h"
#include "formats/unpack.h"
#include "limits.h"

struct reading {
	struct sbom_reading *out;
	struct sbom_sink sink; /* the caller's */
	size_t documents;
};

/* Beyond a limit warnings are only counted: a document can hold a million mistakes. */
void sbom_reading_warn(struct sbom_reading *r, struct str text)
{
	if (r->warning_count == LIMIT_SBOM_WARNINGS) {
		r->more_warnings++;
		return;
	}
	r->warnings = vec_room(r->warnings, &r->warning_room, r->warning_count + 1, sizeof(*r->warnings));
	r->warnings[r->warning_count++] = arena_copy(r->arena, text);
}

static void end_warnings(struct sbom_reading *r)
{
	if (r->more_warnings > 0)
		r->warnings[r->warning_count - 1] =
		    arena_printf(r->arena, STR_FMT ": %zu more warning%s like these", STR_ARG(r->file),
			r->more_warnings + 1, PLURAL(r->more_warnings + 1));
}

/* The sink that the reader gets hands all on to the caller's, but for warnings that it does not want. */

static bool pass_component(void *ctx, const struct sbom_component *c, struct err *e)
{
	struct reading *r = ctx;

	return r->sink.component(r->sink.ctx, c, e);
}

static bool take_warning(void *ctx, const struct err *why, struct err *e)
{
	struct reading *r = ctx;

	(void)e;
	sbom_reading_warn(r->out, str_of(why->text));
	return true;
}

static bool pass_dependency(void *ctx, struct str from, struct str to, struct err *e)
{
	struct reading *r = ctx;

	return sbom_give_dependency(&r->sink, from, to, e);
}

static bool pass_element(void *ctx, const struct sbom_element *element, struct err *e)
{
	struct reading *r = ctx;

	return sbom_give_element(&r->sink, element, e);
}

static bool pass_statement(void *ctx, const struct vex_statement *s, struct err *e)
{
	struct reading *r = ctx;

	return r->sink.statement(r->sink.ctx, s, e);
}

static bool take_document(void *ctx, struct input *in, struct err *e)
{
	struct reading *r = ctx;
	struct sbom_sink sink = { .ctx = r,
		.component = pass_component,
		.warning = take_warning,
		.dependency = pass_dependency,
		.element = pass_element,
		.statement = r->sink.statement ? pass_statement : NULL };

	if (r->documents++ > 0)
		return err_fail(e, ERR_INPUT, "holds more than one document, expected one SBOM");
	return sbom_read(in, sink, r->out->arena, &r->out->head, e);
}

static bool close_reading(struct reading *r, struct err *e)
{
	if (r->documents == 0)
		return err_fail(e, ERR_INPUT, STR_FMT ": holds no document", STR_ARG(r->out->file));
	end_warnings(r->out);
	return true;
}

bool read_sbom(
    const char *path, struct sbom_sink sink, struct arena *arena, struct sbom_reading *out, struct err *e)
{
	struct reading r = { .out = out, .sink = sink };
	bool regular;

	*out = (struct sbom_reading){ .file = str_of(path), .arena = arena };
	if (!digest_file(path, &regular, &out->digest, e))
		return false;
	if (!regular)
		return err_fail(e, ERR_INPUT, "%s: not a file", path);
	return unpack_path(path, (struct unpack_sink){ &r, take_document }, e) && close_reading(&r, e);
}

bool read_sbom_bytes(struct str name, struct str bytes, struct sbom_sink sink, struct arena *arena,
    struct sbom_reading *out, struct err *e)
{
	struct reading r = { .out = out, .sink = sink };
	struct unpack_limits limits = unpack_limits_usual();

	*out = (struct sbom_reading){ .file = name, .arena = arena, .digest = sha256_of(bytes) };
	return unpack_memory(name, bytes, &limits, (struct unpack_sink){ &r, take_document }, e) &&
	       close_reading(&r, e);
}

void sbom_reading_clear(struct sbom_reading *r)
{
	free(r->warnings);
	r->warnings = NULL;
	r->warning_count = r->warning_room = 0;
}
