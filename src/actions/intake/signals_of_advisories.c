#include "actions/intake/signal_draft.h"

#include "actions/vex/vex_import.h"
#include "store/devices.h"

struct gathering {
	struct signal_draft draft;
	struct device *devices;
	size_t device_count;
	struct str received;
};

static bool is_word_byte(char c)
{
	return char_is_alnum(c) || (unsigned char)c >= 0x80;
}

/* Does the name stand in the text as words of its own? In any case. */
static bool names(struct str text, struct str name)
{
	for (size_t i = 0; name.len && i + name.len <= text.len; i++) {
		size_t end = i + name.len;

		if (str_starts_nocase(str_from(text, i), name) &&
		    (i == 0 || !is_word_byte(text.ptr[i - 1])) &&
		    (end == text.len || !is_word_byte(text.ptr[end])))
			return true;
	}
	return false;
}

static void add(struct gathering *g, const struct vex_report *report, const struct vex_statement *s,
    struct str device, struct str what)
{
	struct arena *arena = g->draft.arena;

	signal_draft_add(&g->draft,
	    (struct signal_pair){ .vulnerability = s->ids[0],
		.device = device,
		.received = g->received,
		.source = report->author,
		.tlp = report->tlp,
		.reference = report->document,
		.summary = arena_printf(arena, STR_FMT " in " STR_FMT, STR_ARG(s->ids[0]), STR_ARG(what)) });
}

/* Our own devices by their names, whatever is registered of them. */
static void add_named(struct gathering *g, const struct vex_report *report, const struct vex_statement *s)
{
	for (size_t i = 0; i < s->product_count; i++)
		for (size_t k = 0; k < g->device_count; k++)
			if (names(s->products[i].name, g->devices[k].name) ||
			    names(s->products[i].id, g->devices[k].name))
				add(g, report, s, g->devices[k].name,
				    statement_product_word(&s->products[i]));
}

static void take_row(struct gathering *g, const struct vex_report *report, const struct vex_report_row *row)
{
	const struct vex_statement *s;

	if (!row->record)
		return;
	s = &row->record->said;
	if (s->id_count == 0 ||
	    (s->status != STATEMENT_AFFECTED && s->status != STATEMENT_UNDER_INVESTIGATION))
		return;
	add_named(g, report, s);
	for (size_t i = 0; i < row->reached_count; i++) {
		const struct vex_reached *at = &row->reached[i];

		add(g, report, s, at->device,
		    arena_printf(
			g->draft.arena, STR_FMT " " STR_FMT, STR_ARG(at->component), STR_ARG(at->version)));
	}
}

bool signals_of_advisories(struct db *db, const struct signal_advisories *what, struct change_by by,
    struct arena *arena, struct signals_made *out, struct err *e)
{
	struct vex_import import = {
		.paths = what->paths, .count = what->count, .called = what->called, .dry_run = true
	};
	struct gathering g = { .draft = { .kind = "supplier_advisory", .arena = arena },
		.received = what->received };
	char now[INSTANT_TEXT_SIZE];
	SCOPED_CHANGE *change = NULL;
	struct vex_report *reports;
	size_t count;

	*out = (struct signals_made){ 0 };
	if (g.received.len == 0)
		g.received = arena_copy(arena, str_of(instant_write(by.at, now)));
	if (!device_list(db, arena, &g.devices, &g.device_count, e) ||
	    !vex_import(db, &import, by, arena, &reports, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < reports[i].row_count; k++)
			take_row(&g, &reports[i], &reports[i].rows[k]);
	return change_open(db, &by, &change, e) && signal_draft_keep(&g.draft, db, change, by, out, e) &&
	       (out->count == 0 || change_close(&change, e));
}
