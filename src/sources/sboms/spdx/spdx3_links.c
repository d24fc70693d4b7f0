#include "sources/sboms/spdx/spdx3_links.h"

#include <stdlib.h>

#include "base/intern.h"
#include "base/memory.h"
#include "base/vec.h"
#include "limits.h"
#include "sources/sboms/spdx/spdx_field.h"

/* Of one element. */
struct link {
	struct str name;	      /* in the arena */
	uint32_t concluded, declared; /* the id of a licence, INTERN_NONE: not said */
};

struct spdx3_links {
	struct str file;
	struct arena arena;
	struct intern *ids;
	struct link *links; /* by the number of the id */
	size_t count, room;
	long long id_bytes;
};

struct spdx3_links *spdx3_links_open(struct str name)
{
	struct spdx3_links *l = memory_alloc(1, sizeof(*l));

	l->file = name;
	l->ids = intern_new();
	return l;
}

void spdx3_links_close(struct spdx3_links *l)
{
	if (!l)
		return;
	intern_free(l->ids);
	arena_free(&l->arena);
	free(l->links);
	free(l);
}

/* The number of the id, whose link is there afterwards. */
static bool number_of(struct spdx3_links *l, struct str id, uint32_t *number, struct err *e)
{
	l->id_bytes += (long long)(id.len + sizeof(struct link));
	if (l->id_bytes + (long long)l->arena.used > LIMIT_SBOM_HELD_BYTES)
		return err_fail(e, ERR_LIMIT, STR_FMT ": names and licences of more than %lld bytes",
		    STR_ARG(l->file), LIMIT_SBOM_HELD_BYTES);
	*number = intern_add(l->ids, id);
	if (*number == l->count) {
		l->links = vec_room(l->links, &l->room, l->count + 1, sizeof(*l->links));
		l->links[l->count++] = (struct link){ .concluded = INTERN_NONE, .declared = INTERN_NONE };
	}
	return true;
}

bool spdx3_links_name(struct spdx3_links *l, struct str id, struct str text, struct err *e)
{
	uint32_t number;

	if (!number_of(l, id, &number, e))
		return false;
	if (l->links[number].name.len == 0)
		l->links[number].name = arena_copy(&l->arena, text);
	return true;
}

bool spdx3_links_licence(
    struct spdx3_links *l, struct str from, struct str licence, bool is_concluded, struct err *e)
{
	uint32_t number, target;

	if (!number_of(l, licence, &target, e) || !number_of(l, from, &number, e))
		return false;
	if (is_concluded)
		l->links[number].concluded = target;
	else
		l->links[number].declared = target;
	return true;
}

struct str spdx3_links_find_name(const struct spdx3_links *l, struct str id)
{
	uint32_t number = intern_find(l->ids, id);

	return number == INTERN_NONE ? STR_NONE : l->links[number].name;
}

/* Of a licence without an element of its own: "https://spdx.org/licenses/MIT" is MIT. */
static struct str licence_name(const struct spdx3_links *l, uint32_t licence)
{
	struct str id, before;

	if (licence == INTERN_NONE)
		return STR_NONE;
	if (l->links[licence].name.len > 0)
		return spdx_value(l->links[licence].name);
	id = intern_text(l->ids, licence);
	if (!str_has(id, STR("//spdx.org/licenses/")))
		return STR_NONE;
	str_cut_last(&id, '/', &before);
	return spdx_value(id);
}

struct str spdx3_links_find_licence(const struct spdx3_links *l, struct str from)
{
	uint32_t number = intern_find(l->ids, from);
	struct str concluded;

	if (number == INTERN_NONE)
		return STR_NONE;
	concluded = licence_name(l, l->links[number].concluded);
	return concluded.len > 0 ? concluded : licence_name(l, l->links[number].declared);
}
