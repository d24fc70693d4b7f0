/* A component as bytes, and back. */
#include <assert.h>

#include "inventory/component.h"
#include "limits.h"

/* What a component may hold when written; the limits on its fields keep it far below. */
#define CONTENT_BYTES_MOST LIMIT_RECORD_BYTES

/* The stored form: a byte 1, then texts as varint length and bytes; a byte 2 where hashes stand at the end.
 * So a component without any is written as before there were any. */
enum form { FORM_PLAIN = 1, FORM_HASHES = 2 };

static void put_text(struct buf *out, struct str text)
{
	buf_varint(out, text.len);
	buf_add(out, text);
}

enum identity_flag { FLAG_SOURCE = 1, FLAG_WHOLE = 2, FLAG_MENDED = 4 };

static void put_identity(struct buf *out, const struct identity *i)
{
	int flags =
	    (i->is_source ? FLAG_SOURCE : 0) | (i->is_whole ? FLAG_WHOLE : 0) | (i->mended ? FLAG_MENDED : 0);

	buf_byte(out, (char)i->kind);
	buf_byte(out, (char)i->scheme);
	buf_byte(out, (char)flags);
	put_text(out, i->package);
	put_text(out, i->version);
	put_text(out, i->qualifier);
	put_text(out, i->written);
}

void component_write(const struct component *c, struct buf *out)
{
	char date[DATE_TEXT_SIZE] = "";

	if (date_is_known(c->end_of_support))
		date_write(c->end_of_support, date);
	buf_byte(out, c->hash_count ? FORM_HASHES : FORM_PLAIN);
	put_text(out, c->name);
	put_text(out, c->version);
	put_text(out, c->kind);
	put_text(out, c->supplier);
	put_text(out, c->support);
	put_text(out, str_of(date));
	buf_varint(out, c->identity_count);
	for (size_t i = 0; i < c->identity_count; i++)
		put_identity(out, &c->identities[i]);
	buf_varint(out, c->problem_count);
	for (size_t i = 0; i < c->problem_count; i++)
		put_text(out, c->problems[i]);
	if (c->hash_count == 0)
		return;
	buf_varint(out, c->hash_count);
	for (size_t i = 0; i < c->hash_count; i++)
		put_text(out, c->hashes[i]);
}

static bool take_byte(struct str *rest, int least, int most, int *byte)
{
	int got = rest->len ? (unsigned char)rest->ptr[0] : -1;

	if (got < 0 || got < least || got > most)
		return false;
	*byte = got;
	*rest = str_from(*rest, 1);
	return true;
}

static bool take_text(struct str *rest, struct str *text)
{
	uint64_t len;

	if (!str_take_varint(rest, &len) || len > rest->len)
		return false;
	*text = str_first(*rest, (size_t)len);
	*rest = str_from(*rest, (size_t)len);
	return true;
}

/* A count of things of which each takes a byte or more. */
static bool take_count(struct str *rest, size_t *count)
{
	uint64_t n;

	if (!str_take_varint(rest, &n) || n > rest->len)
		return false;
	*count = (size_t)n;
	return true;
}

static bool take_date(struct str *rest, struct date *date)
{
	struct err ignored;
	struct str text;

	*date = DATE_NONE;
	return take_text(rest, &text) && (text.len == 0 || date_parse(text, date, &ignored));
}

static bool take_identity(struct str *rest, struct identity *i)
{
	int kind, scheme, flags;

	if (!take_byte(rest, PACKAGE_CPE, PACKAGE_GIT, &kind) ||
	    !take_byte(rest, 0, VERSION_SCHEME_COUNT - 1, &scheme) || !take_byte(rest, 0, 7, &flags))
		return false;
	i->kind = (enum package_kind)kind;
	i->scheme = (enum version_scheme)scheme;
	i->is_source = flags & FLAG_SOURCE;
	i->is_whole = flags & FLAG_WHOLE;
	i->mended = flags & FLAG_MENDED;
	return take_text(rest, &i->package) && take_text(rest, &i->version) &&
	       take_text(rest, &i->qualifier) && take_text(rest, &i->written);
}

static bool take_lists(struct str *rest, struct arena *arena, struct component *c)
{
	if (!take_count(rest, &c->identity_count))
		return false;
	c->identities = arena_alloc(arena, c->identity_count, sizeof(*c->identities));
	for (size_t i = 0; i < c->identity_count; i++)
		if (!take_identity(rest, &c->identities[i]))
			return false;
	if (!take_count(rest, &c->problem_count))
		return false;
	c->problems = arena_alloc(arena, c->problem_count, sizeof(*c->problems));
	for (size_t i = 0; i < c->problem_count; i++)
		if (!take_text(rest, &c->problems[i]))
			return false;
	return true;
}

static bool take_hashes(struct str *rest, int form, struct arena *arena, struct component *c)
{
	if (form == FORM_PLAIN)
		return rest->len == 0;
	if (!take_count(rest, &c->hash_count))
		return false;
	c->hashes = arena_alloc(arena, c->hash_count, sizeof(*c->hashes));
	for (size_t i = 0; i < c->hash_count; i++)
		if (!take_text(rest, &c->hashes[i]))
			return false;
	return rest->len == 0;
}

bool component_read(struct str bytes, struct arena *arena, struct component *out, struct err *e)
{
	struct component c = { 0 };
	struct str rest = bytes;
	int form;

	if (!take_byte(&rest, FORM_PLAIN, FORM_HASHES, &form) || !take_text(&rest, &c.name) ||
	    !take_text(&rest, &c.version) || !take_text(&rest, &c.kind) || !take_text(&rest, &c.supplier) ||
	    !take_text(&rest, &c.support) || !take_date(&rest, &c.end_of_support) ||
	    !take_lists(&rest, arena, &c) || !take_hashes(&rest, form, arena, &c))
		return err_fail(e, ERR_STORE, "component of %zu bytes is damaged", bytes.len);
	c.support_level = support_level_of(c.support);
	*out = c;
	return true;
}

struct sha256 component_digest(const struct component *c)
{
	SCOPED_BUF content = buf_new(CONTENT_BYTES_MOST);

	component_write(c, &content);
	assert(!buf_full(&content));
	return sha256_of(buf_str(&content));
}
