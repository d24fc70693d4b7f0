#include "sources/feeds/osv.h"

#include "base/vec.h"
#include "identity/cve_id.h"
#include "limits.h"
#include "sources/feeds/draft.h"
#include "sources/feeds/osv_ecosystem.h"
#include "sources/feeds/osv_git.h"
#include "sources/feeds/osv_range.h"
#include "sources/feeds/records.h"

struct texts {
	struct str *at;
	size_t count, room;
};

struct osv {
	struct arena record;
	struct draft draft;
	struct str id, details;
	struct texts upstream, related;
	/* of the affected entry being read */
	struct str ecosystem, name, purl;
	struct texts versions;
	struct osv_event *events; /* of all ranges, one behind the other */
	size_t event_count, event_room;
	struct event_run {
		size_t from, count;
		bool semver;
		struct str repository; /* of type GIT */
	} * runs;
	size_t run_count, run_room;
	struct osv_ranges ranges;
};

/* A version that keys can be made of; longer texts are refused. */
static bool is_short(struct json *j, struct str version)
{
	if (version.len <= LIMIT_VERSION_BYTES)
		return true;
	json_refuse(j, "version of %zu bytes, limit %d", version.len, LIMIT_VERSION_BYTES);
	return false;
}

static void read_texts(struct osv *r, struct json *j, struct texts *list)
{
	struct str text;

	while (json_next_item(j)) {
		if (!json_text(j, &text) || !is_short(j, text))
			continue;
		list->at = vec_room(list->at, &list->room, list->count + 1, sizeof(*list->at));
		list->at[list->count++] = arena_copy(&r->record, text);
	}
}

/* --- severity --- */

static const struct {
	const char *type, *version; /* NULL: it stands in the vector */
} vector_types[] = {
	{ "CVSS_V2", "2.0" },
	{ "CVSS_V3", NULL },
	{ "CVSS_V4", NULL },
};

/* "CVSS:3.1/AV:N/...": 3.1 */
static struct str vector_version(struct str vector)
{
	struct str version;

	if (!str_starts(vector, STR("CVSS:")))
		return STR_NONE;
	vector = str_from(vector, 5);
	return str_cut(&vector, '/', &version) ? version : STR_NONE;
}

static void add_vector(struct osv *r, struct str vector, struct str version)
{
	struct advisory *a = &r->draft.advisory;
	struct score *s;

	for (size_t i = 0; i < a->score_count; i++)
		if (str_eq(a->scores[i].vector, vector))
			return;
	if (a->score_count == LIMIT_ADVISORY_SCORES)
		return;
	s = draft_score(&r->draft);
	s->vector = vector;
	s->version = version;
}

/* Other types ("Ubuntu") hold words of that distribution, no vectors. */
static void read_severity(struct osv *r, struct json *j)
{
	struct str key, type = STR_NONE, score = STR_NONE;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("type")))
			draft_read_text(j, &r->record, &type);
		else if (str_eq(key, STR("score")))
			draft_read_text(j, &r->record, &score);
		else
			json_skip(j);
	}
	for (size_t i = 0; i < COUNT(vector_types); i++) {
		const char *version = vector_types[i].version;

		if (str_eq(type, str_of(vector_types[i].type)))
			add_vector(r, score, version ? str_of(version) : vector_version(score));
	}
}

static void read_severities(struct osv *r, struct json *j)
{
	while (json_next_item(j))
		read_severity(r, j);
}

/* --- affected --- */

static void read_package(struct osv *r, struct json *j)
{
	struct str key;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("ecosystem")))
			draft_read_text(j, &r->record, &r->ecosystem);
		else if (str_eq(key, STR("name")))
			draft_read_text(j, &r->record, &r->name);
		else if (str_eq(key, STR("purl")))
			draft_read_text(j, &r->record, &r->purl);
		else
			json_skip(j);
	}
}

static const struct {
	const char *key;
	enum osv_event_kind kind;
} event_kinds[] = {
	{ "introduced", OSV_INTRODUCED },
	{ "fixed", OSV_FIXED },
	{ "last_affected", OSV_LAST_AFFECTED },
	{ "limit", OSV_LIMIT },
};

static void read_event(struct osv *r, struct json *j)
{
	struct osv_event event;
	struct str key;

	while (json_next_key(j, &key)) {
		size_t i = 0;

		while (i < COUNT(event_kinds) && !str_eq(key, str_of(event_kinds[i].key)))
			i++;
		event = (struct osv_event){ 0 };
		if (i == COUNT(event_kinds)) {
			json_skip(j);
			continue;
		}
		event.kind = event_kinds[i].kind;
		draft_read_text(j, &r->record, &event.version);
		if (event.version.len == 0 || !is_short(j, event.version) ||
		    (event.kind == OSV_LIMIT && str_eq(event.version, STR("*"))))
			continue;
		r->events = vec_room(r->events, &r->event_room, r->event_count + 1, sizeof(*r->events));
		r->events[r->event_count++] = event;
	}
}

static void read_range(struct osv *r, struct json *j)
{
	struct event_run run = { .from = r->event_count };
	struct str key, type = STR_NONE;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("type"))) {
			draft_read_text(j, &r->record, &type);
		} else if (str_eq(key, STR("repo"))) {
			draft_read_text(j, &r->record, &run.repository);
		} else if (str_eq(key, STR("events"))) {
			while (json_next_item(j))
				read_event(r, j);
		} else {
			json_skip(j);
		}
	}
	run.count = r->event_count - run.from;
	run.semver = str_eq(type, STR("SEMVER"));
	if (run.semver || str_eq(type, STR("ECOSYSTEM")))
		run.repository = STR_NONE;
	else if (!str_eq(type, STR("GIT")) || run.repository.len == 0)
		return;
	r->runs = vec_room(r->runs, &r->run_room, r->run_count + 1, sizeof(*r->runs));
	r->runs[r->run_count++] = run;
}

/* NULL where there are none. */
static struct osv_event *events_of(const struct osv *r, const struct event_run *run)
{
	return run->count ? r->events + run->from : NULL;
}

/* Commits, and of an entry without a package the tags too. */
static void add_repositories(struct osv *r)
{
	bool told = r->name.len > 0 || r->versions.count > 0;
	struct str repository = STR_NONE;

	for (size_t i = 0; i < r->run_count; i++) {
		const struct event_run *run = &r->runs[i];

		if (run->repository.len == 0)
			continue;
		repository = run->repository;
		osv_git_add(&r->draft, run->repository, events_of(r, run), run->count, told, &r->record);
	}
	if (r->name.len == 0 && repository.len > 0)
		osv_git_add_tags(&r->draft, repository, r->versions.at, r->versions.count, &r->record);
}

static void add_rows(struct osv *r)
{
	struct affected model = { .config = -1 };
	enum version_scheme scheme;

	osv_ecosystem_package(r->ecosystem, r->name, r->purl, &r->record, &model);
	scheme = model.scheme;
	osv_range_clear(&r->ranges, &r->draft, &r->record);
	for (size_t i = 0; i < r->run_count; i++) {
		if (r->runs[i].repository.len > 0)
			continue;
		model.scheme = r->runs[i].semver ? VERSION_SEMVER : scheme;
		osv_range_add(&r->ranges, events_of(r, &r->runs[i]), r->runs[i].count, &model);
	}
	osv_range_add_versions(&r->ranges, r->versions.at, r->versions.count, &model);
}

static void read_affected(struct osv *r, struct json *j)
{
	struct str key;

	r->ecosystem = r->name = r->purl = STR_NONE;
	r->versions.count = r->event_count = r->run_count = 0;
	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("package"))) {
			read_package(r, j);
		} else if (str_eq(key, STR("ranges"))) {
			while (json_next_item(j))
				read_range(r, j);
		} else if (str_eq(key, STR("versions"))) {
			read_texts(r, j, &r->versions);
		} else if (str_eq(key, STR("severity"))) {
			read_severities(r, j);
		} else {
			json_skip(j);
		}
	}
	if (json_failed(j))
		return;
	if (r->name.len > 0)
		add_rows(r);
	add_repositories(r);
}

/* --- records --- */

static void add_alias(struct osv *r, struct json *j, struct str id)
{
	if (!draft_alias(&r->draft, id, &r->record))
		json_refuse(j, "more than %d aliases", LIMIT_ADVISORY_ALIASES);
}

static void read_field(struct osv *r, struct json *j, struct str key)
{
	struct advisory *a = &r->draft.advisory;
	struct str text;

	if (str_eq(key, STR("id"))) {
		draft_read_text(j, &r->record, &r->id);
	} else if (str_eq(key, STR("modified"))) {
		draft_read_instant(j, &a->modified);
	} else if (str_eq(key, STR("published"))) {
		draft_read_instant(j, &a->published);
	} else if (str_eq(key, STR("withdrawn"))) {
		if (draft_read_instant(j, &a->withdrawn))
			a->state = ADVISORY_WITHDRAWN;
	} else if (str_eq(key, STR("summary"))) {
		draft_read_text(j, &r->record, &a->summary);
	} else if (str_eq(key, STR("details"))) {
		draft_read_text(j, &r->record, &r->details);
	} else if (str_eq(key, STR("aliases"))) {
		while (json_next_item(j))
			if (json_text(j, &text))
				add_alias(r, j, text);
	} else if (str_eq(key, STR("upstream"))) {
		read_texts(r, j, &r->upstream);
	} else if (str_eq(key, STR("related"))) {
		read_texts(r, j, &r->related);
	} else if (str_eq(key, STR("severity"))) {
		read_severities(r, j);
	} else if (str_eq(key, STR("affected"))) {
		while (json_next_item(j))
			read_affected(r, j);
	} else {
		json_skip(j);
	}
}

/* Adds the CVE ids of a list to the aliases, or all of it; false if there were none. */
static bool add_aliases(struct osv *r, struct json *j, const struct texts *list, bool cves_only)
{
	bool any = false;
	int64_t cve;

	for (size_t i = 0; i < list->count; i++) {
		if (cves_only && !cve_id_parse(list->at[i], &cve))
			continue;
		add_alias(r, j, list->at[i]);
		any = true;
	}
	return any;
}

static void read_record(void *ctx, struct json *j)
{
	struct osv *r = ctx;
	struct str key;

	arena_reset(&r->record);
	draft_clear(&r->draft);
	r->id = r->details = STR_NONE;
	r->upstream.count = r->related.count = 0;
	while (json_next_key(j, &key))
		read_field(r, j, key);
	if (r->id.len == 0)
		json_refuse(j, "id is missing");
	else if (osv_ecosystem_is_notice(r->id) && !add_aliases(r, j, &r->upstream, true) &&
		 !add_aliases(r, j, &r->related, true))
		add_aliases(r, j, &r->upstream, false);
}

static bool give_record(void *ctx, struct str raw, const struct advisory_sink *out, struct err *e)
{
	struct osv *r = ctx;
	struct advisory *a = &r->draft.advisory;

	draft_identify(&r->draft, r->id);
	a->source = osv_ecosystem_source(r->id, &r->record);
	a->raw = raw;
	if (a->summary.len == 0)
		a->summary = draft_summary(r->details);
	for (size_t i = 0; i < a->score_count; i++)
		a->scores[i].source = a->source;
	return out->advisory(out->ctx, a, e) || err_within(e, STR_FMT, STR_ARG(a->id));
}

bool osv_read(struct input *in, struct advisory_sink out, struct err *e)
{
	struct osv r = { 0 };
	struct record_reader reader = { &r, "vulns", read_record, give_record };
	bool good = records_read(in, &reader, &out, e);

	arena_free(&r.record);
	draft_free(&r.draft);
	osv_range_free(&r.ranges);
	free(r.upstream.at);
	free(r.related.at);
	free(r.versions.at);
	free(r.events);
	free(r.runs);
	return good;
}
