#include "actions/findings/finding_ranked.h"

#include "actions/matching/consisting.h"
#include "actions/matching/holding.h"
#include "actions/matching/matched.h"
#include "base/vec.h"
#include "store/components.h"

/* A release with its device. */
struct fielded_release {
	const struct device *device;
	const struct release *release;
};

struct ranked_page {
	struct db *db;
	const struct finding_page *page;
	struct json_out *w;
	struct arena *arena; /* of the caller */
	struct consistings consistings;
	const struct id_set *among; /* components that are asked for; NULL: all */
	struct id_set ids, have;    /* those components, and the vulnerabilities that they have */
	struct finding_walk *walk;
	struct kept_findings *kept;
	struct finding_places places;
	struct finding_rank here; /* of the row that is looked at */
	struct finding_rank from; /* behind which the page begins */
	struct finding_rank last; /* that was given, or come to */
	size_t rows, vulnerabilities, releases;
	bool full;
};

static bool take_row(void *ctx, const struct component *components, const struct scan_row *row, struct err *e)
{
	struct ranked_page *p = ctx;

	(void)e;
	p->here.place = finding_place(&p->places, &components[row->finding.component], row);
	if (finding_rank_cmp(&p->here, &p->from) <= 0 || !finding_passes(&p->page->filter, row))
		return true;
	if (p->rows == p->page->limit) {
		p->full = true;
		return true;
	}
	scan_write_row(components, row, p->w);
	p->last = p->here;
	p->last.place = arena_copy(p->arena, p->here.place);
	p->rows++;
	return true;
}

/* As finding_place() orders them. */
static int by_name(const void *left, const void *right)
{
	const struct fielded_release *a = left, *b = right;
	int sign = str_cmp(a->device->name, b->device->name);

	return sign ? sign : str_cmp(a->release->version, b->release->version);
}

/* The releases that consist of one of the lists, in the order of their places. In arena. */
static bool list_releases(struct ranked_page *p, const struct id_set *lists, struct arena *arena,
    struct fielded_release **out, size_t *count, struct err *e)
{
	struct fielded_release *found = NULL;
	size_t room = 0;

	*count = 0;
	for (size_t i = 0; i < lists->count; i++) {
		const struct consisting *of;

		if (!consisting_of_list(&p->consistings, lists->ids[i], &of, e))
			return false;
		for (size_t k = 0; k < of->count; k++) {
			found = arena_room(arena, found, *count, &room, sizeof(*found));
			found[*count].release = &of->releases[k];
			if (!consisting_device(
				&p->consistings, of->releases[k].device_id, &found[*count].device, e))
				return false;
			(*count)++;
		}
	}
	vec_sort(found, *count, sizeof(*found), by_name);
	*out = found;
	return true;
}

/* Does the page begin behind everything of the release? */
static bool is_before(const struct ranked_page *p, const struct fielded_release *r)
{
	return p->here.key == p->from.key && p->here.vulnerability_id == p->from.vulnerability_id &&
	       finding_place_is_behind(p->from.place, r->device->name, r->release->version);
}

static bool take_vulnerability(struct ranked_page *p, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_ID_SET components = { 0 }, lists = { 0 };
	struct fielded_release *releases;
	size_t count;

	if (!holding_found(p->db, p->kept, p->here.vulnerability_id, p->among, &components, &lists, e) ||
	    !list_releases(p, &lists, &arena, &releases, &count, e) ||
	    !finding_walk_about(p->walk, p->here.vulnerability_id, &components, e))
		return false;
	for (size_t i = 0; i < count && !p->full; i++) {
		if (is_before(p, &releases[i]))
			continue;
		p->releases++;
		if (!finding_walk_release(p->walk, releases[i].device, releases[i].release,
			(struct finding_sink){ p, take_row }, &p->full, e))
			return false;
	}
	return true;
}

/* What hangs on the vulnerability alone is not looked for in releases. */
static bool may_pass(const struct finding_filter *f, const struct finding_ranked *one)
{
	return (!f->kev || one->worth.kev) && (!f->severities || f->severities & 1U << one->severity);
}

static bool has_looked_enough(const struct ranked_page *p)
{
	return p->vulnerabilities == FINDING_RANKED_VULNERABILITIES || p->releases >= FINDING_RANKED_RELEASES;
}

static bool take_ranked(
    struct ranked_page *p, const struct finding_order_view *v, enum finding_order order, struct err *e)
{
	size_t i = p->page->cursor.len ? finding_order_seek(v, order, &p->from) : 0;

	for (; i < v->count && !p->full; i++) {
		const struct finding_ranked *one = &v->of[v->order[i]];

		p->here =
		    (struct finding_rank){ finding_key(&one->worth, order), one->vulnerability_id, STR("") };
		if (!may_pass(&p->page->filter, one) ||
		    (p->among && !id_set_has(&p->have, one->vulnerability_id)))
			continue;
		if (has_looked_enough(p)) { /* the next page begins with this one */
			p->full = true;
			p->last = p->here;
			return true;
		}
		p->vulnerabilities++;
		if (!take_vulnerability(p, e))
			return false;
	}
	return true;
}

/* Is what is asked for in any release? */
static bool is_anywhere(struct ranked_page *p, bool *anywhere, struct err *e)
{
	*anywhere = false;
	for (size_t i = 0; i < p->ids.count && !*anywhere; i++) {
		SCOPED_ID_SET lists = { 0 };
		const struct consisting *of;
		struct component c;

		if (!component_by_id(p->db, p->ids.ids[i], p->arena, &c, e))
			return false;
		if (!finding_component_is(p->page->query.component, &c))
			continue;
		if (!component_lists(p->db, p->ids.ids[i], &lists, e))
			return false;
		for (size_t k = 0; k < lists.count && !*anywhere; k++) {
			if (!consisting_of_list(&p->consistings, lists.ids[k], &of, e))
				return false;
			*anywhere = of->count > 0;
		}
	}
	return true;
}

static bool find_components(struct ranked_page *p, struct err *e)
{
	struct str words = p->page->query.component;
	bool anywhere;

	if (!words.len)
		return true;
	p->among = &p->ids;
	if (!finding_component_ids(p->db, words, p->arena, &p->ids, e) || !is_anywhere(p, &anywhere, e))
		return false;
	if (!anywhere)
		return finding_no_component(words, e);
	return matched_vulnerabilities(p->db, &p->ids, &p->have, e);
}

static bool open_page(struct ranked_page *p, struct err *e)
{
	if (!p->page->cursor.len)
		p->from = (struct finding_rank){ .key = INT64_MAX };
	else if (!finding_rank_read(p->page->cursor, &p->from, e))
		return false;
	return finding_walk_open(p->db, &p->page->query, &p->walk, e) &&
	       kept_findings_open(p->db, &p->kept, e) && find_components(p, e);
}

bool finding_ranked(struct db *db, const struct finding_order_view *ranking, const struct finding_page *page,
    enum finding_order order, struct json_out *w, struct arena *arena, struct str *next, struct err *e)
{
	struct ranked_page p = { .db = db,
		.page = page,
		.w = w,
		.arena = arena,
		.consistings = consistings_of(db, arena),
		.places = finding_places_new() };
	bool done = open_page(&p, e) && take_ranked(&p, ranking, order, e);

	*next = done && p.full ? finding_rank_write(&p.last, arena) : STR_NONE;
	finding_walk_close(p.walk);
	kept_findings_close(p.kept);
	finding_places_free(&p.places);
	consistings_free(&p.consistings);
	id_set_clear(&p.ids);
	id_set_clear(&p.have);
	return done;
}
