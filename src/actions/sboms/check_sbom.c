#include "actions/sboms/check_sbom.h"

#include "actions/matching/lives.h"
#include "actions/sboms/load_sbom.h"
#include "base/zstd_pack.h"
#include "limits.h"
#include "reports/sbom_check_json.h"
#include "store/components.h"
#include "store/devices.h"
#include "store/vex_documents.h"

static bool take_component(void *ctx, const struct sbom_component *c, struct err *e)
{
	struct checked_sbom *s = ctx;

	return sbom_check_add_component(s->check, c, e);
}

static bool take_dependency(void *ctx, struct str from, struct str to, struct err *e)
{
	struct checked_sbom *s = ctx;

	return sbom_check_add_dependency(s->check, from, to, e);
}

static bool take_element(void *ctx, const struct sbom_element *element, struct err *e)
{
	struct checked_sbom *s = ctx;

	(void)e;
	sbom_check_add_element(s->check, element);
	return true;
}

static struct sbom_sink begin(struct checked_sbom *out, struct date today)
{
	*out = (struct checked_sbom){ .check = sbom_check_new(today) };
	return (struct sbom_sink){ .ctx = out,
		.component = take_component,
		.dependency = take_dependency,
		.element = take_element };
}

bool check_sbom(
    const char *path, struct date today, struct arena *arena, struct checked_sbom *out, struct err *e)
{
	if (!read_sbom(path, begin(out, today), arena, &out->reading, e))
		return false;
	out->result = sbom_check_close(out->check, &out->reading.head);
	return true;
}

/* The newest document of the release, as it came. */
static bool unpack_kept(struct db *db, int64_t release_id, struct arena *arena, struct sbom_row *row,
    struct buf *out, struct err *e)
{
	SCOPED_BUF packed = buf_new(2 * (size_t)LIMIT_SBOM_BYTES);

	return sbom_newest(db, release_id, arena, row, e) && sbom_raw_newest(db, release_id, &packed, e) &&
	       zstd_unpack_one(buf_str(&packed), out, e);
}

bool check_kept_sbom(struct db *db, const struct kept_sbom *which, struct date today, struct arena *arena,
    struct checked_sbom *out, struct err *e)
{
	SCOPED_BUF bytes = buf_new(LIMIT_SBOM_BYTES);
	struct sbom_sink sink = begin(out, today);
	struct component *components;
	struct release release;
	struct device device;
	struct sbom_row row;
	size_t count;

	if (!device_get(db, which->device, arena, &device, e) ||
	    !release_find(db, device.id, which->release, arena, &release, e))
		return false;
	if (!release.id)
		return err_fail(e, ERR_ABSENT, "device \"" STR_FMT "\" has no release \"" STR_FMT "\"",
		    STR_ARG(device.name), STR_ARG(which->release));
	if (!unpack_kept(db, release.id, arena, &row, &bytes, e) ||
	    !read_sbom_bytes(row.file, buf_str(&bytes), sink, arena, &out->reading, e))
		return false;
	out->result = sbom_check_close(out->check, &out->reading.head);
	return components_of_list(db, release.list_id, arena, &components, &count, e) &&
	       check_sbom_lives(db, components, count, today, arena, out, e);
}

bool check_sbom_lives(struct db *db, const struct component *components, size_t count, struct date today,
    struct arena *arena, struct checked_sbom *out, struct err *e)
{
	out->today = today;
	return lives_ended(db, components, count, today, arena, &out->ended, &out->ended_count, e);
}

bool check_sbom_file_lives(struct db *db, const char *path, struct date today, struct arena *arena,
    struct checked_sbom *out, struct err *e)
{
	SCOPED_LOADED_SBOM loaded = { 0 };

	return load_sbom(path, arena, &loaded, e) &&
	       check_sbom_lives(db, loaded.components, loaded.count, today, arena, out, e);
}

void checked_sbom_json(struct json_out *w, const struct checked_sbom *s, enum check_regime regime)
{
	struct sbom_check_about about = {
		.file = s->reading.file,
		.format = s->reading.head.format,
		.digest = s->reading.digest,
		.warnings = s->reading.warnings,
		.warning_count = s->reading.warning_count,
		.ended = s->ended,
		.ended_count = s->ended_count,
		.today = s->today,
		.regime = regime,
	};

	sbom_check_write(&about, s->result, w);
}

void checked_sbom_clear(struct checked_sbom *s)
{
	sbom_reading_clear(&s->reading);
	sbom_check_free(s->check);
	s->check = NULL;
}
