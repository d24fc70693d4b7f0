#include "actions/sboms/sbom_correction.h"

#include "actions/findings/finding_list.h"
#include "base/vec.h"
#include "store/components.h"
#include "store/devices.h"

/* A finding, and the own statement that decides it. */
struct seen {
	struct str vulnerability, component, version;
	struct str status; /* of the statement */
	int64_t statement; /* 0: none */
};

struct seen_list {
	struct arena *arena;
	struct seen *items;
	size_t count, room;
};

struct sbom_before {
	struct device device;
	struct str release;
	struct date today;
	bool has_sbom;
	struct sbom_row sbom;
	struct component *components;
	size_t component_count;
	struct seen_list findings;
};

static bool take_finding(
    void *ctx, const struct component *components, const struct scan_row *row, struct err *e)
{
	const struct component *c = &components[row->finding.component];
	const struct vex_opinion *deciding = vex_deciding(&row->position);
	struct seen_list *l = ctx;
	struct seen *s;

	(void)e;
	l->items = arena_room(l->arena, l->items, l->count, &l->room, sizeof(*l->items));
	s = &l->items[l->count++];
	*s = (struct seen){ .vulnerability = arena_copy(l->arena, row->vulnerability),
		.component = arena_copy(l->arena, c->name),
		.version = arena_copy(l->arena, c->version) };
	if (!deciding || deciding->record->origin != VEX_OWN)
		return true;
	s->statement = deciding->record->id;
	s->status = statement_status_word(deciding->record->said.status);
	return true;
}

static int by_finding(const void *left, const void *right)
{
	const struct seen *a = left, *b = right;
	int sign = str_cmp(a->vulnerability, b->vulnerability);

	if (!sign)
		sign = str_cmp(a->component, b->component);
	return sign ? sign : str_cmp(a->version, b->version);
}

static bool list_findings(struct db *db, struct str device, struct str release, struct date today,
    struct seen_list *l, struct err *e)
{
	struct finding_query query = { .device = device, .release = release, .today = today };

	if (!finding_list(db, &query, (struct finding_sink){ l, take_finding }, e))
		return false;
	vec_sort(l->items, l->count, sizeof(*l->items), by_finding);
	return true;
}

bool sbom_before_read(struct db *db, const struct device *d, const struct release *r, struct date today,
    struct arena *arena, struct sbom_before **out, struct err *e)
{
	struct sbom_before *b = arena_alloc(arena, 1, sizeof(*b));

	*b = (struct sbom_before){ .device = *d,
		.release = r->version,
		.today = today,
		.has_sbom = r->list_id != 0,
		.findings = { .arena = arena } };
	if (b->has_sbom && (!sbom_newest(db, r->id, arena, &b->sbom, e) ||
			       !components_of_release(db, r, arena, &b->components, &b->component_count, e) ||
			       !list_findings(db, d->name, r->version, today, &b->findings, e)))
		return false;
	*out = b;
	return true;
}

/* Findings of one component and vulnerability are one, whatever the version has become. */
static int by_subject(const struct seen *a, const struct seen *b)
{
	int sign = str_cmp(a->vulnerability, b->vulnerability);

	return sign ? sign : str_cmp(a->component, b->component);
}

static bool decides_any(const struct seen_list *l, int64_t statement)
{
	for (size_t i = 0; i < l->count; i++)
		if (l->items[i].statement == statement)
			return true;
	return false;
}

static bool is_lost(const struct sbom_correction *c, int64_t statement)
{
	for (size_t i = 0; i < c->lost_count; i++)
		if (c->lost[i].statement == statement)
			return true;
	return false;
}

static void find_lost(const struct sbom_before *before, const struct seen_list *now, struct arena *arena,
    struct sbom_correction *out)
{
	size_t room = 0;

	for (size_t i = 0; i < before->findings.count; i++) {
		const struct seen *was = &before->findings.items[i];

		if (!was->statement || decides_any(now, was->statement) || is_lost(out, was->statement))
			continue;
		out->lost = arena_room(arena, out->lost, out->lost_count, &room, sizeof(*out->lost));
		out->lost[out->lost_count++] = (struct lost_decision){ was->statement, was->status,
			was->vulnerability, was->component, was->version };
	}
}

static void compare_findings(
    const struct seen_list *was, const struct seen_list *now, struct sbom_correction *out)
{
	size_t i = 0, k = 0;

	while (i < was->count || k < now->count) {
		int sign = i == was->count   ? 1
			   : k == now->count ? -1
					     : by_subject(&was->items[i], &now->items[k]);

		out->vanished += sign < 0;
		out->appeared += sign > 0;
		out->stayed += sign == 0;
		i += sign <= 0;
		k += sign >= 0;
	}
}

bool sbom_before_compare(struct db *db, const struct sbom_before *before, struct arena *arena,
    struct sbom_correction *out, struct err *e)
{
	struct sbom_correction c = { .corrects = before->has_sbom, .before = before->sbom };
	struct seen_list now = { .arena = arena };
	struct component *components;
	struct release r;
	size_t count;

	*out = c;
	if (!before->has_sbom)
		return true;
	if (!release_find(db, before->device.id, before->release, arena, &r, e) ||
	    !components_of_release(db, &r, arena, &components, &count, e) ||
	    !list_findings(db, before->device.name, before->release, before->today, &now, e))
		return false;
	sbom_diff(before->components, before->component_count, components, count, arena, &c.diff);
	compare_findings(&before->findings, &now, &c);
	find_lost(before, &now, arena, &c);
	*out = c;
	return true;
}
