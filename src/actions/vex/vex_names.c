#include "actions/vex/vex_names.h"

#include <stdlib.h>

#include "base/vec.h"
#include "base/zstd_pack.h"
#include "formats/unpack.h"
#include "limits.h"
#include "sources/sbom.h"
#include "sources/vex/product.h"
#include "store/vex_documents.h"

/* A product that refers to something in an SBOM. */
struct reference {
	struct str bom, ref; /* bom empty: in the document itself */
	struct statement_product *product;
};

struct resolving {
	struct arena *arena;
	struct str serial;	      /* of the document itself */
	struct reference *references; /* by bom and ref */
	size_t count, room;
	struct reference *from; /* those of the SBOM being read */
	size_t from_count;
};

bool vex_names_read(struct str name, struct str bytes, struct statement_sink out, struct arena *arena,
    struct statement_document *head, struct err *e)
{
	SCOPED_INPUT *in = input_open_memory(name, bytes);

	return statement_read(in, out, arena, head, e);
}

static void add_reference(struct resolving *r, struct statement_product *p)
{
	if (p->ref.len == 0)
		return;
	r->references = vec_room(r->references, &r->room, r->count + 1, sizeof(*r->references));
	r->references[r->count++] = (struct reference){ p->bom, p->ref, p };
}

static int by_place(const void *left, const void *right)
{
	const struct reference *a = left, *b = right;
	int sign = str_cmp(a->bom, b->bom);

	return sign ? sign : str_cmp(a->ref, b->ref);
}

static size_t first_of(const struct resolving *r, struct str ref)
{
	size_t low = 0, high = r->from_count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (str_cmp(r->from[middle].ref, ref) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The product gets the component's names; what an SBOM is about stands for all of it. */
static bool name_product(
    struct resolving *r, struct reference *at, const struct sbom_component *c, struct err *e)
{
	struct statement_product *p = at->product;
	bool fits = c->purl.len == 0 || product_name(p, c->purl, r->arena);

	for (size_t i = 0; i < c->more_purl_count && fits; i++)
		fits = product_name(p, c->more_purls[i], r->arena);
	for (size_t i = 0; i < c->cpe_count && fits; i++)
		fits = product_name(p, c->cpes[i], r->arena);
	if (!fits)
		return err_fail(e, ERR_LIMIT, "more than %d names of one product", LIMIT_STATEMENT_NAMES);
	p->name = arena_copy(r->arena, c->name);
	p->version = arena_copy(r->arena, c->version);
	if (at->bom.len == 0 && c->is_subject)
		p->bom = r->serial;
	/* a component of the document itself is known by its names from here on */
	if (at->bom.len == 0 || c->is_subject)
		p->ref = STR_NONE;
	return true;
}

static bool take_component(void *ctx, const struct sbom_component *c, struct err *e)
{
	struct resolving *r = ctx;

	for (size_t i = first_of(r, c->ref); i < r->from_count && str_eq(r->from[i].ref, c->ref); i++)
		if (!name_product(r, &r->from[i], c, e))
			return false;
	return true;
}

static bool pass_warning(void *ctx, const struct err *why, struct err *e)
{
	(void)ctx;
	(void)why;
	(void)e;
	return true; /* told when the SBOM was imported */
}

static bool read_sbom(void *ctx, struct input *in, struct err *e)
{
	struct resolving *r = ctx;
	struct sbom_sink sink = { .ctx = r, .component = take_component, .warning = pass_warning };
	SCOPED_ARENA arena = { 0 };
	struct sbom_head head;

	return sbom_read(in, sink, &arena, &head, e);
}

/* The SBOM of that serial number, as the store keeps it; one that is not there resolves nothing. */
static bool read_kept(struct resolving *r, struct db *db, struct str serial, struct err *e)
{
	SCOPED_BUF packed = buf_new(2 * (size_t)LIMIT_SBOM_BYTES), plain = buf_new(LIMIT_SBOM_BYTES);
	struct unpack_limits limits = unpack_limits_usual();
	bool found;

	if (!sbom_raw(db, serial, &packed, &found, e))
		return false;
	if (!found)
		return true;
	return zstd_unpack_one(buf_str(&packed), &plain, e) &&
	       unpack_memory(serial, buf_str(&plain), &limits, (struct unpack_sink){ r, read_sbom }, e);
}

/* The document itself, where it is one that has components. */
static bool read_own(struct resolving *r, struct str name, struct str bytes, struct str format, struct err *e)
{
	SCOPED_INPUT *in = input_open_memory(name, bytes);

	return !(str_starts(format, STR("CycloneDX")) || str_starts(format, STR("SPDX"))) ||
	       read_sbom(r, in, e);
}

static bool resolve(
    struct resolving *r, struct db *db, struct str name, struct str bytes, struct str format, struct err *e)
{
	vec_sort(r->references, r->count, sizeof(*r->references), by_place);
	for (size_t from = 0, to; from < r->count; from = to) {
		struct str bom = r->references[from].bom;

		for (to = from + 1; to < r->count && str_eq(r->references[to].bom, bom); to++)
			continue;
		r->from = &r->references[from];
		r->from_count = to - from;
		if (bom.len == 0 || str_eq_nocase(bom, r->serial)) {
			if (!read_own(r, name, bytes, format, e))
				return false;
		}
		if (bom.len && !read_kept(r, db, bom, e))
			return false;
	}
	return true;
}

bool vex_names_resolve(struct db *db, struct str name, struct str bytes,
    const struct statement_document *head, struct vex_record *records, size_t count, struct arena *arena,
    struct err *e)
{
	struct resolving r = { .arena = arena, .serial = head->id };
	bool done;

	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < records[i].said.product_count; k++) {
			struct statement_product *p = &records[i].said.products[k];

			add_reference(&r, p);
			for (size_t n = 0; n < p->subcomponent_count; n++)
				add_reference(&r, &p->subcomponents[n]);
		}
	done = resolve(&r, db, name, bytes, head->format, e);
	free(r.references);
	return done;
}
