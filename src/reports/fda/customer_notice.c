#include "reports/fda/customer_notice.h"

#include "base/number.h"
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

static void put_product(const struct fda_case *c, struct document *d)
{
	const struct device_numbers *lists = c->profile.lists;

	document_fields(d, FIELDS_WIDE);
	fda_put_device(c, d);
	fda_put_list(d, "udi_di", "UDI-DI", &lists[DEVICE_UDI_DI]);
	fda_put_list(d, "model_number", "Model", &lists[DEVICE_MODEL_NUMBER]);
	fda_put_list(d, "catalog_number", "Catalog number", &lists[DEVICE_CATALOG_NUMBER]);
	document_field(d, "versions", STR("Software versions concerned"))->mark =
	    c->release_count ? FIELD_GIVEN : FIELD_MISSING;
	for (size_t i = 0; i < c->release_count; i++) {
		if (c->releases[i].state == FDA_RELEASE_NOT_AFFECTED)
			continue;
		document_text(d, c->releases[i].release.version);
		document_say(d, "; ");
	}
	if (c->lot_count) {
		document_field(d, "lots", STR("Lots, serial numbers"));
		for (size_t i = 0; i < c->lot_count; i++) {
			document_text(d, c->lots[i].lot);
			document_say(d, c->lots[i].lot.len && c->lots[i].serial_from.len ? ", " : "");
			document_text(d, c->lots[i].serial_from);
			document_say(d, c->lots[i].serial_to.len ? " to " : "");
			document_text(d, c->lots[i].serial_to);
			document_say(d, "; ");
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

static size_t count_offered(const struct facts *f)
{
	size_t count = 0;

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

static void put_controls(const struct fda_case *c, struct document *d, struct customer_notice *n)
{
	const struct facts *f = c->casefile->facts;

	document_section(d, "controls", "What you can do now", "Controls");
	if (!count_offered(f) && !none_is_stated(f)) {
		put_missing(d, n, NOTICE_CONTROLS);
		return;
	}
	if (!count_offered(f)) {
		document_paragraph(d, TONE_PLAIN);
		document_say(d, "No compensating controls are available.");
		return;
	}
	document_list(d, LIST_PLAIN, STR("Compensating controls"));
	for (size_t i = 0; i < f->control_count; i++) {
		struct str text = fda_text_of(c, "control", f->controls[i].index);

		if (!control_is_offered(&f->controls[i], f->today))
			continue;
		document_item(d);
		if (text.len)
			document_text(d, text);
		else
			document_state(d, SHAPE_LATE, "a control whose description is not in the file");
		if (!text.len)
			n->missing |= 1U << NOTICE_CONTROLS;
	}
}

static void put_fix(const struct fda_case *c, struct document *d, struct customer_notice *n)
{
	const struct facts *f = c->casefile->facts;
	bool there = false;

	document_section(d, "fix", "The fix", "Fix");
	if (!f->plan.given && !f->fix_count) {
		put_missing(d, n, NOTICE_FIX);
		return;
	}
	for (size_t i = 0; i < f->fix_count; i++)
		there |= fix_is_offered(&f->fixes[i], c->casefile->determination, f->today);
	document_paragraph(d, TONE_PLAIN);
	document_say(d, there ? "A fix is available."
			      : "We are working on a fix, and will tell you as soon as it is "
				"available.");
	for (size_t i = 0; i < f->fix_count; i++) {
		struct str text = fda_text_of(c, "fix", f->fixes[i].index);

		if (!text.len || !fix_is_offered(&f->fixes[i], c->casefile->determination, f->today))
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
	put_impact(c, d, out);
	put_controls(c, d, out);
	put_efforts(c, d, out);
	put_fix(c, d, out);
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

	if (c->consignees->count) {
		fda_put_consignees(c, d);
		return d;
	}
	document_paragraph(d, TONE_PLAIN);
	document_say(d, "No consignee with units that are concerned is in the store.");
	return d;
}
