#include "reports/scan_report.h"

#include "reports/scan_statement.h"
#include "reports/source_off_json.h"

static const char *const severity_names[] = {
	[SCAN_CRITICAL] = "critical",
	[SCAN_HIGH] = "high",
	[SCAN_MEDIUM] = "medium",
	[SCAN_LOW] = "low",
	[SCAN_NONE] = "none",
	[SCAN_UNSCORED] = "unscored",
};

const char *scan_severity_name(enum scan_severity severity)
{
	_Static_assert(COUNT(severity_names) == SCAN_SEVERITY_COUNT, "a name for every severity");
	return severity_names[severity];
}

void scan_write_exploited(const struct scan_row *row, const char *key, struct json_out *w)
{
	json_key(w, key);
	json_open_array(w);
	for (unsigned i = 0; i < EXPLOIT_LIST_COUNT; i++)
		if (row->exploited & 1U << i)
			json_put_text(w, exploit_list_name((enum exploit_list)i));
	json_close_array(w);
}

struct str scan_exploited_words(const struct scan_row *row)
{
	static const char *const words[] = { "", "KEV", "EU KEV", "KEV, EU KEV" };

	_Static_assert(COUNT(words) == 1 << EXPLOIT_LIST_COUNT, "words for each combination");
	return str_of(words[row->exploited]);
}

const char *scan_exploited_mark(const struct scan_row *row)
{
	static const char *const marks[] = { "", "KEV ", "EU-KEV ", "KEV EU-KEV " };

	_Static_assert(COUNT(marks) == 1 << EXPLOIT_LIST_COUNT, "a mark for each combination");
	return marks[row->exploited];
}

static bool state_counts(enum finding_state state)
{
	return state == FINDING_AFFECTED || state == FINDING_PLATFORM_NOT_IN_SBOM;
}

bool scan_row_counts(const struct scan_row *row)
{
	return state_counts(row->finding.state);
}

const struct scan_source *scan_source_find(const struct scan *s, struct str name)
{
	for (size_t i = 0; i < s->source_count; i++)
		if (str_eq(s->sources[i].name, name))
			return &s->sources[i];
	return NULL;
}

struct instant scan_newest(const struct scan *s, struct instant than)
{
	struct instant newest = than;

	for (size_t i = 0; i < s->source_count; i++)
		if (s->sources[i].newest.us > newest.us)
			newest = s->sources[i].newest;
	return newest;
}

const struct component *scan_subject(const struct scan *s)
{
	return components_subject(s->components, s->component_count);
}

int64_t scan_source_days(const struct scan_source *source, struct instant now)
{
	return instant_days_since(source->newest, now);
}

enum scan_severity scan_row_severity(const struct scan_row *row)
{
	static const enum scan_severity of[] = {
		[CVSS_UNSCORED] = SCAN_UNSCORED,
		[CVSS_NONE] = SCAN_NONE,
		[CVSS_LOW] = SCAN_LOW,
		[CVSS_MEDIUM] = SCAN_MEDIUM,
		[CVSS_HIGH] = SCAN_HIGH,
		[CVSS_CRITICAL] = SCAN_CRITICAL,
	};

	_Static_assert(COUNT(of) == CVSS_BAND_COUNT, "a severity for every band");
	return row->score_count ? of[row->scores[0].band] : SCAN_UNSCORED;
}

static void count_held(struct scan_counts *counts, const struct scan_row *row)
{
	const struct vex_opinion *deciding = vex_deciding(&row->position);

	if (!deciding || !state_counts(row->matched))
		return;
	counts->held_of[scan_row_severity(row)]++;
	counts->held_exploited += row->exploited != 0;
	scan_held_add(&counts->held, deciding);
}

void scan_count_row(struct scan_counts *counts, const struct scan_row *row)
{
	counts->rows++;
	if (!scan_row_counts(row)) {
		count_held(counts, row);
		return;
	}
	counts->of[scan_row_severity(row)]++;
	counts->kev += scan_row_kev(row);
	counts->exploited += row->exploited != 0;
}

struct unseen scan_unseen(const struct scan *s)
{
	struct unseen u = { 0 };
	size_t next = 0;

	for (size_t i = 0; i < s->component_count; i++) {
		bool unserved = next < s->unserved_count && s->unserved[next].component == i;

		if (!s->components[i].is_subject)
			unseen_add(&u, component_why_not_matchable(&s->components[i]),
			    unserved ? s->unserved[next].kind : STR(""));
		next += unserved;
	}
	return u;
}

static void write_texts(struct json_out *w, const char *key, const struct str *texts, size_t count)
{
	json_key(w, key);
	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		json_put_text(w, texts[i]);
	json_close_array(w);
}

static void write_sbom(const struct scan *s, struct json_out *w)
{
	char hex[SHA256_HEX_SIZE];

	json_key(w, "sbom");
	json_open_object(w);
	json_field_text(w, "file", s->file);
	json_field_text(w, "format", s->format);
	json_field_int(w, "components", (int64_t)component_count(s->components, s->component_count));
	json_field_text(w, "sha256", str_of(sha256_hex(&s->digest, hex)));
	json_close_object(w);
}

void scan_write_data(const struct scan *s, bool imported, struct json_out *w)
{
	json_key(w, "data");
	json_open_array(w);
	for (size_t i = 0; i < s->source_count; i++) {
		json_open_object(w);
		json_field_text(w, "source", s->sources[i].name);
		json_field_int(w, "records", s->sources[i].records);
		json_field_instant(w, "newest", s->sources[i].newest);
		if (imported)
			json_field_instant(w, "imported", s->sources[i].imported);
		source_off_json(w, &s->sources[i].off);
		json_close_object(w);
	}
	json_close_array(w);
}

static void write_component(const struct component *c, struct json_out *w)
{
	json_key(w, "component");
	json_open_object(w);
	json_field_text(w, "name", c->name);
	json_field_text_or_null(w, "version", c->version.len ? c->version : STR_NONE);
	json_field_text_or_null(w, "purl", component_written(c, PACKAGE_PURL));
	json_field_text_or_null(w, "cpe", component_written(c, PACKAGE_CPE));
	json_field_text_or_null(w, "ref", c->ref.len ? c->ref : STR_NONE);
	json_close_object(w);
}

static void write_scores(const struct scan_row *row, struct json_out *w)
{
	json_key(w, "cvss");
	json_open_array(w);
	for (size_t i = 0; i < row->score_count; i++) {
		json_open_object(w);
		json_field_text(w, "source", row->scores[i].source);
		json_field_text_or_null(
		    w, "vector", row->scores[i].vector.len ? row->scores[i].vector : STR_NONE);
		json_key(w, "score");
		json_put_decimal(w, row->scores[i].tenths, 1);
		json_field_text(w, "severity", str_of(cvss_band_name(row->scores[i].band)));
		json_close_object(w);
	}
	json_close_array(w);
}

static void write_published(const struct scan_row *row, struct json_out *w)
{
	char text[DATE_TEXT_SIZE];

	if (instant_is_known(row->published))
		json_field_text(w, "published", str_of(date_write(instant_date(row->published, 0), text)));
	else
		json_field_null(w, "published");
}

static void write_others(const struct finding *f, struct json_out *w)
{
	json_key(w, "others");
	json_open_array(w);
	for (size_t i = 0; i < f->other_count; i++) {
		char tier[2] = { (char)f->others[i].tier, 0 };

		json_open_object(w);
		json_field_text(w, "source", f->other_sources[i]);
		json_field_text(w, "state", str_of(finding_state_name(f->others[i].state)));
		json_field_text(w, "tier", str_of(tier));
		json_field_text(w, "why", f->others[i].why);
		json_close_object(w);
	}
	json_close_array(w);
}

static void write_exploitation(const struct scan_row *row, struct json_out *w)
{
	json_field_bool(w, "kev", scan_row_kev(row));
	scan_write_exploited(row, "exploited_in", w);
	json_key(w, "epss");
	if (row->epss >= 0)
		json_put_decimal(w, row->epss, 6);
	else
		json_put_null(w);
}

void scan_write_vulnerability(const struct scan_row *row, struct json_out *w)
{
	json_field_text(w, "vulnerability", row->vulnerability);
	write_texts(w, "aliases", row->aliases, row->alias_count);
	write_scores(row, w);
	write_exploitation(row, w);
	write_published(row, w);
	json_field_text(w, "summary", row->summary);
}

void scan_write_row(const struct component *components, const struct scan_row *row, struct json_out *w)
{
	const struct finding *f = &row->finding;
	char tier[2] = { (char)f->tier, 0 };

	json_open_object(w);
	if (row->device.len) {
		json_field_text(w, "device", row->device);
		json_field_text(w, "release", row->release);
	}
	json_field_text(w, "vulnerability", row->vulnerability);
	write_texts(w, "aliases", row->aliases, row->alias_count);
	write_component(&components[f->component], w);
	json_field_text(w, "tier", str_of(tier));
	json_field_text(w, "state", str_of(finding_state_name(f->state)));
	if (row->position.count) {
		json_field_text(w, "matched_state", str_of(finding_state_name(row->matched)));
		scan_write_statements(&row->position, w);
	}
	json_field_text(w, "source", f->source);
	write_texts(w, "trace", f->trace, f->trace_count);
	write_texts(w, "other_sources", f->other_sources, f->other_count);
	write_others(f, w);
	write_scores(row, w);
	write_exploitation(row, w);
	write_texts(w, "fixed_in", f->fixed_in, f->fixed_count);
	write_published(row, w);
	json_field_text(w, "summary", row->summary);
	json_close_object(w);
}

static void write_unseen(const struct component *c, struct str why, struct json_out *w)
{
	json_open_object(w);
	json_key(w, "component");
	json_open_object(w);
	json_field_text(w, "name", c->name);
	json_field_text_or_null(w, "version", c->version.len ? c->version : STR_NONE);
	json_close_object(w);
	json_field_text(w, "why", why);
	json_close_object(w);
}

void scan_write_unseen(const struct scan *s, struct json_out *w)
{
	json_key(w, "not_matchable");
	json_open_array(w);
	for (size_t i = 0; i < s->component_count; i++) {
		struct str why = component_why_not_matchable(&s->components[i]);

		if (why.len && !s->components[i].is_subject)
			write_unseen(&s->components[i], why, w);
	}
	json_close_array(w);
	json_key(w, "not_served");
	json_open_array(w);
	for (size_t i = 0; i < s->unserved_count; i++) {
		SCOPED_ARENA arena = { 0 };
		struct str why =
		    arena_printf(&arena, "no source serves " STR_FMT, STR_ARG(s->unserved[i].kind));

		write_unseen(&s->components[s->unserved[i].component], why, w);
	}
	json_close_array(w);
}

static void write_counts(const struct scan_counts *counts, struct json_out *w)
{
	json_key(w, "counts");
	json_open_object(w);
	for (size_t i = 0; i < SCAN_SEVERITY_COUNT; i++)
		json_field_int(w, severity_names[i], (int64_t)counts->of[i]);
	json_field_int(w, "kev", (int64_t)counts->kev);
	json_field_int(w, "exploited", (int64_t)counts->exploited);
	json_close_object(w);
}

void scan_write_begin(const struct scan *s, struct json_out *w)
{
	json_open_object(w);
	write_sbom(s, w);
	scan_write_data(s, true, w);
	json_key(w, "findings");
	json_open_array(w);
}

void scan_write_hints(struct json_out *w)
{
	json_close_array(w);
	json_key(w, "hints");
	json_open_array(w);
}

void scan_write_end(const struct scan *s, const struct scan_counts *counts, struct json_out *w)
{
	json_close_array(w);
	scan_write_unseen(s, w);
	write_counts(counts, w);
	scan_held_write(&counts->held, w);
	json_close_object(w);
}
