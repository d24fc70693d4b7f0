#include "reports/fda/isao_submission.h"

static void put_shared(const struct fda_case *c, struct document *d)
{
	const struct facts *f = c->casefile->facts;
	static const struct table_column columns[] = { { .title = "Communication to customers" },
		{ .title = "Given to the ISAO" }, { .title = "Why late" } };

	if (!f->communication_count)
		return;
	document_table(d, STR("Communications, and when the ISAO got each"), columns, COUNT(columns));
	for (size_t i = 0; i < f->communication_count; i++) {
		document_row(d, ROW_PLAIN);
		document_cell(d);
		document_date(d, f->communications[i].on);
		document_cell(d);
		document_date(d, f->communications[i].isao_on);
		document_cell(d);
		document_text_or_dash(d, f->communications[i].isao_late_reason);
	}
}

struct document *isao_submission(const struct fda_case *c, struct arena *arena)
{
	struct document *d = fda_document(c, "isao", STR("Vulnerability information for the ISAO"), arena);
	const struct facts *f = c->casefile->facts;

	document_fields(d, FIELDS_WIDE);
	fda_put(d, "isao", "To", c->firm.isao_name);
	fda_put(d, "from", "From", c->firm.name);
	fda_put_may(d, "contact", "Contact", c->firm.representative_name);
	fda_put_may(d, "telephone", "Telephone", c->firm.representative_telephone);
	document_field(d, "member", STR("Active member"))->mark =
	    f->isao.active_member ? FIELD_GIVEN : FIELD_MISSING;
	document_say(d, f->isao.active_member == YES  ? "yes, by all four criteria"
			: f->isao.active_member == NO ? "no"
						      : "");
	document_section(d, "device", "Device", "Device");
	document_fields(d, FIELDS_WIDE);
	fda_put_device(c, d);
	document_section(d, "vulnerability", "Vulnerability", "Vulnerability");
	fda_put_vulnerability(c, d);
	fda_put_assessment(c, d);
	document_section(d, "controls", "Controls and remediation", "Controls");
	fda_put_actions(c, d);
	document_section(d, "communications", "Communications to customers", "Communications");
	put_shared(c, d);
	fda_put_communications(c, d);
	return d;
}
