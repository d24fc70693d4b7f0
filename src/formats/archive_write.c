#include "formats/archive_write.h"

#include <stdlib.h>

#include "base/memory.h"
#include "formats/archive_library.h"

#define NAME_BYTES 256
#define SECOND_US 1000000

struct archive_out {
	struct archive_library lib;
	struct archive *archive;
	struct archive_entry *entry;
	struct buf *to;
	enum archive_form form;
	struct instant at;
};

static la_ssize_t keep(struct archive *archive, void *ctx, const void *bytes, size_t count)
{
	struct archive_out *a = ctx;

	(void)archive;
	buf_add(a->to, (struct str){ bytes, count });
	return (la_ssize_t)count;
}

static bool fail(struct archive_out *a, const char *what, struct err *e)
{
	const char *why = a->lib.archive_error_string(a->archive);

	return err_fail(e, ERR_IO, "the archive: %s: %s", what, why ? why : "unknown");
}

static bool open_form(struct archive_out *a)
{
	const struct archive_library *lib = &a->lib;

	if (a->form == ARCHIVE_ZIP)
		return lib->archive_write_set_format_zip(a->archive) == ARCHIVE_OK;
	return lib->archive_write_set_format_ustar(a->archive) == ARCHIVE_OK &&
	       lib->archive_write_add_filter_zstd(a->archive) == ARCHIVE_OK;
}

bool archive_out_open(
    struct buf *to, enum archive_form form, struct instant at, struct archive_out **out, struct err *e)
{
	struct archive_library lib;
	struct archive_out *a;

	if (!archive_library_load(&lib, e))
		return false;
	a = memory_alloc(1, sizeof(*a));
	*a = (struct archive_out){ .lib = lib, .to = to, .form = form, .at = at };
	a->archive = lib.archive_write_new();
	a->entry = lib.archive_entry_new();
	if (!open_form(a) || lib.archive_write_set_bytes_in_last_block(a->archive, 1) != ARCHIVE_OK ||
	    lib.archive_write_open(a->archive, a, NULL, keep, NULL) != ARCHIVE_OK) {
		(void)!fail(a, "cannot be begun", e);
		archive_out_drop(a);
		return false;
	}
	*out = a;
	return true;
}

bool archive_out_add(struct archive_out *a, struct str name, struct str bytes, struct err *e)
{
	const struct archive_library *lib = &a->lib;
	char path[NAME_BYTES];

	snprintf(path, sizeof(path), "%.*s", STR_WHOLE(name));
	lib->archive_entry_clear(a->entry);
	lib->archive_entry_set_pathname(a->entry, path);
	lib->archive_entry_set_size(a->entry, (la_int64_t)bytes.len);
	lib->archive_entry_set_filetype(a->entry, AE_IFREG);
	lib->archive_entry_set_perm(a->entry, 0644);
	if (a->form != ARCHIVE_ZIP)
		lib->archive_entry_set_mtime(a->entry, a->at.us / SECOND_US, 0);
	if (lib->archive_write_header(a->archive, a->entry) != ARCHIVE_OK ||
	    lib->archive_write_data(a->archive, bytes.ptr, bytes.len) != (la_ssize_t)bytes.len)
		return fail(a, path, e);
	return true;
}

void archive_out_drop(struct archive_out *a)
{
	if (!a)
		return;
	a->lib.archive_entry_free(a->entry);
	a->lib.archive_write_free(a->archive);
	free(a);
}

bool archive_out_close(struct archive_out *a, struct err *e)
{
	bool good = a->lib.archive_write_close(a->archive) == ARCHIVE_OK || fail(a, "cannot be ended", e);

	if (good && buf_full(a->to))
		good = err_fail(e, ERR_LIMIT, "the archive is larger than %zu bytes", a->to->most);
	archive_out_drop(a);
	return good;
}
