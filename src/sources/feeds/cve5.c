#include "sources/feeds/cve5.h"

#include "base/vec.h"
#include "sources/feeds/cve5_affected.h"
#include "sources/feeds/draft.h"
#include "sources/feeds/records.h"

/* One container: what one publisher says. */
struct container {
	struct draft draft;
	struct str publisher, title;
	bool is_cna, is_joined;
};

struct cve5 {
	struct arena record;
	struct cve5_affected affected;
	struct container *containers; /* reused from record to record */
	size_t count, room;
	struct str id, assigner;
	struct instant published, modified, rejected;
	bool is_rejected;
};

/* --- containers --- */

static struct container *add_container(struct cve5 *r, bool is_cna)
{
	struct container *c;
	size_t before = r->room;

	r->containers = vec_room(r->containers, &r->room, r->count + 1, sizeof(*r->containers));
	if (r->room > before)
		memset(r->containers + before, 0, (r->room - before) * sizeof(*r->containers));
	c = &r->containers[r->count++];
	draft_clear(&c->draft);
	c->publisher = c->title = STR_NONE;
	c->is_cna = is_cna;
	return c;
}

static void read_metric(struct cve5 *r, struct container *c, struct json *j)
{
	struct str key;

	while (json_next_key(j, &key)) {
		if (str_starts(key, STR("cvssV")))
			draft_read_cvss(&c->draft, j, STR_NONE, &r->record);
		else
			json_skip(j);
	}
}

static void read_description(struct cve5 *r, struct container *c, struct json *j)
{
	struct str key, text, value = STR_NONE;
	bool english = true;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("lang")) && json_text(j, &text))
			english = draft_is_english(text);
		else if (str_eq(key, STR("value")))
			draft_read_text(j, &r->record, &value);
		else
			json_skip(j);
	}
	if (english && c->draft.advisory.summary.len == 0)
		c->draft.advisory.summary = value;
}

static void read_publisher(struct cve5 *r, struct container *c, struct json *j)
{
	struct str key;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("shortName")))
			draft_read_text(j, &r->record, &c->publisher);
		else if (str_eq(key, STR("dateUpdated")))
			draft_read_instant(j, &c->draft.advisory.modified);
		else
			json_skip(j);
	}
}

static void read_container(struct cve5 *r, struct json *j, bool is_cna)
{
	struct container *c = add_container(r, is_cna);
	struct str key;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("providerMetadata"))) {
			read_publisher(r, c, j);
		} else if (str_eq(key, STR("title"))) {
			draft_read_text(j, &r->record, &c->title);
		} else if (str_eq(key, STR("descriptions")) || str_eq(key, STR("rejectedReasons"))) {
			while (json_next_item(j))
				read_description(r, c, j);
		} else if (str_eq(key, STR("affected"))) {
			r->affected.versions.is_loose = is_cna && str_eq(r->assigner, STR("hackerone"));
			cve5_affected_read(&r->affected, j, &c->draft, &r->record);
		} else if (str_eq(key, STR("metrics"))) {
			while (json_next_item(j))
				read_metric(r, c, j);
		} else {
			json_skip(j);
		}
	}
}

static void read_containers(struct cve5 *r, struct json *j)
{
	struct str key;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("cna"))) {
			read_container(r, j, true);
		} else if (str_eq(key, STR("adp"))) {
			while (json_next_item(j))
				read_container(r, j, false);
		} else {
			json_skip(j);
		}
	}
}

/* --- records --- */

static void read_metadata(struct cve5 *r, struct json *j)
{
	struct str key, text;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("cveId")))
			draft_read_text(j, &r->record, &r->id);
		else if (str_eq(key, STR("assignerShortName")))
			draft_read_text(j, &r->record, &r->assigner);
		else if (str_eq(key, STR("state")) && json_text(j, &text))
			r->is_rejected = str_eq_nocase(text, STR("REJECTED"));
		else if (str_eq(key, STR("datePublished")))
			draft_read_instant(j, &r->published);
		else if (str_eq(key, STR("dateUpdated")))
			draft_read_instant(j, &r->modified);
		else if (str_eq(key, STR("dateRejected")))
			draft_read_instant(j, &r->rejected);
		else
			json_skip(j);
	}
}

static void read_record(void *ctx, struct json *j)
{
	struct cve5 *r = ctx;
	struct str key;

	arena_reset(&r->record);
	r->count = 0;
	r->id = r->assigner = STR_NONE;
	r->published = r->modified = r->rejected = INSTANT_NONE;
	r->is_rejected = false;
	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("cveMetadata")))
			read_metadata(r, j);
		else if (str_eq(key, STR("containers")))
			read_containers(r, j);
		else
			json_skip(j);
	}
	draft_check_cve(j, "cveMetadata.cveId", &r->record, &r->id);
}

/* The name of what a container says, and of who scored in it. */
static void name_container(struct cve5 *r, struct container *c)
{
	struct advisory *a = &c->draft.advisory;
	struct str scorer;

	if (c->is_cna) {
		a->source = STR("cve");
		scorer = r->assigner.len > 0 ? r->assigner : c->publisher;
	} else if (str_eq_nocase(c->publisher, STR("CISA-ADP"))) {
		a->source = STR("cve-adp");
		scorer = STR("cisa-adp");
	} else {
		scorer = draft_lower(c->publisher, &r->record);
		a->source = draft_pair(STR("cve-adp"), ':', scorer, &r->record);
	}
	for (size_t i = 0; i < a->score_count; i++)
		a->scores[i].source = scorer;
}

static void fill_in(struct cve5 *r, struct container *c, struct str raw, bool first)
{
	struct advisory *a = &c->draft.advisory;

	a->id = r->id;
	a->state = r->is_rejected ? ADVISORY_WITHDRAWN : ADVISORY_ACTIVE;
	a->published = r->published;
	a->withdrawn = r->rejected;
	if (c->is_cna || !instant_is_known(a->modified))
		a->modified = r->modified;
	if (c->title.len > 0 && c->is_cna && !r->is_rejected) /* an ADP's title names its container */
		a->summary = c->title;
	a->raw = raw;
	a->raw_shared = !first;
}

static bool says_something(const struct container *c)
{
	const struct advisory *a = &c->draft.advisory;

	return c->is_cna || str_eq(a->source, STR("cve-adp")) || a->affected_count > 0 || a->score_count > 0;
}

/* A publisher's second container: what it says is added to the first. */
static bool joins_earlier(struct cve5 *r, struct container *c)
{
	for (struct container *other = r->containers; other < c; other++) {
		if (other->is_joined || !str_eq(other->draft.advisory.source, c->draft.advisory.source))
			continue;
		for (size_t i = 0; i < c->draft.advisory.affected_count; i++)
			*draft_affected(&other->draft) = c->draft.advisory.affected[i];
		for (size_t i = 0; i < c->draft.advisory.score_count; i++)
			*draft_score(&other->draft) = c->draft.advisory.scores[i];
		return true;
	}
	return false;
}

static bool give_containers(
    struct cve5 *r, bool of_cna, struct str raw, bool *first, const struct advisory_sink *out, struct err *e)
{
	for (size_t i = 0; i < r->count; i++) {
		struct container *c = &r->containers[i];

		if (c->is_cna != of_cna || c->is_joined || !says_something(c))
			continue;
		fill_in(r, c, raw, *first);
		*first = false;
		if (!out->advisory(out->ctx, &c->draft.advisory, e))
			return err_within(e, STR_FMT, STR_ARG(r->id));
	}
	return true;
}

static bool give_record(void *ctx, struct str raw, const struct advisory_sink *out, struct err *e)
{
	struct cve5 *r = ctx;
	bool first = true;

	for (size_t i = 0; i < r->count; i++) {
		name_container(r, &r->containers[i]);
		r->containers[i].is_joined = joins_earlier(r, &r->containers[i]);
	}
	return give_containers(r, true, raw, &first, out, e) &&
	       give_containers(r, false, raw, &first, out, e);
}

bool cve5_read(struct input *in, struct advisory_sink out, struct err *e)
{
	struct cve5 r = { 0 };
	struct record_reader reader = { &r, "cves", read_record, give_record };
	bool good = records_read(in, &reader, &out, e);

	for (size_t i = 0; i < r.room; i++)
		draft_free(&r.containers[i].draft);
	free(r.containers);
	arena_free(&r.record);
	cve5_affected_free(&r.affected);
	return good;
}
