#include "store/statement_form.h"

#define FORM 1 /* the first byte */

enum row_flag { FLAG_LOW = 1, FLAG_HIGH = 2, FLAG_NOT_APPLICABLE = 4, FLAG_ALL = 7 };

/* The texts of a record, in the order of the form. */
#define RECORD_TEXTS(r)                                                                                      \
	{                                                                                                    \
		&(r)->said.id, &(r)->said.status_word, &(r)->said.justification_word, &(r)->said.impact,     \
		    &(r)->said.action, &(r)->said.notes, &(r)->said.author, &(r)->reason, &(r)->evidence,    \
		    &(r)->who, &(r)->document, &(r)->document_version                                        \
	}

static void put_texts(struct buf *out, const struct str *texts, size_t count)
{
	buf_varint(out, count);
	for (size_t i = 0; i < count; i++)
		buf_text(out, texts[i]);
}

static void put_row(struct buf *out, const struct affected *row)
{
	int flags = (row->low_inclusive ? FLAG_LOW : 0) | (row->high_inclusive ? FLAG_HIGH : 0) |
		    (row->not_applicable ? FLAG_NOT_APPLICABLE : 0);

	buf_byte(out, (char)row->kind);
	buf_byte(out, (char)row->scheme);
	buf_byte(out, (char)flags);
	buf_text(out, row->package);
	buf_text(out, row->qualifier);
	buf_text(out, row->low);
	buf_text(out, row->high);
}

static void put_product(struct buf *out, const struct statement_product *p)
{
	buf_text(out, p->id);
	buf_text(out, p->name);
	buf_text(out, p->version);
	buf_text(out, p->bom);
	buf_text(out, p->ref);
	buf_varint(out, p->row_count);
	for (size_t i = 0; i < p->row_count; i++)
		put_row(out, &p->rows[i]);
	buf_varint(out, p->hash_count);
	for (size_t i = 0; i < p->hash_count; i++) {
		buf_text(out, p->hashes[i].algorithm);
		buf_text(out, p->hashes[i].value);
	}
}

void statement_form_write(const struct vex_record *r, struct buf *out)
{
	const struct str *texts[] = RECORD_TEXTS(r);

	buf_byte(out, FORM);
	for (size_t i = 0; i < COUNT(texts); i++)
		buf_text(out, *texts[i]);
	put_texts(out, r->said.ids, r->said.id_count);
	put_texts(out, r->said.responses, r->said.response_count);
	buf_varint(out, r->said.product_count);
	for (size_t i = 0; i < r->said.product_count; i++) {
		const struct statement_product *p = &r->said.products[i];

		put_product(out, p);
		buf_varint(out, p->subcomponent_count);
		for (size_t k = 0; k < p->subcomponent_count; k++)
			put_product(out, &p->subcomponents[k]);
	}
}

/* A count of things that take at least one byte each. */
static bool take_count(struct str *rest, size_t *count)
{
	uint64_t n;

	if (!str_take_varint(rest, &n) || n > rest->len)
		return false;
	*count = (size_t)n;
	return true;
}

static bool take_texts(struct str *rest, struct arena *arena, struct str **texts, size_t *count)
{
	if (!take_count(rest, count))
		return false;
	*texts = arena_alloc(arena, *count, sizeof(**texts));
	for (size_t i = 0; i < *count; i++)
		if (!str_take_text(rest, &(*texts)[i]))
			return false;
	return true;
}

static bool take_row(struct str *rest, struct affected *row)
{
	unsigned char kind, scheme, flags;

	if (rest->len < 3)
		return false;
	kind = (unsigned char)rest->ptr[0];
	scheme = (unsigned char)rest->ptr[1];
	flags = (unsigned char)rest->ptr[2];
	if (kind < PACKAGE_CPE || kind > PACKAGE_GIT || scheme >= VERSION_SCHEME_COUNT || flags > FLAG_ALL)
		return false;
	*rest = str_from(*rest, 3);
	*row = (struct affected){ .kind = (enum package_kind)kind,
		.scheme = (enum version_scheme)scheme,
		.low_inclusive = flags & FLAG_LOW,
		.high_inclusive = flags & FLAG_HIGH,
		.not_applicable = flags & FLAG_NOT_APPLICABLE,
		.config = -1 };
	return str_take_text(rest, &row->package) && str_take_text(rest, &row->qualifier) &&
	       str_take_text(rest, &row->low) && str_take_text(rest, &row->high);
}

static bool take_product(struct str *rest, struct arena *arena, struct statement_product *p)
{
	if (!str_take_text(rest, &p->id) || !str_take_text(rest, &p->name) ||
	    !str_take_text(rest, &p->version) || !str_take_text(rest, &p->bom) ||
	    !str_take_text(rest, &p->ref) || !take_count(rest, &p->row_count))
		return false;
	p->rows = arena_alloc(arena, p->row_count, sizeof(*p->rows));
	for (size_t i = 0; i < p->row_count; i++)
		if (!take_row(rest, &p->rows[i]))
			return false;
	if (!take_count(rest, &p->hash_count))
		return false;
	p->hashes = arena_alloc(arena, p->hash_count, sizeof(*p->hashes));
	for (size_t i = 0; i < p->hash_count; i++)
		if (!str_take_text(rest, &p->hashes[i].algorithm) ||
		    !str_take_text(rest, &p->hashes[i].value))
			return false;
	return true;
}

static bool take_products(struct str *rest, struct arena *arena, struct vex_statement *said)
{
	if (!take_count(rest, &said->product_count))
		return false;
	said->products = arena_alloc(arena, said->product_count, sizeof(*said->products));
	for (size_t i = 0; i < said->product_count; i++) {
		struct statement_product *p = &said->products[i];

		if (!take_product(rest, arena, p) || !take_count(rest, &p->subcomponent_count))
			return false;
		p->subcomponents = arena_alloc(arena, p->subcomponent_count, sizeof(*p->subcomponents));
		for (size_t k = 0; k < p->subcomponent_count; k++)
			if (!take_product(rest, arena, &p->subcomponents[k]))
				return false;
	}
	return rest->len == 0;
}

static bool take_record(struct str rest, struct arena *arena, struct vex_record *r)
{
	struct str *texts[] = RECORD_TEXTS(r);

	if (rest.len == 0 || rest.ptr[0] != FORM)
		return false;
	rest = str_from(rest, 1);
	for (size_t i = 0; i < COUNT(texts); i++)
		if (!str_take_text(&rest, texts[i]))
			return false;
	return take_texts(&rest, arena, &r->said.ids, &r->said.id_count) && r->said.id_count > 0 &&
	       take_texts(&rest, arena, &r->said.responses, &r->said.response_count) &&
	       take_products(&rest, arena, &r->said);
}

bool statement_form_read(struct str bytes, struct arena *arena, struct vex_record *r, struct err *e)
{
	struct vex_record read = *r;

	if (!take_record(bytes, arena, &read))
		return err_fail(e, ERR_STORE, "statement %lld is damaged", (long long)r->id);
	*r = read;
	return true;
}
