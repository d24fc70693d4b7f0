#include "actions/sboms/diff_sboms.h"

#include "store/components.h"
#include "store/devices.h"

bool sbom_side_of_release(struct db *db, struct str device, struct str version, struct arena *arena,
    struct sbom_side *out, struct err *e)
{
	struct component *components;
	struct device d;
	struct release r;

	if (!device_get(db, device, arena, &d, e) || !release_find(db, d.id, version, arena, &r, e))
		return false;
	if (r.id == 0)
		return err_fail(e, ERR_INPUT, "device \"" STR_FMT "\" has no release \"" STR_FMT "\"",
		    STR_ARG(d.name), STR_ARG(version));
	if (r.list_id == 0)
		return err_fail(e, ERR_INPUT, "release \"" STR_FMT "\" has no SBOM", STR_ARG(version));
	if (!components_of_release(db, &r, arena, &components, &out->count, e))
		return false;
	out->name = arena_printf(arena, STR_FMT " " STR_FMT, STR_ARG(d.name), STR_ARG(version));
	out->components = components;
	return true;
}

struct sbom_side sbom_side_of_document(const struct loaded_sbom *s)
{
	return (struct sbom_side){ s->file, s->components, s->count };
}

void diff_sboms(
    const struct sbom_side *from, const struct sbom_side *to, struct arena *arena, struct sbom_diff *out)
{
	sbom_diff(from->components, from->count, to->components, to->count, arena, out);
}
