#include "reports/casefile_document.h"

#include "reports/casefile_sections.h"
#include "reports/casefile_words.h"

static void put(struct document *d, const char *key, const char *label, struct str value)
{
	document_field(d, key, str_of(label));
	document_text_or_dash(d, value);
}

static void put_subject(const struct casefile_report *r, struct document *d)
{
	const struct device *device = &r->device;
	SCOPED_BUF support = buf_new(256);

	words_of_value(STR("kind"), device->support, &support);
	document_field(d, "device", STR("Device"));
	document_put(d, RUN_STRONG, device->name);
	if (device->common_name.len) {
		document_say(d, ", ");
		document_text(d, device->common_name);
	}
	put(d, "vulnerability", "Vulnerability", r->casefile.vulnerability);
	put(d, "udi_di", "UDI-DI", device->udi_di);
	put(d, "class", "Class", device->device_class);
	put(d, "pathway", "Pathway", words_pathway(device->pathway));
	put(d, "product_code", "Product code", device->product_code);
	put(d, "support", "Support", arena_copy(d->arena, buf_str(&support)));
}

static void put_head(const struct casefile_report *r, struct document *d)
{
	document_fields(d, FIELDS_TWO_COLUMNS);
	put_subject(r, d);
	document_field(d, "opened", STR("Opened"));
	document_instant(d, r->casefile.opened_at);
	if (r->opened_by.len) {
		document_say(d, " by ");
		document_text(d, r->opened_by);
	}
	document_field(d, "closed", STR("Closed"));
	if (date_is_known(r->casefile.closed_on))
		document_date(d, r->casefile.closed_on);
	else
		document_say(d, "open");
	if (r->determination->reopened)
		document_say(d, ", reopened by a later event");
}

struct document *casefile_document(const struct casefile_report *r, struct arena *arena)
{
	struct document_meta meta = { .kind = "casefile",
		.title = r->casefile.title,
		.kicker = arena_printf(arena, "Casefile %lld", (long long)r->casefile.id),
		.as_of = r->determination->today,
		.at = r->verification.at,
		.program = r->program,
		.contents = true };
	struct document *d = document_new(arena, &meta);

	put_head(r, d);
	casefile_position(r, d);
	casefile_assessment(r, d);
	casefile_conditions(r, d);
	casefile_duties(r, d);
	casefile_reasons(r, d);
	casefile_findings(r, d);
	casefile_contents(r, d);
	casefile_trail(r, d);
	casefile_basis(r, d);
	return d;
}
