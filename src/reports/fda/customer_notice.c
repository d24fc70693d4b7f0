#include "reports/fda/customer_notice.h"

#include "base/number.h"
#include "decision/evidence.h"
#include "reports/casefile_words.h"
#include "reports/offered.h"

const char *notice_content_words(enum notice_content content)
{
	static const char *const words[] = {
		"(a) a description of the vulnerability with an assessment of its impact",
		"(b) a statement that efforts are under way to address the risk of patient harm as "
		"expeditiously as "
		"possible",
		"(c) compensating controls, or that none are available",
		"(d) a statement that a fix is being worked on, or a strategy of defence in depth, and that "
		"its "
		"availability will be told",
	};

	_Static_assert(COUNT(words) == NOTICE_CONTENT_COUNT, "words for every content");
	return words[content];
}

/* Of a controlled risk it is a routine update, and no correction or removal (PMG VII.A). What customers are
 * told to do about an uncontrolled one is a correction, and this begins it (A4), whether it is reported or
 * not. */
static bool is_action(const struct fda_case *c)
{
	enum risk risk = c->casefile->determination->risk;

	return risk == RISK_UNCONTROLLED ||
	       (risk != RISK_CONTROLLED && c->casefile->facts->correction.kind != CORRECTION_UNKNOWN);
}

static struct str heading(const struct fda_case *c)
{
	if (!is_action(c))
		return STR("Cybersecurity communication to customers and the user community");
	return fda_is_removal(c) ? STR("URGENT: MEDICAL DEVICE REMOVAL")
				 : STR("URGENT: MEDICAL DEVICE CORRECTION");
}

/* One that came with the fix is none of those that are to get it. */
static bool bears_on(const struct fda_release *r)
{
	return r->state != FDA_RELEASE_NOT_AFFECTED && !r->came_with_fix;
}

static void put_product(const struct fda_case *c, struct document *d)
{
	const struct device_numbers *lists = c->profile.lists;
	bool any = false;

	document_fields(d, FIELDS_WIDE);
	fda_put_device(c, d);
	fda_put_list(d, "udi_di", "UDI-DI", &lists[DEVICE_UDI_DI]);
	fda_put_list(d, "model_number", "Model", &lists[DEVICE_MODEL_NUMBER]);
	fda_put_list(d, "catalog_number", "Catalog number", &lists[DEVICE_CATALOG_NUMBER]);
	document_field(d, "versions", STR("Software versions concerned"))->mark =
	    c->release_count ? FIELD_GIVEN : FIELD_MISSING;
	for (size_t i = 0; i < c->release_count; i++) {
		if (!bears_on(&c->releases[i]))
			continue;
		document_say(d, any ? "; " : "");
		document_text(d, c->releases[i].release.version);
		any = true;
	}
	if (c->lot_count) {
		document_field(d, "lots", STR("Lots, serial numbers"));
		for (size_t i = 0; i < c->lot_count; i++) {
			document_say(d, i ? "; " : "");
			document_text(d, c->lots[i].lot);
			document_say(d, c->lots[i].lot.len && c->lots[i].serial_from.len ? ", " : "");
			document_text(d, c->lots[i].serial_from);
			document_say(d, c->lots[i].serial_to.len ? " to " : "");
			document_text(d, c->lots[i].serial_to);
		}
	}
}

static void put_missing(struct document *d, struct customer_notice *n, enum notice_content content)
{
	n->missing |= 1U << content;
	document_fields(d, FIELDS_WIDE);
	document_field(d, "missing", STR("Required content"))->mark = FIELD_MISSING;
	document_say(d, notice_content_words(content));
}

static void put_impact(const struct fda_case *c, struct document *d, struct customer_notice *n)
{
	document_section(d, "impact", "What it is, and what it can do", "Impact");
	if (!c->casefile->current) {
		put_missing(d, n, NOTICE_IMPACT);
		return;
	}
	fda_put_vulnerability(c, d);
	fda_put_impact(c, d);
}

static void put_efforts(const struct fda_case *c, struct document *d, struct customer_notice *n)
{
	const struct facts *f = c->casefile->facts;

	document_section(d, "efforts", "What we are doing", "Efforts");
	if (!f->plan.given && !f->fix_count && !date_is_known(f->correction.initiated_on)) {
		put_missing(d, n, NOTICE_EFFORTS);
		return;
	}
	document_paragraph(d, TONE_PLAIN);
	document_say(
	    d, "Efforts are under way to address the risk of patient harm as expeditiously as possible.");
	if (f->plan.given && fda_text_of(c, "plan", 0).len) {
		document_say(d, " ");
		document_text(d, fda_text_of(c, "plan", 0));
	}
}

static bool is_told(const struct fda_case *c, const struct fix_fact *fix, enum fix_kind kind)
{
	return fix->kind == kind &&
	       fix_is_offered(fix, c->casefile->determination, c->casefile->facts->today);
}

static size_t count_told(const struct fda_case *c, enum fix_kind kind)
{
	const struct facts *f = c->casefile->facts;
	size_t count = 0;

	for (size_t i = 0; i < f->fix_count; i++)
		count += is_told(c, &f->fixes[i], kind);
	return count;
}

/* Controls, and fixes that are one. */
static size_t count_offered(const struct fda_case *c)
{
	const struct facts *f = c->casefile->facts;
	size_t count = count_told(c, FIX_COMPENSATING_CONTROL);

	for (size_t i = 0; i < f->control_count; i++)
		count += control_is_offered(&f->controls[i], f->today);
	return count;
}

/* That there are none has to be said by a person: by a notice, or in the words of an item. */
static bool none_is_stated(const struct facts *f)
{
	for (size_t i = 0; i < f->communication_count; i++)
		if (f->communications[i].compensating_controls == CONTROLS_NONE_AVAILABLE)
			return true;
	return false;
}

/* Whether there is something to read. */
static bool put_measure(struct str text, const char *what, struct document *d)
{
	document_item(d);
	if (text.len)
		document_text(d, text);
	else
		document_state(d, SHAPE_LATE,
		    arena_text(
			d->arena, arena_printf(d->arena, "a %s whose description is not in the file", what)));
	return text.len > 0;
}

static bool put_told(const struct fda_case *c, enum fix_kind kind, const char *what, struct document *d)
{
	const struct facts *f = c->casefile->facts;
	bool all = true;

	for (size_t i = 0; i < f->fix_count; i++)
		if (is_told(c, &f->fixes[i], kind))
			all &= put_measure(fda_text_of(c, "fix", f->fixes[i].index), what, d);
	return all;
}

static void put_offered(const struct fda_case *c, struct document *d, struct customer_notice *n)
{
	const struct facts *f = c->casefile->facts;
	bool all = true;

	document_list(d, LIST_PLAIN, STR("Compensating controls"));
	for (size_t i = 0; i < f->control_count; i++)
		if (control_is_offered(&f->controls[i], f->today))
			all &= put_measure(fda_text_of(c, "control", f->controls[i].index), "control", d);
	all &= put_told(c, FIX_COMPENSATING_CONTROL, "control", d);
	if (!all)
		n->missing |= 1U << NOTICE_CONTROLS;
}

static void put_controls(const struct fda_case *c, struct document *d, struct customer_notice *n)
{
	document_section(d, "controls", "What you can do now", "Controls");
	if (count_offered(c)) {
		put_offered(c, d, n);
	} else if (none_is_stated(c->casefile->facts)) {
		document_paragraph(d, TONE_PLAIN);
		document_say(d, "No compensating controls are available.");
	} else {
		put_missing(d, n, NOTICE_CONTROLS);
	}
	if (!count_told(c, FIX_WORKAROUND))
		return;
	document_list(d, LIST_PLAIN, STR("Workarounds"));
	(void)put_told(c, FIX_WORKAROUND, "workaround", d);
}

/* --- the fix --- */

/* Which of the versions concerned can have an update. */
struct reached {
	bool any, all;
	struct str versions; /* that can, where not all; empty: not known which */
};

static bool is_concerned(const struct fda_case *c, struct str version)
{
	for (size_t i = 0; i < c->release_count; i++)
		if (bears_on(&c->releases[i]) && str_eq(c->releases[i].release.version, version))
			return true;
	return false;
}

/* An update is for the versions that it went out in. One that went out under another name, its own for
 * instance, may be for any. */
static bool is_for_any(const struct fda_case *c, const struct report_texts *releases)
{
	bool named = releases->count > 0;

	for (size_t i = 0; i < releases->count; i++)
		named &= is_concerned(c, releases->items[i]);
	return !named;
}

static bool has_update(const struct fda_case *c, struct str version, struct arena *arena)
{
	const struct facts *f = c->casefile->facts;

	for (size_t i = 0; i < f->fix_count; i++) {
		struct report_texts of = fix_releases(c->casefile, &f->fixes[i], arena);

		if (!is_told(c, &f->fixes[i], FIX_SOFTWARE) || is_for_any(c, &of))
			continue;
		for (size_t k = 0; k < of.count; k++)
			if (str_eq(of.items[k], version))
				return true;
	}
	return false;
}

static bool has_update_for_all(const struct fda_case *c, struct arena *arena)
{
	const struct facts *f = c->casefile->facts;

	for (size_t i = 0; i < f->fix_count; i++) {
		struct report_texts of = fix_releases(c->casefile, &f->fixes[i], arena);

		if (is_told(c, &f->fixes[i], FIX_SOFTWARE) && is_for_any(c, &of) &&
		    date_by(f->fixes[i].distributed_on, f->today))
			return true;
	}
	return false;
}

static struct reached reached_of(const struct fda_case *c, struct arena *arena)
{
	struct reached r = { .any = count_told(c, FIX_SOFTWARE) > 0, .versions = STR("") };
	size_t concerned = 0, with = 0;

	for (size_t i = 0; r.any && i < c->release_count; i++) {
		struct str version = c->releases[i].release.version;

		if (!bears_on(&c->releases[i]))
			continue;
		concerned++;
		if (has_update(c, version, arena))
			r.versions = with++ ? arena_printf(arena, "%.*s, %.*s", STR_WHOLE(r.versions),
						  STR_WHOLE(version))
					    : version;
	}
	r.all = has_update_for_all(c, arena) || (concerned > 0 && with == concerned);
	return r;
}

static struct str fix_words(const struct fda_case *c, struct arena *arena)
{
	struct reached r = reached_of(c, arena);

	if (r.all)
		return STR("A fix is available.");
	if (r.any && r.versions.len)
		return arena_printf(arena,
		    "A fix is available for software version %.*s. We are working on a fix for the other "
		    "versions, and will tell you as soon as it is available.",
		    STR_WHOLE(r.versions));
	if (r.any)
		return STR("A fix is available for some of the units. We will tell you as soon as it is "
			   "available for the others.");
	if (date_is_known(c->casefile->determination->fixed_on))
		return STR(
		    "What is described above is the long-term solution: with it the risk of patient "
		    "harm is acceptable. Should an update of the software become available, we will tell "
		    "you.");
	return STR("We are working on a fix, and will tell you as soon as it is available.");
}

static void put_fix(const struct fda_case *c, struct document *d, struct customer_notice *n)
{
	const struct facts *f = c->casefile->facts;

	document_section(d, "fix", "The fix", "Fix");
	if (!f->plan.given && !f->fix_count) {
		put_missing(d, n, NOTICE_FIX);
		return;
	}
	document_paragraph(d, TONE_PLAIN);
	document_text(d, fix_words(c, d->arena));
	for (size_t i = 0; i < f->fix_count; i++) {
		struct str text = fda_text_of(c, "fix", f->fixes[i].index);

		if (!text.len || !is_told(c, &f->fixes[i], FIX_SOFTWARE))
			continue;
		document_paragraph(d, TONE_PLAIN);
		document_text(d, text);
	}
}

static void put_response(const struct fda_case *c, struct document *d)
{
	static const char *const labels[] = { "Facility", "Account number", "Units in use",
		"Units to which the instructions were applied", "Units not found", "Name and title",
		"Telephone", "Date and signature" };

	document_section(d, "response", "Response form", "Response");
	document_paragraph(d, TONE_PLAIN);
	document_say(d,
	    "If you have passed devices concerned on to others, send this communication to them at once, "
	    "and tell us who they are.");
	document_paragraph(d, TONE_PLAIN);
	document_say(d, "We have read this communication, understand it, and have told everyone who uses the "
			"device. Please "
			"send this form back to ");
	document_text(d, c->firm.name);
	document_say(d, c->firm.address.len ? ", " : "");
	document_text(d, c->firm.address);
	document_say(d, ".");
	document_fields(d, FIELDS_WIDE);
	for (size_t i = 0; i < COUNT(labels); i++) {
		document_field(d, NULL, str_of(labels[i]));
		document_say(d, "________________________________");
	}
}

/* Whoever was told of a risk, or has heard of the vulnerability, is told that there is none. */
static void put_not_affected(const struct fda_case *c, struct document *d)
{
	document_section(d, "impact", "What it is, and what it can do", "Impact");
	fda_put_vulnerability(c, d);
	document_paragraph(d, TONE_PLAIN);
	fda_put_not_affected(c, d);
	document_say(d, " Nothing has to be done.");
}

void customer_notice_make(const struct fda_case *c, struct arena *arena, struct customer_notice *out)
{
	struct document *d = fda_document(c, "notice", heading(c), arena);

	*out = (struct customer_notice){ .document = d };
	document_fields(d, FIELDS_WIDE);
	fda_put(d, "from", "From", c->firm.name);
	document_field(d, "date", STR("Date"));
	document_date(d, c->casefile->facts->today);
	document_section(d, "product", "The device", "Device");
	put_product(c, d);
	if (fda_is_not_affected(c)) {
		put_not_affected(c, d);
	} else {
		put_impact(c, d, out);
		put_controls(c, d, out);
		put_efforts(c, d, out);
		put_fix(c, d, out);
	}
	document_section(d, "contact", "Whom to ask", "Contact");
	document_fields(d, FIELDS_WIDE);
	fda_put(d, "contact", "Contact", c->firm.representative_name);
	fda_put(d, "telephone", "Telephone", c->firm.representative_telephone);
	if (is_action(c))
		put_response(c, d);
}

struct document *customer_notice_recipients(const struct fda_case *c, struct arena *arena)
{
	struct document *d = fda_document(c, "recipients", STR("Recipients of the communication"), arena);

	if (c->consignees->units > 0) {
		fda_put_consignees(c, true, d);
		return d;
	}
	document_paragraph(d, TONE_PLAIN);
	document_say(d, "No consignee with units that are concerned is in the store.");
	return d;
}
