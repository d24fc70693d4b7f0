#include "reports/fda/mdr_items.h"

#include "base/number.h"

#define REPORTER "who reported it"
#define CLINIC "the user facility, or who treated the patient"
#define FACILITY "the user facility"
#define REGISTER "the register of devices"
#define FIRM "the firm's profile"
#define INVESTIGATOR "who investigates the event"
#define LISTED_MOST 512

/* clang-format off */
const struct mdr_item mdr_items[] = {
	{ "b3", "B3 Date of the event", "21 CFR 803.52(b)(3)", REPORTER, MDR_AT_EVENT, true, MDR_TAKES_NONE, NULL, false },
	{ "b5", "B5 Description", "21 CFR 803.52(b)(5)", REPORTER, MDR_AT_EVENT, true, MDR_TAKES_NONE, NULL, false },
	{ "b6", "B6 Relevant tests and laboratory data", "21 CFR 803.52(b)(6)", CLINIC, MDR_AT_ITEM, true, MDR_TAKES_TEXT, NULL, true },
	{ "b7", "B7 Other relevant history", "21 CFR 803.52(b)(7)", CLINIC, MDR_AT_ITEM, true, MDR_TAKES_TEXT, NULL, true },
	{ "d2a", "D2a Common device name", "21 CFR 803.52(c)(2)", REGISTER, MDR_AT_DEVICE, true, MDR_TAKES_NONE, NULL, false },
	{ "d2b", "D2b Product code", "21 CFR 803.52(c)(2)", REGISTER, MDR_AT_DEVICE, false, MDR_TAKES_NONE, NULL, false },
	{ "d3", "D3 Manufacturer, name and address", "21 CFR 803.52(c)(3)", FIRM, MDR_AT_FIRM, true, MDR_TAKES_NONE, NULL, false },
	{ "d4", "D4 Lot and serial number of this unit", "21 CFR 803.52(c)(4)", REPORTER, MDR_AT_COMPLAINT, true, MDR_TAKES_TEXT, NULL, true },
	{ "d4_expires", "D4 Expiration date", "21 CFR 803.52(c)(4)", "the label, or the register of lots", MDR_AT_ITEM, false, MDR_TAKES_DAY, NULL, false },
	{ "d5", "D5 Operator of the device", "21 CFR 803.52(c)(5)", REPORTER, MDR_AT_ITEM, true, MDR_TAKES_WORD, "health_professional|lay_user|other", false },
	{ "d6", "D6 Implanted on", "21 CFR 803.52(c)(6)", CLINIC, MDR_AT_ITEM, false, MDR_TAKES_DAY, NULL, false },
	{ "d7", "D7 Explanted on", "21 CFR 803.52(c)(7)", CLINIC, MDR_AT_ITEM, false, MDR_TAKES_DAY, NULL, false },
	{ "d8", "D8 Single-use device that was reprocessed and reused", "21 CFR 803.52(c)(8)", FACILITY, MDR_AT_ITEM, true, MDR_TAKES_WORD, "yes|no", false },
	{ "d9", "D9 Reprocessor, name and address", "21 CFR 803.52(c)(9)", FACILITY, MDR_AT_ITEM, false, MDR_TAKES_TEXT, NULL, false },
	{ "d10", "D10 Available for evaluation, returned on", "21 CFR 803.52(c)(10)", FACILITY, MDR_AT_ITEM, true, MDR_TAKES_TEXT, NULL, false },
	{ "d11", "D11 Concomitant medical products and therapy dates", "21 CFR 803.52(c)(11)", CLINIC, MDR_AT_ITEM, true, MDR_TAKES_TEXT, NULL, true },
	{ "e1", "E1 Name, address and telephone", "21 CFR 803.52(d)(1)", "who received the complaint", MDR_AT_COMPLAINT, true, MDR_TAKES_NONE, NULL, true },
	{ "e2", "E2 Health professional", "21 CFR 803.52(d)(2)", REPORTER, MDR_AT_ITEM, true, MDR_TAKES_WORD, "yes|no", false },
	{ "e3", "E3 Occupation", "21 CFR 803.52(d)(3)", REPORTER, MDR_AT_ITEM, true, MDR_TAKES_TEXT, NULL, false },
	{ "e4", "E4 Did the initial reporter also send it to FDA", "21 CFR 803.52(d)(4)", REPORTER, MDR_AT_ITEM, false, MDR_TAKES_WORD, "yes|no|unknown", false },
	{ "g1", "G1 Contact office, name and address", "21 CFR 803.52(e)(1)", FIRM, MDR_AT_FIRM, true, MDR_TAKES_NONE, NULL, false },
	{ "g2", "G2 Telephone", "21 CFR 803.52(e)(2)", FIRM, MDR_AT_FIRM, true, MDR_TAKES_NONE, NULL, false },
	{ "g3", "G3 Report source", "21 CFR 803.52(e)(3)", "who received the complaint", MDR_AT_ITEM, true, MDR_TAKES_WORD,
	  "foreign|study|literature|consumer|health_professional|user_facility|company_representative|distributor|other", false },
	{ "g4", "G4 Date received by the manufacturer", "21 CFR 803.52(e)(4)", "who received the complaint", MDR_AT_EVENT, true, MDR_TAKES_NONE, NULL, false },
	{ "g5", "G5 510(k) or PMA", "21 CFR 803.52(e)(5)", REGISTER, MDR_AT_DEVICE, true, MDR_TAKES_NONE, NULL, false },
	{ "g9", "G9 Manufacturer report number", "21 CFR 803.52(e)(7); 21 CFR 803.3(m)", "the firm; FDA, where it is not registered", MDR_AT_FIRM, true, MDR_TAKES_NONE, NULL, false },
	{ "h2", "H2 Type of follow-up", "21 CFR 803.52(f)(2)", "who reports", MDR_AT_ITEM, true, MDR_TAKES_WORD,
	  "correction|additional_information|response_to_fda_request|device_evaluation", false },
	{ "h3", "H3 Evaluation by the manufacturer, or why there was none", "21 CFR 803.52(f)(3)", INVESTIGATOR, MDR_AT_ITEM, true, MDR_TAKES_TEXT, NULL, false },
	{ "h4", "H4 Device manufacture date", "21 CFR 803.52(f)(4)", "the label, or the register of lots", MDR_AT_ITEM, true, MDR_TAKES_DAY, NULL, false },
	{ "h5", "H5 Labeled for single use", "21 CFR 803.52(f)(5)", "the labeling", MDR_AT_ITEM, true, MDR_TAKES_WORD, "yes|no", false },
	{ "h8", "H8 Usage of the device", "21 CFR 803.52(f)(8)", REPORTER, MDR_AT_ITEM, true, MDR_TAKES_WORD, "initial|reuse|unknown", false },
	{ "h9", "H9 Correction or removal report number", "21 CFR 803.52(f)(9)", "who made that report", MDR_AT_ITEM, true, MDR_TAKES_TEXT, NULL, false },
	{ "h10", "H10 Additional information of the manufacturer", "21 CFR 803.52(f)(10)", INVESTIGATOR, MDR_AT_ITEM, false, MDR_TAKES_TEXT, NULL, false },
	{ 0 },
};
/* clang-format on */

const struct mdr_item *mdr_item_find(struct str key)
{
	for (const struct mdr_item *item = mdr_items; item->key; item++)
		if (str_eq(str_of(item->key), key))
			return item;
	return NULL;
}

struct str mdr_item_code(const struct mdr_item *item)
{
	struct str rest = str_of(item->label), code;

	return str_cut(&rest, ' ', &code) ? code : str_of(item->label);
}

static bool names(const struct report_fields *more, const char *key)
{
	for (size_t i = 0; i < more->count; i++) {
		const struct report_field *f = &more->items[i];

		if (!str_eq(f->key, STR("item")))
			continue;
		for (size_t k = 0; f->kind == REPORT_TEXTS && k < f->texts.count; k++)
			if (str_eq(f->texts.items[k], str_of(key)))
				return true;
	}
	return false;
}

bool mdr_item_is_personal(const struct report_fields *more)
{
	for (const struct mdr_item *item = mdr_items; item->key; item++)
		if (item->personal && names(more, item->key))
			return true;
	return false;
}

struct mdr_said mdr_item_said(const struct fda_case *c, int64_t place, const struct mdr_item *item)
{
	const struct casefile_report *r = c->casefile;
	struct mdr_said said = { STR(""), STR(""), STR("") };

	for (size_t i = 0; i < r->record_count; i++) {
		const struct report_record *one = &r->records[i];

		if (one->replaced_by || !str_eq(one->record->kind, STR("mdr_item")) ||
		    !names(&one->more, item->key) ||
		    casefile_place(r->case_records, r->case_record_count, "event",
			report_fields_number(&one->more, STR("event"), 0)) != place)
			continue;
		said.text = report_fields_text(&one->more, STR("text"));
		said.reason = report_fields_text(&one->more, STR("reason"));
		said.steps = report_fields_text(&one->more, STR("steps"));
	}
	return said;
}

/* Those of the set that are stated in one place: "D2a and G5". */
static size_t list_at(uint64_t set, enum mdr_item_at at, struct buf *out)
{
	size_t count = 0, found = 0;

	for (size_t i = 0; mdr_items[i].key; i++)
		count += (set >> i & 1U) && mdr_items[i].at == at;
	for (size_t i = 0; mdr_items[i].key; i++) {
		if (!(set >> i & 1U) || mdr_items[i].at != at)
			continue;
		if (!found && out->len)
			buf_printf(out, ", ");
		buf_printf(out, "%s" STR_FMT,
		    !found		? ""
		    : found + 1 < count ? ", "
					: " and ",
		    STR_ARG(mdr_item_code(&mdr_items[i])));
		found++;
	}
	return found;
}

struct str mdr_items_listed(uint64_t set, struct arena *arena)
{
	static const char *const places[] = { [MDR_AT_ITEM] = " (items of the report)",
		[MDR_AT_EVENT] = " (of the event)",
		[MDR_AT_COMPLAINT] = " (in its complaint)",
		[MDR_AT_DEVICE] = " (of the device)",
		[MDR_AT_FIRM] = " (of the firm)" };
	SCOPED_BUF out = buf_new(LISTED_MOST);

	_Static_assert(COUNT(places) == MDR_AT_COUNT, "a word for every place");
	for (enum mdr_item_at at = MDR_AT_COUNT; at-- > 0;)
		if (list_at(set, at, &out))
			buf_printf(&out, "%s", places[at]);
	return arena_copy(arena, buf_str(&out));
}
