#include "actions/reports/report_standing.h"

#include "actions/casework/issued_reports.h"
#include "actions/reports/consignee_list.h"
#include "base/number.h"
#include "decision/evidence.h"
#include "store/lots.h"

/* --- of which kind the action is --- */

static void warn_kind(
    struct case_view *view, const struct fda_issued *report, bool given, struct arena *arena)
{
	bool removal = view->facts.correction.kind == CORRECTION_REMOVAL;
	const char *was = report->removal ? "removal" : "correction",
		   *is = removal ? "removal" : "correction";

	if (report->removal == removal)
		return;
	determination_warn(&view->determination, "report_806_kind",
	    given ? arena_printf(arena,
			"FDA was given record %lld, the report of a %s, and the action is a %s by now: tell "
			"FDA "
			"so in an amendment",
			(long long)report->record, was, is)
		  : arena_printf(arena,
			"record %lld, the report that was issued, is of a %s, and the action is a %s by now: "
			"issue it anew, under a number of a %s (21 CFR 806.10(c)(1))",
			(long long)report->record, was, is, is),
	    arena);
}

/* --- how far it reaches --- */

struct extent {
	size_t versions, lots, shipments;
};

/* Of what was issued before it kept its versions, none is told apart as new. */
static bool knows(const struct fda_issued *issued, struct str version)
{
	struct str rest = issued->releases, line;

	while (str_next(&rest, '\n', &line))
		if (str_eq(line, version))
			return true;
	return !issued->releases.len;
}

static bool count_lots(struct db *db, const struct fda_issued *last, const struct release *release,
    struct arena *arena, struct extent *out, struct err *e)
{
	struct lot *lots;
	size_t count;

	if (!lots_of_release(db, release->id, arena, &lots, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		out->lots += last->last_lot >= 0 && lots[i].id > last->last_lot;
	return true;
}

static void count_shipments(
    const struct consignee_report *r, const struct fda_issued *last, struct extent *out)
{
	for (size_t i = 0; i < r->count; i++)
		for (size_t k = 0; k < r->consignees[i].count; k++)
			out->shipments += last->last_shipment >= 0 &&
					  r->consignees[i].items[k].shipment.id > last->last_shipment;
}

static bool read_extent(struct db *db, const struct case_view *view, const struct fda_issued *last,
    struct instant now, struct arena *arena, struct extent *out, struct err *e)
{
	struct consignee_query query = { .casefile = view->casefile.id, .now = now };
	struct consignee_listing listing;

	*out = (struct extent){ 0 };
	if (!consignee_listing(db, &query, arena, &listing, e))
		return false;
	for (size_t i = 0; i < listing.release_count; i++) {
		const struct affected_release *one = &listing.releases[i];

		if (one->bearing == RELEASE_NOT_AFFECTED)
			continue;
		out->versions += !knows(last, one->release.version);
		if (!count_lots(db, last, &one->release, arena, out, e))
			return false;
	}
	count_shipments(&listing.report, last, out);
	return true;
}

/* "1 software version, 2 lots" */
static struct str extent_says(const struct extent *x, struct arena *arena)
{
	const struct {
		size_t count;
		const char *says;
	} parts[] = { { x->versions, "software version" }, { x->lots, "lot" }, { x->shipments, "shipment" } };
	struct str text = STR("");

	for (size_t i = 0; i < COUNT(parts); i++)
		if (parts[i].count)
			text = arena_printf(arena, "%.*s%s%zu %s%s", STR_WHOLE(text), text.len ? ", " : "",
			    parts[i].count, parts[i].says, PLURAL(parts[i].count));
	return text;
}

static void warn_extent(struct case_view *view, const struct fda_issued *last, const struct extent *x,
    bool given, struct arena *arena)
{
	struct str says = extent_says(x, arena);

	if (!says.len)
		return;
	determination_warn(&view->determination, "report_806_extent",
	    arena_printf(arena,
		"record %lld, the %s that was issued, does not know %.*s that came in since: %s",
		(long long)last->record, str_eq(last->kind, STR("806")) ? "report" : "amendment",
		STR_WHOLE(says),
		given ? "is the action extended to that (21 CFR 806.10(d)), or does what was reported differ "
			"(806.10(c)(5), (9), (11))?"
		      : "issue it anew while FDA does not have it (21 CFR 806.10(c)(5), (9), (11))"),
	    arena);
}

bool report_standing_warn(
    struct db *db, struct case_view *view, struct instant now, struct arena *arena, struct err *e)
{
	bool given = date_by(view->facts.correction.reported_on, view->facts.today);
	struct date today = view->facts.today;
	struct fda_issued report, last;
	struct extent extent;

	if (!issued_last(view, "806", today, arena, &report, e) ||
	    !issued_last(view, "806|806-amendment", today, arena, &last, e))
		return false;
	if (!last.record)
		return true;
	if (report.record)
		warn_kind(view, &report, given, arena);
	if (!read_extent(db, view, &last, now, arena, &extent, e))
		return false;
	warn_extent(view, &last, &extent, given, arena);
	return true;
}
