/*
 * sync_nvd - the NVD's data feeds: a file for each year, which NVD makes anew each day, and one of what was
 * changed in the last eight days. Source: nvd.nist.gov/vuln/data-feeds.
 */
#include "actions/feeds/sync_kinds.h"

#define FIRST_YEAR 2002			  /* it holds those before it */
#define MODIFIED_US ((int64_t)7 * DAY_US) /* a day less than the feed of changes reaches back */

static struct str address(const struct sync_work *w, struct str which)
{
	return arena_printf(
	    w->arena, "%.*snvdcve-2.0-%.*s.json.gz", STR_WHOLE(w->provider->url), STR_WHOLE(which));
}

/* The file of a year is made in its first days. */
static bool is_of_new_year(const struct sync_work *w, int year)
{
	int this_year, month, day;

	date_split(instant_date(w->now, 0), &this_year, &month, &day);
	return year == this_year && month == 1;
}

static void fetch_year(struct sync_work *w, int year)
{
	struct err failed = w->failed;
	size_t failures = w->failures;

	if (sync_document(w, address(w, arena_printf(w->arena, "%d", year))) || !is_of_new_year(w, year) ||
	    w->failures != failures + 1)
		return;
	w->failed = failed;
	w->failures = failures;
}

/* All years, where the last time is longer ago than the feed of changes reaches. */
static bool fetch_years(struct sync_work *w)
{
	int this_year, month, day;

	date_split(instant_date(w->now, 0), &this_year, &month, &day);
	for (int year = FIRST_YEAR; year <= this_year && !sync_is_over(w); year++)
		fetch_year(w, year);
	return w->failures == 0 && !sync_is_over(w);
}

void sync_nvd(struct sync_work *w)
{
	struct str modified = address(w, STR("modified"));
	struct fetched_document known = sync_known(w, modified);
	bool lately = instant_is_known(known.at) && w->now.us - known.at.us <= MODIFIED_US;

	/* else the feed of changes would count as seen, and what stands in a year's alone would stay missed
	 */
	if (lately || fetch_years(w))
		sync_document(w, modified);
}
