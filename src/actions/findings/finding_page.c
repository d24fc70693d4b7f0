#include "actions/findings/finding_page.h"

#include "store/devices.h"

#define SEPARATOR '\x1f'
#define DEVICES_AT_A_TIME 32

/* The last finding of a page; or, without a component, the last release that was looked through. */
struct place {
	struct str device, release, component, version, vulnerability;
};

struct paging {
	struct db *db;
	const struct finding_page *page;
	struct finding_sink sink;
	struct arena *arena;
	struct finding_walk *walk;
	struct place from, last; /* where the page begins behind, and what it has come to */
	size_t rows, releases, looked;
	bool seeking; /* the rows up to from are passed over */
	bool full;    /* there is more than the page takes, or looks through */
};

static bool cursor_read(struct str cursor, struct place *out, struct err *e)
{
	struct str rest = cursor;
	struct str *parts[] = { &out->device, &out->release, &out->component, &out->version,
		&out->vulnerability };
	size_t count = 0;

	*out = (struct place){ 0 };
	if (!cursor.len)
		return true;
	while (count < COUNT(parts) && str_next(&rest, SEPARATOR, parts[count]))
		count++;
	return count == 2 || count == COUNT(parts) ||
	       err_fail(e, ERR_INPUT, "cursor: this is not what \"next\" of a page said");
}

static struct str cursor_write(const struct place *p, struct arena *arena)
{
	const struct str parts[] = { p->device, p->release, p->component, p->version, p->vulnerability };
	SCOPED_BUF text = buf_new((size_t)16 << 10);

	for (size_t i = 0; i < (p->component.len ? COUNT(parts) : 2); i++) {
		if (i)
			buf_byte(&text, SEPARATOR);
		buf_add(&text, parts[i]);
	}
	return arena_copy(arena, buf_str(&text));
}

static bool is_at(const struct place *p, const struct component *c, const struct scan_row *row)
{
	return str_eq(p->component, c->name) && str_eq(p->version, c->version) &&
	       str_eq(p->vulnerability, row->vulnerability) && str_eq(p->release, row->release) &&
	       str_eq(p->device, row->device);
}

/* Rows come by component, version and vulnerability. */
static bool is_behind(const struct place *p, const struct component *c, const struct scan_row *row)
{
	int sign = str_cmp(c->name, p->component);

	sign = sign ? sign : str_cmp(c->version, p->version);
	return (sign ? sign : str_cmp(row->vulnerability, p->vulnerability)) > 0;
}

static void come_to(struct paging *p, const struct component *c, const struct scan_row *row)
{
	p->last = (struct place){ arena_copy(p->arena, row->device), arena_copy(p->arena, row->release),
		arena_copy(p->arena, c->name), arena_copy(p->arena, c->version),
		arena_copy(p->arena, row->vulnerability) };
}

static bool take_row(void *ctx, const struct component *components, const struct scan_row *row, struct err *e)
{
	struct paging *p = ctx;
	const struct component *c = &components[row->finding.component];
	bool is_same = is_at(&p->last, c, row);

	if (p->seeking && !is_behind(&p->from, c, row))
		return true;
	p->seeking = false;
	if (!is_same && (p->rows >= p->page->limit || p->looked >= FINDING_PAGE_LOOKED)) {
		p->full = true;
		return true;
	}
	if (!is_same && ++p->looked == FINDING_PAGE_LOOKED)
		come_to(p, c, row);
	if (!finding_passes(&p->page->filter, row))
		return true;
	if (p->rows < p->page->limit)
		come_to(p, c, row);
	p->rows++;
	return p->sink.row(p->sink.ctx, components, row, e);
}

/* The rows of a release; where the page begins in it, those behind. */
static bool take_release(struct paging *p, const struct device *d, const struct release *r, struct err *e)
{
	struct finding_sink sink = { p, take_row };

	if (p->seeking)
		finding_walk_from(p->walk, p->from.component, p->from.version);
	if (!finding_walk_release(p->walk, d, r, sink, &p->full, e))
		return false;
	p->seeking = false;
	if (!p->full && p->rows < p->page->limit)
		p->last = (struct place){ .device = arena_copy(p->arena, d->name),
			.release = arena_copy(p->arena, r->version) };
	return true;
}

static bool is_wanted(const struct paging *p, const struct release *r)
{
	struct str version = p->page->query.release;

	return version.len == 0 || str_eq(version, r->version);
}

/* From which of a device's releases on. */
static size_t first_release(
    struct paging *p, const struct device *d, const struct release *releases, size_t count)
{
	if (!str_eq(d->name, p->from.device))
		return 0;
	for (size_t i = 0; i < count; i++)
		if (str_eq(releases[i].version, p->from.release)) {
			p->seeking = p->from.component.len > 0;
			return p->seeking ? i : i + 1;
		}
	return 0;
}

static bool take_device(struct paging *p, const struct device *d, bool *any, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct release *releases;
	size_t count;

	if (!release_list(p->db, d->id, &arena, &releases, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		*any = *any || is_wanted(p, &releases[i]);
	for (size_t i = first_release(p, d, releases, count); i < count && !p->full; i++) {
		if (!is_wanted(p, &releases[i]) || !finding_walk_can_have(p->walk, &releases[i]))
			continue;
		if (p->releases++ == FINDING_PAGE_RELEASES) {
			p->full = true;
			return true;
		}
		if (!take_release(p, d, &releases[i], e))
			return err_within(
			    e, STR_FMT " " STR_FMT, STR_ARG(d->name), STR_ARG(releases[i].version));
	}
	return true;
}

/* One that is asked for by its name. */
static bool take_one(struct paging *p, bool *any, struct err *e)
{
	struct device device;

	if (!device_get(p->db, p->page->query.device, p->arena, &device, e))
		return false;
	return str_cmp(device.name, p->from.device) < 0 || take_device(p, &device, any, e);
}

/* Those from where the page begins on, some at a time: of most pages the first few are enough. */
static bool take_each(struct paging *p, bool *any, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct str from = p->from.device;
	struct device *devices;
	size_t count;

	do {
		arena_reset(&arena);
		if (!device_page(p->db, from, DEVICES_AT_A_TIME + 1, &arena, &devices, &count, e))
			return false;
		for (size_t i = 0; i < count && i < DEVICES_AT_A_TIME && !p->full; i++)
			if (!take_device(p, &devices[i], any, e))
				return false;
		if (count > DEVICES_AT_A_TIME)
			from = arena_copy(p->arena, devices[DEVICES_AT_A_TIME].name);
	} while (count > DEVICES_AT_A_TIME && !p->full);
	return true;
}

static bool take_all(struct paging *p, struct err *e)
{
	struct str release = p->page->query.release;
	bool any = release.len == 0;

	if (!(p->page->query.device.len ? take_one : take_each)(p, &any, e))
		return false;
	if (!any && !p->page->cursor.len && !p->full)
		return err_fail(e, ERR_ABSENT, "there is no release \"" STR_FMT "\" of what is asked for",
		    STR_ARG(release));
	return p->full || p->page->cursor.len > 0 || finding_walk_end(p->walk, e);
}

bool finding_page(struct db *db, const struct finding_page *page, struct finding_sink sink,
    struct arena *arena, struct str *next, struct err *e)
{
	SCOPED_FINDING_WALK *walk = NULL;
	struct paging p = { .db = db, .page = page, .sink = sink, .arena = arena };

	if (!cursor_read(page->cursor, &p.from, e) || !finding_walk_open(db, &page->query, &walk, e))
		return false;
	p.walk = walk;
	if (page->filter.kev && !finding_walk_only_kev(walk, e))
		return false;
	if (!take_all(&p, e))
		return false;
	*next = p.full ? cursor_write(&p.last, arena) : STR_NONE;
	return true;
}
