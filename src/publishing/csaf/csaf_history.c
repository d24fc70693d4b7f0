/*
 * csaf_history - the tests of versions and revisions.
 */
#include "base/time.h"
#include "base/vec.h"
#include "publishing/csaf/csaf_checking.h"
#include "publishing/csaf/csaf_version.h"

/* A revision whose number and date can be read; the others are faults of the schema. */
struct revision {
	const struct json_node *at; /* its number */
	struct csaf_version version;
	struct instant date;
};

struct history {
	struct revision *at;
	size_t count;
};

static int by_date(const void *a, const void *b)
{
	const struct revision *left = a, *right = b;

	if (left->date.us != right->date.us)
		return left->date.us < right->date.us ? -1 : 1;
	return csaf_version_order(&left->version, &right->version);
}

static struct history history_of(struct csaf_checking *c)
{
	struct history h = { arena_alloc(c->scratch, c->revisions.count, sizeof(struct revision)), 0 };

	for (size_t i = 0; i < c->revisions.count; i++) {
		const struct json_node *at = c->revisions.at[i];
		struct revision *r = &h.at[h.count];
		struct err unread;

		r->at = json_node_get(at, STR("number"));
		if (csaf_version_parse(json_node_text(r->at), &r->version) &&
		    instant_parse(json_node_field(at, STR("date")), false, &r->date, &unread))
			h.count++;
	}
	return h;
}

static struct history sorted_history(struct csaf_checking *c)
{
	struct history h = history_of(c);

	vec_sort(h.at, h.count, sizeof(*h.at), by_date);
	return h;
}

static const struct json_node *version_of(struct csaf_checking *c, struct csaf_version *out)
{
	const struct json_node *at = csaf_first(c, "document/tracking/version");

	return csaf_version_parse(json_node_text(at), out) ? at : NULL;
}

static bool is_draft(struct csaf_checking *c)
{
	return str_eq(csaf_text(c, "document/tracking/status"), STR("draft"));
}

void csaf_test_unsorted(struct csaf_checking *c)
{
	struct history h = sorted_history(c);

	for (size_t i = 1; i < h.count; i++)
		if (csaf_version_order(&h.at[i - 1].version, &h.at[i].version) > 0)
			csaf_fault(c, h.at[i].at, "revision " STR_FMT " has a later date than " STR_FMT,
			    STR_ARG(h.at[i].at->text), STR_ARG(h.at[i - 1].at->text));
}

void csaf_test_newest(struct csaf_checking *c)
{
	struct history h = sorted_history(c);
	struct csaf_version version, newest;
	const struct json_node *at = version_of(c, &version);

	if (h.count == 0 || !at)
		return;
	newest = h.at[h.count - 1].version;
	if (is_draft(c))
		version.early = newest.early = STR("");
	if (csaf_version_order(&version, &newest) != 0)
		csaf_fault(c, at, "version " STR_FMT ", but the newest revision is " STR_FMT,
		    STR_ARG(at->text), STR_ARG(h.at[h.count - 1].at->text));
}

void csaf_test_draft(struct csaf_checking *c)
{
	struct csaf_version version;
	const struct json_node *at = version_of(c, &version);

	if (at && !is_draft(c) && (version.part[0] == 0 || version.early.len))
		csaf_fault(c, at, "version " STR_FMT " is a draft's, status is " STR_FMT, STR_ARG(at->text),
		    STR_ARG(csaf_text(c, "document/tracking/status")));
}

void csaf_test_released_zero(struct csaf_checking *c)
{
	struct history h = history_of(c);

	for (size_t i = 0; i < h.count && !is_draft(c); i++)
		if (h.at[i].version.part[0] == 0)
			csaf_fault(c, h.at[i].at, "revision " STR_FMT " of a released document",
			    STR_ARG(h.at[i].at->text));
}

void csaf_test_early_revision(struct csaf_checking *c)
{
	struct history h = history_of(c);

	for (size_t i = 0; i < h.count; i++)
		if (h.at[i].version.early.len)
			csaf_fault(c, h.at[i].at, "revision " STR_FMT " is a pre-release",
			    STR_ARG(h.at[i].at->text));
}

void csaf_test_early_version(struct csaf_checking *c)
{
	struct csaf_version version;
	const struct json_node *at = version_of(c, &version);

	if (at && !is_draft(c) && version.early.len)
		csaf_fault(
		    c, at, "version " STR_FMT " of a released document is a pre-release", STR_ARG(at->text));
}

/* In the order of their dates: the first of all is 0 or 1, and none goes on from what is not there. */
void csaf_test_gap(struct csaf_checking *c)
{
	struct history h = sorted_history(c);
	int64_t last;

	if (h.count == 0)
		return;
	last = h.at[0].version.part[0];
	if (last > 1)
		csaf_fault(c, h.at[0].at, "the first revision is " STR_FMT ", not 0 or 1",
		    STR_ARG(h.at[0].at->text));
	for (size_t i = 1; i < h.count; i++) {
		if (h.at[i].version.part[0] > last + 1)
			csaf_fault(c, h.at[i].at, "no revision stands between " STR_FMT " and " STR_FMT,
			    STR_ARG(h.at[i - 1].at->text), STR_ARG(h.at[i].at->text));
		last = h.at[i].version.part[0];
	}
}

/* Those of one precedence by their build metadata. */
static int by_version(const void *a, const void *b)
{
	const struct revision *left = a, *right = b;
	int sign = csaf_version_order(&left->version, &right->version);

	return sign ? sign : str_cmp(left->at->text, right->at->text);
}

void csaf_test_revision_twice(struct csaf_checking *c)
{
	struct history h = history_of(c);

	vec_sort(h.at, h.count, sizeof(*h.at), by_version);
	for (size_t i = 1; i < h.count; i++)
		if (str_eq(h.at[i - 1].at->text, h.at[i].at->text))
			csaf_fault(
			    c, h.at[i].at, "revision " STR_FMT " stands twice", STR_ARG(h.at[i].at->text));
}

void csaf_test_mixed_versions(struct csaf_checking *c)
{
	struct history h = history_of(c);
	struct csaf_version version;

	if (!version_of(c, &version))
		return;
	for (size_t i = 0; i < h.count; i++)
		if (h.at[i].version.is_semantic != version.is_semantic)
			csaf_fault(c, h.at[i].at, "revision " STR_FMT " is %s, the version is %s",
			    STR_ARG(h.at[i].at->text),
			    h.at[i].version.is_semantic ? "semantic" : "a whole number",
			    version.is_semantic ? "semantic" : "a whole number");
}

void csaf_test_build_metadata(struct csaf_checking *c)
{
	struct history h = history_of(c);

	for (size_t i = 0; i < h.count; i++)
		if (h.at[i].version.build.len)
			csaf_fault(c, h.at[i].at, "revision " STR_FMT " has build metadata",
			    STR_ARG(h.at[i].at->text));
}

/* Is a date of the tracking before that revision's? */
static void check_date(struct csaf_checking *c, const char *path, const struct revision *revision)
{
	const struct json_node *at = csaf_first(c, path);
	struct instant date;
	struct err unread;

	if (instant_parse(json_node_text(at), false, &date, &unread) && date.us < revision->date.us)
		csaf_fault(c, at, STR_FMT " is before revision " STR_FMT, STR_ARG(at->text),
		    STR_ARG(revision->at->text));
}

void csaf_test_old_initial(struct csaf_checking *c)
{
	struct history h = sorted_history(c);

	if (h.count > 0)
		check_date(c, "document/tracking/initial_release_date", &h.at[0]);
}

void csaf_test_old_current(struct csaf_checking *c)
{
	struct history h = sorted_history(c);

	if (h.count > 0)
		check_date(c, "document/tracking/current_release_date", &h.at[h.count - 1]);
}
