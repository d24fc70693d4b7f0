#include "sources/feeds/cve5_versions.h"

#include "base/vec.h"
#include "identity/cpe.h"
#include "identity/repository.h"
#include "sources/feeds/cve5_ends.h"
#include "sources/feeds/draft.h"
#include "sources/feeds/git_row.h"

#define FIXED_BYTES 64 /* the longest text taken for the version with the fix */

/* Status as it stands in a record. */
enum status { AFFECTED, UNAFFECTED, UNKNOWN };

static const enum affected_status statuses[] = {
	[AFFECTED] = STATUS_AFFECTED,
	[UNAFFECTED] = STATUS_UNAFFECTED,
	[UNKNOWN] = STATUS_UNDER_INVESTIGATION,
};

struct version_change {
	struct str at;
	enum status status;
	enum version_scheme scheme; /* what at is compared by */
	size_t index;
};

/* One element of versions[]. */
struct version {
	struct str version, type, less_than, up_to;
	enum status status;
};

/* versionType is free text; what is not here is a scheme's or purl type's name, or says nothing ("custom").
 */
static const struct {
	const char *type;
	enum version_scheme scheme;
} types[] = {
	{ "semver", VERSION_SEMVER },
	{ "python", VERSION_PEP440 },
	{ "deb", VERSION_DPKG },
	{ "dpkg", VERSION_DPKG },
	{ "rpm", VERSION_RPM },
	{ "git", VERSION_LITERAL },
};

static enum version_scheme find_scheme(struct str type, struct arena *record)
{
	type = draft_lower(str_trim(type), record);
	for (size_t i = 0; i < COUNT(types); i++)
		if (str_eq(type, str_of(types[i].type)))
			return types[i].scheme;
	return version_scheme_of_purl_type(type);
}

void cve5_versions_clear(struct cve5_versions *v)
{
	v->count = 0;
	v->begun = STR_NONE;
	v->is_open = false;
}

void cve5_versions_free(struct cve5_versions *v)
{
	free(v->at);
	free(v->changes);
	*v = (struct cve5_versions){ 0 };
}

static void add_piece(struct cve5_versions *v, enum status status, enum version_scheme scheme,
    struct version_span span, struct str fixed)
{
	if (status != AFFECTED || fixed.len > FIXED_BYTES)
		fixed = STR_NONE;
	v->at = vec_room(v->at, &v->room, v->count + 1, sizeof(*v->at));
	v->at[v->count++] = (struct cve5_piece){
		.status = statuses[status],
		.scheme = scheme,
		.span = span,
		.fixed = fixed,
	};
}

static bool has_digit(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (char_is_digit(text.ptr[i]))
			return true;
	return false;
}

/* --- commits --- */

/* An empty commit: those between. */
static void add_commit(
    struct cve5_versions *v, struct str commit, enum affected_status status, struct arena *record)
{
	struct cve5_piece piece = { .status = status, .scheme = VERSION_LITERAL };

	if (commit.len > 0)
		piece.span = git_row_commit(commit, record);
	v->at = vec_room(v->at, &v->room, v->count + 1, sizeof(*v->at));
	v->at[v->count++] = piece;
}

/* A range of commits: those it names, and what lies between. The kernel names the same beginning once for
 * each branch that has a fix. False if what is called git has versions after all. */
static bool read_commits(struct cve5_versions *v, const struct version *o, struct arena *record)
{
	bool begins = repository_is_commit(o->version);
	bool ends = repository_is_commit(o->less_than), closes = repository_is_commit(o->up_to);

	if (!begins && !ends && !closes)
		return false;
	if (o->status == UNKNOWN)
		return true;
	if (begins && !str_eq(o->version, v->begun))
		add_commit(v, o->version, o->status == AFFECTED ? STATUS_AFFECTED : STATUS_FIXED, record);
	v->begun = o->version;
	if (o->status != AFFECTED)
		return true;
	if (!v->is_open && (o->less_than.len > 0 || o->up_to.len > 0))
		add_commit(v, STR_NONE, STATUS_AFFECTED, record);
	v->is_open = v->is_open || o->less_than.len > 0 || o->up_to.len > 0;
	if (closes)
		add_commit(v, o->up_to, STATUS_AFFECTED, record);
	if (ends)
		add_commit(v, o->less_than, STATUS_FIXED, record);
	return true;
}

/* --- ranges --- */

/* Of "19.4R3-S9, 19.4R4" the first; a text without digits ("earlier", "*") or with a link bounds nothing. */
static bool read_bound(struct str text, struct arena *record, struct version_span *out)
{
	struct version_spans spans;

	text = str_trim(str_first(text, str_index(text, ',')));
	if (!has_digit(text) || str_has(text, STR("://")))
		return false;
	spans = version_span_parse(text, record);
	if (spans.count != 1)
		return false;
	*out = spans.at[0];
	return true;
}

static bool is_sign(struct str text)
{
	return str_eq(text, STR("<")) || str_eq(text, STR("<="));
}

static struct version_span read_range(const struct version *o, struct arena *record)
{
	bool inclusive = o->less_than.len == 0;
	struct version_span range = { 0 }, bound;

	if (!str_eq(o->version, STR("0")) && read_bound(o->version, record, &bound)) {
		range.low = bound.low;
		range.low_inclusive = bound.low_inclusive;
	}
	if (is_sign(inclusive ? o->up_to : o->less_than)) /* "4.5", less than "<": the sign alone was meant */
		return (struct version_span){ STR_NONE, range.low, false, inclusive };
	if (read_bound(inclusive ? o->up_to : o->less_than, record, &bound)) {
		range.high = bound.high;
		/* "4.19.*" ends before 4.20 either way; "<= 4.19" says itself that 4.19 is in */
		range.high_inclusive = bound.high_inclusive && (inclusive || bound.low.len == 0);
	}
	return range;
}

static int compare_changes(const void *left, const void *right)
{
	const struct version_change *a = left, *b = right;
	int sign = version_span_compare(a->scheme, a->at, b->at);

	return sign ? sign : (a->index > b->index) - (a->index < b->index);
}

/* Is a beyond the end of the range? */
static bool is_behind(const struct version_span *range, enum version_scheme scheme, struct str at)
{
	int sign;

	if (range->high.len == 0)
		return false;
	sign = version_span_compare(scheme, at, range->high);
	return range->high_inclusive ? sign > 0 : sign >= 0;
}

/* The range in pieces: from each change on its own status. The first change to unaffected is the fix, also
 * where it stands just behind the range. */
static void add_range(
    struct cve5_versions *v, const struct version *o, struct version_span range, enum version_scheme scheme)
{
	enum status status = o->status;
	struct str fixed =
	    str_has(o->less_than, range.high) ? range.high : STR_NONE; /* not 4.20 of "4.19.*" */

	vec_sort(v->changes, v->change_count, sizeof(*v->changes), compare_changes);
	for (size_t i = 0; i < v->change_count; i++) {
		const struct version_change *change = &v->changes[i];
		struct version_span before = range;
		int at_low;

		if (is_behind(&range, scheme, change->at)) {
			if (change->status == UNAFFECTED)
				fixed = change->at;
			break;
		}
		before.high = change->at;
		before.high_inclusive = false;
		at_low = range.low.len > 0 ? version_span_compare(scheme, change->at, range.low) : 1;
		if (at_low < 0)
			continue;
		if (at_low > 0) {
			add_piece(
			    v, status, scheme, before, change->status == UNAFFECTED ? change->at : STR_NONE);
			range.low = change->at;
			range.low_inclusive = true;
		}
		status = change->status;
	}
	add_piece(v, status, scheme, range, fixed);
}

/* One scheme for the whole of it, or generic. */
static enum version_scheme settle_scheme(
    struct cve5_versions *v, const struct version_span *range, enum version_scheme scheme)
{
	bool readable =
	    version_span_is_readable(scheme, range->low) && version_span_is_readable(scheme, range->high);

	for (size_t i = 0; i < v->change_count; i++)
		readable = readable && version_span_is_readable(scheme, v->changes[i].at);
	if (!readable)
		scheme = VERSION_GENERIC;
	for (size_t i = 0; i < v->change_count; i++)
		v->changes[i].scheme = scheme;
	return scheme;
}

static void add_alone(
    struct cve5_versions *v, const struct version *o, enum version_scheme scheme, struct arena *record)
{
	struct version_span all = { 0 };
	enum version_scheme named;
	struct version_spans spans;

	if (o->status != UNAFFECTED && (version_span_is_unsaid(o->version) || str_eq(o->version, STR("0")))) {
		add_piece(v, o->status, scheme, all, STR_NONE);
		return;
	}
	spans = version_span_vers(o->version, record, &named);
	if (named != VERSION_GENERIC)
		scheme = named;
	if (spans.is_open && o->status != UNAFFECTED) {
		add_piece(v, o->status, scheme, all, STR_NONE);
		v->at[v->count - 1].is_open = true;
	}
	for (size_t i = 0; i < spans.count; i++) {
		const struct version_span *span = &spans.at[i];

		add_piece(v, o->status, scheme, *span,
		    span->high_inclusive || !str_has(o->version, span->high) ? STR_NONE : span->high);
	}
}

/* "1.4.3" to "1.4.3": an end alone. */
static bool read_end(struct cve5_versions *v, const struct version *o, enum version_scheme scheme)
{
	bool inclusive = o->less_than.len == 0;
	struct str end = inclusive ? o->up_to : o->less_than;
	struct version_span span = { STR_NONE, end, false, inclusive };

	if (!cve5_ends_is_end(o->version, end, inclusive, v->is_loose) || !has_digit(end))
		return false;
	add_piece(v, o->status, scheme, span, inclusive ? STR_NONE : end);
	v->at[v->count - 1].is_end = true;
	return true;
}

/* Whole, or of twelve digits as the kernel writes it: that is a commit, whatever its type is called. CISA
 * calls the kernel's commits "custom", and read as versions they hold every kernel. */
static bool is_plainly_commit(struct str text)
{
	return (text.len == 12 || text.len == 40) && repository_is_commit(text);
}

static bool may_be_commits(const struct version *o, enum version_scheme scheme)
{
	return scheme == VERSION_LITERAL || is_plainly_commit(o->version) ||
	       is_plainly_commit(o->less_than) || is_plainly_commit(o->up_to);
}

static void add_version(struct cve5_versions *v, const struct version *o, struct arena *record)
{
	enum version_scheme scheme = find_scheme(o->type, record);
	struct version_span range;

	if (may_be_commits(o, scheme) && read_commits(v, o, record))
		return;
	if (scheme == VERSION_LITERAL)
		scheme = VERSION_GENERIC;
	if (v->change_count == 0 && read_end(v, o, scheme))
		return;
	if (o->less_than.len == 0 && o->up_to.len == 0) {
		add_alone(v, o, scheme, record);
		return;
	}
	range = read_range(o, record);
	add_range(v, o, range, settle_scheme(v, &range, scheme));
}

/* --- reading --- */

static void read_status(struct json *j, enum status *out)
{
	struct str text;

	if (!json_text(j, &text))
		return;
	if (str_eq(text, STR("affected")))
		*out = AFFECTED;
	else if (str_eq(text, STR("unaffected")))
		*out = UNAFFECTED;
	else
		*out = UNKNOWN;
}

static void read_change(struct cve5_versions *v, struct json *j, struct arena *record)
{
	struct version_change change = { .status = UNKNOWN, .index = v->change_count };
	struct str key;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("at")))
			draft_read_text(j, record, &change.at);
		else if (str_eq(key, STR("status")))
			read_status(j, &change.status);
		else
			json_skip(j);
	}
	change.at = str_trim(change.at);
	/* some write a commit or its message there: no version, and behind or before all of them */
	if (!has_digit(change.at) || change.at.len > FIXED_BYTES || repository_is_commit(change.at))
		return;
	v->changes = vec_room(v->changes, &v->change_room, v->change_count + 1, sizeof(*v->changes));
	v->changes[v->change_count++] = change;
}

/* versionType "cpe": the version that a CPE name stands for. */
static struct str version_of_cpe(struct str text, struct arena *record)
{
	struct cpe c;
	struct err e;

	if (!str_starts(text, STR("cpe:")) || !cpe_parse(text, record, &c, &e))
		return text;
	return cpe_unescape(c.attribute[CPE_VERSION], record);
}

static void read_version(struct cve5_versions *v, struct json *j, struct arena *record)
{
	struct version o = { .status = UNKNOWN };
	struct str key;

	v->change_count = 0;
	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("version"))) {
			draft_read_text(j, record, &o.version);
		} else if (str_eq(key, STR("status"))) {
			read_status(j, &o.status);
		} else if (str_eq(key, STR("versionType"))) {
			draft_read_text(j, record, &o.type);
		} else if (str_eq(key, STR("lessThan"))) {
			draft_read_text(j, record, &o.less_than);
		} else if (str_eq(key, STR("lessThanOrEqual"))) {
			draft_read_text(j, record, &o.up_to);
		} else if (str_eq(key, STR("changes"))) {
			while (json_next_item(j))
				read_change(v, j, record);
		} else {
			json_skip(j);
		}
	}
	o.version = version_of_cpe(str_trim(o.version), record);
	o.less_than = version_of_cpe(str_trim(o.less_than), record);
	o.up_to = version_of_cpe(str_trim(o.up_to), record);
	if (!json_failed(j))
		add_version(v, &o, record);
}

void cve5_versions_read(struct cve5_versions *v, struct json *j, struct arena *record)
{
	while (json_next_item(j))
		read_version(v, j, record);
	cve5_ends_settle(v->at, v->count, record);
}

/* Where all is affected but some: all, and the pieces that name what is not, and so bring the fix. */
static void settle_complement(struct cve5_versions *v)
{
	size_t kept = 0;

	for (size_t i = 0; i < v->count; i++) {
		if (v->at[i].status != STATUS_UNAFFECTED)
			continue;
		v->at[kept] = v->at[i];
		v->at[kept].fixed = v->at[kept].span.low;
		kept++;
	}
	v->count = kept;
	add_piece(v, AFFECTED, VERSION_GENERIC, (struct version_span){ 0 }, STR_NONE);
}

void cve5_versions_settle(struct cve5_versions *v, bool default_affected)
{
	size_t affected = 0, unaffected = 0, unknown = 0;

	for (size_t i = 0; i < v->count; i++) {
		affected += v->at[i].status == STATUS_AFFECTED;
		unaffected += v->at[i].status == STATUS_UNAFFECTED;
		unknown += v->at[i].status == STATUS_UNDER_INVESTIGATION;
	}
	/* affected by default beside nothing but affected ranges: the ranges are what is meant */
	if (default_affected && (affected == 0 || unaffected > 0))
		settle_complement(v);
	else if (affected == 0 && unknown == 0)
		v->count = 0;
}
