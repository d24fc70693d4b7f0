#include "actions/vex/vex_read.h"

#include "actions/vex/vex_names.h"
#include "limits.h"
#include "sources/sbom.h"
#include "sources/vex/product.h"
#include "sources/vex/sbom_vex.h"
#include "store/statement_form.h"

struct reader {
	struct arena *arena;
	struct vex_reading *to;
	size_t room, warning_room;
};

/* A copy, by way of the stored form: the statement lives for this call alone. */
static bool take_statement(void *ctx, const struct vex_statement *s, struct err *e)
{
	struct reader *r = ctx;
	struct vex_reading *to = r->to;
	SCOPED_BUF bytes = buf_new(LIMIT_RECORD_BYTES);
	struct vex_record from = { .origin = VEX_SUPPLIER,
		.life = VEX_STANDING,
		.said = *s,
		.from = DATE_NONE,
		.until = DATE_NONE };

	statement_form_write(&from, &bytes);
	if (buf_full(&bytes))
		return err_fail(e, ERR_LIMIT, "a statement takes more than %d bytes", LIMIT_RECORD_BYTES);
	to->records = arena_room(r->arena, to->records, to->count, &r->room, sizeof(*to->records));
	to->records[to->count] = from;
	return statement_form_read(
	    arena_copy(r->arena, buf_str(&bytes)), r->arena, &to->records[to->count++], e);
}

static bool take_warning(void *ctx, const struct err *why, struct err *e)
{
	struct reader *r = ctx;
	struct vex_reading *to = r->to;

	(void)e;
	to->warnings =
	    arena_room(r->arena, to->warnings, to->warning_count, &r->warning_room, sizeof(*to->warnings));
	to->warnings[to->warning_count++] = arena_copy(r->arena, str_of(why->text));
	return true;
}

static struct instant later(struct instant a, struct instant b)
{
	if (!instant_is_known(a) || (instant_is_known(b) && b.us > a.us))
		return b;
	return a;
}

/* What a statement leaves out is the document's. */
static void complete(struct vex_reading *r, int64_t device_id, int64_t release_id)
{
	for (size_t i = 0; i < r->count; i++) {
		struct vex_record *to = &r->records[i];

		to->who = to->said.author.len ? to->said.author : r->head.author;
		to->document = r->head.id;
		to->document_version = r->head.version;
		to->device_id = device_id;
		to->release_id = release_id;
		to->made_at = later(to->said.issued, to->said.updated);
		if (!instant_is_known(to->made_at))
			to->made_at = later(r->head.issued, r->head.updated);
	}
}

bool vex_read(struct db *db, struct str name, struct str bytes, int64_t device_id, int64_t release_id,
    struct arena *arena, struct vex_reading *out, struct err *e)
{
	struct vex_reading read = { 0 };
	struct reader r = { .arena = arena, .to = &read };
	struct statement_sink sink = { &r, take_statement, take_warning };

	if (!vex_names_read(name, bytes, sink, arena, &read.head, e))
		return false;
	complete(&read, device_id, release_id);
	if (!vex_names_resolve(db, name, bytes, &read.head, read.records, read.count, arena, e))
		return false;
	*out = read;
	return true;
}

/* --- an SBOM --- */

static bool is_named_before(const struct sbom_component *c, size_t patch)
{
	for (size_t i = 0; i < patch; i++)
		if (str_eq(c->patched[i], c->patched[patch]))
			return true;
	return false;
}

/* The component by its own names. */
static bool name_component(struct statement_product *p, const struct sbom_component *c, struct arena *arena)
{
	bool fits = c->purl.len == 0 || product_name(p, c->purl, arena);

	for (size_t i = 0; i < c->more_purl_count && fits; i++)
		fits = product_name(p, c->more_purls[i], arena);
	for (size_t i = 0; i < c->cpe_count && fits; i++)
		fits = product_name(p, c->cpes[i], arena);
	p->name = c->name;
	p->version = c->version;
	if (p->id.len == 0)
		p->id = c->name;
	return fits;
}

/* A patch that is said to resolve a vulnerability: whether it does, a person must say. */
static bool take_patches(void *ctx, const struct sbom_component *c, struct err *e)
{
	struct reader *r = ctx;
	SCOPED_ARENA arena = { 0 };
	struct statement_product product = { 0 };
	struct vex_statement s = { .products = &product,
		.product_count = 1,
		.id_count = 1,
		.status = STATEMENT_FIXED,
		.status_word = STR(STATEMENT_WORD_PATCHED),
		.notes = STR("a patch in the SBOM is said to resolve it"),
		.issued = INSTANT_NONE,
		.updated = INSTANT_NONE };

	if (c->patched_count == 0)
		return true;
	/* a reference is resolved later, with all others */
	product.ref = c->ref;
	if (c->ref.len == 0 && !name_component(&product, c, &arena))
		return err_fail(e, ERR_LIMIT, "more than %d names of one component", LIMIT_STATEMENT_NAMES);
	for (size_t i = 0; i < c->patched_count; i++) {
		s.ids = &c->patched[i];
		if (!is_named_before(c, i) && !take_statement(r, &s, e))
			return false;
	}
	return true;
}

static bool pass_warning(void *ctx, const struct err *why, struct err *e)
{
	(void)ctx;
	(void)why;
	(void)e;
	return true;
}

/* A reference into this very document. */
static void bind(struct vex_reading *r)
{
	for (size_t i = 0; i < r->count; i++)
		for (size_t k = 0; k < r->records[i].said.product_count; k++) {
			struct statement_product *p = &r->records[i].said.products[k];

			if (p->bom.len == 0 && p->ref.len)
				p->bom = r->head.id;
		}
}

bool vex_read_sbom(struct db *db, struct str name, struct str bytes, struct str serial, int64_t device_id,
    int64_t release_id, struct arena *arena, struct vex_reading *out, struct err *e)
{
	SCOPED_INPUT *in = input_open_memory(name, bytes);
	struct vex_reading read = { 0 };
	struct reader r = { .arena = arena, .to = &read };
	struct sbom_sink sink = {
		.ctx = &r, .component = take_patches, .warning = pass_warning, .statement = take_statement
	};
	struct sbom_head head;

	if (!sbom_read(in, sink, arena, &head, e))
		return false;
	read.head = sbom_vex_document(&head);
	read.head.id = serial;
	complete(&read, device_id, release_id);
	bind(&read);
	if (!vex_names_resolve(db, name, bytes, &read.head, read.records, read.count, arena, e))
		return false;
	*out = read;
	return true;
}
