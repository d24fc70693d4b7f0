#include "actions/casework/policy_differences.h"

struct differing {
	struct arena *arena;
	struct str *items;
	size_t count, room;
};

static void add(struct differing *d, struct str says)
{
	d->items = arena_room(d->arena, d->items, d->count, &d->room, sizeof(*d->items));
	d->items[d->count++] = says;
}

static void compare_words(struct differing *d, const char *what, const char *own, const char *other)
{
	if (strcmp(own, other) != 0)
		add(d, arena_printf(d->arena, "%s %s, not %s", what, other, own));
}

static const char *day_word(struct date day, char text[DATE_TEXT_SIZE])
{
	return date_is_known(day) ? date_write(day, text) : "none";
}

static void compare_days(struct differing *d, const char *what, struct date own, struct date other)
{
	char a[DATE_TEXT_SIZE], b[DATE_TEXT_SIZE];

	compare_words(d, what, day_word(own, a), day_word(other, b));
}

static const char *yes_or_no(bool value)
{
	return value ? "yes" : "no";
}

static void compare_determinations(
    struct differing *d, const struct determination *own, const struct determination *other)
{
	compare_words(d, "risk", risk_word(own->risk), risk_word(other->risk));
	compare_words(d, "risk after controls", risk_word(own->risk_after), risk_word(other->risk_after));
	compare_days(d, "day 30", own->reading.day30, other->reading.day30);
	compare_days(d, "day 60", own->reading.day60, other->reading.day60);
	compare_words(d, "discretion", discretion_word(own->reading.discretion),
	    discretion_word(other->reading.discretion));
	compare_words(d, "report 806", report_806_word(own->reading.report_806),
	    report_806_word(other->reading.report_806));
	compare_words(d, "record 806.20", yes_or_no(own->record_806_20), yes_or_no(other->record_806_20));
	compare_words(d, "final", yes_or_no(own->final), yes_or_no(other->final));
}

/* The one of the same kind that the same day started; NULL: none. */
static const struct obligation *same_clock(const struct decided *in, const struct obligation *as)
{
	for (size_t i = 0; i < in->obligation_count; i++)
		if (in->obligations[i].kind == as->kind && in->obligations[i].starts.days == as->starts.days)
			return &in->obligations[i];
	return NULL;
}

static void compare_obligations(struct differing *d, const struct decided *own, const struct decided *other)
{
	for (size_t i = 0; i < own->obligation_count; i++) {
		const struct obligation *is = &own->obligations[i], *would = same_clock(other, is);
		const char *kind = obligation_kind_word(is->kind);

		if (obligation_is_kept(is->kind)) /* follows from the record and the device, compared above */
			continue;
		if (!would)
			add(d, arena_printf(d->arena, "%s not owed", kind));
		else
			compare_days(d, kind, is->due, would->due);
	}
	for (size_t i = 0; i < other->obligation_count; i++)
		if (!obligation_is_kept(other->obligations[i].kind) &&
		    !same_clock(own, &other->obligations[i]))
			add(d, arena_printf(
				   d->arena, "%s owed", obligation_kind_word(other->obligations[i].kind)));
}

void policy_differences(const struct decided *own, const struct decided *other, struct arena *arena,
    struct str **out, size_t *count)
{
	struct differing d = { .arena = arena };

	compare_determinations(&d, &own->determination, &other->determination);
	compare_obligations(&d, own, other);
	*out = d.items;
	*count = d.count;
}
