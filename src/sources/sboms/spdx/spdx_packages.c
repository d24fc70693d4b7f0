#include "sources/sboms/spdx/spdx_packages.h"

#include <stdlib.h>

#include "base/intern.h"
#include "base/memory.h"
#include "limits.h"

struct held {
	struct sbom_component c;
	struct held *next;
};

struct spdx_packages {
	struct arena arena;
	struct str name;
	struct held *first, *last;
	size_t count;
	struct intern *described;
};

struct spdx_packages *spdx_packages_open(struct str name)
{
	struct spdx_packages *p = memory_alloc(1, sizeof(*p));

	p->name = name;
	p->described = intern_new();
	return p;
}

void spdx_packages_close(struct spdx_packages *p)
{
	if (!p)
		return;
	intern_free(p->described);
	arena_free(&p->arena);
	free(p);
}

struct arena *spdx_packages_arena(struct spdx_packages *p)
{
	return &p->arena;
}

bool spdx_packages_add(struct spdx_packages *p, const struct sbom_component *c, struct err *e)
{
	struct held *new;

	if (p->count == LIMIT_SBOM_COMPONENTS)
		return err_fail(
		    e, ERR_LIMIT, STR_FMT ": more than %d packages", STR_ARG(p->name), LIMIT_SBOM_COMPONENTS);
	if (p->arena.used > LIMIT_SBOM_HELD_BYTES)
		return err_fail(e, ERR_LIMIT, STR_FMT ": packages of more than %lld bytes", STR_ARG(p->name),
		    LIMIT_SBOM_HELD_BYTES);
	new = arena_alloc(&p->arena, 1, sizeof(*new));
	new->c = *c;
	if (p->last)
		p->last->next = new;
	else
		p->first = new;
	p->last = new;
	p->count++;
	return true;
}

void spdx_packages_describe(struct spdx_packages *p, struct str id)
{
	/* Nobody describes more than there can be. */
	if (id.len > 0 && intern_count(p->described) < LIMIT_SBOM_COMPONENTS)
		intern_add(p->described, id);
}

void spdx_packages_relate(struct spdx_packages *p, struct str from, struct str relation, struct str to)
{
	struct str document = STR("SPDXRef-DOCUMENT");

	if (str_eq(relation, STR("DESCRIBES")) && str_eq(from, document))
		spdx_packages_describe(p, to);
	else if (str_eq(relation, STR("DESCRIBED_BY")) && str_eq(to, document))
		spdx_packages_describe(p, from);
}

void spdx_packages_each(
    struct spdx_packages *p, void (*visit)(void *ctx, struct sbom_component *c), void *ctx)
{
	for (struct held *h = p->first; h; h = h->next)
		visit(ctx, &h->c);
}

static bool is_described(const struct spdx_packages *p, const struct held *h)
{
	return h->c.ref.len > 0 && intern_find(p->described, h->c.ref) != INTERN_NONE;
}

static void mark_subject(struct spdx_packages *p)
{
	struct held *subject = NULL;

	for (struct held *h = p->first; h; h = h->next) {
		if (!is_described(p, h))
			continue;
		if (subject)
			return;
		subject = h;
	}
	if (!subject)
		return;
	subject->c.is_subject = true;
}

static bool check_id(
    const struct spdx_packages *p, struct intern *ids, struct str id, struct sbom_sink out, struct err *e)
{
	uint32_t before = intern_count(ids);
	struct err why = { 0 };

	if (id.len == 0)
		return true;
	intern_add(ids, id);
	if (intern_count(ids) > before)
		return true;
	err_fail(&why, ERR_INPUT, STR_FMT ": SPDXID \"" STR_FMT "\" names two packages", STR_ARG(p->name),
	    STR_ARG(id));
	return out.warning(out.ctx, &why, e);
}

bool spdx_packages_give(struct spdx_packages *p, struct sbom_sink out, struct err *e)
{
	SCOPED_INTERN *ids = intern_new();

	mark_subject(p);
	for (struct held *h = p->first; h; h = h->next)
		if (!check_id(p, ids, h->c.ref, out, e) || !out.component(out.ctx, &h->c, e))
			return false;
	return true;
}
