#include "actions/load_sbom.h"

#include <stdlib.h>

#include "actions/digest_file.h"
#include "base/vec.h"
#include "formats/unpack.h"
#include "limits.h"
#include "sources/sbom.h"

struct loading {
	struct arena *arena;
	struct loaded_sbom *sbom;
	struct arena component; /* reset for each */
	struct buf written;
	size_t documents, more_warnings;
};

/* Beyond a limit warnings are only counted: a document can hold a million mistakes. */
static void warn(struct loading *l, struct str text)
{
	struct loaded_sbom *s = l->sbom;

	if (s->warning_count == LIMIT_SBOM_WARNINGS) {
		l->more_warnings++;
		return;
	}
	s->warnings = vec_room(s->warnings, &s->warning_room, s->warning_count + 1, sizeof(*s->warnings));
	s->warnings[s->warning_count++] = arena_copy(l->arena, text);
}

static bool take_component(void *ctx, const struct sbom_component *c, struct err *e)
{
	struct loading *l = ctx;
	struct loaded_sbom *s = l->sbom;
	struct component made, *kept;

	if (s->count == LIMIT_SBOM_COMPONENTS)
		return err_fail(e, ERR_LIMIT, "more than %d components", LIMIT_SBOM_COMPONENTS);
	arena_reset(&l->component);
	component_from_sbom(c, &l->component, &made);
	for (size_t i = 0; i < made.problem_count; i++)
		warn(l, made.problems[i]);
	buf_clear(&l->written);
	component_write(&made, &l->written);
	s->components = vec_room(s->components, &s->room, s->count + 1, sizeof(*s->components));
	kept = &s->components[s->count];
	if (!component_read(arena_copy(l->arena, buf_str(&l->written)), l->arena, kept, e))
		return false;
	kept->ref = arena_copy(l->arena, c->ref);
	kept->is_subject = c->is_subject;
	s->count++;
	return true;
}

static bool take_warning(void *ctx, const struct err *why, struct err *e)
{
	(void)e;
	warn(ctx, str_of(why->text));
	return true;
}

static void end_warnings(struct loading *l)
{
	struct loaded_sbom *s = l->sbom;

	if (l->more_warnings > 0)
		s->warnings[s->warning_count - 1] = arena_printf(l->arena,
		    STR_FMT ": %zu more warnings like these", STR_ARG(s->file), l->more_warnings + 1);
}

static bool take_document(void *ctx, struct input *in, struct err *e)
{
	struct loading *l = ctx;
	struct sbom_sink sink = { .ctx = l, .component = take_component, .warning = take_warning };

	if (l->documents++ > 0)
		return err_fail(e, ERR_INPUT, "holds more than one document, expected one SBOM");
	return sbom_read(in, sink, l->arena, &l->sbom->head, e);
}

bool load_sbom(const char *path, struct arena *arena, struct loaded_sbom *out, struct err *e)
{
	struct loaded_sbom sbom = { .file = str_of(path) };
	struct loading l = { .arena = arena, .sbom = &sbom, .written = buf_new(LIMIT_RECORD_BYTES) };
	bool regular, done;

	done = digest_file(path, &regular, &sbom.digest, e);
	if (done && !regular)
		done = err_fail(e, ERR_INPUT, "%s: not a file", path);
	done = done && unpack_path(path, (struct unpack_sink){ &l, take_document }, e);
	if (done && l.documents == 0)
		done = err_fail(e, ERR_INPUT, "%s: holds no document", path);
	end_warnings(&l);
	arena_free(&l.component);
	buf_free(&l.written);
	if (!done) {
		loaded_sbom_clear(&sbom);
		return false;
	}
	*out = sbom;
	return true;
}

void loaded_sbom_clear(struct loaded_sbom *s)
{
	free(s->components);
	free(s->warnings);
	s->components = NULL;
	s->warnings = NULL;
	s->count = s->warning_count = 0;
}
