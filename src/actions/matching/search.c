#include "actions/matching/search.h"

#include "actions/signal_read.h"
#include "base/number.h"
#include "identity/udi.h"
#include "store/aliases.h"
#include "store/devices.h"
#include "store/signal_heads.h"

static bool holds_nocase(struct str text, struct str words)
{
	for (size_t i = 0; i + words.len <= text.len; i++)
		if (str_starts_nocase(str_from(text, i), words))
			return true;
	return false;
}

static void add(struct search_hits *hits, struct search_hit hit)
{
	if (hits->count < SEARCH_MOST)
		hits->items[hits->count++] = hit;
}

struct finding_devices {
	struct str words;
	struct arena *arena;
	struct search_hits *hits;
	bool enough;
};

static void take_device(void *ctx, const struct device_words *d)
{
	struct finding_devices *f = ctx;

	if (!d->has_udi && !holds_nocase(d->name, f->words) && !holds_nocase(d->common_name, f->words))
		return;
	add(f->hits, (struct search_hit){ .name = arena_copy(f->arena, d->name), .id = d->id });
	f->enough = f->hits->count == SEARCH_MOST;
}

static bool find_devices(
    struct db *db, struct str words, struct arena *arena, struct search_hits *hits, struct err *e)
{
	struct finding_devices f = { words, arena, hits, false };

	struct udi label;
	struct err unread;

	/* as it stands on a label, the DI with what was made when */
	if (udi_parse(words, arena, &label, &unread) && label.di.len)
		return device_words_each(
		    db, label.di, (struct device_words_sink){ &f, take_device, &f.enough }, e);
	return device_words_each(db, words, (struct device_words_sink){ &f, take_device, &f.enough }, e);
}

/* As names are written: "cve-2021" is "CVE-2021", "ghsa-JF8" is "GHSA-jf8". */
static struct str as_written(struct str words, struct arena *arena)
{
	char *text = arena_text(arena, words);
	bool is_cve = str_starts_nocase(words, STR("CVE-")), is_ghsa = str_starts_nocase(words, STR("GHSA-"));

	for (size_t i = 0; i < words.len && (is_cve || is_ghsa); i++)
		text[i] = is_cve || i < 4 ? char_upper(text[i]) : char_lower(text[i]);
	return (struct str){ text, words.len };
}

static bool has(const struct search_hits *hits, struct str name)
{
	for (size_t i = 0; i < hits->count; i++)
		if (str_eq(hits->items[i].name, name))
			return true;
	return false;
}

/* Several names may stand for one vulnerability, which is told once. */
static bool find_vulnerabilities(
    struct db *db, struct str words, struct arena *arena, struct search_hits *hits, struct err *e)
{
	struct starting_name *names;
	size_t count;

	if (!names_starting(db, as_written(words, arena), arena, &names, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct str name;
		int64_t id;

		if (!aliases_find(db, names[i].name, &id, e))
			return false;
		if (!id)
			continue;
		if (!aliases_name(db, id, arena, &name, e))
			return false;
		if (!has(hits, name))
			add(hits, (struct search_hit){ .name = name });
	}
	return true;
}

static bool find_components(
    struct db *db, struct str words, struct arena *arena, struct search_hits *hits, struct err *e)
{
	struct starting_name *names;
	size_t count;

	if (!components_starting(db, words, arena, &names, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		add(hits, (struct search_hit){ names[i].name, names[i].version, names[i].id });
	return true;
}

static struct str lower(struct str words, struct arena *arena)
{
	char *text = arena_text(arena, words);

	for (size_t i = 0; i < words.len; i++)
		text[i] = char_lower(text[i]);
	return (struct str){ text, words.len };
}

/* "casefile 7" and "#7": 7; 0 where the words name none so. */
static int64_t number_in(struct str words, struct str kind)
{
	struct str rest = str_starts_nocase(words, kind) ? str_trim(str_from(words, kind.len)) : words;
	int64_t number = 0;
	struct err e;

	if (rest.len > 1 && rest.ptr[0] == '#')
		rest = str_from(rest, 1);
	return number_parse(rest, "number", 1, INT64_MAX, &number, &e) ? number : 0;
}

static bool find_signals(
    struct db *db, struct str words, struct arena *arena, struct search_hits *hits, struct err *e)
{
	struct signal_file file;
	int64_t *ids;
	size_t count;

	if (!signal_heads_holding(
		db, lower(words, arena), number_in(words, STR("signal")), arena, &ids, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!signal_read(db, ids[i], arena, &file, e))
			return err_within(e, "signal %lld", (long long)ids[i]);
		add(hits, (struct search_hit){ .name = file.signal.summary, .id = ids[i] });
	}
	return true;
}

bool search(struct db *db, struct str words, struct arena *arena, struct search *out, struct err *e)
{
	struct search_hit *items = arena_alloc(arena, (size_t)4 * SEARCH_MOST, sizeof(*items));
	struct search found = { .devices = { items, 0 },
		.vulnerabilities = { items + SEARCH_MOST, 0 },
		.components = { items + (size_t)2 * SEARCH_MOST, 0 },
		.signals = { items + (size_t)3 * SEARCH_MOST, 0 } };

	words = str_trim(words);
	if (words.len < SEARCH_WORDS_LEAST)
		return err_fail(e, ERR_INPUT, "at least %d letters are needed to search", SEARCH_WORDS_LEAST);
	if (!find_devices(db, words, arena, &found.devices, e) ||
	    !find_vulnerabilities(db, words, arena, &found.vulnerabilities, e) ||
	    !find_components(db, words, arena, &found.components, e) ||
	    !casefiles_holding(db, lower(words, arena), number_in(words, STR("casefile")), arena,
		&found.casefiles, &found.casefile_count, e) ||
	    !find_signals(db, words, arena, &found.signals, e))
		return false;
	*out = found;
	return true;
}
