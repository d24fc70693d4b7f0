#include "actions/reports/published.h"

#include "base/crypto.h"
#include "limits.h"
#include "publishing/csaf/csaf_check.h"
#include "reports/casefile_record.h"
#include "store/attachments.h"
#include "store/casefiles.h"

/* Issues of advisories, as they were issued. */
struct issues {
	struct case_record *records;
	int64_t *casefiles;
	size_t count;
};

/* One that stands for its casefile. */
struct standing {
	struct str id, digest;
};

static bool is_among(const int64_t *list, size_t count, int64_t n)
{
	for (size_t i = 0; i < count; i++)
		if (list[i] == n)
			return true;
	return false;
}

/* The last issue says how far it may be passed on; in the form of CSAF it may have been an earlier one. */
static bool find_standing(const struct issues *issues, size_t last, struct arena *arena, struct standing *out,
    bool *found, struct err *e)
{
	*found = false;
	for (size_t i = last + 1; i-- > 0;) {
		struct report_fields more;
		struct str tlp;

		if (issues->casefiles[i] != issues->casefiles[last])
			continue;
		if (!report_fields_read(issues->records[i].more, arena, &more, e))
			return err_within(e, "record %lld", (long long)issues->records[i].id);
		tlp = report_fields_text(&more, STR("tlp"));
		if (!str_eq(tlp, STR("CLEAR")) ||
		    str_eq(report_fields_text(&more, STR("status")), STR("draft")))
			return true;
		if (!str_eq(report_fields_text(&more, STR("format")), STR("csaf")))
			continue;
		*out = (struct standing){ report_fields_text(&more, STR("id")),
			report_fields_text(&more, STR("digest")) };
		*found = true;
		return true;
	}
	return true;
}

static bool list_standing(
    struct db *db, struct arena *arena, struct standing **out, size_t *count, struct err *e)
{
	struct issues issues;
	int64_t *seen;
	size_t seen_count = 0;

	if (!casefile_records_of_kind(
		db, "advisory", arena, &issues.records, &issues.casefiles, &issues.count, e))
		return false;
	seen = arena_alloc(arena, issues.count, sizeof(*seen));
	*out = arena_alloc(arena, issues.count, sizeof(**out));
	*count = 0;
	for (size_t i = issues.count; i-- > 0;) {
		bool found;

		if (is_among(seen, seen_count, issues.casefiles[i]))
			continue;
		seen[seen_count++] = issues.casefiles[i];
		if (!find_standing(&issues, i, arena, &(*out)[*count], &found, e))
			return false;
		*count += found;
	}
	return true;
}

/* *found: whether its document was kept, and says itself that it is for everybody. */
static bool read_document(struct db *db, const struct standing *s, struct arena *arena, struct published *out,
    bool *found, struct err *e)
{
	SCOPED_BUF bytes = buf_new(LIMIT_RECORD_BYTES);
	SCOPED_INPUT *in = NULL;
	const struct json_node *root;
	struct sha256 digest, now;

	if (!sha256_parse(s->digest, &digest))
		return err_fail(e, ERR_STORE, "it has no digest");
	if (!attachment_get(db, &digest, &bytes, found, e) || !*found)
		return !e->code;
	now = sha256_of(buf_str(&bytes));
	if (!sha256_same(&now, &digest))
		return err_fail(e, ERR_STORE, "its document was changed");
	out->document = arena_copy(arena, buf_str(&bytes));
	in = input_open_memory(s->id, out->document);
	if (!json_tree_read(in, arena, &root, e) || !csaf_listed_of(root, arena, &out->listed, e))
		return false;
	*found = out->listed.label == CSAF_WHITE;
	return true;
}

bool published_all(struct db *db, struct arena *arena, struct csaf_listed **out, size_t *count, struct err *e)
{
	struct standing *standing;
	size_t all;

	if (!list_standing(db, arena, &standing, &all, e))
		return false;
	*out = arena_alloc(arena, all, sizeof(**out));
	*count = 0;
	for (size_t i = 0; i < all; i++) {
		struct published one;
		bool found;

		if (!read_document(db, &standing[i], arena, &one, &found, e))
			return err_within(e, "advisory " STR_FMT, STR_ARG(standing[i].id));
		if (found)
			(*out)[(*count)++] = one.listed;
	}
	csaf_listed_sort(*out, *count);
	return true;
}

bool published_find(
    struct db *db, struct str place, struct arena *arena, struct published *out, struct err *e)
{
	struct str name = place, folder;
	struct standing *standing;
	size_t all;

	str_cut_last(&name, '/', &folder);
	if (!list_standing(db, arena, &standing, &all, e))
		return false;
	for (size_t i = 0; i < all; i++) {
		bool found;

		if (!str_eq(csaf_file_name(standing[i].id, arena), name))
			continue;
		if (!read_document(db, &standing[i], arena, out, &found, e))
			return err_within(e, "advisory " STR_FMT, STR_ARG(standing[i].id));
		if (found && str_eq(out->listed.place, place))
			return true;
	}
	return err_fail(e, ERR_ABSENT, "there is no advisory at this address");
}
