#include "actions/reports/report_standing.h"

#include "actions/reports/consignee_list.h"
#include "base/number.h"
#include "decision/evidence.h"
#include "reports/casefile_record.h"
#include "reports/fda/fda_case.h"
#include "store/lots.h"

/* What stands of an action by today: its report, and the last of that and its amendments. */
struct standing {
	bool is_issued;
	struct fda_issued report, last;
};

static bool find_standing(
    const struct case_view *view, struct arena *arena, struct standing *out, struct err *e)
{
	*out = (struct standing){ 0 };
	for (size_t i = 0; i < view->record_count; i++) {
		struct fda_issued issued;

		if (!case_stands(view, i, "report"))
			continue;
		if (!fda_issued_read(&view->records[i], view->casefile.id, arena, &issued, e))
			return false;
		if (!str_is_among(issued.kind, "806|806-amendment") ||
		    !date_by(issued.made_on, view->facts.today))
			continue;
		if (str_eq(issued.kind, STR("806")))
			out->report = issued;
		out->last = issued;
		out->is_issued = true;
	}
	return true;
}

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
	struct standing standing;
	struct extent extent;

	if (!find_standing(view, arena, &standing, e))
		return false;
	if (!standing.is_issued)
		return true;
	if (standing.report.record)
		warn_kind(view, &standing.report, given, arena);
	if (!read_extent(db, view, &standing.last, now, arena, &extent, e))
		return false;
	warn_extent(view, &standing.last, &extent, given, arena);
	return true;
}
