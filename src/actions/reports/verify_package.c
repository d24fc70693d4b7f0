#include "actions/reports/verify_package.h"

#include "actions/digest_file.h"
#include "actions/reports/package_casefiles.h"
#include "actions/reports/package_contents.h"
#include "actions/trail/verify_file.h"
#include "formats/unpack.h"
#include "limits.h"
#include "reports/inspection/package.h"

struct verifying {
	struct package_sink out;
	struct package_verification *result;
	struct arena *arena;
	struct package_part *parts;
	bool *listed; /* of each part: SHA256SUMS has it */
	size_t count, room, listed_room;
	struct str sums, trail, index, checkpoint; /* no pointer: not there */
};

static void fault(struct verifying *v, struct str says)
{
	v->result->faults++;
	v->out.fault(v->out.ctx, arena_text(v->arena, says));
}

/* "FILE: casefile-1/report.html" */
static struct str member_name(const struct input *in)
{
	struct str name = input_name(in), archive;

	while (str_cut(&name, ':', &archive))
		continue;
	return str_trim(name);
}

static bool take(void *ctx, struct input *in, struct err *e)
{
	SCOPED_BUF bytes = buf_new(LIMIT_INSPECTION_BYTES);
	struct verifying *v = ctx;
	struct str name;

	if (!input_read_all(in, &bytes, e))
		return false;
	name = arena_copy(v->arena, member_name(in));
	v->parts = arena_room(v->arena, v->parts, v->count, &v->room, sizeof(*v->parts));
	v->listed = arena_room(v->arena, v->listed, v->count, &v->listed_room, sizeof(*v->listed));
	v->listed[v->count] = false;
	v->parts[v->count] = (struct package_part){ name, sha256_of(buf_str(&bytes)), STR("") };
	if (package_part_is_read(name))
		v->parts[v->count].bytes = arena_copy(v->arena, buf_str(&bytes));
	v->count++;
	if (str_eq(name, STR(PACKAGE_SUMS)))
		v->sums = arena_copy(v->arena, buf_str(&bytes));
	if (str_eq(name, STR(PACKAGE_TRAIL)))
		v->trail = arena_copy(v->arena, buf_str(&bytes));
	if (str_eq(name, STR(PACKAGE_INDEX)))
		v->index = arena_copy(v->arena, buf_str(&bytes));
	if (str_eq(name, STR(PACKAGE_CHECKPOINT)))
		v->checkpoint = arena_copy(v->arena, buf_str(&bytes));
	return true;
}

/* "digest  name" */
static void check_line(struct verifying *v, struct str line)
{
	struct str name = str_trim(str_from(line, 2 * SHA256_BYTES));
	struct sha256 digest;

	if (!sha256_parse(str_first(line, 2 * SHA256_BYTES), &digest)) {
		fault(v, STR(PACKAGE_SUMS " has a line that is none"));
		return;
	}
	v->result->files++;
	for (size_t i = 0; i < v->count; i++) {
		if (!str_eq(v->parts[i].name, name))
			continue;
		v->listed[i] = true;
		if (!sha256_same(&v->parts[i].digest, &digest))
			fault(v, arena_printf(v->arena, STR_FMT " was changed", STR_ARG(name)));
		return;
	}
	fault(v, arena_printf(v->arena, STR_FMT " is missing", STR_ARG(name)));
}

static void check_files(struct verifying *v)
{
	struct str rest = v->sums, line;

	while (str_cut(&rest, '\n', &line))
		check_line(v, line);
	for (size_t i = 0; i < v->count; i++)
		if (!v->listed[i] && !str_eq(v->parts[i].name, STR(PACKAGE_SUMS)))
			fault(v, arena_printf(v->arena, STR_FMT " is not listed", STR_ARG(v->parts[i].name)));
}

static void take_fault(void *ctx, const char *says)
{
	fault(ctx, str_of(says));
}

static void check_trail(struct verifying *v, const struct ed25519_public *key)
{
	SCOPED_INPUT *in = input_open_memory(STR(PACKAGE_TRAIL), v->trail);
	struct package_ends ends = { v->trail, v->index, v->checkpoint, NULL, key };
	struct file_verification trail;
	struct err e = { 0 };

	if (!verify_file(in, (struct verify_sink){ v, take_fault }, &trail, &e))
		fault(v, str_of(e.text));
	if (trail.from > 1)
		fault(v, STR(PACKAGE_TRAIL " begins behind the first entry of the trail"));
	ends.verified = &trail.trail;
	package_contents_check(&ends, v->parts, v->count, v->arena, (struct verify_sink){ v, take_fault });
	v->result->entries = trail.trail.entries;
	v->result->whole = trail.whole;
}

static bool check_whole(struct verifying *v, const char *path, const struct sha256 *expected, struct err *e)
{
	struct sha256 digest;
	bool regular;

	if (!expected)
		return true;
	if (!digest_file(path, &regular, &digest, e))
		return false;
	if (!regular || !sha256_same(&digest, expected))
		fault(v, STR("the file is another than the one whose digest was told"));
	return true;
}

bool verify_package(const char *path, const struct package_known *known, struct package_sink out,
    struct package_verification *result, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct verifying v = { .out = out, .result = result, .arena = &arena };

	*result = (struct package_verification){ .is_bound = known->digest || known->key };
	if (!check_whole(&v, path, known->digest, e) ||
	    !unpack_path(path, (struct unpack_sink){ &v, take }, e))
		return false;
	if (!v.sums.ptr || !v.trail.ptr)
		return err_fail(e, ERR_INPUT, "%s is no inspection package: it has no %s", path,
		    v.sums.ptr ? PACKAGE_TRAIL : PACKAGE_SUMS);
	check_files(&v);
	check_trail(&v, known->key);
	package_casefiles_check(v.trail, v.parts, v.count, (struct verify_sink){ &v, take_fault });
	return true;
}
