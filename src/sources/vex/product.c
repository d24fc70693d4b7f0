#include "sources/vex/product.h"

#include "limits.h"
#include "sources/feeds/cpe_row.h"
#include "sources/feeds/purl_row.h"
#include "sources/feeds/version_span.h"
#include "sources/sboms/collect.h"

#define HEX_OF_SHA256 64

static void *grow(struct arena *arena, void *list, size_t count, size_t size)
{
	char *larger = arena_alloc(arena, count + 1, size);

	if (count > 0)
		memcpy(larger, list, count * size);
	return larger;
}

static bool add_row(struct statement_product *p, const struct affected *row, struct arena *arena)
{
	if (p->row_count == LIMIT_STATEMENT_NAMES)
		return false;
	p->rows = grow(arena, p->rows, p->row_count, sizeof(*p->rows));
	p->rows[p->row_count++] = *row;
	return true;
}

/* An image is named by its digest: "pkg:oci/alpine@sha256:124c...". */
static bool add_digest(struct statement_product *p, struct str version, struct arena *arena)
{
	if (!str_starts(version, STR("sha256:")) || version.len != strlen("sha256:") + HEX_OF_SHA256)
		return true;
	return product_hash(p, STR("SHA-256"), str_from(version, strlen("sha256:")), arena);
}

static bool add_purl(struct statement_product *p, struct str text, struct arena *arena)
{
	struct affected row = { .config = -1, .scheme = VERSION_GENERIC };
	struct version_span exact = { .low_inclusive = true, .high_inclusive = true };

	if (!purl_row_text(text, arena, &row, &exact.low))
		return true;
	exact.high = exact.low;
	if (exact.low.len > 0)
		version_span_put(&exact, row.scheme, &row);
	return add_row(p, &row, arena) && add_digest(p, exact.low, arena);
}

static bool add_cpe(struct statement_product *p, struct str text, struct arena *arena)
{
	struct affected row = { .config = -1, .scheme = VERSION_GENERIC };
	struct err why;

	return !cpe_row(text, arena, &row, &why) || add_row(p, &row, arena);
}

/* "urn:cdx:SERIAL/VERSION#REF" (CycloneDX, BOM-Link). */
static void set_link(struct statement_product *p, struct str link, struct arena *arena)
{
	size_t hash = str_index(link, '#'), slash;

	if (hash < link.len)
		p->ref = str_from(link, hash + 1);
	link = str_first(link, hash);
	slash = str_index(link, '/');
	p->bom = arena_printf(arena, "urn:uuid:" STR_FMT, STR_ARG(str_first(link, slash)));
}

bool product_name(struct statement_product *p, struct str name, struct arena *arena)
{
	name = arena_copy(arena, str_trim(name));
	if (name.len == 0)
		return true;
	if (p->id.len == 0)
		p->id = name;
	if (str_starts_nocase(name, STR("pkg:")))
		return add_purl(p, name, arena);
	if (str_starts_nocase(name, STR("cpe:")))
		return add_cpe(p, name, arena);
	if (str_starts_nocase(name, STR("urn:cdx:"))) {
		set_link(p, str_from(name, strlen("urn:cdx:")), arena);
		return !str_starts(p->ref, STR("pkg:")) || add_purl(p, p->ref, arena);
	}
	if (str_starts_nocase(name, STR("urn:uuid:")))
		p->bom = name;
	return true;
}

/* OpenVEX has "sha-256" and "md5" for CycloneDX's "SHA-256" and "MD5". */
static struct str algorithm_name(struct str written, struct arena *arena)
{
	char *name = arena_alloc(arena, written.len + 1, 1);
	bool is_lower = str_starts(written, STR("sha")) || str_starts(written, STR("md"));

	for (size_t i = 0; i < written.len; i++)
		name[i] = is_lower ? char_upper(written.ptr[i]) : written.ptr[i];
	return (struct str){ name, written.len };
}

bool product_hash(struct statement_product *p, struct str algorithm, struct str value, struct arena *arena)
{
	struct sbom_component c = { .hashes = p->hashes, .hash_count = p->hash_count };

	if (!collect_hash(&c, algorithm_name(algorithm, arena), value, arena))
		return false;
	p->hashes = c.hashes;
	p->hash_count = c.hash_count;
	return true;
}
