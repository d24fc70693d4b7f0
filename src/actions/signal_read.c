#include "actions/signal_read.h"

#include "actions/firm_day.h"
#include "identity/cve_id.h"
#include "reports/casefile_record.h"
#include "store/signals.h"

#define SECOND_US INT64_C(1000000)

/* What the entries of one signal are read into. */
struct folding {
	struct signal *signal;
	const struct time_zone *zone;
	struct arena *arena;
	const struct signal_entry *entry;
	struct report_fields fields; /* its content */
	size_t casefile_room;
};

static struct str text_of(const struct folding *f, const char *key)
{
	return report_fields_text(&f->fields, str_of(key));
}

static int64_t number_of(const struct folding *f, const char *key)
{
	for (size_t i = 0; i < f->fields.count; i++)
		if (str_eq(f->fields.items[i].key, str_of(key)))
			return f->fields.items[i].number;
	return 0;
}

bool signal_moment_read(
    struct str text, const struct time_zone *zone, struct signal_moment *out, struct err *e)
{
	struct signal_moment m;

	if (text.len != DATE_TEXT_SIZE - 1) {
		if (!instant_parse(text, false, &m.at, e))
			return false;
		m.on = time_zone_date(zone, m.at);
		*out = m;
		return true;
	}
	if (!date_parse(text, &m.on, e))
		return false;
	m.at.us = m.on.days * DAY_US;
	/* the offset of the night itself, which may not be that of midnight in UTC */
	for (int i = 0; i < 2; i++)
		m.at.us = m.on.days * DAY_US - time_zone_offset(zone, m.at) * SECOND_US;
	*out = m;
	return true;
}

static bool read_moment(
    const struct folding *f, const char *key, struct instant *at, struct date *on, struct err *e)
{
	struct signal_moment m;

	if (!signal_moment_read(text_of(f, key), f->zone, &m, e))
		return err_within(e, "%s", key);
	*at = m.at;
	*on = m.on;
	return true;
}

static void read_devices(struct folding *f)
{
	struct signal *s = f->signal;
	size_t room = 0;

	s->devices = NULL;
	s->device_count = 0;
	for (;;) {
		struct str key = arena_printf(f->arena, "devices[%zu].device", s->device_count);
		struct str name = arena_printf(f->arena, "devices[%zu].name", s->device_count);
		int64_t id = number_of(f, arena_text(f->arena, key));

		if (!id)
			return;
		s->devices = arena_room(f->arena, s->devices, s->device_count, &room, sizeof(*s->devices));
		s->devices[s->device_count++] =
		    (struct signal_device){ id, report_fields_text(&f->fields, name) };
	}
}

static bool read_received(struct folding *f, struct err *e)
{
	struct signal *s = f->signal;

	s->kind = signal_kind_find(text_of(f, "kind"));
	if (!s->kind)
		return err_fail(
		    e, ERR_INPUT, "kind: \"" STR_FMT "\" is no kind of signal", STR_ARG(text_of(f, "kind")));
	s->received = text_of(f, "received");
	s->received_by = text_of(f, "received_by");
	s->source = text_of(f, "source");
	s->summary = text_of(f, "summary");
	s->reference = text_of(f, "reference");
	s->tlp = text_of(f, "tlp");
	s->stated = text_of(f, "vulnerability");
	s->mdr_rationale = 0; /* it judged what was written before */
	read_devices(f);
	if (s->tlp.len && !signal_tlp_is(s->tlp))
		return err_fail(e, ERR_INPUT, "tlp: \"" STR_FMT "\" is no label of TLP 2.0", STR_ARG(s->tlp));
	if (s->summary.len == 0)
		return err_fail(e, ERR_INPUT, "summary: is empty");
	return read_moment(f, "received", &s->received_at, &s->received_on, e);
}

static bool read_triage(struct folding *f, struct err *e)
{
	struct signal *s = f->signal;
	struct str applicable = text_of(f, "applicable_on");
	struct instant at;

	s->state = signal_state_find(text_of(f, "state"));
	if (s->state == SIGNAL_STATE_COUNT)
		return err_fail(e, ERR_INPUT, "state: \"" STR_FMT "\" is no state of a signal",
		    STR_ARG(text_of(f, "state")));
	s->reason = text_of(f, "reason");
	s->duplicate_of = number_of(f, "of");
	s->triaged_on = s->state == SIGNAL_NEW ? DATE_NONE : time_zone_date(f->zone, f->entry->at);
	s->applicable_on = DATE_NONE;
	return applicable.len == 0 || read_moment(f, "applicable_on", &at, &s->applicable_on, e);
}

static bool read_acknowledgement(struct folding *f, struct err *e)
{
	struct instant at;

	f->signal->acknowledged_on = DATE_NONE;
	f->signal->acknowledgement_waived = number_of(f, "waived") != 0;
	return f->signal->acknowledgement_waived || read_moment(f, "at", &at, &f->signal->acknowledged_on, e);
}

static bool read_embargo(struct folding *f, struct err *e)
{
	struct signal *s = f->signal;

	s->embargo = STR("");
	s->embargo_until = INSTANT_NONE;
	if (number_of(f, "lifted"))
		return true;
	s->embargo = text_of(f, "until");
	return instant_parse(s->embargo, false, &s->embargo_until, e) || err_within(e, "until");
}

static bool read_correspondence(struct folding *f, struct err *e)
{
	struct str direction = text_of(f, "direction");
	struct instant at;
	struct date on;

	if (!str_eq(direction, STR("in")) && !str_eq(direction, STR("out")))
		return err_fail(
		    e, ERR_INPUT, "direction: \"" STR_FMT "\" is not in or out", STR_ARG(direction));
	return read_moment(f, "at", &at, &on, e);
}

static bool read_cve_request(struct folding *f, struct err *e)
{
	struct str assigned = text_of(f, "assigned");
	int64_t cve;

	if (assigned.len && !cve_id_parse(assigned, &cve))
		return err_fail(e, ERR_INPUT, "assigned: \"" STR_FMT "\" is no CVE id", STR_ARG(assigned));
	f->signal->assigned = assigned;
	return true;
}

static bool read_link(struct folding *f, struct err *e)
{
	struct signal *s = f->signal;

	(void)e;
	s->casefiles =
	    arena_room(f->arena, s->casefiles, s->casefile_count, &f->casefile_room, sizeof(*s->casefiles));
	s->casefiles[s->casefile_count++] = number_of(f, "casefile");
	return true;
}

static bool read_rationale(struct folding *f, struct err *e)
{
	(void)e;
	f->signal->mdr_rationale = f->entry->id;
	return true;
}

static bool read_contact(struct folding *f, struct err *e)
{
	(void)e;
	f->signal->has_contact = f->fields.count > 0;
	return true;
}

/* Of the other kinds nothing but their own entries asks. */
static const struct {
	const char *kind;
	bool (*read)(struct folding *f, struct err *e);
} readers[] = {
	{ "received", read_received },
	{ "contact", read_contact },
	{ "triage", read_triage },
	{ "acknowledgement", read_acknowledgement },
	{ "correspondence", read_correspondence },
	{ "embargo", read_embargo },
	{ "cve_request", read_cve_request },
	{ "link", read_link },
	{ "mdr_rationale", read_rationale },
};

static bool read_entry(struct folding *f, struct err *e)
{
	if (!report_fields_read(f->entry->content, f->arena, &f->fields, e))
		return false;
	for (size_t i = 0; i < COUNT(readers); i++)
		if (str_eq(f->entry->kind, str_of(readers[i].kind)))
			return readers[i].read(f, e);
	return true;
}

/* A CVE id that was assigned is the name from then on, but where somebody states another. */
static struct str name_of(const struct signal *s)
{
	int64_t cve;

	return s->assigned.len && !cve_id_parse(s->stated, &cve) ? s->assigned : s->stated;
}

/* The entries of one signal, of which there is at least one. */
static bool fold(const struct signal_entry *entries, size_t count, const struct time_zone *zone,
    struct arena *arena, struct signal *out, struct err *e)
{
	struct signal s = { .id = entries[0].signal_id,
		.recorded_at = entries[0].at,
		.recorded_by = entries[0].who,
		.triaged_on = DATE_NONE,
		.applicable_on = DATE_NONE,
		.acknowledged_on = DATE_NONE,
		.embargo_until = INSTANT_NONE };
	struct folding f = { .signal = &s, .zone = zone, .arena = arena };

	for (size_t i = 0; i < count; i++) {
		f.entry = &entries[i];
		if (!read_entry(&f, e))
			return false;
	}
	s.vulnerability = name_of(&s);
	if (!s.kind)
		return err_fail(e, ERR_STORE, "signal %lld does not say what was received", (long long)s.id);
	*out = s;
	return true;
}

bool signal_read(struct db *db, int64_t id, struct arena *arena, struct signal_file *out, struct err *e)
{
	struct signal_file file;
	struct time_zone zone;

	if (!firm_zone(db, arena, &zone, e) ||
	    !signal_entries(db, id, arena, &file.entries, &file.entry_count, e) ||
	    !fold(file.entries, file.entry_count, &zone, arena, &file.signal, e))
		return false;
	file.zone = zone.name;
	*out = file;
	return true;
}

/* Signals on their way from their entries to a sink: memory holds one of them at a time. */
struct walking {
	struct signal_sink sink;
	struct time_zone zone;
	struct arena one; /* the entries that have come of one signal, and what they come to */
	struct signal_entry *entries;
	size_t count, room;
	bool enough;
};

static bool give_signal(struct walking *w, struct err *e)
{
	struct signal s;

	if (w->count == 0)
		return true;
	if (!fold(w->entries, w->count, &w->zone, &w->one, &s, e))
		return err_within(e, "signal %lld", (long long)w->entries[0].signal_id);
	if (!w->sink.take(w->sink.ctx, &s, e))
		return false;
	w->enough = w->sink.enough && *w->sink.enough;
	arena_reset(&w->one);
	w->entries = NULL;
	w->count = w->room = 0;
	return true;
}

static bool take_entry(void *ctx, const struct signal_entry *entry, struct err *e)
{
	struct walking *w = ctx;

	if (w->count && w->entries[0].signal_id != entry->signal_id && !give_signal(w, e))
		return false;
	if (w->enough)
		return true;
	w->entries = arena_room(&w->one, w->entries, w->count, &w->room, sizeof(*w->entries));
	w->entries[w->count] = *entry;
	signal_entry_keep(&w->entries[w->count++], &w->one);
	return true;
}

/* walk: of the entries, from which signal on. */
static bool walk_signals(struct db *db, int64_t from,
    bool (*walk)(struct db *db, int64_t from, struct signal_entry_sink sink, struct err *e),
    struct signal_sink sink, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct walking w = { .sink = sink };
	struct signal_entry_sink entries = { &w, take_entry, &w.enough };
	bool done;

	done = firm_zone(db, &arena, &w.zone, e) && walk(db, from, entries, e) &&
	       (w.enough || give_signal(&w, e));
	arena_free(&w.one);
	return done;
}

bool signal_each(struct db *db, int64_t after, struct signal_sink sink, struct err *e)
{
	return walk_signals(db, after, signal_entries_each, sink, e);
}

bool signal_each_backwards(struct db *db, int64_t before, struct signal_sink sink, struct err *e)
{
	return walk_signals(db, before, signal_entries_each_backwards, sink, e);
}

/* Some of the signals, for as long as their arena. */
struct choosing {
	int64_t casefile_id;
	struct arena *arena;
	struct signal *list;
	size_t count, room;
};

static bool choose(void *ctx, const struct signal *s, struct err *e)
{
	struct choosing *c = ctx;

	(void)e;
	if (c->casefile_id ? !signal_has_casefile(s, c->casefile_id) : s->casefile_count == 0)
		return true;
	c->list = arena_room(c->arena, c->list, c->count, &c->room, sizeof(*c->list));
	c->list[c->count] = *s;
	signal_keep(&c->list[c->count++], c->arena);
	return true;
}

bool signals_in_casefiles(struct db *db, int64_t of_casefile, struct arena *arena, struct signal **out,
    size_t *count, struct err *e)
{
	struct choosing c = { .casefile_id = of_casefile, .arena = arena };

	if (!signal_each(db, 0, (struct signal_sink){ &c, choose, NULL }, e))
		return false;
	*out = c.list;
	*count = c.count;
	return true;
}

struct str signal_standing(const struct signal_file *file, const char *kind)
{
	for (size_t i = file->entry_count; i > 0; i--)
		if (str_eq(file->entries[i - 1].kind, str_of(kind)))
			return file->entries[i - 1].content;
	return STR_NONE;
}
