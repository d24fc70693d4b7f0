#include "sources/feeds/kev_eu.h"

#include "base/arena.h"
#include "formats/json_stream.h"
#include "identity/cve_id.h"
#include "limits.h"
#include "sources/feeds/draft.h"

/* What an entry has of interest, in either form. */
struct entry {
	struct str cve, name, vendor, product;
	struct date added, reported;
	bool ransomware, has_sources, is_european;
};

/* "2026/09/22" or "2026-09-22". One that cannot be read is unknown: no entry is lost for it. */
static void read_date(struct json *j, struct arena *record, struct date *out)
{
	struct str text = { 0 };
	struct err unread;
	char *written;

	draft_read_text(j, record, &text);
	text = str_trim(text);
	written = arena_alloc(record, text.len + 1, 1);
	for (size_t i = 0; i < text.len; i++)
		written[i] = text.ptr[i] == '/' ? '-' : text.ptr[i];
	if (!date_parse((struct str){ written, text.len }, out, &unread))
		*out = DATE_NONE;
}

/* One text, or a list of them: does any hold the word? */
static bool read_words(struct json *j, struct arena *record, struct str word)
{
	struct str text = { 0 };
	bool found = false;

	if (json_peek(j) != JSON_ARRAY) {
		draft_read_text(j, record, &text);
		return str_eq_nocase(str_trim(text), word);
	}
	while (json_next_item(j)) {
		draft_read_text(j, record, &text);
		found |= str_eq_nocase(str_trim(text), word);
	}
	return found;
}

static void read_entry(struct json *j, struct arena *record, struct entry *to)
{
	struct str key;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("cveID")) || str_eq(key, STR("cveId")))
			draft_read_text(j, record, &to->cve);
		else if (str_eq(key, STR("vulnerabilityName")))
			draft_read_text(j, record, &to->name);
		else if (str_eq(key, STR("vendorProject")))
			draft_read_text(j, record, &to->vendor);
		else if (str_eq(key, STR("product")))
			draft_read_text(j, record, &to->product);
		else if (str_eq(key, STR("dateAdded")))
			read_date(j, record, &to->added);
		else if (str_eq(key, STR("dateReported")))
			read_date(j, record, &to->reported);
		else if (str_eq(key, STR("exploitationType")))
			to->ransomware = read_words(j, record, STR("ransomware"));
		else if (str_eq(key, STR("sources"))) {
			to->has_sources = true;
			to->is_european = read_words(j, record, STR("eukev_kev"));
		} else
			json_skip(j);
	}
}

static struct kev_entry made_of(const struct entry *e, struct arena *record)
{
	struct kev_entry made = { .list = EXPLOIT_KEV_EU,
		.cve = str_trim(e->cve),
		.added = date_is_known(e->added) ? e->added : e->reported,
		.due = DATE_NONE,
		.ransomware = e->ransomware,
		.name = e->name };

	if (made.name.len == 0 && e->product.len)
		made.name = draft_pair(e->vendor, ' ', e->product, record);
	return made;
}

static bool take_entry(struct json *j, struct arena *record, const struct advisory_sink *out, struct err *e)
{
	struct entry entry = { .added = DATE_NONE, .reported = DATE_NONE };
	struct kev_entry made;
	struct err why = { 0 };
	int64_t id;

	json_record_begin(j, false);
	read_entry(j, record, &entry);
	made = made_of(&entry, record);
	if (!json_failed(j) && !cve_id_parse(made.cve, &id))
		json_refuse(j, "cveID \"" STR_FMT "\" is not a CVE id", STR_ARG(made.cve));
	if (!json_record_end(j, &why))
		return json_failed(j) || out->skipped(out->ctx, &why, e);
	if (entry.has_sources && !entry.is_european)
		return true;
	return out->kev(out->ctx, &made, e) || err_within(e, STR_FMT, STR_ARG(made.cve));
}

bool kev_eu_read(struct input *in, struct advisory_sink out, struct err *e)
{
	SCOPED_JSON *j = json_open(in);
	SCOPED_ARENA record = { .limit = LIMIT_RECORD_BYTES };

	while (json_next_item(j)) {
		arena_reset(&record);
		if (!take_entry(j, &record, &out, e))
			return false;
	}
	return json_finish(j, e);
}
