#include "reports/coverage_report.h"

#include "reports/source_off_json.h"

const char *coverage_state_name(enum coverage_state state)
{
	static const char *const names[] = {
		[COVERAGE_SEEN] = "seen",
		[COVERAGE_NO_RECORDS] = "no records",
		[COVERAGE_NOT_SERVED] = "not served",
		[COVERAGE_INVISIBLE] = "not matchable",
	};

	_Static_assert(COUNT(names) == COVERAGE_STATE_COUNT, "a name for every state");
	return names[state];
}

const char *coverage_state_key(enum coverage_state state)
{
	static const char *const keys[] = {
		[COVERAGE_SEEN] = "seen",
		[COVERAGE_NO_RECORDS] = "no_records",
		[COVERAGE_NOT_SERVED] = "not_served",
		[COVERAGE_INVISIBLE] = "not_matchable",
	};

	_Static_assert(COUNT(keys) == COVERAGE_STATE_COUNT, "a key for every state");
	return keys[state];
}

size_t coverage_count(const struct coverage *c, enum coverage_state state)
{
	size_t count = 0;

	for (size_t i = 0; i < c->component_count; i++)
		count += c->components[i].state == state;
	return count;
}

int64_t coverage_matchable(const struct coverage *c)
{
	size_t good = coverage_count(c, COVERAGE_SEEN) + coverage_count(c, COVERAGE_NO_RECORDS);

	return c->component_count ? (int64_t)(good * 1000 / c->component_count) : -1;
}

bool coverage_is_seen_by(const struct coverage_component *c, size_t source)
{
	for (size_t i = 0; i < c->sight_count; i++)
		if (c->sights[i].source == source && coverage_is_sight(&c->sights[i]))
			return true;
	return false;
}

static void write_sight(const struct coverage *c, const struct coverage_sight *sight, struct json_out *w)
{
	static const char *const kinds[] = {
		[PACKAGE_CPE] = "cpe",
		[PACKAGE_PURL] = "purl",
		[PACKAGE_NAME] = "name",
		[PACKAGE_GIT] = "repository",
	};

	json_open_object(w);
	json_field_text(w, "source", c->sources[sight->source].name);
	json_field_text(w, "by", str_of(kinds[sight->kind]));
	json_field_text(w, "package", sight->package);
	json_field_text_or_null(w, "through", sight->through.len ? sight->through : STR_NONE);
	json_field_int(w, "records", sight->records);
	json_field_int(w, "ranges", sight->ranges);
	json_close_object(w);
}

static void write_component(const struct coverage *c, const struct coverage_component *of, struct json_out *w)
{
	json_open_object(w);
	json_field_text(w, "name", of->component->name);
	json_field_text_or_null(w, "version", of->component->version.len ? of->component->version : STR_NONE);
	json_field_text_or_null(w, "purl", component_written(of->component, PACKAGE_PURL));
	json_field_text_or_null(w, "cpe", component_written(of->component, PACKAGE_CPE));
	json_field_int(w, "releases", of->releases);
	json_field_text(w, "state", str_of(coverage_state_key(of->state)));
	json_field_text_or_null(w, "why", of->why.len ? of->why : STR_NONE);
	json_key(w, "seen_by");
	json_open_array(w);
	for (size_t i = 0; i < of->sight_count; i++)
		write_sight(c, &of->sights[i], w);
	json_close_array(w);
	life_write_json(of->lives, of->life_count, instant_date(c->at, 0), w);
	json_close_object(w);
}

static void write_source(const struct coverage_source *s, struct json_out *w)
{
	json_open_object(w);
	json_field_text(w, "source", s->name);
	json_field_int(w, "records", s->records);
	json_field_instant(w, "newest", s->newest);
	json_field_instant(w, "imported", s->imported);
	if (s->days >= 0)
		json_field_int(w, "age_days", s->days);
	else
		json_field_null(w, "age_days");
	json_field_bool(w, "stale", s->stale);
	source_off_json(w, &s->off);
	json_close_object(w);
}

static void write_skip(const struct coverage_skip *skip, struct json_out *w)
{
	struct str rest = skip->reasons, reason;

	json_open_object(w);
	json_field_text(w, "feed", skip->feed);
	json_field_instant(w, "imported", skip->at);
	json_field_int(w, "skipped", skip->skipped);
	json_key(w, "last_reasons");
	json_open_array(w);
	while (rest.len && str_next(&rest, '\n', &reason))
		json_put_text(w, reason);
	json_close_array(w);
	json_close_object(w);
}

static void write_totals(const struct coverage *c, struct json_out *w)
{
	int64_t matchable = coverage_matchable(c);

	json_key(w, "totals");
	json_open_object(w);
	json_field_int(w, "components", (int64_t)c->component_count);
	for (size_t i = 0; i < COVERAGE_STATE_COUNT; i++)
		json_field_int(w, coverage_state_key((enum coverage_state)i),
		    (int64_t)coverage_count(c, (enum coverage_state)i));
	json_key(w, "matchable_percent");
	if (matchable >= 0)
		json_put_decimal(w, matchable, 1);
	else
		json_put_null(w);
	json_close_object(w);
}

static void write_changes(const struct coverage *c, struct json_out *w)
{
	json_field_instant(w, "since", c->since);
	json_key(w, "changes");
	json_open_array(w);
	for (size_t i = 0; i < c->change_count; i++) {
		json_open_object(w);
		json_field_text(w, "what", str_of(c->changes[i].what));
		json_field_text(w, "says", c->changes[i].says);
		json_close_object(w);
	}
	json_close_array(w);
}

void coverage_write_json(const struct coverage *c, struct json_out *w)
{
	json_open_object(w);
	json_field_text_or_null(w, "device", c->device.len ? c->device : STR_NONE);
	json_field_text_or_null(w, "release", c->release.len ? c->release : STR_NONE);
	json_field_instant(w, "at", c->at);
	write_totals(c, w);
	json_key(w, "components");
	json_open_array(w);
	for (size_t i = 0; i < c->component_count; i++)
		write_component(c, &c->components[i], w);
	json_close_array(w);
	json_key(w, "without_sbom");
	json_open_array(w);
	for (size_t i = 0; i < c->bare_count; i++)
		json_put_text(w, c->bare[i]);
	json_close_array(w);
	json_key(w, "sources");
	json_open_array(w);
	for (size_t i = 0; i < c->source_count; i++)
		write_source(&c->sources[i], w);
	json_close_array(w);
	json_key(w, "imports");
	json_open_array(w);
	for (size_t i = 0; i < c->skip_count; i++)
		write_skip(&c->skips[i], w);
	json_close_array(w);
	write_changes(c, w);
	json_close_object(w);
}
