#include "sources/feeds/nvd.h"

#include "base/vec.h"
#include "identity/cpe.h"
#include "limits.h"
#include "sources/feeds/cpe_row.h"
#include "sources/feeds/draft.h"
#include "sources/feeds/records.h"

/* Sources in NVD's metrics that have a name of ours; other scorers keep the identifier NVD gives them. */
static const struct {
	const char *identifier, *name;
} scorers[] = {
	{ "nvd@nist.gov", "nvd" },
	{ "134c704f-9b21-4f2e-91b3-4a467353bcc0", "cisa-adp" },
};

struct nvd {
	struct arena record;
	struct draft draft;
	struct config_node *nodes; /* of the configuration being read */
	size_t node_count, node_room;
	struct str id, annotated_id;
	bool supplement, has_configurations;
};

/* cpeMatch: a name and what bounds its versions. */
struct match {
	struct str criteria;
	struct str from, after, to, before; /* versionStart and versionEnd, each Including and Excluding */
	bool vulnerable;
};

static void read_bound(struct nvd *r, struct json *j, struct str *bound)
{
	struct str text;

	if (!json_text(j, &text))
		return;
	if (text.len > LIMIT_VERSION_BYTES)
		json_refuse(j, "version of %zu bytes, limit %d", text.len, LIMIT_VERSION_BYTES);
	else if (!cpe_is_any(text) && !cpe_is_na(text)) /* NVD writes "-" where there is no such bound */
		*bound = cpe_unescape(arena_copy(&r->record, text), &r->record);
}

static void read_match(struct nvd *r, struct json *j, struct match *m)
{
	struct str key;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("criteria")))
			draft_read_text(j, &r->record, &m->criteria);
		else if (str_eq(key, STR("vulnerable")))
			json_bool(j, &m->vulnerable);
		else if (!str_starts(key, STR("version")))
			json_skip(j);
		else if (str_eq(key, STR("versionStartIncluding")))
			read_bound(r, j, &m->from);
		else if (str_eq(key, STR("versionStartExcluding")))
			read_bound(r, j, &m->after);
		else if (str_eq(key, STR("versionEndIncluding")))
			read_bound(r, j, &m->to);
		else if (str_eq(key, STR("versionEndExcluding")))
			read_bound(r, j, &m->before);
		else
			json_skip(j);
	}
}

static void bound_row(const struct match *m, struct affected *row)
{
	if (row->not_applicable || row->low.len > 0 || row->high.len > 0)
		return; /* bounds mean something only beside version "*" */
	row->low_inclusive = m->from.len > 0;
	row->low = row->low_inclusive ? m->from : m->after;
	row->high_inclusive = m->to.len > 0 && m->before.len == 0;
	row->high = row->high_inclusive ? m->to : m->before;
	row->fixed = m->before;
}

static struct config_node *add_node(struct nvd *r)
{
	r->nodes = vec_room(r->nodes, &r->node_room, r->node_count + 1, sizeof(*r->nodes));
	r->nodes[r->node_count] = (struct config_node){ .op = CONFIG_LEAF, .span = 1 };
	return &r->nodes[r->node_count++];
}

static void read_leaf(struct nvd *r, struct json *j)
{
	struct match m = { 0 };
	struct config_node *leaf;
	struct err e;

	read_match(r, j, &m);
	if (m.criteria.len == 0) {
		json_refuse(j, "criteria is missing");
		return;
	}
	leaf = add_node(r);
	leaf->leaf.config = -1;
	leaf->vulnerable = m.vulnerable;
	if (cpe_row(m.criteria, &r->record, &leaf->leaf, &e))
		bound_row(&m, &leaf->leaf);
	else
		json_refuse(j, "%s", e.text);
}

static enum config_operator read_operator(struct json *j)
{
	struct str text;

	if (!json_text(j, &text) || str_eq_nocase(text, STR("OR")))
		return CONFIG_OR;
	if (!str_eq_nocase(text, STR("AND")))
		json_refuse(j, "operator is AND or OR, not \"" STR_FMT "\"", STR_ARG(text));
	return CONFIG_AND;
}

static void read_node(struct nvd *r, struct json *j)
{
	size_t at = r->node_count;
	enum config_operator op = CONFIG_OR;
	struct str key;
	bool negate = false;

	add_node(r);
	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("operator"))) {
			op = read_operator(j);
		} else if (str_eq(key, STR("negate"))) {
			json_bool(j, &negate);
		} else if (str_eq(key, STR("cpeMatch"))) {
			while (json_next_item(j))
				read_leaf(r, j);
		} else {
			json_skip(j);
		}
	}
	r->nodes[at].op = op;
	r->nodes[at].negate = negate;
	r->nodes[at].span = (uint32_t)(r->node_count - at);
}

/* Does the configuration need more than one leg, or a leg that is not there? Else any vulnerable leg will do.
 */
static bool needs_release(const struct nvd *r)
{
	const struct config_node *root = &r->nodes[0];

	for (size_t i = 0; i < r->node_count; i++) {
		const struct config_node *node = &r->nodes[i];
		bool several = node == root ? root->span > 1 + root[1].span : node->span > 2;

		if (node->negate || (node->op == CONFIG_AND && node->span > 1 && several))
			return true;
	}
	return false;
}

/* Hands the configuration in r->nodes to the advisory: its vulnerable legs as rows, its tree where it needs
 * one. */
static void keep_configuration(struct nvd *r, struct json *j)
{
	struct advisory *a = &r->draft.advisory;
	int16_t index = -1;
	size_t negated_until = 0;

	if (needs_release(r)) {
		struct config *c;

		if (a->config_count == INT16_MAX) {
			json_refuse(j, "more than %d configurations", INT16_MAX);
			return;
		}
		index = (int16_t)a->config_count;
		c = draft_config(&r->draft);
		c->nodes = arena_alloc(&r->record, r->node_count, sizeof(*r->nodes));
		memcpy(c->nodes, r->nodes, r->node_count * sizeof(*r->nodes));
		c->count = r->node_count;
	}
	for (size_t i = 0; i < r->node_count; i++) {
		struct config_node *node = &r->nodes[i];

		if (node->negate && i + node->span > negated_until)
			negated_until = i + node->span;
		if (node->op == CONFIG_LEAF && node->vulnerable && i >= negated_until) {
			node->leaf.config = index;
			*draft_affected(&r->draft) = node->leaf;
		}
	}
}

static void read_configuration(struct nvd *r, struct json *j)
{
	struct str key;

	r->node_count = 0;
	add_node(r)->op = CONFIG_OR;
	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("operator"))) {
			r->nodes[0].op = read_operator(j);
		} else if (str_eq(key, STR("negate"))) {
			json_bool(j, &r->nodes[0].negate);
		} else if (str_eq(key, STR("nodes"))) {
			while (json_next_item(j))
				read_node(r, j);
		} else {
			json_skip(j);
		}
	}
	r->nodes[0].span = (uint32_t)r->node_count;
	keep_configuration(r, j);
}

static struct str scorer_name(struct nvd *r, struct str identifier)
{
	for (size_t i = 0; i < COUNT(scorers); i++)
		if (str_eq(identifier, str_of(scorers[i].identifier)))
			return str_of(scorers[i].name);
	return arena_copy(&r->record, identifier);
}

static void read_metric(struct nvd *r, struct json *j)
{
	size_t from = r->draft.advisory.score_count;
	struct str key, text, source = STR("nvd");

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("source")) && json_text(j, &text))
			source = scorer_name(r, text);
		else if (str_eq(key, STR("cvssData")))
			draft_read_cvss(&r->draft, j, STR_NONE, &r->record);
		else
			json_skip(j);
	}
	for (size_t i = from; i < r->draft.advisory.score_count; i++)
		r->draft.advisory.scores[i].source = source;
}

static void read_metrics(struct nvd *r, struct json *j)
{
	struct str key;

	while (json_next_key(j, &key)) {
		if (str_starts(key, STR("cvssMetric"))) {
			while (json_next_item(j))
				read_metric(r, j);
		} else {
			json_skip(j);
		}
	}
}

static void read_description(struct nvd *r, struct json *j)
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
	if (english && r->draft.advisory.summary.len == 0)
		r->draft.advisory.summary = value;
}

static void read_annotation(struct nvd *r, struct json *j)
{
	struct advisory *a = &r->draft.advisory;
	struct str key;

	r->supplement = true;
	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("cve_id")))
			draft_read_text(j, &r->record, &r->annotated_id);
		else if (str_eq(key, STR("description")))
			draft_read_text(j, &r->record, &a->summary);
		else if (str_eq(key, STR("published")))
			draft_read_instant(j, &a->published);
		else if (str_eq(key, STR("modified")))
			draft_read_instant(j, &a->modified);
		else
			json_skip(j);
	}
}

static void read_status(struct nvd *r, struct json *j)
{
	struct str text;

	if (json_text(j, &text) && str_eq_nocase(text, STR("Rejected")))
		r->draft.advisory.state = ADVISORY_WITHDRAWN;
}

static void read_cve_field(struct nvd *r, struct json *j, struct str key)
{
	struct advisory *a = &r->draft.advisory;

	if (str_eq(key, STR("id"))) {
		draft_read_text(j, &r->record, &r->id);
	} else if (str_eq(key, STR("published"))) {
		draft_read_instant(j, &a->published);
	} else if (str_eq(key, STR("lastModified"))) {
		draft_read_instant(j, &a->modified);
	} else if (str_eq(key, STR("vulnStatus"))) {
		read_status(r, j);
	} else if (str_eq(key, STR("metrics"))) {
		read_metrics(r, j);
	} else if (str_eq(key, STR("descriptions"))) {
		while (json_next_item(j))
			read_description(r, j);
	} else if (str_eq(key, STR("configurations"))) {
		r->has_configurations = true;
		while (json_next_item(j))
			read_configuration(r, j);
	} else {
		json_skip(j);
	}
}

static void read_record(void *ctx, struct json *j)
{
	struct nvd *r = ctx;
	struct str key, inner;

	arena_reset(&r->record);
	draft_clear(&r->draft);
	r->id = r->annotated_id = STR_NONE;
	r->supplement = r->has_configurations = false;
	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("_annotation"))) {
			read_annotation(r, j);
		} else if (str_eq(key, STR("cve"))) {
			while (json_next_key(j, &inner))
				read_cve_field(r, j, inner);
		} else {
			read_cve_field(r, j, key);
		}
	}
	if (r->id.len == 0)
		r->id = r->annotated_id;
	draft_check_cve(j, "cve.id", &r->record, &r->id);
}

static bool give_record(void *ctx, struct str raw, const struct advisory_sink *out, struct err *e)
{
	struct nvd *r = ctx;
	struct advisory *a = &r->draft.advisory;

	draft_identify(&r->draft, r->id);
	a->source = r->supplement ? STR("nvd-supplement") : STR("nvd");
	a->raw = raw;
	if (r->supplement && !r->has_configurations) /* emptied, since the CVE was rejected */
		a->state = ADVISORY_WITHDRAWN;
	return out->advisory(out->ctx, a, e) || err_within(e, STR_FMT, STR_ARG(a->id));
}

bool nvd_read(struct input *in, struct advisory_sink out, struct err *e)
{
	struct nvd r = { 0 };
	struct record_reader reader = { &r, "vulnerabilities", read_record, give_record };
	bool good = records_read(in, &reader, &out, e);

	arena_free(&r.record);
	draft_free(&r.draft);
	free(r.nodes);
	return good;
}
