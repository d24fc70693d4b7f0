#include "sources/gudid.h"

#include "base/utf8.h"
#include "limits.h"

#define AT(member) offsetof(struct gudid_device, member)

static const struct text {
	const char *name;
	size_t at;
} texts[] = {
	{ "deviceId", AT(di) },
	{ "brandName", AT(brand) },
	{ "companyName", AT(company) },
	{ "deviceDescription", AT(description) },
	{ "versionModelNumber", AT(model) },
	{ "catalogNumber", AT(catalog) },
	{ "deviceCommDistributionStatus", AT(distribution) },
	{ "deviceCommDistributionEndDate", AT(distribution_end) },
	{ "deviceCombinationProduct", AT(combination_product) },
	{ "premarketExempt", AT(premarket_exempt) },
};

static struct str kept(struct gudid_draft *d, struct str text)
{
	return arena_copy(&d->arena, utf8_first(str_trim(text), LIMIT_DEVICE_TEXT_BYTES));
}

/* Is there one more of a kind than there may be? */
static bool is_over(const struct gudid_device *r)
{
	return r->identifier_count > LIMIT_DEVICE_NUMBERS || r->product_count > LIMIT_DEVICE_NUMBERS ||
	       r->submission_count > LIMIT_DEVICE_NUMBERS;
}

enum gudid_item gudid_draft_begin(struct gudid_draft *d, struct str name)
{
	struct gudid_device *r = &d->device;

	if (is_over(r))
		return GUDID_NO_ITEM;
	if (str_eq(name, STR("identifier"))) {
		r->identifiers = arena_room(&d->arena, r->identifiers, r->identifier_count,
		    &d->identifier_room, sizeof(*r->identifiers));
		r->identifiers[r->identifier_count++] = (struct gudid_identifier){ 0 };
		return GUDID_IDENTIFIER;
	}
	if (str_eq(name, STR("fdaProductCode"))) {
		r->products = arena_room(
		    &d->arena, r->products, r->product_count, &d->product_room, sizeof(*r->products));
		r->products[r->product_count++] = (struct gudid_product){ 0 };
		return GUDID_PRODUCT;
	}
	if (str_eq(name, STR("premarketSubmission"))) {
		d->submission = d->supplement = STR_NONE;
		return GUDID_SUBMISSION;
	}
	return str_eq(name, STR("gmdn")) ? GUDID_TERM : GUDID_NO_ITEM;
}

bool gudid_is_text(enum gudid_item item, struct str name)
{
	switch (item) {
	case GUDID_NO_ITEM:
		for (size_t i = 0; i < COUNT(texts); i++)
			if (str_eq(name, str_of(texts[i].name)))
				return true;
		return false;
	case GUDID_IDENTIFIER:
		return str_eq(name, STR("deviceId")) || str_eq(name, STR("deviceIdType"));
	case GUDID_PRODUCT:
		return str_eq(name, STR("productCode")) || str_eq(name, STR("productCodeName"));
	case GUDID_SUBMISSION:
		return str_eq(name, STR("submissionNumber")) || str_eq(name, STR("supplementNumber"));
	case GUDID_TERM:
		return str_eq(name, STR("gmdnPTName"));
	}
	return false;
}

static void take_record(struct gudid_draft *d, struct str name, struct str text)
{
	for (size_t i = 0; i < COUNT(texts); i++)
		if (str_eq(name, str_of(texts[i].name)))
			*(struct str *)((char *)&d->device + texts[i].at) = kept(d, text);
}

static void take_identifier(struct gudid_draft *d, struct str name, struct str text)
{
	struct gudid_identifier *i = &d->device.identifiers[d->device.identifier_count - 1];

	if (str_eq(name, STR("deviceId")))
		i->di = kept(d, text);
	else if (str_eq(name, STR("deviceIdType")))
		i->type = kept(d, text);
}

static void take_product(struct gudid_draft *d, struct str name, struct str text)
{
	struct gudid_product *p = &d->device.products[d->device.product_count - 1];

	if (str_eq(name, STR("productCode")))
		p->code = kept(d, text);
	else if (str_eq(name, STR("productCodeName")))
		p->name = kept(d, text);
}

bool gudid_draft_take(struct gudid_draft *d, enum gudid_item item, struct str name, struct str text)
{
	switch (item) {
	case GUDID_NO_ITEM:
		take_record(d, name, text);
		break;
	case GUDID_IDENTIFIER:
		take_identifier(d, name, text);
		break;
	case GUDID_PRODUCT:
		take_product(d, name, text);
		break;
	case GUDID_SUBMISSION:
		if (str_eq(name, STR("submissionNumber")))
			d->submission = kept(d, text);
		else if (str_eq(name, STR("supplementNumber")))
			d->supplement = kept(d, text);
		break;
	case GUDID_TERM:
		if (str_eq(name, STR("gmdnPTName")) && d->device.term.len == 0)
			d->device.term = kept(d, text);
		break;
	}
	return !is_over(&d->device);
}

/* "000" is the original submission, and no supplement. */
static bool is_supplement(struct str supplement)
{
	for (size_t i = 0; i < supplement.len; i++)
		if (supplement.ptr[i] != '0')
			return true;
	return false;
}

static struct str submission_number(struct gudid_draft *d)
{
	const char *mark = str_starts(d->supplement, STR("S")) ? "" : "S";

	return is_supplement(d->supplement) ? arena_printf(&d->arena, STR_FMT "/%s" STR_FMT,
						  STR_ARG(d->submission), mark, STR_ARG(d->supplement))
					    : d->submission;
}

void gudid_draft_end(struct gudid_draft *d, enum gudid_item item)
{
	struct gudid_device *r = &d->device;

	if (item != GUDID_SUBMISSION || d->submission.len == 0)
		return;
	r->submissions = arena_room(
	    &d->arena, r->submissions, r->submission_count, &d->submission_room, sizeof(*r->submissions));
	r->submissions[r->submission_count++] = submission_number(d);
}

void gudid_draft_reset(struct gudid_draft *d)
{
	arena_reset(&d->arena);
	d->device = (struct gudid_device){ 0 };
	d->identifier_room = d->product_room = d->submission_room = 0;
}

bool gudid_read(struct input *in, struct gudid_sink sink, struct err *e)
{
	struct str start = str_trim(input_peek(in, LIMIT_START_BYTES)), name = input_name(in);

	if (str_starts(start, STR("\xef\xbb\xbf")))
		start = str_from(start, 3);
	if (str_starts(start, STR("<")))
		return gudid_read_xml(in, sink, e);
	if (str_starts(start, STR("{")))
		return gudid_read_json(in, sink, e);
	return err_fail(e, ERR_INPUT, STR_FMT ": expected GUDID records as XML, or as JSON a record a line",
	    STR_ARG(name));
}
