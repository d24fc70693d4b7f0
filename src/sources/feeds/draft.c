#include "sources/feeds/draft.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "identity/cve_id.h"
#include "limits.h"

#define NAME_BYTES 512	   /* of a vendor or product; CSAF's longest are 200 */
#define SUMMARY_BYTES 4096 /* the longest descriptions of CVE records */

void draft_clear(struct draft *d)
{
	struct advisory old = d->advisory;

	d->advisory = (struct advisory){
		.published = INSTANT_NONE,
		.modified = INSTANT_NONE,
		.withdrawn = INSTANT_NONE,
		.aliases = old.aliases,
		.scores = old.scores,
		.affected = old.affected,
		.configs = old.configs,
	};
}

void draft_free(struct draft *d)
{
	free(d->advisory.aliases);
	free(d->advisory.scores);
	free(d->advisory.affected);
	free(d->advisory.configs);
	*d = (struct draft){ 0 };
}

struct affected *draft_affected(struct draft *d)
{
	struct advisory *a = &d->advisory;

	a->affected = vec_room(a->affected, &d->affected_room, a->affected_count + 1, sizeof(*a->affected));
	a->affected[a->affected_count] = (struct affected){ .scheme = VERSION_GENERIC, .config = -1 };
	return &a->affected[a->affected_count++];
}

struct score *draft_score(struct draft *d)
{
	struct advisory *a = &d->advisory;

	a->scores = vec_room(a->scores, &d->score_room, a->score_count + 1, sizeof(*a->scores));
	a->scores[a->score_count] = (struct score){ .tenths = -1 };
	return &a->scores[a->score_count++];
}

struct config *draft_config(struct draft *d)
{
	struct advisory *a = &d->advisory;

	a->configs = vec_room(a->configs, &d->config_room, a->config_count + 1, sizeof(*a->configs));
	a->configs[a->config_count] = (struct config){ 0 };
	return &a->configs[a->config_count++];
}

bool draft_alias(struct draft *d, struct str id, struct arena *record)
{
	struct advisory *a = &d->advisory;

	if (id.len == 0)
		return true;
	for (size_t i = 0; i < a->alias_count; i++)
		if (str_eq(a->aliases[i], id))
			return true;
	if (a->alias_count == LIMIT_ADVISORY_ALIASES)
		return false;
	a->aliases = vec_room(a->aliases, &d->alias_room, a->alias_count + 1, sizeof(*a->aliases));
	a->aliases[a->alias_count++] = arena_copy(record, id);
	return true;
}

void draft_identify(struct draft *d, struct str id)
{
	struct advisory *a = &d->advisory;
	size_t kept = 0;

	a->id = id;
	for (size_t i = 0; i < a->alias_count; i++)
		if (!str_eq(a->aliases[i], id))
			a->aliases[kept++] = a->aliases[i];
	a->alias_count = kept;
}

void draft_read_text(struct json *j, struct arena *record, struct str *out)
{
	struct str text;

	if (json_text(j, &text))
		*out = arena_copy(record, text);
}

bool draft_read_instant(struct json *j, struct instant *out)
{
	struct str text;
	struct date day;
	struct err e;

	if (!json_text(j, &text))
		return false;
	if (date_parse(text, &day, &e))
		*out = (struct instant){ day.days * DAY_US };
	else if (!instant_parse(text, true, out, &e))
		*out = INSTANT_NONE;
	return true;
}

void draft_read_cvss(struct draft *d, struct json *j, struct str source, struct arena *record)
{
	struct score s = { .source = source, .tenths = -1 };
	struct str key;
	int64_t tenths;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("version"))) {
			draft_read_text(j, record, &s.version);
		} else if (str_eq(key, STR("vectorString"))) {
			draft_read_text(j, record, &s.vector);
		} else if (str_eq(key, STR("baseScore")) && json_decimal(j, 1, &tenths)) {
			if (tenths < 0 || tenths > 100)
				json_refuse(j, "a base score is 0.0 to 10.0");
			else
				s.tenths = (int)tenths;
		} else {
			json_skip(j);
		}
	}
	if (s.vector.len > 0 || s.tenths >= 0)
		*draft_score(d) = s;
}

void draft_check_cve(struct json *j, const char *place, struct arena *record, struct str *id)
{
	char written[CVE_ID_TEXT_SIZE];
	int64_t number;

	if (id->len == 0)
		json_refuse(j, "%s is missing", place);
	else if (!cve_id_parse(*id, &number))
		json_refuse(j, "%s \"" STR_FMT "\" is no CVE id", place, STR_ARG(*id));
	else if (!str_starts(*id, STR("CVE-")))
		*id = arena_copy(record, str_of(cve_id_write(number, written)));
}

struct str draft_summary(struct str text)
{
	text = str_trim(text);
	text = str_first(text, str_find(text, STR("\n\n")));
	return utf8_first(text, SUMMARY_BYTES);
}

struct str draft_pair(struct str first, char between, struct str second, struct arena *record)
{
	char *both = arena_alloc(record, first.len + 1 + second.len, 1);

	if (first.len > 0)
		memcpy(both, first.ptr, first.len);
	both[first.len] = between;
	if (second.len > 0)
		memcpy(both + first.len + 1, second.ptr, second.len);
	return (struct str){ both, first.len + 1 + second.len };
}

struct str draft_lower(struct str text, struct arena *record)
{
	char *lower = arena_alloc(record, text.len + 1, 1);

	for (size_t i = 0; i < text.len; i++)
		lower[i] = char_lower(text.ptr[i]);
	return (struct str){ lower, text.len };
}

/* Lower case, trimmed, runs of blanks as one "_"; long ones are cut. */
static struct str plain_name(struct str text, struct arena *record)
{
	char *plain;
	size_t len = 0;

	text = utf8_first(str_trim(text), NAME_BYTES);
	plain = arena_alloc(record, text.len + 1, 1);
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';

		if (!blank)
			plain[len++] = char_lower(c);
		else if (plain[len - 1] != '_')
			plain[len++] = '_';
	}
	return (struct str){ plain, len };
}

/* "oracle" of "oracle_corporation", "foo" of "foo_co.,_ltd.": what form a company has says nothing of who it
 * is, and CPE names leave it out. */
static struct str without_company_form(struct str vendor)
{
	static const char *const forms[] = { "inc", "inc.", "incorporated", "llc", "llc.", "ltd", "ltd.",
		"limited", "gmbh", "corp", "corp.", "corporation", "co.", "co", "ag", "plc", "b.v.", "s.a." };
	struct str rest = vendor, before;

	while (str_cut_last(&rest, '_', &before) && before.len > 0) {
		bool is_form = false;

		for (size_t i = 0; i < COUNT(forms); i++)
			is_form |= str_eq(rest, str_of(forms[i]));
		if (!is_form)
			break;
		if (before.len > 1 && before.ptr[before.len - 1] == ',')
			before.len--;
		vendor = rest = before;
	}
	return vendor;
}

struct str draft_name(struct str vendor, struct str product, struct arena *record)
{
	return draft_pair(
	    without_company_form(plain_name(vendor, record)), ':', plain_name(product, record), record);
}

bool draft_is_english(struct str language)
{
	return language.len == 0 || str_eq_nocase(language, STR("en")) ||
	       str_starts_nocase(language, STR("en-"));
}
