#include "reports/fda/report_806_items.h"

#include "base/number.h"
#include "reports/casefile_words.h"

static bool put_number(const struct item_place *b)
{
	document_fields(b->d, FIELDS_WIDE);
	document_field(b->d, "report_number", STR("Report number"));
	document_put(b->d, RUN_CODE, b->number);
	return true;
}

static bool put_firm(const struct item_place *b)
{
	const struct firm_profile *f = &b->c->firm;

	document_fields(b->d, FIELDS_WIDE);
	fda_put(b->d, "firm_name", "Reporting firm", f->name);
	fda_put(b->d, "firm_address", "Address", f->address);
	fda_put(b->d, "firm_telephone", "Telephone", f->telephone);
	fda_put(b->d, "representative_name", "Responsible for the action", f->representative_name);
	fda_put(b->d, "representative_title", "Title", f->representative_title);
	fda_put(b->d, "representative_address", "Address", f->representative_address);
	fda_put(b->d, "representative_telephone", "Telephone", f->representative_telephone);
	return f->name.len && f->address.len && f->telephone.len && f->representative_name.len &&
	       f->representative_title.len && f->representative_address.len &&
	       f->representative_telephone.len;
}

static bool put_device(const struct item_place *b)
{
	const struct device *device = &b->c->profile.device;

	document_fields(b->d, FIELDS_WIDE);
	fda_put_device(b->c, b->d);
	return device->name.len && device->common_name.len && device->intended_use.len;
}

static bool put_marketing(const struct item_place *b)
{
	const struct fda_case *c = b->c;
	const struct device_numbers *lists = c->profile.lists;
	struct str registration = c->casefile->facts->firm.registration_number;
	bool registered = registration.len || c->firm.ever_registered.len;
	bool marketed =
	    lists[DEVICE_MARKETING_NUMBER].count || str_eq(c->profile.device.pathway, STR("exempt"));

	document_fields(b->d, FIELDS_WIDE);
	document_field(b->d, "marketing_status", STR("Marketing status"))->mark =
	    marketed ? FIELD_GIVEN : FIELD_MISSING;
	document_text(b->d, words_pathway(c->profile.device.pathway));
	fda_put_list(b->d, "marketing_number", "510(k), PMA, De Novo, HDE", &lists[DEVICE_MARKETING_NUMBER]);
	fda_put_list(b->d, "listing_number", "Device listing number", &lists[DEVICE_LISTING_NUMBER]);
	if (!lists[DEVICE_LISTING_NUMBER].count)
		fda_put(b->d, "listing_number", "Device listing number", STR(""));
	if (registration.len)
		fda_put(b->d, "registration_number", "Establishment registration", registration);
	else
		fda_put(b->d, "ever_registered", "Ever registered with FDA", c->firm.ever_registered);
	return marketed && registered && lists[DEVICE_LISTING_NUMBER].count;
}

static void put_serials(const struct item_place *b, struct str from, struct str to)
{
	document_text_or_dash(b->d, from);
	if (to.len && !str_eq(from, to)) {
		document_say(b->d, " to ");
		document_text(b->d, to);
	}
}

/* What shipments alone tell of: their units are those shipped. */
static void put_shipped_lot(const struct item_place *b, const struct fda_shipped_lot *lot)
{
	document_row(b->d, ROW_PLAIN);
	document_cell(b->d);
	document_text(b->d, lot->release);
	document_cell(b->d);
	document_text_or_dash(b->d, lot->shipment->lot);
	document_cell(b->d);
	put_serials(b, lot->shipment->serial_from, lot->shipment->serial_to);
	for (int i = 0; i < 3; i++) { /* the model, and the days of a registered lot */
		document_cell(b->d);
		document_text_or_dash(b->d, STR(""));
	}
	document_cell(b->d);
	document_printf(b->d, RUN_PLAIN, "%lld", (long long)lot->units);
}

static void put_lots(const struct item_place *b, const struct fda_shipped_lots *shipped)
{
	static const struct table_column columns[] = { { .title = "Release" }, { .title = "Lot" },
		{ .title = "Serial numbers", .personal = true }, { .title = "Model" },
		{ .title = "Manufactured" }, { .title = "Expires" },
		{ .title = "Units", .align = ALIGN_END } };
	const struct fda_case *c = b->c;

	document_table(b->d, STR("Lots and serial numbers"), columns, COUNT(columns));
	for (size_t i = 0; i < c->lot_count; i++) {
		const struct lot *lot = &c->lots[i];

		document_row(b->d, ROW_PLAIN);
		document_cell(b->d);
		for (size_t k = 0; k < c->release_count; k++)
			if (c->releases[k].release.id == lot->release_id)
				document_text(b->d, c->releases[k].release.version);
		document_cell(b->d);
		document_text_or_dash(b->d, lot->lot);
		document_cell(b->d);
		put_serials(b, lot->serial_from, lot->serial_to);
		document_cell(b->d);
		document_text_or_dash(b->d, lot->model_number);
		document_cell(b->d);
		document_date(b->d, lot->manufactured_on);
		document_cell(b->d);
		document_date(b->d, lot->expires_on);
		document_cell(b->d);
		if (lot->quantity < 0)
			document_text_or_dash(b->d, STR(""));
		else
			document_printf(b->d, RUN_PLAIN, "%lld", (long long)lot->quantity);
	}
	for (size_t i = 0; i < shipped->count; i++)
		put_shipped_lot(b, &shipped->items[i]);
}

static void put_releases(const struct item_place *b)
{
	static const char *const states[] = { "affected", "not known, told as affected", "not affected" };
	static const enum run_shape shapes[] = { SHAPE_LATE, SHAPE_OPEN, SHAPE_DONE };
	static const struct table_column columns[] = { { .title = "Software version" }, { .title = "State" },
		{ .title = "Released" }, { .title = "Units", .align = ALIGN_END } };
	const struct fda_case *c = b->c;

	document_table(b->d, STR("Software versions"), columns, COUNT(columns));
	for (size_t i = 0; i < c->release_count; i++) {
		const struct fda_release *r = &c->releases[i];

		document_row(b->d, ROW_PLAIN);
		document_cell(b->d);
		document_text(b->d, r->release.version);
		document_cell(b->d);
		document_state(b->d, shapes[r->state], states[r->state]);
		document_cell(b->d);
		document_date(b->d, r->release.released_on);
		document_cell(b->d);
		if (r->release.units < 0)
			document_text_or_dash(b->d, STR(""));
		else
			document_printf(b->d, RUN_PLAIN, "%lld", (long long)r->release.units);
	}
}

static bool put_identification(const struct item_place *b)
{
	const struct device_numbers *lists = b->c->profile.lists;
	bool named = lists[DEVICE_UDI_DI].count || lists[DEVICE_MODEL_NUMBER].count ||
		     lists[DEVICE_CATALOG_NUMBER].count;
	struct fda_shipped_lots shipped = fda_shipped_lots(b->c, b->d->arena);
	bool lots = b->c->lot_count || shipped.count;

	document_fields(b->d, FIELDS_WIDE);
	fda_put_list(b->d, "udi_di", "Unique device identifier (DI)", &lists[DEVICE_UDI_DI]);
	fda_put_list(b->d, "model_number", "Model number", &lists[DEVICE_MODEL_NUMBER]);
	fda_put_list(b->d, "catalog_number", "Catalog or code number", &lists[DEVICE_CATALOG_NUMBER]);
	if (!named)
		fda_put(b->d, "udi_di", "UDI, device identifier, model or catalog number", STR(""));
	if (!lots)
		fda_put(b->d, "lot", "Lot or serial numbers", STR(""));
	else if (!b->c->lot_count)
		fda_put(
		    b->d, "lot", "Lot or serial numbers", STR("those that shipments tell of, in the table"));
	if (lots && shipped.unnamed)
		fda_put(b->d, "other_lots", "Lot or serial numbers of the other units", STR(""));
	if (b->c->release_count)
		put_releases(b);
	if (lots)
		put_lots(b, &shipped);
	return named && lots && !shipped.unnamed;
}

static bool put_manufacturer(const struct item_place *b)
{
	const struct device *device = &b->c->profile.device;

	document_fields(b->d, FIELDS_WIDE);
	if (!device->manufacturer_name.len) {
		document_field(b->d, "manufacturer", STR("Manufacturer"));
		document_say(b->d, "the reporting firm");
		return true;
	}
	fda_put(b->d, "manufacturer_name", "Manufacturer", device->manufacturer_name);
	fda_put(b->d, "manufacturer_address", "Address", device->manufacturer_address);
	fda_put(b->d, "manufacturer_telephone", "Telephone", device->manufacturer_telephone);
	fda_put(b->d, "manufacturer_contact", "Contact", device->manufacturer_contact);
	fda_put_may(b->d, "manufacturer_number", "Registration", device->manufacturer_number);
	return device->manufacturer_address.len && device->manufacturer_telephone.len &&
	       device->manufacturer_contact.len;
}

static bool put_events(const struct item_place *b)
{
	fda_put_vulnerability(b->c, b->d);
	fda_put_assessment(b->c, b->d);
	fda_put_actions(b->c, b->d);
	return b->c->casefile->current != NULL;
}

static bool put_injuries(const struct item_place *b)
{
	const struct facts *f = b->c->casefile->facts;

	if (!f->event_count) {
		document_paragraph(b->d, TONE_PLAIN);
		document_say(b->d, "None: no illness or injury with use of the device is known.");
		return true;
	}
	fda_put_events(b->c, b->d);
	return true;
}

static bool put_total(const struct item_place *b)
{
	int64_t units = fda_units(b->c);

	document_fields(b->d, FIELDS_WIDE);
	document_field(b->d, "units", STR("Manufactured or distributed"))->mark =
	    units < 0 ? FIELD_MISSING : FIELD_GIVEN;
	if (units >= 0)
		document_printf(b->d, RUN_PLAIN,
		    "%lld unit%s subject to the action; of each version and lot, item 5", (long long)units,
		    PLURAL(units));
	return units >= 0;
}

static bool put_dates(const struct item_place *b)
{
	const struct fda_case *c = b->c;
	const struct device_facts *device = &c->casefile->facts->device;
	bool made = false;

	document_fields(b->d, FIELDS_WIDE);
	for (size_t i = 0; i < c->lot_count; i++)
		made |= date_is_known(c->lots[i].manufactured_on);
	if (date_is_known(device->last_distributed_on)) {
		document_field(b->d, "last_distributed_on", STR("Last distributed"));
		document_date(b->d, device->last_distributed_on);
		made = true;
	}
	if (!made)
		fda_put(b->d, "manufactured", "Manufactured or distributed", STR(""));
	document_field(b->d, "expected_life", STR("Expected life"))->mark =
	    device->expected_life_years == FACT_NO_NUMBER ? FIELD_MISSING : FIELD_GIVEN;
	if (device->expected_life_years != FACT_NO_NUMBER)
		document_printf(b->d, RUN_PLAIN, "%lld year%s", (long long)device->expected_life_years,
		    PLURAL(device->expected_life_years));
	return made && device->expected_life_years != FACT_NO_NUMBER;
}

static bool put_consignees(const struct item_place *b)
{
	const struct consignee_report *r = b->c->consignees;
	int64_t foreign = 0, unknown = 0, unreached = 0;

	for (size_t i = 0; i < r->count; i++) {
		const struct consignee *c = &r->consignees[i].consignee;

		unknown += !c->country.len;
		foreign += c->country.len && !consignee_is_domestic(c);
		unreached += !c->name.len || !c->address.len || !c->telephone.len;
	}
	document_fields(b->d, FIELDS_WIDE);
	document_field(b->d, "consignees", STR("Consignees"))->mark = r->count ? FIELD_GIVEN : FIELD_MISSING;
	if (r->count)
		document_printf(b->d, RUN_PLAIN, "%zu, of them %lld foreign and %lld of unknown country",
		    r->count, (long long)foreign, (long long)unknown);
	if (unreached) {
		document_field(b->d, "unreached", STR("Without name, address or telephone"))->mark =
		    FIELD_MISSING;
		document_printf(b->d, RUN_PLAIN, "%lld", (long long)unreached);
	}
	if (r->count)
		fda_put_consignees(b->c, false, b->d);
	return r->count > 0 && !unreached;
}

static bool put_communications(const struct item_place *b)
{
	const struct facts *f = b->c->casefile->facts;
	bool all = f->communication_count > 0;

	for (size_t i = 0; i < f->communication_count; i++)
		all &= fda_text_of(b->c, "communication", f->communications[i].index).len > 0 &&
		       fda_names_recipients(b->c, &f->communications[i]);
	fda_put_communications(b->c, b->d);
	return all;
}

const struct report_item report_items[FDA_ITEMS + 1] = {
	[1] = { "Report number", put_number },
	[2] = { "Reporting firm and responsible representative", put_firm },
	[3] = { "Device and its intended use", put_device },
	[4] = { "Marketing status and listing", put_marketing },
	[5] = { "Identification of the units", put_identification },
	[6] = { "Manufacturer", put_manufacturer },
	[7] = { "Events and actions", put_events },
	[8] = { "Illness or injuries", put_injuries },
	[9] = { "Number of units", put_total },
	[10] = { "Dates of manufacture or distribution, expected life", put_dates },
	[11] = { "Consignees", put_consignees },
	[12] = { "Communications", put_communications },
};
