#include "actions/vex/vex_embedded.h"

#include "actions/vex/vex_read.h"
#include "assessment/vex_fit.h"
#include "formats/unpack.h"
#include "limits.h"

struct taking {
	struct db *db;
	struct arena *arena;
	struct str serial;
	struct vex_reading reading;
};

static bool take_sbom(void *ctx, struct input *in, struct err *e)
{
	struct taking *t = ctx;
	SCOPED_BUF bytes = buf_new(LIMIT_SBOM_BYTES);

	return input_read_all(in, &bytes, e) &&
	       vex_read_sbom(t->db, arena_copy(t->arena, input_name(in)), buf_str(&bytes), t->serial, 0, 0,
		   t->arena, &t->reading, e);
}

static enum vex_outcome judge(const struct vex_record *r, const struct vex_place *place)
{
	enum vex_outcome outcome = VEX_UNMATCHED;

	for (size_t i = 0; i < place->component_count; i++) {
		SCOPED_ARENA scratch = { 0 };
		struct vex_fitting f = vex_fit(r, place, &place->components[i], &scratch);

		if (f.fit == VEX_FIT_NONE)
			continue;
		if (!statement_has_reason(&r->said))
			return VEX_INCOMPLETE;
		if (f.fit == VEX_FIT_SURE && !f.proposed)
			return VEX_APPLIED;
		outcome = VEX_AMBIGUOUS;
	}
	return outcome;
}

static void judge_all(const struct vex_reading *r, const struct vex_place *place, struct vex_embedded *out)
{
	*out = (struct vex_embedded){ .count = r->count,
		.judged = r->count * place->component_count <= LIMIT_VEX_JUDGED };
	for (size_t i = 0; i < r->count && out->judged; i++)
		out->counts[judge(&r->records[i], place)]++;
}

bool vex_embedded(struct db *db, struct positions *p, const struct positions_file *file, const char *path,
    struct arena *arena, struct vex_embedded *out, struct err *e)
{
	struct taking t = { .db = db, .arena = arena, .serial = file->serial };
	size_t releases;

	if (!unpack_path(path, (struct unpack_sink){ &t, take_sbom }, e))
		return false;
	positions_add(p, t.reading.records, t.reading.count);
	/* once more: without statements nothing was asked about the place */
	if (!positions_at_file(p, file, &releases, e))
		return false;
	judge_all(&t.reading, positions_place(p), out);
	return true;
}
