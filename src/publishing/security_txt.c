#include "publishing/security_txt.h"

#define VALID_DAYS 90

/* A value goes on a line of its own: what could begin another one is left out whole (RFC 9116, 4). */
static bool is_uri_text(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] <= ' ' || s.ptr[i] > '~')
			return false;
	return s.len > 0;
}

/* Pages are by https alone (2.4). */
static bool is_page(struct str s)
{
	return str_starts(s, STR("https://")) && s.len > strlen("https://") && is_uri_text(s);
}

static bool is_telephone(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!char_is_digit(s.ptr[i]) && !memchr("+-()", s.ptr[i], 4))
			return false;
	return s.len > 0;
}

static bool put_contact(struct str s, struct buf *out)
{
	if (is_page(s) || (is_uri_text(s) && (str_starts(s, STR("mailto:")) || str_starts(s, STR("tel:")))))
		buf_printf(out, "Contact: " STR_FMT "\n", STR_WHOLE(s));
	else if (is_telephone(s))
		buf_printf(out, "Contact: tel:" STR_FMT "\n", STR_WHOLE(s));
	else if (is_uri_text(s) && str_has(s, STR("@")) && !str_has(s, STR(":")))
		buf_printf(out, "Contact: mailto:" STR_FMT "\n", STR_WHOLE(s));
	else
		return false;
	return true;
}

/* What lies below an address, with one slash between. */
static void put_below(struct buf *out, const char *field, struct str base, const char *path)
{
	if (!is_page(base))
		return;
	while (str_ends(base, STR("/")))
		base.len--;
	buf_printf(out, "%s: " STR_FMT "/%s\n", field, STR_WHOLE(base), path);
}

static bool are_languages(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!char_is_alnum(s.ptr[i]) && !memchr("-, ", s.ptr[i], 3))
			return false;
	return s.len > 0;
}

bool security_txt_write(
    const struct firm_profile *firm, bool lists_advisories, struct instant now, struct buf *out)
{
	char day[DATE_TEXT_SIZE];

	if (!put_contact(str_trim(firm->security_contact), out))
		return false;
	put_below(out, "Contact", firm->public_url, "disclose");
	buf_printf(
	    out, "Expires: %sT00:00:00Z\n", date_write(date_plus(instant_date(now, 0), VALID_DAYS), day));
	if (is_page(firm->disclosure_policy))
		buf_printf(out, "Policy: " STR_FMT "\n", STR_WHOLE(firm->disclosure_policy));
	if (are_languages(str_trim(firm->languages)))
		buf_printf(out, "Preferred-Languages: " STR_FMT "\n", STR_WHOLE(str_trim(firm->languages)));
	put_below(out, "Canonical", firm->public_url, ".well-known/security.txt");
	if (lists_advisories)
		put_below(out, "CSAF", firm->advisory_url, "provider-metadata.json");
	return true;
}
