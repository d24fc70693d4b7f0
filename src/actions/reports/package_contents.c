#include "actions/reports/package_contents.h"

#include <jansson.h>
#include <string.h>

#include "actions/trail/trail_file.h"
#include "records/checkpoint.h"
#include "reports/inspection/package.h"

struct checking {
	struct verify_sink out;
	struct arena *arena;
	const struct package_part *parts;
	size_t count;
	json_t *told; /* by name, what the last entry tells; NULL: nothing */
	int64_t last; /* entry, and the seal of the one before */
	struct sha256 before;
};

static void fault(struct checking *c, struct str says)
{
	c->out.fault(c->out.ctx, arena_text(c->arena, says));
}

static json_t *read_object(struct str text)
{
	return json_loadb(text.ptr ? text.ptr : "", text.len, JSON_REJECT_DUPLICATES, NULL);
}

/* Of the last line alone. */
static bool take_line(void *ctx, const struct trail_line *line, struct err *e)
{
	struct checking *c = ctx;
	const struct trail_entry *entry = &line->entry;

	(void)e;
	c->last = entry->number;
	c->before = entry->previous;
	json_decref(c->told);
	c->told =
	    line->whole && str_eq(entry->what, STR(PACKAGE_FILES_TOLD)) ? read_object(entry->new) : NULL;
	return true;
}

static const struct package_part *find(const struct checking *c, const char *name)
{
	for (size_t i = 0; i < c->count; i++)
		if (str_eq(c->parts[i].name, str_of(name)))
			return &c->parts[i];
	return NULL;
}

static bool is_digest(const json_t *hex, const struct sha256 *digest)
{
	char text[SHA256_HEX_SIZE];

	return json_is_string(hex) && strcmp(json_string_value(hex), sha256_hex(digest, text)) == 0;
}

/* --- what the last entry tells --- */

/* Which entries are told whole is under its seal too. */
static void check_lines(struct checking *c, struct str trail)
{
	size_t at = trail.len ? trail.len - 1 : 0;
	struct sha256 digest;

	while (at > 0 && trail.ptr[at - 1] != '\n')
		at--;
	digest = sha256_of(str_first(trail, at));
	if (!is_digest(json_object_get(c->told, "trail"), &digest))
		fault(c,
		    STR("the lines of " PACKAGE_TRAIL " before the last are not what the last entry tells"));
}

static void check_told(struct checking *c, struct str trail)
{
	json_t *files = json_object_get(c->told, "files"), *hex;
	const char *name;

	if (!files) {
		fault(
		    c, STR("the last entry of " PACKAGE_TRAIL " does not tell which files the package has"));
		return;
	}
	check_lines(c, trail);
	json_object_foreach(files, name, hex)
	{
		const struct package_part *part = find(c, name);

		if (!part || !is_digest(hex, &part->digest))
			fault(c,
			    arena_printf(c->arena, "%s is not what the last entry of the trail tells", name));
	}
	for (size_t i = 0; i < c->count; i++)
		if (!str_is_among(c->parts[i].name, PACKAGE_NOT_TOLD) &&
		    !json_object_get(files, arena_text(c->arena, c->parts[i].name)))
			fault(c,
			    arena_printf(c->arena, STR_FMT " is not what the last entry of the trail tells",
				STR_ARG(c->parts[i].name)));
}

/* --- the index --- */

static bool index_has(const struct checking *c, const json_t *file)
{
	const char *name = json_string_value(json_object_get(file, "name"));
	const struct package_part *part = name ? find(c, name) : NULL;

	return part && is_digest(json_object_get(file, "sha256"), &part->digest);
}

static bool is_listed(const json_t *files, const char *name)
{
	const json_t *file;
	size_t i;

	json_array_foreach(files, i, file)
	{
		const char *listed = json_string_value(json_object_get(file, "name"));

		if (listed && strcmp(listed, name) == 0)
			return true;
	}
	return false;
}

/* Every file that the last entry tells of, but the lists themselves. */
static void check_listed(struct checking *c, const json_t *files)
{
	json_t *told = json_object_get(c->told, "files"), *hex;
	const char *name;

	json_object_foreach(told, name, hex) if (strcmp(name, PACKAGE_INDEX) != 0 &&
						 strcmp(name, PACKAGE_PAGE) != 0 && !is_listed(files, name))
	    fault(c, arena_printf(c->arena, PACKAGE_INDEX " does not list %s", name));
}

static void check_index(struct checking *c, struct str text)
{
	json_t *index = read_object(text), *files = json_object_get(index, "files"), *file;
	struct str numbers = str_of(json_string_value(json_object_get(index, "casefiles")));
	char *told = json_dumps(json_object_get(c->told, "casefiles"), 0);
	size_t i;

	if (json_integer_value(json_object_get(index, "head")) != c->last - 1 ||
	    !is_digest(json_object_get(index, "head_digest"), &c->before))
		fault(
		    c, STR("the last entry of the trail is not behind the one that " PACKAGE_INDEX " says"));
	json_array_foreach(files, i, file) if (!index_has(c, file)) fault(
	    c, arena_printf(c->arena, PACKAGE_INDEX " lists a file, number %zu, that is another", i + 1));
	check_listed(c, files);
	if (!told || !str_eq(arena_printf(c->arena, "[" STR_FMT "]", STR_ARG(numbers)), str_of(told)))
		fault(c, STR(PACKAGE_INDEX " does not name the casefiles that the package is about"));
	free(told);
	json_decref(index);
}

/* --- the checkpoint --- */

static void check_checkpoint(struct checking *c, const struct package_ends *ends)
{
	struct checkpoint at;
	struct err e = { 0 };

	if (!ends->checkpoint.ptr) {
		if (ends->key)
			fault(c, STR(PACKAGE_CHECKPOINT " is missing: the package is not signed"));
		return;
	}
	if (!checkpoint_read(STR(PACKAGE_CHECKPOINT), str_trim(ends->checkpoint), &at, &e))
		fault(c, str_of(e.text));
	else if (ends->key && memcmp(ends->key->bytes, at.key.bytes, sizeof(at.key.bytes)) != 0)
		fault(c, STR(PACKAGE_CHECKPOINT " was signed with another key"));
	else if (!checkpoint_holds(&at))
		fault(c, STR(PACKAGE_CHECKPOINT " was changed: its signature does not hold"));
	else if (at.number != ends->verified->number || !sha256_same(&at.digest, &ends->verified->last))
		fault(c, STR(PACKAGE_CHECKPOINT " is not about the last entry of " PACKAGE_TRAIL));
}

void package_contents_check(const struct package_ends *ends, const struct package_part *parts, size_t count,
    struct arena *arena, struct verify_sink out)
{
	SCOPED_INPUT *in = input_open_memory(STR(PACKAGE_TRAIL), ends->trail);
	struct checking c = { .out = out, .arena = arena, .parts = parts, .count = count };
	struct err broken = { 0 };

	if (!trail_file_read(in, (struct trail_file_sink){ &c, take_line }, &broken))
		broken.code = 0; /* what is wrong with the trail itself has been told */
	check_told(&c, ends->trail);
	check_index(&c, ends->index);
	check_checkpoint(&c, ends);
	json_decref(c.told);
}
