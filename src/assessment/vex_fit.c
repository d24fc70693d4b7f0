#include "assessment/vex_fit.h"

#include "matching/match.h"
#include "sources/feeds/draft.h"

static const struct vex_fitting no_fit = { .fit = VEX_FIT_NONE };

static struct vex_fitting fitting(enum vex_fit fit, enum vex_scope scope, struct str how)
{
	return (struct vex_fitting){ .fit = fit, .scope = scope, .how = how };
}

/* --- a component by its packages --- */

/* "vendor:product" of "o:vendor:product". */
static struct str without_part(struct str cpe_package)
{
	return str_from(cpe_package, str_index(cpe_package, ':') + 1);
}

/* Is a CPE name's text, without its backslashes, this? */
static bool says(struct str escaped, struct str plain)
{
	size_t k = 0;

	for (size_t i = 0; i < escaped.len; i++) {
		if (escaped.ptr[i] == '\\' && i + 1 < escaped.len)
			i++;
		if (k == plain.len || plain.ptr[k++] != escaped.ptr[i])
			return false;
	}
	return k == plain.len;
}

/* The same package, each kind in its own words; "vendor:product" of a product tree is a CPE name's too. */
static bool same_package(const struct affected *row, const struct identity *i)
{
	if (row->kind == i->kind)
		return str_eq(row->package, i->package);
	return row->kind == PACKAGE_NAME && i->kind == PACKAGE_CPE &&
	       says(without_part(i->package), row->package);
}

static struct str row_words(const struct affected *row, struct arena *arena)
{
	static const char *const kinds[] = {
		[PACKAGE_CPE] = "cpe", [PACKAGE_PURL] = "purl", [PACKAGE_NAME] = "name"
	};

	return arena_printf(arena, "%s " STR_FMT, kinds[row->kind], STR_ARG(row->package));
}

/* "Radio Works" and "Wi-Fi Stack" as a product tree has them. */
static struct identity named_identity(const struct component *c, struct arena *arena)
{
	return (struct identity){ .kind = PACKAGE_NAME,
		.package = c->supplier.len ? draft_name(c->supplier, c->name, arena) : STR(""),
		.version = c->version,
		.scheme = VERSION_GENERIC };
}

static bool names_no_version(const struct affected *row)
{
	return row->low.len == 0 && row->high.len == 0 && !row->not_applicable;
}

/* Most are of another package: nothing is made of the row for them. */
static struct vex_fitting fit_identity(
    const struct affected *row, const struct identity *identity, struct arena *arena)
{
	struct str open = STR(""), words;
	struct range range;

	if (!same_package(row, identity))
		return no_fit;
	range = range_of(row, 0, arena);
	words = row_words(row, arena);
	switch (match_meets(identity, &range, arena, &open)) {
	case MEETS:
		return fitting(VEX_FIT_SURE, VEX_COMPONENT, words);
	case MEETS_UNCONFIRMED:
		words = arena_printf(arena, STR_FMT ": " STR_FMT, STR_ARG(words), STR_ARG(open));
		return fitting(VEX_FIT_UNCONFIRMED, VEX_COMPONENT, words);
	case MEETS_NOT:
		break;
	}
	return no_fit;
}

static struct vex_fitting better(struct vex_fitting a, struct vex_fitting b)
{
	return b.fit > a.fit ? b : a;
}

static struct vex_fitting fit_row(const struct affected *row, const struct component *c, struct arena *arena)
{
	struct identity named = named_identity(c, arena);
	struct vex_fitting best = fit_identity(row, &named, arena);

	for (size_t i = 0; i < c->identity_count && best.fit != VEX_FIT_SURE; i++)
		best = better(best, fit_identity(row, &c->identities[i], arena));
	return best;
}

/* --- a component by its name --- */

static struct str last_part(struct str text)
{
	size_t slash = str_last_index(text, '/');

	text = slash < text.len ? str_from(text, slash + 1) : text;
	return str_last_index(text, ':') < text.len ? str_from(text, str_last_index(text, ':') + 1) : text;
}

/* "org.apache.logging.log4j:log4j-core" is also called "log4j-core"; "_" stands for a blank. */
static bool same_name(struct str a, struct str b)
{
	a = last_part(a);
	b = last_part(b);
	if (a.len != b.len || a.len == 0)
		return false;
	for (size_t i = 0; i < a.len; i++) {
		char x = a.ptr[i] == ' ' || a.ptr[i] == '-' ? '_' : char_lower(a.ptr[i]);
		char y = b.ptr[i] == ' ' || b.ptr[i] == '-' ? '_' : char_lower(b.ptr[i]);

		if (x != y)
			return false;
	}
	return true;
}

static bool row_may_hold(const struct affected *row, struct str version, struct arena *arena)
{
	struct range range = range_of(row, 0, arena);

	return version.len == 0 || names_no_version(row) || range_holds_text(&range, version, arena);
}

/* The ecosystem is known to both and is another one: no name makes up for that. */
static bool other_ecosystem(const struct affected *row, const struct component *c)
{
	struct str type = str_first(row->package, str_index(row->package, '/'));
	bool has_purl = false;

	if (row->kind != PACKAGE_PURL || str_eq(type, STR("generic")))
		return false;
	for (size_t i = 0; i < c->identity_count; i++) {
		if (c->identities[i].kind != PACKAGE_PURL)
			continue;
		has_purl = true;
		if (str_starts(c->identities[i].package, STR("generic/")))
			return false;
	}
	return has_purl;
}

static struct vex_fitting fit_name(
    const struct statement_product *p, const struct component *c, struct arena *arena)
{
	bool equal = p->row_count == 0 && same_name(p->name, c->name) &&
		     (p->version.len == 0 || c->version.len == 0 || str_eq(p->version, c->version));

	for (size_t i = 0; i < p->row_count && !equal; i++)
		equal = same_name(p->rows[i].package, c->name) && !other_ecosystem(&p->rows[i], c) &&
			row_may_hold(&p->rows[i], c->version, arena);
	if (!equal)
		return no_fit;
	return fitting(
	    VEX_FIT_NAME, VEX_COMPONENT, c->version.len ? STR("name and version only") : STR("name only"));
}

/* --- a component by its hashes --- */

/* Does the component have a hash of that algorithm? */
static bool has_such(const struct component *c, struct str hash)
{
	struct str algorithm = str_first(hash, str_index(hash, ':') + 1);

	for (size_t i = 0; i < c->hash_count; i++)
		if (str_starts(c->hashes[i], algorithm))
			return true;
	return false;
}

/* A hash that is equal is a fit. Where the product has one and the component another of the same algorithm,
 * its names may mean another build. */
static struct vex_fitting heed_hashes(const struct statement_product *p, const struct component *c,
    struct vex_fitting named, struct arena *arena)
{
	struct str other = STR_NONE;

	for (size_t i = 0; i < p->hash_count; i++) {
		struct str hash = component_hash(&p->hashes[i], arena);
		struct str algorithm = p->hashes[i].algorithm;

		if (hash.len && component_has_hash(c, hash))
			return fitting(VEX_FIT_SURE, VEX_COMPONENT,
			    arena_printf(arena, "hash " STR_FMT, STR_ARG(algorithm)));
		if (hash.len && has_such(c, hash))
			other = algorithm;
	}
	if (other.len && named.fit == VEX_FIT_SURE)
		return fitting(VEX_FIT_UNCONFIRMED, named.scope,
		    arena_printf(arena, STR_FMT ": but its " STR_FMT " is another", STR_ARG(named.how),
			STR_ARG(other)));
	return named;
}

struct vex_fitting vex_fit_product(
    const struct statement_product *p, const struct component *c, struct arena *arena)
{
	struct vex_fitting best = no_fit;

	for (size_t i = 0; i < p->row_count && best.fit != VEX_FIT_SURE; i++)
		best = better(best, fit_row(&p->rows[i], c, arena));
	if (best.fit == VEX_FIT_NONE)
		best = fit_name(p, c, arena);
	return p->hash_count ? heed_hashes(p, c, best, arena) : best;
}

/* --- releases --- */

static bool has_serial(const struct vex_place *place, struct str serial)
{
	for (size_t i = 0; i < place->serial_count; i++)
		if (str_eq_nocase(place->serials[i], serial))
			return true;
	return false;
}

bool vex_fit_release(
    const struct statement_product *p, const struct vex_place *place, struct arena *arena, struct str *how)
{
	if (p->bom.len && p->ref.len == 0 && has_serial(place, p->bom)) {
		*how = arena_printf(arena, "SBOM " STR_FMT, STR_ARG(p->bom));
		return true;
	}
	if (place->device.len && str_eq_nocase(p->name, place->device) &&
	    str_eq(p->version, place->release)) {
		*how = STR("device and release by name");
		return true;
	}
	if (place->subject && vex_fit_product(p, place->subject, arena).fit == VEX_FIT_SURE) {
		*how = arena_printf(arena, "what the SBOM is about, " STR_FMT, STR_ARG(place->subject->name));
		return true;
	}
	return false;
}

/* --- a supplier's statement --- */

static bool holds_product(
    const struct statement_product *p, const struct vex_place *place, struct arena *arena)
{
	for (size_t i = 0; i < place->component_count; i++)
		if (vex_fit_product(p, &place->components[i], arena).fit == VEX_FIT_SURE)
			return true;
	return false;
}

static struct vex_fitting fit_subcomponents(
    const struct statement_product *p, const struct component *c, struct arena *arena)
{
	struct vex_fitting best = no_fit;

	for (size_t i = 0; i < p->subcomponent_count && best.fit != VEX_FIT_SURE; i++)
		best = better(best, vex_fit_product(&p->subcomponents[i], c, arena));
	return best;
}

/* The component that the reference into an SBOM of this release leads to. */
static struct vex_fitting fit_here(
    const struct statement_product *p, const struct component *c, struct arena *arena)
{
	struct vex_fitting f = vex_fit_product(p, c, arena);

	if (str_eq(p->name, c->name) && str_eq(p->version, c->version))
		f = fitting(VEX_FIT_SURE, VEX_FINDING, arena_printf(arena, "SBOM " STR_FMT, STR_ARG(p->bom)));
	f.scope = VEX_FINDING;
	return f;
}

static bool is_bound(const struct vex_record *r)
{
	return r->release_id || r->device_id;
}

/* A product with subcomponents speaks of those, where it is the release or is in it. One that is not there
 * says nothing about the same subcomponent elsewhere. */
static struct vex_fitting fit_supplied(const struct vex_record *r, const struct statement_product *p,
    const struct vex_place *place, const struct component *c, struct arena *arena)
{
	struct vex_fitting part;
	struct str how;

	if (p->bom.len && p->ref.len && !str_starts(p->ref, STR("pkg:")))
		return has_serial(place, p->bom) ? fit_here(p, c, arena) : no_fit;
	if (p->subcomponent_count == 0)
		return vex_fit_release(p, place, arena, &how) ? fitting(VEX_FIT_SURE, VEX_RELEASE, how)
							      : vex_fit_product(p, c, arena);
	part = fit_subcomponents(p, c, arena); /* first: it is none of them most often */
	if (part.fit == VEX_FIT_NONE)
		return no_fit;
	part.scope = is_bound(r) || vex_fit_release(p, place, arena, &how) ? VEX_FINDING : VEX_COMPONENT;
	return part.scope == VEX_FINDING || holds_product(p, place, arena) ? part : no_fit;
}

/* "Fixed" without a version would hold for every version there is. */
static void doubt_fixed(const struct vex_record *r, const struct statement_product *p, struct vex_fitting *f)
{
	bool said = p->version.len > 0 || str_starts(f->how, STR("hash "));

	for (size_t i = 0; i < p->row_count; i++)
		said = said || !names_no_version(&p->rows[i]);
	if (r->said.status != STATEMENT_FIXED || f->fit != VEX_FIT_SURE || f->scope != VEX_COMPONENT ||
	    said || p->subcomponent_count)
		return;
	f->fit = VEX_FIT_UNCONFIRMED;
	f->how = STR("says fixed, but not in which version");
}

static struct vex_fitting fit_supplier(
    const struct vex_record *r, const struct vex_place *place, const struct component *c, struct arena *arena)
{
	struct vex_fitting best = no_fit;

	if ((r->release_id && r->release_id != place->release_id) ||
	    (r->device_id && r->device_id != place->device_id))
		return no_fit;
	for (size_t i = 0; i < r->said.product_count && best.fit != VEX_FIT_SURE; i++) {
		const struct statement_product *p = &r->said.products[i];
		struct vex_fitting now = fit_supplied(r, p, place, c, arena);

		doubt_fixed(r, p, &now);
		best = better(best, now);
	}
	/* who says "affected" is heard even where the version could not be confirmed */
	if (best.fit == VEX_FIT_UNCONFIRMED && r->said.status == STATEMENT_AFFECTED)
		best.fit = VEX_FIT_SURE;
	best.proposed = str_eq(r->said.status_word, STR(STATEMENT_WORD_PATCHED));
	return best;
}

/* --- an own decision --- */

static bool shares_package(const struct statement_product *p, const struct component *c)
{
	for (size_t i = 0; i < p->row_count; i++)
		for (size_t k = 0; k < c->identity_count; k++)
			if (same_package(&p->rows[i], &c->identities[k]))
				return true;
	return p->row_count == 0 || c->identity_count == 0;
}

/* The component it was made for: by name, and by package where both have one, so that a new SBOM of the same
 * release does not lose it. */
static bool is_named(const struct statement_product *p, const struct component *c, bool any_version)
{
	return str_eq(p->name, c->name) && (any_version || str_eq(p->version, c->version)) &&
	       shares_package(p, c);
}

static struct vex_fitting fit_own(
    const struct vex_record *r, const struct vex_place *place, const struct component *c)
{
	const struct statement_product *p = r->said.product_count ? r->said.products : NULL;
	bool here = !r->release_id || r->release_id == place->release_id;
	struct vex_fitting f = fitting(VEX_FIT_SURE, vex_own_scope(r), STR("decided for it"));

	if (r->device_id && r->device_id != place->device_id)
		return no_fit;
	if (p && !is_named(p, c, !here))
		return no_fit;
	/* a decision is proposed to later releases, never to those that were there before */
	f.proposed = !here;
	if (f.proposed && r->release_id > place->release_id)
		return no_fit;
	if (f.proposed && p && !str_eq(p->version, c->version))
		f.how = STR("decided for another version of it");
	return f;
}

struct vex_fitting vex_fit(
    const struct vex_record *r, const struct vex_place *place, const struct component *c, struct arena *arena)
{
	return r->origin == VEX_OWN ? fit_own(r, place, c) : fit_supplier(r, place, c, arena);
}

bool vex_fit_is_local(const struct vex_record *r, const struct vex_place *place, struct arena *arena)
{
	struct str how;

	if (r->origin == VEX_OWN || is_bound(r))
		return true;
	for (size_t i = 0; i < r->said.product_count; i++) {
		const struct statement_product *p = &r->said.products[i];

		if (p->subcomponent_count || (p->bom.len && p->ref.len) ||
		    vex_fit_release(p, place, arena, &how))
			return true;
	}
	return false;
}
