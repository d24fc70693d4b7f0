#include "sources/sboms/collect.h"

#include "limits.h"

bool collect_text(struct json *j, struct arena *arena, struct str *out)
{
	struct str text;

	if (!json_text(j, &text))
		return false;
	if (text.len > LIMIT_SBOM_FIELD_BYTES) {
		json_refuse(j, "text of %zu bytes, limit %d", text.len, LIMIT_SBOM_FIELD_BYTES);
		return false;
	}
	*out = arena_copy(arena, text);
	return true;
}

/* list with room for one more than count: the room is a power of two, from 2 on. */
static void *grow(struct arena *arena, void *list, size_t count, size_t size)
{
	void *larger;

	if (list && (count < 2 || (count & (count - 1)) != 0))
		return list;
	larger = arena_alloc(arena, count < 2 ? 2 : 2 * count, size);
	if (list)
		memcpy(larger, list, count * size);
	return larger;
}

static bool has(const struct str *list, size_t count, struct str text)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(list[i], text))
			return true;
	return false;
}

static bool add(struct str **list, size_t *count, struct str text, struct arena *arena)
{
	if (text.len == 0 || has(*list, *count, text))
		return true;
	if (*count == LIMIT_SBOM_LIST)
		return false;
	*list = grow(arena, *list, *count, sizeof(**list));
	(*list)[(*count)++] = arena_copy(arena, text);
	return true;
}

bool collect_cpe(struct sbom_component *c, struct str cpe, struct arena *arena)
{
	return add(&c->cpes, &c->cpe_count, str_trim(cpe), arena);
}

bool collect_purl(struct sbom_component *c, struct str purl, struct arena *arena)
{
	purl = str_trim(purl);
	if (c->purl.len == 0) {
		c->purl = arena_copy(arena, purl);
		return true;
	}
	return str_eq(purl, c->purl) || add(&c->more_purls, &c->more_purl_count, purl, arena);
}

/* "SHA256" gives "SHA-256"; MD5 and what has a hyphen already stay. */
static struct str algorithm_name(struct str written, struct arena *arena)
{
	if (str_starts_nocase(written, STR("SHA")) && written.len > 3 && char_is_digit(written.ptr[3]) &&
	    !str_starts_nocase(written, STR("SHA3")))
		return arena_printf(arena, "SHA-" STR_FMT, STR_ARG(str_from(written, 3)));
	return arena_copy(arena, written);
}

static struct str lower_copy(struct arena *arena, struct str text)
{
	char *copy = arena_alloc(arena, text.len + 1, 1);

	for (size_t i = 0; i < text.len; i++)
		copy[i] = char_lower(text.ptr[i]);
	return (struct str){ copy, text.len };
}

bool collect_hash(struct sbom_component *c, struct str algorithm, struct str value, struct arena *arena)
{
	if (c->hash_count == LIMIT_SBOM_LIST)
		return false;
	c->hashes = grow(arena, c->hashes, c->hash_count, sizeof(*c->hashes));
	c->hashes[c->hash_count++] = (struct sbom_hash){
		.algorithm = algorithm_name(algorithm, arena),
		.value = lower_copy(arena, str_trim(value)),
	};
	return true;
}

bool collect_other_id(struct sbom_component *c, struct str id, struct arena *arena)
{
	return add(&c->other_ids, &c->other_id_count, str_trim(id), arena);
}

bool collect_identifier(struct sbom_component *c, struct str id, struct arena *arena)
{
	id = str_trim(id);
	if (str_starts_nocase(id, STR("pkg:")))
		return collect_purl(c, id, arena);
	return str_starts_nocase(id, STR("cpe:")) ? collect_cpe(c, id, arena)
						  : collect_other_id(c, id, arena);
}

bool collect_ancestor(struct sbom_component *c, const struct sbom_ancestor *ancestor, struct arena *arena)
{
	if (c->ancestor_count == LIMIT_SBOM_LIST)
		return false;
	c->ancestors = grow(arena, c->ancestors, c->ancestor_count, sizeof(*c->ancestors));
	c->ancestors[c->ancestor_count++] = *ancestor;
	return true;
}

/* A kernel's patches resolve thousands of vulnerabilities: too many to look for each among the others. */
static bool append(struct str **list, size_t *count, struct str text, struct arena *arena)
{
	text = str_trim(text);
	if (text.len == 0)
		return true;
	if (*count == LIMIT_SBOM_PATCHES)
		return false;
	*list = grow(arena, *list, *count, sizeof(**list));
	(*list)[(*count)++] = arena_copy(arena, text);
	return true;
}

bool collect_commit(struct sbom_component *c, struct str commit, struct arena *arena)
{
	return append(&c->commits, &c->commit_count, commit, arena);
}

bool collect_patched(struct sbom_component *c, struct str vulnerability, struct arena *arena)
{
	return append(&c->patched, &c->patched_count, vulnerability, arena);
}

bool collect_give_file(
    const struct sbom_sink *out, const struct sbom_component *file, struct str purpose, struct err *e)
{
	struct sbom_element element = {
		.kind = SBOM_FILE,
		.ref = file->ref,
		.name = file->name,
		.purpose = purpose,
		.hashes = file->hashes,
		.hash_count = file->hash_count,
	};

	return sbom_give_element(out, &element, e);
}

bool collect_give_other(const struct sbom_sink *out, struct str ref, struct err *e)
{
	struct sbom_element element = { .kind = SBOM_OTHER, .ref = ref };

	return ref.len == 0 || sbom_give_element(out, &element, e);
}

static struct str *copy_list(const struct str *list, size_t count, struct arena *arena)
{
	struct str *copy = arena_alloc(arena, count, sizeof(*copy));

	for (size_t i = 0; i < count; i++)
		copy[i] = arena_copy(arena, list[i]);
	return copy;
}

struct sbom_component collect_copy(const struct sbom_component *c, struct arena *arena)
{
	struct sbom_component copy = *c;
	struct str *texts[] = { &copy.ref, &copy.kind, &copy.group, &copy.name, &copy.version, &copy.supplier,
		&copy.licence, &copy.purl, &copy.support_level, &copy.end_of_support_words };

	for (size_t i = 0; i < COUNT(texts); i++)
		*texts[i] = arena_copy(arena, *texts[i]);
	copy.more_purls = copy_list(c->more_purls, c->more_purl_count, arena);
	copy.cpes = copy_list(c->cpes, c->cpe_count, arena);
	copy.other_ids = copy_list(c->other_ids, c->other_id_count, arena);
	copy.commits = copy_list(c->commits, c->commit_count, arena);
	copy.patched = copy_list(c->patched, c->patched_count, arena);
	copy.hashes = arena_alloc(arena, c->hash_count, sizeof(*copy.hashes));
	for (size_t i = 0; i < c->hash_count; i++)
		copy.hashes[i] = (struct sbom_hash){ arena_copy(arena, c->hashes[i].algorithm),
			arena_copy(arena, c->hashes[i].value) };
	copy.ancestors = arena_alloc(arena, c->ancestor_count, sizeof(*copy.ancestors));
	for (size_t i = 0; i < c->ancestor_count; i++)
		copy.ancestors[i] = (struct sbom_ancestor){ arena_copy(arena, c->ancestors[i].name),
			arena_copy(arena, c->ancestors[i].version), arena_copy(arena, c->ancestors[i].purl),
			arena_copy(arena, c->ancestors[i].cpe) };
	return copy;
}
