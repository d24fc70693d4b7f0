#include "actions/reports/package_casefiles.h"

#include "actions/reports/package_decided.h"
#include "actions/reports/package_facts.h"
#include "actions/reports/package_report.h"
#include "actions/trail/attach.h"
#include "actions/trail/trail_file.h"
#include "base/number.h"

#define MADE_OF_IT "report.json|report.html|report.pdf|facts.json"

struct parts {
	const struct package_part *items;
	size_t count;
};

/* "casefile-2/report.json" */
static bool split(struct str name, int64_t *casefile, struct str *file)
{
	struct str rest = name, folder;
	struct err none = { 0 };

	if (!str_starts(rest, STR("casefile-")) || !str_cut(&rest, '/', &folder))
		return false;
	*file = rest;
	return number_parse(
	    str_from(folder, STR("casefile-").len), "casefile", 1, INT64_MAX, casefile, &none);
}

bool package_part_is_read(struct str name)
{
	struct str file;
	int64_t casefile;

	return split(name, &casefile, &file) && str_is_among(file, "report.json|facts.json");
}

static const struct package_part *find(struct parts parts, int64_t casefile, struct str file)
{
	for (size_t i = 0; i < parts.count; i++) {
		struct str name;
		int64_t of;

		if (split(parts.items[i].name, &of, &name) && of == casefile && str_eq(name, file))
			return &parts.items[i];
	}
	return NULL;
}

/* --- files that records keep --- */

/* Where the package has the file that a record keeps, and its digest; no pointer: it keeps none. */
static struct str kept_file(
    const struct package_told *t, size_t at, struct sha256 *digest, struct arena *arena)
{
	const struct case_record *r = &t->records[at];
	const json_t *more = t->told[at].more;
	bool attached = str_eq(r->kind, STR("attachment"));

	/* what earlier versions issued has no file */
	if (!str_is_among(r->kind, "attachment|report|advisory") || !json_object_get(more, "file") ||
	    !sha256_parse(package_text_at(more, attached ? "sha256" : "digest"), digest))
		return STR_NONE;
	return arena_printf(arena, STR_FMT "-%lld/" STR_FMT, STR_ARG(r->kind), (long long)r->id,
	    STR_ARG(attachment_plain_name(package_text_at(more, "file"), arena)));
}

static void check_kept(struct package_told *t, struct parts parts)
{
	for (size_t i = 0; i < t->record_count; i++) {
		struct sha256 digest;
		struct str name = kept_file(t, i, &digest, &t->arena);
		const struct package_part *part = name.ptr ? find(parts, t->casefile, name) : NULL;

		if (part && !sha256_same(&part->digest, &digest))
			package_fault(t, STR_FMT " is not the file that record %lld keeps", STR_ARG(name),
			    (long long)t->records[i].id);
		else if (name.ptr && !part)
			package_fault(t, STR_FMT ", which record %lld keeps, is missing", STR_ARG(name),
			    (long long)t->records[i].id);
	}
}

static bool is_kept(struct package_told *t, struct str file)
{
	for (size_t i = 0; i < t->record_count; i++) {
		struct sha256 digest;
		struct str name = kept_file(t, i, &digest, &t->arena);

		if (name.ptr && str_eq(name, file))
			return true;
	}
	return false;
}

static void check_others(struct package_told *t, struct parts parts)
{
	for (size_t i = 0; i < parts.count; i++) {
		struct str file;
		int64_t casefile;

		if (split(parts.items[i].name, &casefile, &file) && casefile == t->casefile &&
		    !str_is_among(file, MADE_OF_IT) && !is_kept(t, file))
			package_fault(t, "no record keeps " STR_FMT, STR_ARG(file));
	}
}

/* --- one casefile --- */

static json_t *read_part(struct package_told *t, const struct package_part *part)
{
	json_t *read = part ? package_read_json(t, part->bytes) : NULL;

	return json_is_object(read) ? read : NULL;
}

static void check_casefile(int64_t casefile, struct str trail, struct parts parts, struct verify_sink out)
{
	const struct package_part *facts_part = find(parts, casefile, STR("facts.json"));
	struct package_told t;
	json_t *report, *facts;

	package_told_open(&t, casefile, trail, out);
	report = read_part(&t, find(parts, casefile, STR("report.json")));
	facts = read_part(&t, facts_part);
	if (!report || !facts) {
		package_fault(&t, "report.json or facts.json cannot be read");
	} else {
		package_report_check(&t, report);
		package_facts_check(&t, facts);
		package_decided_check(&t, facts_part->bytes, report);
	}
	check_kept(&t, parts);
	check_others(&t, parts);
	package_told_close(&t);
}

/* --- all of them --- */

struct casefiles {
	struct arena arena;
	int64_t *numbers;
	size_t count, room;
};

static void add_number(struct casefiles *all, int64_t casefile)
{
	for (size_t i = 0; i < all->count; i++)
		if (all->numbers[i] == casefile)
			return;
	all->numbers = arena_room(&all->arena, all->numbers, all->count, &all->room, sizeof(*all->numbers));
	all->numbers[all->count++] = casefile;
}

/* Each that is told of whole has its files. */
static bool take_line(void *ctx, const struct trail_line *line, struct err *e)
{
	struct str number = str_from(line->entry.object, STR("casefile ").len);
	struct err none = { 0 };
	int64_t casefile;

	(void)e;
	if (line->whole && str_starts(line->entry.object, STR("casefile ")) &&
	    number_parse(number, "casefile", 1, INT64_MAX, &casefile, &none))
		add_number(ctx, casefile);
	return true;
}

void package_casefiles_check(
    struct str trail, const struct package_part *items, size_t count, struct verify_sink out)
{
	SCOPED_INPUT *in = input_open_memory(STR("trail.jsonl"), trail);
	struct casefiles all = { 0 };
	struct err broken = { 0 };
	struct str file;
	int64_t casefile;

	if (!trail_file_read(in, (struct trail_file_sink){ &all, take_line }, &broken))
		broken.code = 0; /* what is wrong with the trail itself has been told */
	for (size_t i = 0; i < count; i++)
		if (split(items[i].name, &casefile, &file))
			add_number(&all, casefile);
	for (size_t i = 0; i < all.count; i++)
		check_casefile(all.numbers[i], trail, (struct parts){ items, count }, out);
	arena_free(&all.arena);
}
