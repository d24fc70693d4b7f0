#include "sources/feeds/csaf.h"

#include "base/vec.h"
#include "limits.h"
#include "sources/feeds/csaf_tree.h"
#include "sources/feeds/draft.h"
#include "sources/feeds/records.h"

/* A product named under a status of a vulnerability. */
struct listing {
	struct str product_id;
	enum affected_status status;
};

/* Lists and scores are runs of the document's. */
struct vulnerability {
	struct str cve, other_id, title, note;
	size_t listing_from, listing_count, score_from, score_count;
};

struct csaf {
	struct arena record;
	struct draft draft;  /* of the vulnerability being given */
	struct draft scores; /* holds the scores of all vulnerabilities */
	struct csaf_tree tree;
	struct vulnerability *vulnerabilities;
	size_t count, room;
	struct listing *listings;
	size_t listing_count, listing_room;
	struct str title, publisher, namespace, id, revision;
	struct instant published, modified;
	bool is_withdrawn;
};

/* --- document --- */

static void read_publisher(struct csaf *r, struct json *j)
{
	struct str key;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("name")))
			draft_read_text(j, &r->record, &r->publisher);
		else if (str_eq(key, STR("namespace")))
			draft_read_text(j, &r->record, &r->namespace);
		else
			json_skip(j);
	}
}

static void read_tracking(struct csaf *r, struct json *j)
{
	struct str key;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("id")))
			draft_read_text(j, &r->record, &r->id);
		else if (str_eq(key, STR("version")))
			draft_read_text(j, &r->record, &r->revision);
		else if (str_eq(key, STR("initial_release_date")))
			draft_read_instant(j, &r->published);
		else if (str_eq(key, STR("current_release_date")))
			draft_read_instant(j, &r->modified);
		else
			json_skip(j);
	}
}

static void read_version(struct json *j)
{
	struct str text;

	if (json_text(j, &text) && !str_starts(text, STR("2.")))
		json_refuse(j, "csaf_version is 2.0 or 2.1, not \"" STR_FMT "\"", STR_ARG(text));
}

static void read_category(struct csaf *r, struct json *j)
{
	struct str text;

	if (json_text(j, &text))
		r->is_withdrawn = str_eq(text, STR("csaf_withdrawn")) || str_eq(text, STR("csaf_superseded"));
}

static void read_document(struct csaf *r, struct json *j)
{
	struct str key;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("csaf_version")))
			read_version(j);
		else if (str_eq(key, STR("category")))
			read_category(r, j);
		else if (str_eq(key, STR("title")))
			draft_read_text(j, &r->record, &r->title);
		else if (str_eq(key, STR("publisher")))
			read_publisher(r, j);
		else if (str_eq(key, STR("tracking")))
			read_tracking(r, j);
		else
			json_skip(j);
	}
}

/* --- vulnerabilities --- */

static const struct {
	const char *key;
	enum affected_status status;
} statuses[] = {
	{ "known_affected", STATUS_AFFECTED }, { "first_affected", STATUS_AFFECTED },
	{ "last_affected", STATUS_AFFECTED }, { "known_not_affected", STATUS_UNAFFECTED },
	{ "fixed", STATUS_FIXED }, { "first_fixed", STATUS_FIXED },
	{ "under_investigation", STATUS_UNDER_INVESTIGATION },
	{ "unknown", STATUS_UNDER_INVESTIGATION }, /* CSAF 2.1 */
};

static void read_listings(struct csaf *r, struct json *j, enum affected_status status)
{
	while (json_next_item(j)) {
		struct listing l = { .status = status };

		draft_read_text(j, &r->record, &l.product_id);
		r->listings =
		    vec_room(r->listings, &r->listing_room, r->listing_count + 1, sizeof(*r->listings));
		r->listings[r->listing_count++] = l;
	}
}

static void read_status(struct csaf *r, struct json *j)
{
	struct str key;

	while (json_next_key(j, &key)) {
		size_t i = 0;

		while (i < COUNT(statuses) && !str_eq(key, str_of(statuses[i].key)))
			i++;
		if (i < COUNT(statuses))
			read_listings(r, j, statuses[i].status);
		else
			json_skip(j);
	}
}

/* One element of scores: products and their CVSS, the same for many of them. CSAF 2.1 has it one level
 * deeper. */
static void read_score(struct csaf *r, struct json *j)
{
	struct str key, inner;

	while (json_next_key(j, &key)) {
		if (str_starts(key, STR("cvss_v"))) {
			draft_read_cvss(&r->scores, j, STR_NONE, &r->record);
		} else if (str_eq(key, STR("content"))) {
			while (json_next_key(j, &inner)) {
				if (str_starts(inner, STR("cvss_v")))
					draft_read_cvss(&r->scores, j, STR_NONE, &r->record);
				else
					json_skip(j);
			}
		} else {
			json_skip(j);
		}
	}
}

/* Drops what the vulnerability has already: each group of products repeats its score. */
static void keep_score(struct csaf *r, size_t from, size_t before)
{
	struct advisory *a = &r->scores.advisory;

	for (size_t i = before; i < a->score_count;) {
		size_t same = from;

		while (same < i && !(str_eq(a->scores[same].vector, a->scores[i].vector) &&
				       a->scores[same].tenths == a->scores[i].tenths))
			same++;
		if (same < i || i - from >= LIMIT_ADVISORY_SCORES)
			a->scores[i] = a->scores[--a->score_count];
		else
			i++;
	}
}

static void read_scores(struct csaf *r, struct json *j, size_t from)
{
	while (json_next_item(j)) {
		size_t before = r->scores.advisory.score_count;

		read_score(r, j);
		keep_score(r, from, before);
	}
}

static void read_note(struct csaf *r, struct json *j, struct vulnerability *v)
{
	struct str key, category, text = STR_NONE;
	bool wanted = false;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("category")) && json_text(j, &category))
			wanted = str_eq(category, STR("summary")) || str_eq(category, STR("description"));
		else if (str_eq(key, STR("text")))
			draft_read_text(j, &r->record, &text);
		else
			json_skip(j);
	}
	if (wanted && v->note.len == 0)
		v->note = text;
}

static void read_id(struct csaf *r, struct json *j, struct vulnerability *v)
{
	struct str key;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("text")) && v->other_id.len == 0)
			draft_read_text(j, &r->record, &v->other_id);
		else
			json_skip(j);
	}
}

static void read_vulnerability(struct csaf *r, struct json *j)
{
	struct vulnerability v = { .listing_from = r->listing_count,
		.score_from = r->scores.advisory.score_count };
	struct str key;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("cve"))) {
			draft_read_text(j, &r->record, &v.cve);
		} else if (str_eq(key, STR("ids"))) {
			while (json_next_item(j))
				read_id(r, j, &v);
		} else if (str_eq(key, STR("title"))) {
			draft_read_text(j, &r->record, &v.title);
		} else if (str_eq(key, STR("notes"))) {
			while (json_next_item(j))
				read_note(r, j, &v);
		} else if (str_eq(key, STR("product_status"))) {
			read_status(r, j);
		} else if (str_eq(key, STR("scores")) || str_eq(key, STR("metrics"))) {
			read_scores(r, j, v.score_from);
		} else {
			json_skip(j);
		}
	}
	v.listing_count = r->listing_count - v.listing_from;
	v.score_count = r->scores.advisory.score_count - v.score_from;
	r->vulnerabilities =
	    vec_room(r->vulnerabilities, &r->room, r->count + 1, sizeof(*r->vulnerabilities));
	r->vulnerabilities[r->count++] = v;
}

static void read_record(void *ctx, struct json *j)
{
	struct csaf *r = ctx;
	struct str key;

	arena_reset(&r->record);
	draft_clear(&r->scores);
	csaf_tree_clear(&r->tree, &r->record);
	r->count = r->listing_count = 0;
	r->title = r->publisher = r->namespace = r->id = r->revision = STR_NONE;
	r->published = r->modified = INSTANT_NONE;
	r->is_withdrawn = false;
	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("document"))) {
			read_document(r, j);
		} else if (str_eq(key, STR("product_tree"))) {
			csaf_tree_read(&r->tree, j);
		} else if (str_eq(key, STR("vulnerabilities"))) {
			while (json_next_item(j))
				read_vulnerability(r, j);
		} else {
			json_skip(j);
		}
	}
	if (r->id.len == 0)
		json_refuse(j, "document.tracking.id is missing");
}

/* --- giving --- */

/* Publishers by the host of their namespace; others are named by their own name. */
static const struct {
	const char *host, *name;
} publishers[] = {
	{ "cisa.gov", "cisa" },
	{ "cisco.com", "cisco" },
	{ "redhat.com", "redhat" },
	{ "suse.com", "suse" },
	{ "microsoft.com", "microsoft" },
	{ "siemens.com", "siemens" },
	{ "siemens-healthineers.com", "siemens-healthineers" },
	{ "philips.com", "philips" },
	{ "bsi.bund.de", "bsi" },
	{ "cert.org", "certcc" },
};

/* "https://www.cisa.gov/x": www.cisa.gov */
static struct str host_of(struct str url)
{
	size_t scheme = str_find(url, STR("://"));

	if (scheme < url.len)
		url = str_from(url, scheme + 3);
	return str_first(url, str_index(url, '/'));
}

static bool is_below(struct str host, struct str domain)
{
	return str_ends(host, domain) &&
	       (host.len == domain.len || host.ptr[host.len - domain.len - 1] == '.');
}

/* Letters and digits, "-" for all between: "example-company-productcert". */
static struct str slug(struct str text, struct arena *record)
{
	char *out = arena_alloc(record, text.len + 1, 1);
	size_t len = 0;

	for (size_t i = 0; i < text.len; i++) {
		char c = char_lower(text.ptr[i]);

		if (char_is_digit(c) || (c >= 'a' && c <= 'z'))
			out[len++] = c;
		else if (len > 0 && out[len - 1] != '-')
			out[len++] = '-';
	}
	while (len > 0 && out[len - 1] == '-')
		len--;
	return (struct str){ out, len };
}

static struct str source_name(struct csaf *r)
{
	struct str host = draft_lower(host_of(r->namespace), &r->record), name = STR_NONE;

	for (size_t i = 0; i < COUNT(publishers) && name.len == 0; i++)
		if (is_below(host, str_of(publishers[i].host)))
			name = str_of(publishers[i].name);
	if (name.len == 0)
		name = slug(r->publisher, &r->record);
	if (name.len == 0)
		name = slug(host, &r->record);
	return draft_pair(STR("csaf"), ':', name.len > 0 ? name : STR("unknown"), &r->record);
}

static struct str vulnerability_name(struct csaf *r, const struct vulnerability *v)
{
	if (v->cve.len > 0)
		return v->cve;
	if (v->other_id.len > 0)
		return v->other_id;
	return arena_printf(&r->record, "%zu", (size_t)(v - r->vulnerabilities) + 1);
}

static struct str summary_of(const struct csaf *r, const struct vulnerability *v)
{
	if (v->note.len > 0)
		return draft_summary(v->note);
	return v->title.len > 0 ? v->title : r->title;
}

static void add_scores(struct csaf *r, const struct vulnerability *v)
{
	for (size_t i = 0; i < v->score_count; i++) {
		struct score *s = draft_score(&r->draft);

		*s = r->scores.advisory.scores[v->score_from + i];
		s->source = r->draft.advisory.source;
	}
}

/* Other ids are the publisher's own bug numbers, which mean something else elsewhere. */
static bool add_aliases(struct csaf *r, const struct vulnerability *v)
{
	if (str_starts(v->other_id, STR("GHSA-")) && !draft_alias(&r->draft, v->other_id, &r->record))
		return false;
	return draft_alias(&r->draft, v->cve, &r->record);
}

static bool add_rows(struct csaf *r, const struct vulnerability *v)
{
	for (size_t i = 0; i < v->listing_count; i++) {
		const struct listing *l = &r->listings[v->listing_from + i];

		if (!csaf_tree_rows(&r->tree, l->product_id, l->status, &r->draft))
			return false;
	}
	return true;
}

static bool give_vulnerability(struct csaf *r, const struct vulnerability *v, struct str source,
    struct str raw, const struct advisory_sink *out, struct err *e)
{
	struct advisory *a = &r->draft.advisory;

	draft_clear(&r->draft);
	a->source = source;
	a->id = draft_pair(r->id, '/', vulnerability_name(r, v), &r->record);
	a->state = r->is_withdrawn ? ADVISORY_WITHDRAWN : ADVISORY_ACTIVE;
	a->published = r->published;
	a->modified = r->modified;
	a->revision = r->revision;
	a->summary = summary_of(r, v);
	a->raw = raw;
	a->raw_shared = v > r->vulnerabilities;
	add_scores(r, v);
	if (!add_aliases(r, v) || !add_rows(r, v)) {
		struct err why;

		err_fail(&why, ERR_LIMIT, STR_FMT ": more than %d ranges of versions", STR_ARG(a->id),
		    LIMIT_ADVISORY_ROWS);
		return out->skipped(out->ctx, &why, e);
	}
	return out->advisory(out->ctx, a, e) || err_within(e, STR_FMT, STR_ARG(a->id));
}

static bool give_record(void *ctx, struct str raw, const struct advisory_sink *out, struct err *e)
{
	struct csaf *r = ctx;
	struct str source = source_name(r);

	for (size_t i = 0; i < r->count; i++)
		if (!give_vulnerability(r, &r->vulnerabilities[i], source, raw, out, e))
			return false;
	return true;
}

bool csaf_read(struct input *in, struct advisory_sink out, struct err *e)
{
	struct csaf r = { 0 };
	struct record_reader reader = { &r, "documents", read_record, give_record };
	bool good = records_read(in, &reader, &out, e);

	arena_free(&r.record);
	draft_free(&r.draft);
	draft_free(&r.scores);
	csaf_tree_free(&r.tree);
	free(r.vulnerabilities);
	free(r.listings);
	return good;
}
