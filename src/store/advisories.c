#include "store/advisories.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/crypto.h"
#include "base/memory.h"
#include "base/vec.h"
#include "identity/cve_id.h"
#include "limits.h"
#include "matching/platform.h"
#include "sources/feeds/eol.h"
#include "store/aliases.h"
#include "store/card.h"
#include "store/id_set.h"
#include "store/lifecycles.h"
#include "store/moments.h"

#define DIGEST_BYTES 16 /* of the record's SHA-256: tells revisions of one record apart, seals nothing */

struct source {
	char name[64];
	int64_t id, records;
	struct instant newest;
	bool is_new;	 /* the store had nothing of it when the import began */
	bool older_list; /* the list under way is older than what the store has */
};

struct advisories {
	struct db *db;
	struct instant now;
	struct texts *texts;
	struct packages *packages;
	struct aliases *aliases;
	struct touched *touched; /* NULL: nobody asks */
	struct source *sources;
	size_t source_count, source_room;
	struct arena scratch; /* reset for every advisory */
	int64_t *ids;	      /* packages of the advisory under way */
	size_t id_count, id_room;
	struct buf card, blob, configs;
};

/* What the store has of an advisory. */
struct standing {
	int64_t id; /* 0: nothing */
	struct instant modified;
	struct str digest, packages; /* in the scratch arena */
};

struct advisories *advisories_new(struct db *db, struct instant now)
{
	struct advisories *a = memory_alloc(1, sizeof(*a));

	a->db = db;
	a->now = now;
	a->texts = texts_new(db);
	a->packages = packages_new(db);
	a->aliases = aliases_new(db);
	a->card = buf_new(LIMIT_RECORD_BYTES);
	a->blob = buf_new(LIMIT_RECORD_BYTES);
	a->configs = buf_new(LIMIT_RECORD_BYTES);
	return a;
}

void advisories_watch(struct advisories *a, struct touched *touched)
{
	a->touched = touched;
	aliases_watch(a->aliases, touched);
}

void advisories_free(struct advisories *a)
{
	if (!a)
		return;
	texts_free(a->texts);
	packages_free(a->packages);
	aliases_free(a->aliases);
	free(a->sources);
	free(a->ids);
	arena_free(&a->scratch);
	buf_free(&a->card);
	buf_free(&a->blob);
	buf_free(&a->configs);
	free(a);
}

static bool add_source(struct advisories *a, struct str name, struct source **out, struct err *e)
{
	struct source source = { .newest = INSTANT_NONE };
	struct statement *s = db_use(a->db, SQL_SOURCE_FIND);
	bool found;

	if (name.len >= sizeof(source.name))
		return err_fail(e, ERR_LIMIT, "source name \"" STR_FMT "\" is longer than %zu bytes",
		    STR_ARG(name), sizeof(source.name) - 1);
	memcpy(source.name, name.ptr, name.len);
	db_bind_text(s, 1, name);
	if (!db_row(s, &found, e))
		return false;
	if (found) {
		source.records = db_int(s, 1);
		if (!db_is_null(s, 2))
			source.newest.us = db_int(s, 2);
	} else {
		source.is_new = true;
		s = db_use(a->db, SQL_SOURCE_ADD);
		db_bind_text(s, 1, name);
		db_bind_int(s, 2, a->now.us);
		if (!db_row(s, &found, e))
			return false;
	}
	source.id = db_int(s, 0);
	db_done(s);
	a->sources = vec_room(a->sources, &a->source_room, a->source_count + 1, sizeof(*a->sources));
	a->sources[a->source_count] = source;
	*out = &a->sources[a->source_count++];
	return true;
}

static bool find_source(struct advisories *a, struct str name, struct source **out, struct err *e)
{
	for (size_t i = 0; i < a->source_count; i++)
		if (str_eq(str_of(a->sources[i].name), name)) {
			*out = &a->sources[i];
			return true;
		}
	return add_source(a, name, out, e);
}

static bool read_standing(
    struct advisories *a, const struct advisory *adv, int64_t source_id, struct standing *out, struct err *e)
{
	struct statement *s = db_use(a->db, SQL_ADVISORY_FIND);
	bool found;

	*out = (struct standing){ .modified = INSTANT_NONE };
	db_bind_text(s, 1, adv->id);
	db_bind_int(s, 2, source_id);
	if (!db_row(s, &found, e))
		return false;
	if (!found)
		return true;
	out->id = db_int(s, 0);
	if (!db_is_null(s, 1))
		out->modified.us = db_int(s, 1);
	out->digest = arena_copy(&a->scratch, db_blob(s, 2));
	out->packages = arena_copy(&a->scratch, db_blob(s, 3));
	db_done(s);
	return true;
}

static bool is_older(const struct advisory *adv, const struct standing *standing)
{
	return instant_is_known(adv->modified) && instant_is_known(standing->modified) &&
	       adv->modified.us < standing->modified.us;
}

/* The ids of the packages the advisory speaks of, one for each of its ranges, and the sorted set of them in
 * blob. */
static bool find_packages(
    struct advisories *a, const struct advisory *adv, int64_t **range_packages, struct err *e)
{
	int64_t *ids = arena_alloc(&a->scratch, adv->affected_count, sizeof(*ids)), last = 0;

	a->ids = vec_room(a->ids, &a->id_room, adv->affected_count + 1, sizeof(*a->ids));
	for (size_t i = 0; i < adv->affected_count; i++) {
		const struct affected *row = &adv->affected[i];

		if (i > 0 && row->kind == row[-1].kind && str_eq(row->package, row[-1].package))
			ids[i] = ids[i - 1];
		else if (!packages_id(a->packages, row->kind, row->package, &ids[i], e))
			return false;
		a->ids[i] = ids[i];
	}
	vec_sort(a->ids, adv->affected_count, sizeof(*a->ids), id_ascending);
	buf_clear(&a->blob);
	for (size_t i = 0; i < adv->affected_count; i++)
		if (a->ids[i] != last) {
			buf_varint(&a->blob, (uint64_t)(a->ids[i] - last));
			last = a->ids[i];
		}
	*range_packages = ids;
	return true;
}

/* *id stays 0 where the advisory was taken for new and is not. */
static bool write_row(struct advisories *a, const struct advisory *adv, int64_t source_id, struct str digest,
    int64_t *id, struct err *e)
{
	struct statement *s = db_use(a->db, *id ? SQL_ADVISORY_UPDATE : SQL_ADVISORY_ADD);
	int at = 1;

	if (!*id) {
		db_bind_text(s, at++, adv->id);
		db_bind_int(s, at++, source_id);
	}
	db_bind_int(s, at++, (int64_t)adv->state);
	moments_bind_instant(s, at++, adv->published);
	moments_bind_instant(s, at++, adv->modified);
	if (adv->revision.len)
		db_bind_text(s, at, adv->revision);
	at++;
	db_bind_blob(s, at++, digest);
	db_bind_blob(s, at++, buf_str(&a->blob));
	if (*id) {
		db_bind_int(s, at, *id);
		return db_run(s, e);
	}
	return db_add(s, id, e);
}

static bool write_configs(
    struct advisories *a, const struct advisory *adv, int64_t id, bool standing, struct err *e)
{
	struct statement *s;

	if (adv->config_count == 0 && !standing)
		return true;
	s = db_use(a->db, adv->config_count ? SQL_ADVISORY_CONFIG_PUT : SQL_ADVISORY_CONFIG_DELETE);
	db_bind_int(s, 1, id);
	if (adv->config_count) {
		buf_clear(&a->configs);
		platform_write(adv->configs, adv->config_count, &a->configs);
		db_bind_blob(s, 2, buf_str(&a->configs));
	}
	return db_run(s, e);
}

/* Takes the ranges out of the packages the advisory used to speak of. */
static bool remove_ranges(struct advisories *a, const struct standing *standing, struct err *e)
{
	struct str rest = standing->packages;
	int64_t package_id = 0;
	uint64_t step;

	while (rest.len) {
		if (!str_take_varint(&rest, &step))
			return err_fail(e, ERR_STORE, "the package list of advisory %lld is damaged",
			    (long long)standing->id);
		package_id += (int64_t)step;
		if (!packages_remove_ranges(a->packages, package_id, standing->id, e))
			return false;
	}
	return true;
}

static bool add_ranges(
    struct advisories *a, const struct advisory *adv, int64_t id, const int64_t *package_ids, struct err *e)
{
	for (size_t i = 0; i < adv->affected_count; i++) {
		struct range r = range_of(&adv->affected[i], id, &a->scratch);

		if (!packages_add_range(a->packages, package_ids[i], &r, e))
			return false;
	}
	return true;
}

static bool write_texts(
    struct advisories *a, const struct advisory *adv, int64_t id, bool standing, struct err *e)
{
	buf_clear(&a->card);
	card_write(adv, &a->card);
	return texts_put(a->texts, id, !standing, buf_str(&a->card), adv->raw_shared ? STR("") : adv->raw, e);
}

/* One that is named by a CVE id alone, and always was, needs no names beside it. */
static bool write_names(
    struct advisories *a, const struct advisory *adv, int64_t id, bool standing, struct err *e)
{
	int64_t cve;

	if (!standing && adv->alias_count == 0 && cve_id_parse(adv->id, &cve))
		return true;
	return aliases_put(a->aliases, id, adv, e);
}

/* All advisories of a name, whatever their source. */
static bool touch_named(struct advisories *a, struct str name, struct err *e)
{
	struct statement *s = db_use(a->db, SQL_ADVISORY_BY_NAME);
	bool more;

	db_bind_text(s, 1, name);
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		if (!touched_add(a->touched, db_int(s, 0), db_blob(s, 4)))
			return err_fail(e, ERR_STORE, "the package list of advisory %lld is damaged",
			    (long long)db_int(s, 0));
	}
}

/* The advisory itself, by what it speaks of and spoke of. A new supplement takes NVD's record of the CVE out.
 */
static bool touch(struct advisories *a, const struct advisory *adv, const struct source *source,
    const struct standing *standing, int64_t id, struct err *e)
{
	if (!a->touched)
		return true;
	if (!standing->id && strcmp(source->name, "nvd-supplement") == 0 && !touch_named(a, adv->id, e))
		return false;
	return (!standing->id || touched_add(a->touched, id, standing->packages)) &&
	       (touched_add(a->touched, id, buf_str(&a->blob)) ||
		   err_fail(e, ERR_STORE, "the package list of advisory %lld is damaged", (long long)id));
}

static bool write_all(struct advisories *a, const struct advisory *adv, const struct source *source,
    const struct standing *standing, int64_t *written, struct err *e)
{
	struct str digest = str_first(sha256_str(&adv->digest), DIGEST_BYTES);
	int64_t id = standing->id, *package_ids;

	if (!find_packages(a, adv, &package_ids, e) || (id && !remove_ranges(a, standing, e)) ||
	    !write_row(a, adv, source->id, digest, &id, e))
		return false;
	*written = id;
	return !id || (write_configs(a, adv, id, standing->id, e) && add_ranges(a, adv, id, package_ids, e) &&
			  write_texts(a, adv, id, standing->id, e) &&
			  write_names(a, adv, id, standing->id, e) && touch(a, adv, source, standing, id, e));
}

/* Where standing is what the store has; *done is false where it has more. */
static bool put_over(struct advisories *a, const struct advisory *adv, struct source *source,
    const struct standing *standing, enum put_result *result, bool *done, struct err *e)
{
	struct str digest = str_first(sha256_str(&adv->digest), DIGEST_BYTES);
	int64_t id;

	*done = true;
	*result = standing->id ? PUT_CHANGED : PUT_NEW;
	if (standing->id && str_eq(standing->digest, digest))
		*result = PUT_UNCHANGED;
	else if (standing->id && is_older(adv, standing))
		*result = PUT_OLDER;
	if (*result == PUT_UNCHANGED || *result == PUT_OLDER)
		return true;
	if (!write_all(a, adv, source, standing, &id, e))
		return false;
	*done = id;
	if (!id)
		return true;
	source->records += !standing->id;
	/* some sources write the year 1 where they mean nothing */
	if (adv->modified.us > 0 && adv->modified.us > source->newest.us)
		source->newest = adv->modified;
	return true;
}

bool advisories_put(struct advisories *a, const struct advisory *adv, enum put_result *result, struct err *e)
{
	struct standing standing = { .modified = INSTANT_NONE };
	struct source *source;
	bool done = false;

	arena_reset(&a->scratch);
	if (!find_source(a, adv->source, &source, e))
		return false;
	/* of a source that is new hardly anything stands: look only where it turns out so */
	if (source->is_new && !put_over(a, adv, source, &standing, result, &done, e))
		return false;
	return done || (read_standing(a, adv, source->id, &standing, e) &&
			   put_over(a, adv, source, &standing, result, &done, e));
}

void advisories_hand_out(struct advisories *a, struct raw_hand hand)
{
	texts_hand_out(a->texts, hand);
}

bool advisories_take_packed(struct advisories *a, const struct raw_block *packed, struct err *e)
{
	return texts_take_packed(a->texts, packed, e);
}

void advisories_merge_by(struct advisories *a, struct merge_hand hand)
{
	packages_merge_by(a->packages, hand);
}

static bool cve_of(struct str text, int64_t *cve, struct err *e)
{
	return cve_id_parse(text, cve) ||
	       err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is not a CVE id", STR_ARG(text));
}

/* An entry of a list is written where it says something new; it counts as new while the store had no such
 * list. */
static bool put_entry(
    struct statement *s, const struct source *source, enum put_result *result, struct err *e)
{
	bool written;

	if (!db_row(s, &written, e))
		return false;
	db_done(s);
	*result = !written ? PUT_UNCHANGED : source->records > 0 ? PUT_CHANGED : PUT_NEW;
	return true;
}

/* A list without a date of its own is as new as its newest entry. */
static bool put_exploited(struct advisories *a, const struct kev_entry *k, int64_t cve, struct source *source,
    enum put_result *result, struct err *e)
{
	struct statement *s = db_use(a->db, SQL_EXPLOITED_PUT);
	char added[DATE_TEXT_SIZE];

	db_bind_int(s, 1, cve);
	db_bind_int(s, 2, k->list);
	moments_bind_date(s, 3, k->added, added);
	db_bind_int(s, 4, k->ransomware);
	db_bind_text(s, 5, k->name);
	if (date_is_known(k->added) && k->added.days * DAY_US > source->newest.us)
		source->newest.us = k->added.days * DAY_US;
	return put_entry(s, source, result, e);
}

bool advisories_put_kev(
    struct advisories *a, const struct kev_entry *k, enum put_result *result, struct err *e)
{
	char added[DATE_TEXT_SIZE], due[DATE_TEXT_SIZE];
	struct statement *s;
	struct source *source;
	int64_t cve;

	if (!cve_of(k->cve, &cve, e) || !find_source(a, exploit_list_name(k->list), &source, e))
		return false;
	if (k->list != EXPLOIT_KEV)
		return put_exploited(a, k, cve, source, result, e);
	*result = PUT_OLDER;
	if (source->older_list)
		return true;
	s = db_use(a->db, SQL_KEV_PUT);
	db_bind_int(s, 1, cve);
	moments_bind_date(s, 2, k->added, added);
	moments_bind_date(s, 3, k->due, due);
	db_bind_int(s, 4, k->ransomware);
	db_bind_text(s, 5, k->name);
	return put_entry(s, source, result, e);
}

/* Most of a day's list says what the day before said: reading is cheaper than writing. */
static bool epss_stands(struct db *db, int64_t cve, const struct epss_entry *p, bool *stands, struct err *e)
{
	struct statement *s = db_use(db, SQL_EPSS_GET);

	db_bind_int(s, 1, cve);
	if (!db_row(s, stands, e))
		return false;
	*stands = *stands && db_int(s, 0) == p->score && db_int(s, 1) == p->percentile;
	db_done(s);
	return true;
}

bool advisories_put_epss(
    struct advisories *a, const struct epss_entry *p, enum put_result *result, struct err *e)
{
	struct statement *s;
	struct source *source;
	bool stands = false;
	int64_t cve;

	if (!cve_of(p->cve, &cve, e) || !find_source(a, STR("epss"), &source, e))
		return false;
	*result = PUT_OLDER;
	if (source->older_list)
		return true;
	if (source->records > 0 && !epss_stands(a->db, cve, p, &stands, e))
		return false;
	*result = stands ? PUT_UNCHANGED : source->records > 0 ? PUT_CHANGED : PUT_NEW;
	if (stands)
		return true;
	s = db_use(a->db, SQL_EPSS_PUT);
	db_bind_int(s, 1, cve);
	db_bind_int(s, 2, p->score);
	db_bind_int(s, 3, p->percentile);
	return db_run(s, e);
}

bool advisories_put_lifecycle(
    struct advisories *a, const struct lifecycle *l, enum put_result *result, struct err *e)
{
	struct source *source;
	bool is_new, changed;

	if (!find_source(a, EOL_SOURCE, &source, e))
		return false;
	*result = PUT_OLDER;
	if (source->older_list)
		return true;
	if (!lifecycle_put(a->db, l, &is_new, &changed, e))
		return false;
	*result = is_new ? PUT_NEW : changed ? PUT_CHANGED : PUT_UNCHANGED;
	return true;
}

bool advisories_list_date(struct advisories *a, struct str name, struct instant date, struct err *e)
{
	struct source *source;

	if (!find_source(a, name, &source, e))
		return false;
	source->older_list = instant_is_known(date) && date.us < source->newest.us;
	if (instant_is_known(date) && !source->older_list)
		source->newest = date;
	return true;
}

/* KEV and EPSS have no advisories to count as they come. */
static bool count_list(struct advisories *a, struct source *source, struct err *e)
{
	enum sql_id count;
	struct statement *s;
	bool found;

	if (strcmp(source->name, "kev") == 0)
		count = SQL_KEV_COUNT;
	else if (strcmp(source->name, "kev-eu") == 0)
		count = SQL_EXPLOITED_COUNT;
	else if (strcmp(source->name, "epss") == 0)
		count = SQL_EPSS_COUNT;
	else if (str_eq(str_of(source->name), EOL_SOURCE))
		count = SQL_LIFECYCLE_COUNT;
	else
		return true;
	s = db_use(a->db, count);
	if (count == SQL_EXPLOITED_COUNT)
		db_bind_int(s, 1, EXPLOIT_KEV_EU);
	if (!db_row(s, &found, e))
		return false;
	source->records = db_int(s, 0);
	db_done(s);
	return true;
}

bool advisories_finish(struct advisories *a, struct err *e)
{
	if (!texts_flush(a->texts, e) || !packages_flush(a->packages, e) || !aliases_resolve(a->aliases, e))
		return false;
	for (size_t i = 0; i < a->source_count; i++) {
		struct statement *s;

		if (!count_list(a, &a->sources[i], e))
			return false;
		s = db_use(a->db, SQL_SOURCE_UPDATE);
		db_bind_int(s, 1, a->sources[i].records);
		moments_bind_instant(s, 2, a->sources[i].newest);
		db_bind_int(s, 3, a->now.us);
		db_bind_int(s, 4, a->sources[i].id);
		if (!db_run(s, e))
			return false;
	}
	return true;
}
