#include "base/buf.h"
#include "decision/evidence_fixes.h"
#include "decision/fix_reach.h"

/* A version that went out, and whether it counts. */
struct counted {
	struct fix_version version;
	struct known known;
};

/* --- by a day, with what was known by another --- */

static struct counted *count_versions(
    const struct fixes_asked *q, bool software_alone, struct arena *arena, size_t *count)
{
	size_t all, found = 0;
	struct fix_version *versions = fix_versions(q, &all);
	struct counted *out = arena_alloc(arena, all, sizeof(*out));

	for (size_t i = 0; i < all; i++) {
		struct known known = fix_version_counts(q, &versions[i]);

		if (known.is != NO && (!software_alone || versions[i].fix->kind == FIX_SOFTWARE))
			out[found++] = (struct counted){ versions[i], known };
	}
	*count = found;
	return out;
}

struct counting {
	const struct fixes_asked *q;
	struct counted *list;
	size_t count;
	bool unknown_too; /* what may count as well */
	struct arena *arena;
	struct reach_step *steps; /* those that led there */
};

/* When every unit that was in the field by a day could have one. */
static struct fix_reached reach_by(struct counting *c, struct date day)
{
	struct reach_step *step = c->steps = arena_alloc(c->arena, c->count, sizeof(*c->steps));
	const struct facts *f = c->q->ev->facts;
	struct concerned_fact *concerned;
	size_t found;

	for (size_t i = 0; i < c->count; i++) {
		const struct fix_version *v = &c->list[i].version;

		if (c->unknown_too || c->list[i].known.is == YES)
			*step++ =
			    (struct reach_step){ c->list[i].known.on, v->fix->index, v->release, v->units };
	}
	concerned = reach_concerned(f->concerned, f->concerned_count, day, c->arena, &found);
	return fix_reach(concerned, found, c->steps, (size_t)(step - c->steps), c->arena);
}

/* Did units come into the field behind the limit, as far as is asked, that had none on that day? */
static bool is_lacked_since(struct counting *c)
{
	const struct facts *f = c->q->ev->facts;
	struct date asked = DATE_NONE;

	for (size_t i = 0; i < f->concerned_count; i++) {
		struct date since = f->concerned[i].since;

		if (!date_by(since, c->q->by) || since.days <= c->q->limit.days || since.days == asked.days)
			continue;
		asked = since;
		if (!date_by(reach_by(c, since).whole_on, since))
			return true;
	}
	return false;
}

/* When every unit could have one, by the limit and as long as is asked. */
static struct fix_reached reach_of(struct counting *c)
{
	struct fix_reached none = { .whole_on = DATE_NONE };

	return is_lacked_since(c) ? none : reach_by(c, c->q->limit);
}

/* The place of a fix. */
static size_t place_of(const struct facts *f, int64_t index)
{
	size_t i = 0;

	while (f->fixes[i].index != index)
		i++;
	return i;
}

/* By which steps it had gone to all: the last one alone, where that went to all by itself. */
static void add_keys(
    const struct evidence *ev, const struct reach_step *steps, size_t used, struct texts *keys)
{
	size_t first = steps[used - 1].release.len ? 0 : used - 1;
	SCOPED_ARENA arena = { 0 };
	bool *told = arena_alloc(&arena, ev->facts->fix_count, sizeof(*told));

	for (size_t i = first; i < used; i++) {
		size_t place = place_of(ev->facts, steps[i].fix);
		const struct fix_fact *fix = &ev->facts->fixes[place];

		if (told[place])
			continue;
		told[place] = true;
		texts_add(keys, ev->arena,
		    evidence_key(ev, "fixes", fix->index,
			date_is_known(fix->distributed_on) ? "distributed_on" : "distributions"));
		texts_add(keys, ev->arena, evidence_key(ev, "fixes", fix->index, "validated_on"));
		texts_add(keys, ev->arena, evidence_key(ev, "fixes", fix->index, "residual_risk"));
		if (date_is_known(fix->residual_on))
			texts_add(keys, ev->arena, evidence_key(ev, "fixes", fix->index, "residual_on"));
	}
}

static void add_unknown(const struct evidence *ev, const struct counted *list, size_t count,
    struct date limit, struct texts *keys)
{
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; list[i].known.is == UNKNOWN && list[i].known.on.days <= limit.days &&
				   j < list[i].known.keys.count;
		     j++)
			texts_add(keys, ev->arena, list[i].known.keys.items[j]);
}

static struct known fixed(const struct fixes_asked *q, bool software_alone)
{
	const struct facts *f = q->ev->facts;
	struct known known = { .is = f->fixes_given ? NO : UNKNOWN, .on = DATE_NONE };
	SCOPED_ARENA arena = { 0 };
	struct counting c = { .q = q, .arena = &arena };
	struct fix_reached reach;

	c.list = count_versions(q, software_alone, &arena, &c.count);
	reach = reach_of(&c);
	if (date_by(reach.whole_on, q->limit)) {
		known = (struct known){ .is = YES, .on = reach.whole_on };
		add_keys(q->ev, c.steps, reach.used, &known.keys);
		return known;
	}
	c.unknown_too = true;
	if (date_by(reach_of(&c).whole_on, q->limit)) {
		known.is = UNKNOWN;
		add_unknown(q->ev, c.list, c.count, q->by, &known.keys);
	}
	if (known.keys.count == 0)
		texts_add(&known.keys, q->ev->arena, STR("fixes"));
	return known;
}

enum answer fixes_count(const struct evidence *ev, struct date limit, struct date by)
{
	struct fixes_asked q = fixes_asked(ev, limit, by);

	return fixed(&q, false).is;
}

/* --- why not --- */

static bool is_contradicted(const struct fixes_asked *q, const struct fix_fact *fix)
{
	SCOPED_ARENA arena = { 0 };
	struct fix_version *list = arena_alloc(&arena, fix->distribution_count + 1, sizeof(*list));
	size_t count = fix_versions_of(q, fix, list);

	for (size_t i = 0; i < count; i++)
		if (fix_version_is_contradicted(q, &list[i]))
			return true;
	return false;
}

/* One that failed a validation is another version when it passes. */
static const char *partly(const struct fix_fact *fix, struct date limit)
{
	if (!date_by(fix->available_on, limit))
		return NULL;
	return date_is_known(fix->validated_on) && fix->available_on.days < fix->validated_on.days
		   ? "was not distributed to all units since it passed its validation"
		   : "was available to some of the units only";
}

/* Why a fix does not count, for "why"; NULL where it does, or what is lacking is told as a missing fact. */
static const char *lacks(const struct fixes_asked *q, const struct fix_fact *fix)
{
	struct date limit = q->limit;
	struct known kind = fix_kind_counts(q, fix);

	if (date_by(fix->adds_risk_known_on, q->by))
		return "is known to add risk";
	if (is_contradicted(q, fix))
		return "leaves a risk that an assessment since then judges uncontrolled";
	if (!date_by(fix->distributed_on, limit))
		return partly(fix, limit);
	if (fix_leaves_the_flaw(fix) && kind.is == NO)
		return "is a workaround or control that is not known to leave the risk controlled for the "
		       "long term";
	if (kind.is == YES && date_is_known(kind.on) && kind.on.days > limit.days)
		return "is a workaround or control that was found to leave the risk controlled later";
	if (fix->validated == NO)
		return "has a validation that did not pass";
	if (date_by(fix->validated_on, q->by) && !date_by(fix->validated_on, limit))
		return "was validated later";
	if (fix->residual_risk == RESIDUAL_UNACCEPTABLE)
		return "leaves an unacceptable risk";
	if (fix->residual_risk == RESIDUAL_UNJUDGED)
		return "leaves a risk that nobody has judged";
	return date_not_after(fix->residual_on, limit) ? NULL
						       : "leaves a risk that was judged acceptable later";
}

/* What each of the fixes lacks. */
static struct str unfixed(const struct fixes_asked *q, struct str lacking)
{
	const struct facts *f = q->ev->facts;
	SCOPED_BUF text = buf_new(600);

	for (size_t i = 0; i < f->fix_count; i++) {
		const char *what = lacks(q, &f->fixes[i]);

		if (what)
			buf_printf(&text, "%sfixes[%lld] %s", text.len ? "; " : "",
			    (long long)f->fixes[i].index, what);
	}
	if (lacking.len)
		buf_printf(&text, "%snot all units of release " STR_FMT " had one", text.len ? "; " : "",
		    STR_ARG(lacking));
	return arena_copy(q->ev->arena, buf_str(&text));
}

/* The first release that lacked one when the time was over, where something went out to others. */
static struct str lacking_release(const struct fixes_asked *q)
{
	SCOPED_ARENA arena = { 0 };
	struct counting c = { .q = q, .unknown_too = true, .arena = &arena };
	struct counted *list;
	size_t count;

	list = c.list = count_versions(q, false, &arena, &count);
	for (size_t i = 0; i < count; i++)
		if (date_by(list[i].known.on, q->limit))
			list[c.count++] = list[i];
	return c.count ? reach_by(&c, q->limit).lacking : STR("");
}

struct known evidence_fixed(const struct evidence *ev, struct date limit)
{
	struct fixes_asked q = fixes_asked(ev, limit, ev->facts->today);
	struct known known = fixed(&q, false);

	if (known.is != YES)
		known.detail = unfixed(&q, lacking_release(&q));
	return known;
}

struct date evidence_updated(const struct evidence *ev)
{
	struct fixes_asked q = fixes_asked(ev, ev->facts->today, ev->facts->today);
	struct known known = fixed(&q, true);

	return known.is == YES ? known.on : DATE_NONE;
}

bool evidence_reaches_all(const struct evidence *ev)
{
	struct fixes_asked q = fixes_asked(ev, ev->facts->today, ev->facts->today);
	SCOPED_ARENA arena = { 0 };
	struct counting c = { .q = &q, .unknown_too = true, .arena = &arena };

	c.list = count_versions(&q, false, &arena, &c.count);
	return date_is_known(reach_of(&c).whole_on);
}

struct known evidence_fix_contradicted(const struct evidence *ev)
{
	struct fixes_asked q = fixes_asked(ev, ev->facts->today, ev->facts->today);
	struct known known = { .is = NO, .on = q.left.on };
	const struct facts *f = ev->facts;

	for (size_t i = 0; i < f->fix_count; i++) {
		if (!is_contradicted(&q, &f->fixes[i]))
			continue;
		known.is = YES;
		texts_add(
		    &known.keys, ev->arena, evidence_key(ev, "fixes", f->fixes[i].index, "residual_risk"));
	}
	for (size_t i = 0; known.is == YES && i < ev->uncontrolled_after->keys.count; i++)
		texts_add(&known.keys, ev->arena, ev->uncontrolled_after->keys.items[i]);
	return known;
}
