#include "inventory/consignee.h"

#include "base/buf.h"
#include "base/number.h"
#include "inventory/lot.h"
#include "limits.h"

#define FIELD(member, personal, words)                                                                       \
	{                                                                                                    \
#member, offsetof(struct consignee, member), offsetof(struct consignee_row, member),         \
		    personal, words                                                                          \
	}

const struct consignee_field consignee_fields[] = {
	FIELD(kind, false, CONSIGNEE_KINDS),
	FIELD(name, false, NULL),
	FIELD(role, false, CONSIGNEE_ROLES),
	FIELD(contact, true, NULL),
	FIELD(address, true, NULL),
	FIELD(city, false, NULL),
	FIELD(region, false, NULL),
	FIELD(postal_code, false, NULL),
	FIELD(country, false, NULL),
	FIELD(telephone, true, NULL),
	FIELD(email, true, NULL),
	{ NULL, 0, 0, false, NULL },
};

struct str consignee_text(const struct consignee *c, const struct consignee_field *f)
{
	return *(const struct str *)((const char *)c + f->at);
}

void consignee_put(struct consignee *c, const struct consignee_field *f, struct str text)
{
	*(struct str *)((char *)c + f->at) = text;
}

bool consignee_is_personal(const struct consignee *c, const struct consignee_field *f)
{
	return f->is_personal ||
	       (f->at == offsetof(struct consignee, name) && str_eq(c->kind, STR("person")));
}

bool consignee_is_domestic(const struct consignee *c)
{
	return str_is_among(c->country, "AS|GU|MP|PR|UM|US|VI");
}

/* clang-format off */
/* ISO 3166-1, the codes in use. */
static const char countries[] =
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
    "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO "
    "FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE "
    "JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO "
    "MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW "
    "PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM "
    "TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";
/* clang-format on */

static bool read_country(struct str text, struct str *out, struct err *e)
{
	struct str rest = str_of(countries), code;

	if (str_eq_nocase(text, STR("USA")) || str_eq_nocase(text, STR("United States")) ||
	    str_eq_nocase(text, STR("United States of America"))) {
		*out = STR("US");
		return true;
	}
	while (str_next(&rest, ' ', &code))
		if (str_eq_nocase(code, text)) {
			*out = code;
			return true;
		}
	return err_fail(e, ERR_INPUT,
	    "\"" STR_FMT "\" is no country: expected two letters of ISO 3166, such as US or DE",
	    STR_ARG(text));
}

static bool check_email(struct str text, struct err *e)
{
	size_t at = str_index(text, '@');

	if (at == 0 || at + 1 >= text.len || str_index(str_from(text, at + 1), '@') < text.len - at - 1 ||
	    str_index(text, ' ') < text.len)
		return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is no e-mail address", STR_ARG(text));
	return true;
}

static bool read_text(const struct consignee_field *f, struct str text, struct str *out, struct err *e)
{
	*out = text;
	if (text.len > LIMIT_DEVICE_TEXT_BYTES)
		return err_fail(e, ERR_LIMIT, "text of more than %d bytes", LIMIT_DEVICE_TEXT_BYTES);
	if (f->words)
		return str_is_among(text, f->words) ||
		       err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is not one of %s", STR_ARG(text), f->words);
	if (f->at == offsetof(struct consignee, country))
		return read_country(text, out, e);
	return f->at != offsetof(struct consignee, email) || check_email(text, e);
}

bool consignee_check_account(struct str account, struct err *e)
{
	if (account.len == 0)
		return err_fail(e, ERR_INPUT, "account is empty");
	return account.len <= LIMIT_DEVICE_TEXT_BYTES ||
	       err_fail(e, ERR_LIMIT, "account of more than %d bytes", LIMIT_DEVICE_TEXT_BYTES);
}

bool consignee_read_row(
    const struct consignee_row *row, struct consignee *c, struct arena *arena, struct err *e)
{
	for (const struct consignee_field *f = consignee_fields; f->name; f++) {
		struct str text = *(const struct str *)((const char *)row + f->row);

		if (text.len == 0)
			continue;
		if (!read_text(f, text, &text, e))
			return err_within(e, "%s", f->name);
		consignee_put(c, f, arena_copy(arena, text));
	}
	if (c->name.len == 0)
		return err_fail(
		    e, ERR_INPUT, "account \"" STR_FMT "\" is new and has no name", STR_ARG(c->account));
	if (c->kind.len == 0)
		c->kind = STR("firm");
	return true;
}

static bool read_serials(const struct consignee_row *row, struct shipment *s, struct err *e)
{
	struct str from = row->serial_from, to = row->serial_to;

	if (row->serial.len) {
		if (from.len || to.len)
			return err_fail(e, ERR_INPUT, "serial, and serial_from or serial_to beside it");
		from = to = row->serial;
	}
	if ((from.len == 0) != (to.len == 0))
		return err_fail(e, ERR_INPUT, "serial_from and serial_to belong together");
	if (from.len && !serial_is_range(from, to))
		return err_fail(e, ERR_INPUT,
		    "serial numbers \"" STR_FMT "\" to \"" STR_FMT "\" are no range", STR_ARG(from),
		    STR_ARG(to));
	s->serial_from = from;
	s->serial_to = to;
	return true;
}

/* As stated; else how many serial numbers there are. */
static bool read_quantity(const struct consignee_row *row, struct shipment *s, struct err *e)
{
	s->quantity = s->serial_from.len ? serial_count(s->serial_from, s->serial_to) : -1;
	if (row->quantity.len && !number_parse(row->quantity, "quantity", 0, LIMIT_UNITS, &s->quantity, e))
		return false;
	if (s->quantity < 0)
		return err_fail(e, ERR_INPUT, "quantity is missing");
	if (s->quantity > LIMIT_UNITS)
		return err_fail(e, ERR_INPUT, "serial numbers of more than %d units", LIMIT_UNITS);
	return !row->returned.len || number_parse(row->returned, "returned", 0, s->quantity, &s->returned, e);
}

bool shipment_read_row(
    const struct consignee_row *row, struct shipment *out, bool *has, struct arena *arena, struct err *e)
{
	struct shipment s = { .shipped_on = DATE_NONE };

	*has = row->device.len || row->release.len || row->shipment.len || row->lot.len || row->serial.len ||
	       row->serial_from.len || row->serial_to.len || row->shipped_on.len || row->quantity.len ||
	       row->returned.len;
	if (!*has)
		return true;
	if (row->device.len == 0)
		return err_fail(e, ERR_INPUT, "a shipment without a device");
	if (!read_serials(row, &s, e) || !read_quantity(row, &s, e))
		return false;
	if (row->shipped_on.len && !date_parse(row->shipped_on, &s.shipped_on, e))
		return err_within(e, "shipped_on");
	if (row->shipment.len > LIMIT_DEVICE_TEXT_BYTES || row->lot.len > LIMIT_DEVICE_TEXT_BYTES ||
	    s.serial_from.len > LIMIT_DEVICE_TEXT_BYTES || s.serial_to.len > LIMIT_DEVICE_TEXT_BYTES)
		return err_fail(e, ERR_LIMIT, "shipment, lot or serial number of more than %d bytes",
		    LIMIT_DEVICE_TEXT_BYTES);
	s.reference = arena_copy(arena, row->shipment);
	s.lot = arena_copy(arena, row->lot);
	s.serial_from = arena_copy(arena, s.serial_from);
	s.serial_to = arena_copy(arena, s.serial_to);
	*out = s;
	return true;
}

struct str shipment_identity(const struct shipment *s, struct arena *arena)
{
	SCOPED_BUF key = buf_new(5 * (size_t)LIMIT_DEVICE_TEXT_BYTES);
	bool by_unit = s->lot.len || s->serial_from.len;

	buf_varint(&key, (uint64_t)s->consignee_id);
	buf_text(&key, s->reference);
	if (s->reference.len == 0) {
		buf_varint(&key, (uint64_t)s->device_id);
		buf_varint(&key, by_unit ? 0 : (uint64_t)s->release_id);
		buf_text(&key, s->lot);
		buf_text(&key, s->serial_from);
		buf_text(&key, s->serial_to);
		buf_varint(&key, (uint64_t)(uint32_t)s->shipped_on.days);
	}
	return arena_copy(arena, buf_str(&key));
}
