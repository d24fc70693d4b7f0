#include "actions/sboms/scan_file.h"

#include <stdlib.h>

#include "actions/matching/scan_ahead.h"
#include "base/memory.h"
#include "store/coverage.h"

struct scan_file {
	struct arena arena;
	struct scan scan;
	struct scan_file_notes notes;
	struct positions *positions;
	struct scanner *scanner;
	struct scan_ahead *ahead; /* NULL: nobody asked for it */
	bool turned;		  /* to the hints */
};

/* Nothing found among no records would look like safety. */
static bool refuse_no_data(struct db *db, const struct scan *s, struct err *e)
{
	bool any = false, served;

	if (!coverage_is_any_served(db, &served, e))
		return false;
	for (size_t i = 0; i < s->source_count; i++)
		any = any || s->sources[i].records > 0;
	if (served)
		return true;
	return err_fail(e, ERR_INPUT, "%s",
	    any ? "no record says which versions are affected, as EPSS and KEV do not: import NVD, CVE 5, "
		  "OSV or CSAF"
		: "there are no vulnerability records to compare with: import feeds first");
}

/* Neither are findings looked for in nothing. */
static bool refuse_no_components(const struct scan *s, struct err *e)
{
	for (size_t i = 0; i < s->component_count; i++)
		if (!s->components[i].is_subject || s->components[i].identity_count)
			return true;
	return err_fail(
	    e, ERR_INPUT, STR_FMT ": names no component: there is nothing to compare", STR_ARG(s->file));
}

/* Statements hold for the release that this SBOM was imported for; the wider ones for any SBOM. */
static bool open_positions(
    struct scan_file *f, struct db *db, const struct loaded_sbom *sbom, struct date today, struct err *e)
{
	struct positions_file file = { &sbom->digest, sbom->serial, sbom->components, sbom->count };

	if (!positions_open(db, today, &f->positions, e) ||
	    !positions_at_file(f->positions, &file, &f->notes.releases, e))
		return false;
	/* an SBOM of one release has its statements in the store */
	f->notes.has_embedded = sbom->statement_count && f->notes.releases != 1;
	return !f->notes.has_embedded ||
	       vex_embedded(db, f->positions, &file, arena_text(&f->arena, sbom->file), &f->arena,
		   &f->notes.embedded, e);
}

static bool open(
    struct scan_file *f, struct db *db, const struct loaded_sbom *sbom, struct date today, struct err *e)
{
	if (!open_positions(f, db, sbom, today, e) ||
	    !scan_open(db, sbom->components, sbom->count, NULL, &f->scanner, e) ||
	    !scan_find_unserved(f->scanner, e))
		return false;
	scan_use(f->scanner, f->positions);
	f->scan = scan_about(f->scanner);
	if (!refuse_no_data(db, &f->scan, e))
		return false;
	f->scan.file = sbom->file;
	f->scan.format = sbom->head.format;
	f->scan.serial = sbom->head.serial;
	f->scan.digest = sbom->digest;
	return refuse_no_components(&f->scan, e);
}

bool scan_file_open(
    struct db *db, const struct loaded_sbom *sbom, struct date today, struct scan_file **out, struct err *e)
{
	struct scan_file *f = memory_alloc(1, sizeof(*f));

	if (!open(f, db, sbom, today, e)) {
		scan_file_close(f);
		return false;
	}
	*out = f;
	return true;
}

void scan_file_close(struct scan_file *f)
{
	if (!f)
		return;
	scan_ahead_free(f->ahead);
	scan_close(f->scanner);
	positions_close(f->positions);
	arena_free(&f->arena);
	free(f);
}

struct scan scan_file_about(const struct scan_file *f)
{
	return f->scan;
}

const struct scan_file_notes *scan_file_notes(const struct scan_file *f)
{
	return &f->notes;
}

static bool next_row(void *ctx, const struct scan_row **row, struct err *e)
{
	struct scan_file *f = ctx;

	return scan_next(f->scanner, row, e);
}

static bool next_hint(void *ctx, const struct scan_row **row, struct err *e)
{
	struct scan_file *f = ctx;

	if (!f->turned && !scan_turn_to_hints(f->scanner, e))
		return false;
	f->turned = true;
	return scan_next(f->scanner, row, e);
}

struct scan_rows scan_file_rows(struct scan_file *f)
{
	return (struct scan_rows){ f, next_row };
}

struct scan_rows scan_file_rows_ahead(struct scan_file *f)
{
	f->ahead = scan_ahead_new(scan_file_rows(f));
	return scan_ahead_rows(f->ahead);
}

struct scan_rows scan_file_hints(struct scan_file *f)
{
	return (struct scan_rows){ f, next_hint };
}
