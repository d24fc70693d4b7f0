#include "matching/kept.h"

#include "identity/cve_id.h"
#include "matching/packed.h"

#define ROW_BITS 6 /* 64 sections a row, on the average */

enum tier_flag { TIERS = 0x0f, OUTSIDE = 0x20, UNCONFIRMED = 0x40 };
enum kind_flag { KINDS = 0x0f, REBUILT = 0x20 };

bool kept_begins_row(int64_t advisory_id)
{
	/* Fibonacci hashing (Knuth, TAOCP 6.4): ids in a row are spread evenly */
	return ((uint64_t)advisory_id * 0x9e3779b97f4a7c15u) >> (64 - ROW_BITS) == 0;
}

/* The number of the component's own identity that was reached without an alias, or identity_count. */
static size_t own_identity(const struct component *c, const struct reach *reach)
{
	size_t i = 0;

	if (reach->through.len || reach->packaged.len || reach->tag.len)
		return c->identity_count;
	while (i < c->identity_count && !(c->identities[i].kind == reach->identity.kind &&
					    str_eq(c->identities[i].package, reach->identity.package) &&
					    str_eq(c->identities[i].version, reach->identity.version)))
		i++;
	return i;
}

static void write_reach(const struct reach *reach, const struct component *c, struct buf *body)
{
	size_t own = own_identity(c, reach);

	if (own < c->identity_count) {
		buf_varint(body, own + 1);
		return;
	}
	buf_varint(body, 0);
	buf_byte(body, (char)(reach->identity.kind | (reach->rebuilt ? REBUILT : 0)));
	buf_text(body, reach->identity.package);
	buf_text(body, reach->identity.version);
	buf_text(body, reach->through);
	buf_text(body, reach->packaged);
	buf_text(body, reach->tag);
}

static void write_match(const struct match *m, const struct component *c, struct buf *body)
{
	struct range bare = m->range;
	unsigned tier = (unsigned)m->tier - TIER_A;

	bare.advisory_id = 0;
	bare.low_key = bare.high_key = STR("");
	tier |= m->unconfirmed.len ? UNCONFIRMED : 0;
	tier |= m->outside ? OUTSIDE : 0;
	buf_byte(body, (char)tier);
	write_reach(m->reach, c, body);
	buf_byte(body, (char)bare.scheme);
	if (m->unconfirmed.len)
		buf_text(body, m->unconfirmed);
	packed_write_entry(body, &bare);
}

void kept_write(const struct kept *k, const struct component *c, struct buf *body)
{
	buf_varint(body, (uint64_t)k->source_id);
	buf_varint(body, (uint64_t)k->state);
	buf_varint(body, k->about);
	for (size_t i = 0; i < k->about; i++)
		buf_varint(body, cve_id_pack(k->vulnerabilities[i]));
	for (size_t i = 0; i < k->count; i++)
		write_match(&k->matches[i], c, body);
}

static bool take_reach(struct str *rest, const struct component *c, struct reach *reach)
{
	uint64_t number;
	unsigned kind;

	if (!str_take_varint(rest, &number) || number > c->identity_count)
		return false;
	if (number > 0) {
		reach->identity = c->identities[number - 1];
		return true;
	}
	if (!str_take_byte(rest, &kind) || (kind & KINDS) == 0 || (kind & KINDS) > PACKAGE_GIT)
		return false;
	reach->identity.kind = (enum package_kind)(kind & KINDS);
	reach->rebuilt = kind & REBUILT;
	return str_take_text(rest, &reach->identity.package) &&
	       str_take_text(rest, &reach->identity.version) && str_take_text(rest, &reach->through) &&
	       str_take_text(rest, &reach->packaged) && str_take_text(rest, &reach->tag);
}

static bool take_match(
    struct str *rest, int64_t advisory_id, const struct component *c, struct arena *arena, struct match *out)
{
	struct match m = { .unconfirmed = STR("") };
	struct reach *reach = arena_alloc(arena, 1, sizeof(*reach));
	unsigned tier, scheme;

	if (!str_take_byte(rest, &tier) || !take_reach(rest, c, reach) || !str_take_byte(rest, &scheme) ||
	    scheme >= VERSION_SCHEME_COUNT)
		return false;
	if ((tier & UNCONFIRMED) && !str_take_text(rest, &m.unconfirmed))
		return false;
	if (!packed_take_entry(rest, (enum version_scheme)scheme, &m.range))
		return false;
	m.reach = reach;
	m.identity = &reach->identity;
	m.tier = (enum tier)(TIER_A + (tier & TIERS));
	m.outside = tier & OUTSIDE;
	m.range.advisory_id = advisory_id;
	*out = m;
	return true;
}

static bool take_vulnerabilities(struct str *rest, struct arena *arena, struct kept *k)
{
	uint64_t count, n;
	int64_t *ids;

	if (!str_take_varint(rest, &count) || count > rest->len)
		return false;
	ids = arena_alloc(arena, count, sizeof(*ids));
	for (uint64_t i = 0; i < count; i++) {
		if (!str_take_varint(rest, &n))
			return false;
		ids[i] = cve_id_unpack(n);
	}
	k->vulnerabilities = ids;
	k->about = count;
	return true;
}

static bool take_matches(struct str rest, const struct component *c, struct arena *arena, struct kept *k)
{
	struct match *matches = NULL;
	size_t room = 0;

	while (rest.len) {
		matches = arena_room(arena, matches, k->count, &room, sizeof(*matches));
		if (!take_match(&rest, k->advisory_id, c, arena, &matches[k->count]))
			return false;
		k->count++;
	}
	k->matches = matches;
	return true;
}

static bool take_head(struct str *rest, struct arena *arena, struct kept *k)
{
	uint64_t source, state;

	if (!str_take_varint(rest, &source) || source > INT64_MAX || !str_take_varint(rest, &state) ||
	    state > ADVISORY_WITHDRAWN || !take_vulnerabilities(rest, arena, k))
		return false;
	k->source_id = (int64_t)source;
	k->state = (enum advisory_state)state;
	return true;
}

bool kept_read(struct str body, int64_t advisory_id, const struct component *c, struct arena *arena,
    struct kept *out, struct err *e)
{
	struct kept k = { .advisory_id = advisory_id };

	if (!take_head(&body, arena, &k) || !take_matches(body, c, arena, &k))
		return err_fail(
		    e, ERR_STORE, "a kept match of component \"" STR_FMT "\" is damaged", STR_ARG(c->name));
	*out = k;
	return true;
}

bool kept_read_about(
    struct str body, struct arena *arena, const int64_t **vulnerabilities, size_t *count, struct err *e)
{
	struct kept k = { 0 };

	if (!take_head(&body, arena, &k))
		return err_fail(e, ERR_STORE, "a kept match is damaged");
	*vulnerabilities = k.vulnerabilities;
	*count = k.about;
	return true;
}

void kept_add(struct buf *row, int64_t *last, int64_t advisory_id, struct str body)
{
	buf_varint(row, (uint64_t)(advisory_id - *last));
	buf_text(row, body);
	*last = advisory_id;
}

bool kept_next(struct str *rest, int64_t *last, int64_t *advisory_id, struct str *body, bool *damaged)
{
	uint64_t step;

	if (rest->len == 0)
		return false;
	if (!str_take_varint(rest, &step) || step == 0 || step > (uint64_t)(INT64_MAX - *last) ||
	    !str_take_text(rest, body)) {
		*damaged = true;
		return false;
	}
	*last += (int64_t)step;
	*advisory_id = *last;
	return true;
}
