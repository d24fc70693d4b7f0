#include "assessment/cvss.h"

#include <assert.h>
#include <endian.h>

#include "assessment/cvss_tables.h"

#define PREFIX_BYTES 9 /* of each that has one */

static const struct version {
	const char *name, *prefix;
	const char *undefined; /* how "not defined" is written */
	bool ordered;	       /* metrics stand in the order of the table */
	const struct cvss_metric *metrics;
	size_t base, count; /* metrics; those of the base stand first */
	void (*score)(const struct cvss *c, struct cvss_scores *out);
} versions[] = {
	[CVSS_2_0] = { "2.0", "", "ND", false, cvss_v2_metrics, V2_E, V2_COUNT, cvss_v2_score },
	[CVSS_3_0] = { "3.0", "CVSS:3.0/", "X", false, cvss_v3_metrics, V3_E, V3_COUNT, cvss_v3_score },
	[CVSS_3_1] = { "3.1", "CVSS:3.1/", "X", false, cvss_v3_metrics, V3_E, V3_COUNT, cvss_v3_score },
	[CVSS_4_0] = { "4.0", "CVSS:4.0/", "X", true, cvss_v4_metrics, V4_E, V4_COUNT, cvss_v4_score },
};
_Static_assert(COUNT(versions) == CVSS_VERSION_COUNT, "a row for every version");
_Static_assert(V4_COUNT == CVSS_METRICS_MOST, "every metric has its place");

const char *cvss_version_name(enum cvss_version v)
{
	return versions[v].name;
}

bool cvss_version_find(struct str name, enum cvss_version *out)
{
	for (size_t i = 0; i < COUNT(versions); i++)
		if (str_eq(name, str_of(versions[i].name))) {
			*out = (enum cvss_version)i;
			return true;
		}
	return false;
}

/* What has been read of a vector. */
struct reading {
	struct cvss vector;
	uint32_t seen; /* a bit a metric */
	size_t after;  /* the place behind the metric before: the next one is mostly there */
};

/* A name as the tables have it, as one number. What is too long or has a zero in it becomes none of theirs.
 */
static uint64_t padded(struct str name)
{
	uint64_t number = 0;

	for (size_t i = 0; i < name.len && i < sizeof(number); i++)
		number |= (uint64_t)(unsigned char)(name.ptr[i] ? name.ptr[i] : '?') << 8 * i;
	return htole64(number);
}

static bool is_name(const char name[8], uint64_t number)
{
	return memcmp(name, &number, sizeof(number)) == 0;
}

/* The place of a metric in the table, or the table's count. */
static size_t find_metric(const struct version *v, size_t likely, struct str name)
{
	uint64_t number = padded(name);

	for (size_t i = 0; i < v->count; i++) {
		size_t at = likely + i < v->count ? likely + i : likely + i - v->count;

		if (is_name(v->metrics[at].name, number))
			return at;
	}
	return v->count;
}

static bool find_value(const struct version *v, const struct cvss_metric *m, struct str name, uint8_t *out)
{
	uint64_t number = padded(name);

	for (size_t i = 0; i < COUNT(m->values) && m->values[i].name[0]; i++)
		if (is_name(m->values[i].name, number)) {
			*out = (uint8_t)(i + 1);
			return true;
		}
	*out = 0;
	return m->group != CVSS_BASE && str_eq(name, str_of(v->undefined));
}

static bool unknown_value(
    const struct version *v, const struct cvss_metric *m, struct str name, struct err *e)
{
	char known[64] = "";
	size_t used = 0;

	for (size_t i = 0; i < COUNT(m->values) && m->values[i].name[0]; i++)
		used += (size_t)snprintf(known + used, sizeof(known) - used, "%s, ", m->values[i].name);
	if (m->group != CVSS_BASE)
		used += (size_t)snprintf(known + used, sizeof(known) - used, "%s, ", v->undefined);
	return err_fail(e, ERR_INPUT, "%s is one of %.*s, not \"" STR_FMT "\"", m->name, (int)used - 2, known,
	    STR_ARG(name));
}

/* Cuts the next NAME:VALUE off *rest; without a colon the name is all of it and *value is none. */
static struct str cut_metric(struct str *rest, struct str *name, struct str *value)
{
	struct str piece = *rest;
	size_t colon, end;

	for (colon = 0; colon < rest->len && rest->ptr[colon] != ':' && rest->ptr[colon] != '/'; colon++)
		;
	for (end = colon; end < rest->len && rest->ptr[end] != '/'; end++)
		;
	piece.len = end;
	*name = str_first(piece, colon);
	*value = colon < end ? str_from(piece, colon + 1) : STR_NONE;
	*rest = end < rest->len ? str_from(*rest, end + 1) : STR_NONE;
	return piece;
}

static bool take_metric(struct reading *r, struct str *rest, struct err *e)
{
	const struct version *v = &versions[r->vector.version];
	struct str name, value, piece = cut_metric(rest, &name, &value);
	size_t at;

	if (!value.ptr)
		return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is not METRIC:VALUE", STR_ARG(piece));
	at = find_metric(v, r->after, name);
	if (at == v->count)
		return err_fail(
		    e, ERR_INPUT, "\"" STR_FMT "\" is not a metric of CVSS %s", STR_ARG(name), v->name);
	if (r->seen & UINT32_C(1) << at)
		return err_fail(e, ERR_INPUT, "%s is given twice", v->metrics[at].name);
	if (!find_value(v, &v->metrics[at], value, &r->vector.value[at]))
		return unknown_value(v, &v->metrics[at], value, e);
	if (v->ordered && r->after > at)
		return err_fail(e, ERR_INPUT, "%s stands behind %s: CVSS %s has a fixed order",
		    v->metrics[at].name, v->metrics[r->after - 1].name, v->name);
	r->seen |= UINT32_C(1) << at;
	r->after = at + 1;
	return true;
}

/* The place of a value of one letter, from 1; 0 where there is none. Without a branch, as nobody can foresee
 * which one it is. */
static unsigned letter_value(const struct cvss_metric *m, char letter)
{
	char name[2] = { letter };
	unsigned value = 0;

#pragma GCC unroll 6
	for (unsigned i = 0; i < COUNT(m->values); i++)
		value += (i + 1) * (memcmp(m->values[i].name, name, sizeof(name)) == 0);
	return letter ? value : 0;
}

/* Takes metrics as long as they are as nearly all of them are: each behind the one before in the table, with
 * a value of one letter. What is left is for take_metric(). */
static void take_usual(struct reading *r, struct str *rest)
{
	const struct cvss_metric *metrics = versions[r->vector.version].metrics;
	size_t count = versions[r->vector.version].count, at, from = 0;
	const char *text = rest->ptr;

	for (at = 0; at < count && from < rest->len; at++) {
		const struct cvss_metric *m = &metrics[at];
		size_t i = from;
		unsigned value;

		for (size_t k = 0; m->name[k] && i < rest->len && text[i] == m->name[k]; k++)
			i++;
		if (m->name[i - from] || i + 2 > rest->len || text[i] != ':' ||
		    (i + 2 < rest->len && text[i + 2] != '/'))
			break;
		value = letter_value(m, text[i + 1]);
		if (!value)
			break;
		r->vector.value[at] = (uint8_t)value;
		from = i + 3;
	}
	*rest = from > rest->len ? STR_NONE : str_from(*rest, from);
	r->after = at;
	r->seen = (uint32_t)((UINT64_C(1) << at) - 1);
}

/* Cuts the prefix off *text. A vector without one is 2.0. */
static bool take_version(struct str *text, enum cvss_version *out, struct err *e)
{
	struct str name;

	for (size_t i = CVSS_VERSION_COUNT - 1; i > CVSS_2_0; i--)
		if (text->len >= PREFIX_BYTES && memcmp(text->ptr, versions[i].prefix, PREFIX_BYTES) == 0) {
			*text = str_from(*text, PREFIX_BYTES);
			*out = (enum cvss_version)i;
			return true;
		}
	*out = CVSS_2_0;
	if (!str_starts(*text, STR("CVSS:"))) {
		if (str_starts(*text, STR("(")) && str_ends(*text, STR(")")))
			*text = (struct str){ text->ptr + 1, text->len - 2 };
		return true;
	}
	*text = str_from(*text, 5);
	if (!str_cut(text, '/', &name)) {
		name = *text;
		*text = str_from(*text, text->len);
	}
	if (cvss_version_find(name, out) && *out != CVSS_2_0)
		return true;
	if (str_eq(name, STR("2.0")))
		return err_fail(e, ERR_INPUT, "a CVSS 2.0 vector has no prefix");
	return err_fail(
	    e, ERR_INPUT, "CVSS version is one of 2.0, 3.0, 3.1, 4.0, not \"" STR_FMT "\"", STR_ARG(name));
}

bool cvss_parse(struct str text, struct cvss *out, struct err *e)
{
	struct reading r = { 0 };
	struct str rest = text;
	const struct version *v;

	if (!take_version(&rest, &r.vector.version, e))
		return false;
	if (text.len == 0)
		return err_fail(e, ERR_INPUT, "the vector is empty");
	if (rest.len == 0)
		rest = STR_NONE; /* a prefix alone: everything is missing */
	else
		take_usual(&r, &rest);
	while (rest.ptr)
		if (!take_metric(&r, &rest, e))
			return false;
	v = &versions[r.vector.version];
	for (size_t i = 0; i < v->base; i++)
		if (!(r.seen & UINT32_C(1) << i))
			return err_fail(e, ERR_INPUT, "%s is missing", v->metrics[i].name);
	*out = r.vector;
	return true;
}

bool cvss_has(const struct cvss *c, enum cvss_group group)
{
	const struct version *v = &versions[c->version];

	for (size_t i = 0; i < v->count; i++)
		if (v->metrics[i].group == group && c->value[i])
			return true;
	return false;
}

void cvss_keep_base(struct cvss *c)
{
	const struct version *v = &versions[c->version];

	for (size_t i = 0; i < v->count; i++)
		if (v->metrics[i].group != CVSS_BASE)
			c->value[i] = 0;
}

void cvss_score(const struct cvss *c, struct cvss_scores *out)
{
	versions[c->version].score(c, out);
	if (c->version == CVSS_4_0)
		return;
	out->score = out->base;
	if (out->temporal >= 0)
		out->score = out->temporal;
	if (out->environmental >= 0)
		out->score = out->environmental;
}

void cvss_write(const struct cvss *c, struct buf *out)
{
	const struct version *v = &versions[c->version];
	const char *between = "";

	buf_add(out, str_of(v->prefix));
	for (size_t i = 0; i < v->count; i++) {
		const struct cvss_metric *m = &v->metrics[i];

		if (c->value[i] == 0)
			continue;
		buf_add(out, str_of(between));
		buf_add(out, str_of(m->name));
		buf_byte(out, ':');
		buf_add(out, str_of(m->values[c->value[i] - 1].name));
		between = "/";
	}
}

struct str cvss_value(const struct cvss *c, struct str metric)
{
	const struct version *v = &versions[c->version];
	size_t at = find_metric(v, 0, metric);

	if (at == v->count || c->value[at] == 0)
		return STR_NONE;
	return str_of(v->metrics[at].values[c->value[at] - 1].name);
}

const char *cvss_nomenclature(const struct cvss *c)
{
	bool threat = cvss_has(c, CVSS_TEMPORAL), environment = cvss_has(c, CVSS_ENVIRONMENTAL);

	if (c->version != CVSS_4_0)
		return "CVSS";
	if (threat)
		return environment ? "CVSS-BTE" : "CVSS-BT";
	return environment ? "CVSS-BE" : "CVSS-B";
}

/* The most tenths of a band; 2.0 has neither none nor critical. */
static const struct {
	enum cvss_band band;
	int most, most_v2;
} bands[] = {
	{ CVSS_UNSCORED, -1, -1 },
	{ CVSS_NONE, 0, -1 },
	{ CVSS_LOW, 39, 39 },
	{ CVSS_MEDIUM, 69, 69 },
	{ CVSS_HIGH, 89, 100 },
	{ CVSS_CRITICAL, 100, 100 },
};
_Static_assert(COUNT(bands) == CVSS_BAND_COUNT, "a row for every band");

enum cvss_band cvss_band(enum cvss_version v, int tenths)
{
	size_t i = 0;

	assert(tenths <= 100);
	while (tenths > (v == CVSS_2_0 ? bands[i].most_v2 : bands[i].most))
		i++;
	return bands[i].band;
}

const char *cvss_band_name(enum cvss_band band)
{
	static const char *const names[] = {
		[CVSS_UNSCORED] = "unscored",
		[CVSS_NONE] = "none",
		[CVSS_LOW] = "low",
		[CVSS_MEDIUM] = "medium",
		[CVSS_HIGH] = "high",
		[CVSS_CRITICAL] = "critical",
	};

	_Static_assert(COUNT(names) == CVSS_BAND_COUNT, "a name for every band");
	return names[band];
}
