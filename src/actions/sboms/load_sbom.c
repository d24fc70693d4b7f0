#include "actions/sboms/load_sbom.h"

#include <stdlib.h>

#include "actions/sboms/read_sbom.h"
#include "base/vec.h"
#include "limits.h"

struct loading {
	struct arena *arena;
	struct loaded_sbom *sbom;
	struct sbom_reading *reading;
	struct arena component; /* reset for each */
	struct buf written;
};

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
		sbom_reading_warn(l->reading, made.problems[i]);
	buf_clear(&l->written);
	component_write(&made, &l->written);
	s->components = vec_room(s->components, &s->room, s->count + 1, sizeof(*s->components));
	kept = &s->components[s->count];
	if (!component_read(arena_copy(l->arena, buf_str(&l->written)), l->arena, kept, e))
		return false;
	kept->ref = arena_copy(l->arena, c->ref);
	kept->is_subject = c->is_subject;
	s->count++;
	s->statement_count += c->patched_count;
	return true;
}

static bool count_statement(void *ctx, const struct vex_statement *statement, struct err *e)
{
	struct loading *l = ctx;

	(void)statement;
	(void)e;
	l->sbom->statement_count++;
	return true;
}

/* path: NULL for one whose bytes are there. */
static bool load(const char *path, struct str name, struct str bytes, struct arena *arena,
    struct loaded_sbom *out, struct err *e)
{
	struct loaded_sbom sbom = { .file = name };
	struct sbom_reading reading;
	char hex[SHA256_HEX_SIZE];
	struct loading l = {
		.arena = arena, .sbom = &sbom, .reading = &reading, .written = buf_new(LIMIT_RECORD_BYTES)
	};
	struct sbom_sink sink = { .ctx = &l, .component = take_component, .statement = count_statement };
	bool done = path ? read_sbom(path, sink, arena, &reading, e)
			 : read_sbom_bytes(name, bytes, sink, arena, &reading, e);

	arena_free(&l.component);
	buf_free(&l.written);
	sbom.head = reading.head;
	sbom.digest = reading.digest;
	sbom.serial = sbom.head.serial.len ? sbom.head.serial
					   : arena_printf(arena, "sha256:%s", sha256_hex(&sbom.digest, hex));
	sbom.warnings = reading.warnings;
	sbom.warning_count = reading.warning_count;
	if (!done) {
		loaded_sbom_clear(&sbom);
		return false;
	}
	*out = sbom;
	return true;
}

bool load_sbom(const char *path, struct arena *arena, struct loaded_sbom *out, struct err *e)
{
	return load(path, str_of(path), STR_NONE, arena, out, e);
}

bool load_sbom_bytes(
    struct str name, struct str bytes, struct arena *arena, struct loaded_sbom *out, struct err *e)
{
	return load(NULL, name, bytes, arena, out, e);
}

void loaded_sbom_clear(struct loaded_sbom *s)
{
	free(s->components);
	free(s->warnings);
	s->components = NULL;
	s->warnings = NULL;
	s->count = s->warning_count = 0;
}
