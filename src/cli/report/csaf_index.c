/*
 * aftercare csaf index - the lists of a provider's folder; docs/man/csaf.md.
 */
#include "cli/report/csaf_index.h"

#include <errno.h>
#include <sys/stat.h>

#include "base/crypto.h"
#include "base/intern.h"
#include "base/number.h"
#include "cli/options.h"
#include "cli/output_file.h"
#include "cli/print.h"
#include "formats/unpack.h"
#include "limits.h"
#include "publishing/csaf/csaf_check.h"
#include "publishing/csaf/csaf_provider.h"

static const struct option_spec specs[] = {
	{ "url", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool write_file(const char *path, struct str bytes, struct err *e)
{
	SCOPED_OUTPUT_FILE *file = NULL;
	struct output_file *kept;

	if (!output_file_open(path, &file, e))
		return false;
	if (fwrite(bytes.ptr, 1, bytes.len, output_file_stream(file)) != bytes.len)
		return err_fail(e, ERR_IO, "%s could not be written", path);
	kept = file;
	file = NULL;
	return output_file_keep(kept, e);
}

/* As sha256sum and sha512sum write it, and check it (7.1.18 asks for one of them). */
static bool write_digest(
    const char *path, const char *hex, const char *ending, struct arena *arena, struct err *e)
{
	struct str name = str_of(path), folder;
	struct str line;

	str_cut_last(&name, '/', &folder);
	line = arena_printf(arena, "%s  " STR_FMT "\n", hex, STR_WHOLE(name));
	return write_file(arena_text(arena, arena_printf(arena, "%s.%s", path, ending)), line, e);
}

struct digests {
	char sha256[SHA256_HEX_SIZE], sha512[SHA512_HEX_SIZE];
};

static struct digests digests_of(struct str bytes)
{
	struct sha256 digest = sha256_of(bytes);
	struct digests d;

	sha256_hex(&digest, d.sha256);
	sha512_hex_of(bytes, d.sha512);
	return d;
}

static bool make_folder(const char *path, struct err *e)
{
	if (mkdir(path, 0777) == 0 || errno == EEXIST)
		return true;
	return err_fail(e, ERR_IO, "%s cannot be made: %s", path, strerror(errno));
}

static bool read_document(struct input *in, struct arena *arena, const struct json_node **root, struct err *e)
{
	struct csaf_verdict verdict;

	if (!json_tree_read(in, arena, root, e))
		return false;
	csaf_check(*root, STR(""), arena, &verdict);
	for (size_t i = 0; i < verdict.fault_count; i++) {
		const struct csaf_fault *f = &verdict.faults[i];

		if (f->test->level == CSAF_MANDATORY)
			return err_fail(e, ERR_CONFLICT, STR_FMT ": %s " STR_FMT ": " STR_FMT,
			    STR_ARG(input_name(in)), f->test->id, STR_ARG(f->path), STR_ARG(f->text));
	}
	return true;
}

/* The folders above a place, one in the other. */
static bool make_folders(const char *folder, struct str place, struct arena *arena, struct err *e)
{
	struct str rest = place, step;

	if (!make_folder(folder, e))
		return false;
	while (str_cut(&rest, '/', &step)) {
		struct str above = str_first(place, place.len - rest.len - 1);

		if (!make_folder(
			arena_text(arena, arena_printf(arena, "%s/" STR_FMT, folder, STR_WHOLE(above))), e))
			return false;
	}
	return true;
}

bool csaf_folder_put(const char *folder, struct str json, struct err *e)
{
	SCOPED_INPUT *in = input_open_memory(STR("the advisory"), json);
	SCOPED_ARENA arena = { 0 };
	const struct json_node *root;
	struct csaf_listed listed;

	return read_document(in, &arena, &root, e) && csaf_listed_of(root, &arena, &listed, e) &&
	       make_folders(folder, listed.place, &arena, e) &&
	       write_file(
		   arena_text(&arena, arena_printf(&arena, "%s/" STR_FMT, folder, STR_WHOLE(listed.place))),
		   json, e);
}

struct indexing {
	const char *folder;
	struct arena arena;
	struct csaf_listed *all;
	size_t count, room;
	struct digests *digests; /* in the order in which they were found, as files */
	char **files;
	size_t digest_room, file_room;
};

/* Documents stand in the folder of a label and a year; what stands above is a list. */
static bool is_document(struct str path)
{
	struct str label, year;

	return str_cut(&path, '/', &label) && str_cut(&path, '/', &year) && str_ends(path, STR(".json"));
}

static bool take_document(void *ctx, struct input *in, struct err *e)
{
	struct indexing *x = ctx;
	SCOPED_BUF bytes = buf_new(LIMIT_RECORD_BYTES);
	struct str file = arena_copy(&x->arena, input_name(in));
	struct str path = str_from(file, strlen(x->folder));
	SCOPED_INPUT *kept = NULL;
	const struct json_node *root;

	while (str_starts(path, STR("/")))
		path = str_from(path, 1);
	if (!is_document(path))
		return true;
	if (!input_read_all(in, &bytes, e))
		return false;
	kept = input_open_memory(file, buf_str(&bytes));
	x->all = arena_room(&x->arena, x->all, x->count, &x->room, sizeof(*x->all));
	if (!read_document(kept, &x->arena, &root, e))
		return false;
	if (!csaf_listed_of(root, &x->arena, &x->all[x->count], e))
		return err_within(e, STR_FMT, STR_ARG(file));
	if (!str_eq(x->all[x->count].place, path))
		return err_fail(e, ERR_CONFLICT, STR_FMT ": it belongs at " STR_FMT, STR_ARG(file),
		    STR_ARG(x->all[x->count].place));
	x->digests = arena_room(&x->arena, x->digests, x->count, &x->digest_room, sizeof(*x->digests));
	x->files = arena_room(&x->arena, x->files, x->count, &x->file_room, sizeof(*x->files));
	x->digests[x->count] = digests_of(buf_str(&bytes));
	x->files[x->count++] = arena_text(&x->arena, file);
	return true;
}

static bool write_json(const char *path, const struct indexing *x, enum csaf_label label, struct str url,
    struct arena *arena, struct err *e)
{
	SCOPED_BUF json = buf_new(LIMIT_VEX_BYTES);
	struct json_out *w = json_out_buf(&json, true);

	if (label == CSAF_LABEL_COUNT)
		csaf_metadata_write(x->all, x->count, url, arena, w);
	else
		csaf_feed_write(x->all, x->count, label, url, arena, w);
	return (json_out_close(w) || err_fail(e, ERR_LIMIT, "%s is too large", path)) &&
	       write_file(path, buf_str(&json), e);
}

static bool write_label(
    const struct indexing *x, enum csaf_label label, struct str url, struct arena *arena, struct err *e)
{
	const char *name = csaf_label_folder(label);
	SCOPED_BUF index = buf_new(LIMIT_VEX_BYTES);
	SCOPED_BUF changes = buf_new(LIMIT_VEX_BYTES);

	csaf_index_write(x->all, x->count, label, &index);
	csaf_changes_write(x->all, x->count, label, &changes);
	if (index.len == 0)
		return true;
	return write_file(arena_text(arena, arena_printf(arena, "%s/%s/index.txt", x->folder, name)),
		   buf_str(&index), e) &&
	       write_file(arena_text(arena, arena_printf(arena, "%s/%s/changes.csv", x->folder, name)),
		   buf_str(&changes), e) &&
	       write_json(arena_text(arena,
			      arena_printf(arena, "%s/%s/csaf-feed-tlp-%s.json", x->folder, name, name)),
		   x, label, url, arena, e);
}

/* An advisory whose label has changed stands in one folder. */
static bool check_once(const struct indexing *x, struct err *e)
{
	SCOPED_INTERN *seen = intern_new();

	for (size_t i = 0; i < x->count; i++) {
		uint32_t before = intern_count(seen), id = intern_add(seen, x->all[i].id);

		if (id != before)
			return err_fail(e, ERR_CONFLICT, STR_FMT " stands twice: " STR_FMT " and " STR_FMT,
			    STR_ARG(x->all[i].id), STR_ARG(x->all[id].place), STR_ARG(x->all[i].place));
	}
	return true;
}

static bool write_lists(struct indexing *x, struct str url, struct err *e)
{
	const char *path =
	    arena_text(&x->arena, arena_printf(&x->arena, "%s/provider-metadata.json", x->folder));

	for (size_t i = 0; i < x->count; i++)
		if (!write_digest(x->files[i], x->digests[i].sha256, "sha256", &x->arena, e) ||
		    !write_digest(x->files[i], x->digests[i].sha512, "sha512", &x->arena, e))
			return false;
	csaf_listed_sort(x->all, x->count);
	for (int i = 0; i < CSAF_LABEL_COUNT; i++)
		if (!write_label(x, (enum csaf_label)i, url, &x->arena, e))
			return false;
	return write_json(path, x, CSAF_LABEL_COUNT, url, &x->arena, e);
}

bool csaf_folder_index(const char *folder, struct str url, size_t *count, struct err *e)
{
	struct indexing x = { .folder = folder };
	bool done = unpack_path(folder, (struct unpack_sink){ &x, take_document }, e);

	if (done && x.count == 0)
		done = err_fail(
		    e, ERR_INPUT, "%s has no document below the folder of a label and a year", folder);
	if (done && !str_ends(url, STR("/")))
		url = arena_printf(&x.arena, STR_FMT "/", STR_WHOLE(url));
	done = done && check_once(&x, e) && write_lists(&x, url, e);
	*count = x.count;
	arena_free(&x.arena);
	return done;
}

static bool index_folder(struct app *app, const struct options *o, struct err *e)
{
	static const char *const needed[] = { "url", NULL };
	const char *folder;
	size_t count;

	if (!options_words(o, 1, 1, "the folder", e) || !options_needed(o, needed, e))
		return false;
	options_values(o, NULL, &folder, 1);
	if (!csaf_folder_index(folder, options_text(o, "url"), &count, e))
		return false;
	print_line(app->out, "%s: %zu document%s", folder, count, PLURAL(count));
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, index_folder);
}

const struct command command_csaf_index = {
	.name = "csaf index",
	.synopsis = "FOLDER --url URL",
	.summary = "write the lists of a folder from which CSAF documents are served",
	.help =
	    "FOLDER holds documents as LABEL/YEAR/NAME.json; URL is where it is served. Written anew are the "
	    "digest of\n"
	    "each document, index.txt, changes.csv and the ROLIE feed of each TLP label, and "
	    "provider-metadata.json\n"
	    "(CSAF 2.0, 7.1). Nothing of that is written where a document breaks a mandatory test or stands "
	    "at a wrong\n"
	    "place.\n",
	.options = specs,
	.run = run,
};
