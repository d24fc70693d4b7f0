/*
 * /api/v1/backups - backups in the folder that the server was started with.
 */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "actions/backup/backup_folder.h"
#include "actions/clock.h"
#include "base/err_rename.h"
#include "base/memory.h"
#include "records/user.h"
#include "server/body.h"
#include "server/jobs.h"
#include "server/page.h"
#include "server/permission.h"
#include "server/state.h"
#include "server/tables.h"

static bool folder_of(const struct exchange *x, const char **out, struct err *e)
{
	*out = x->server->config.backups;
	return *out || err_fail(e, ERR_ABSENT, "this server makes no backups") ||
	       err_remedy(e, REMEDY_BACKUP_FOLDER);
}

static void put_entry(struct json_out *w, const struct backup_entry *b)
{
	json_open_object(w);
	json_field_text(w, "name", b->name);
	json_field_text_or_null(w, "wrong", b->wrong);
	if (!b->wrong.ptr) {
		json_field_int(w, "file_bytes", b->bytes);
		json_key(w, "manifest");
		json_open_object(w);
		backup_manifest_fields(&b->manifest, w);
		json_close_object(w);
	}
	json_close_object(w);
}

static bool get_backups(struct exchange *x, struct err *e)
{
	struct backup_entry *entries;
	const char *folder;
	struct json_out *w;
	struct page page;
	size_t count;

	if (!folder_of(x, &folder, e) || !backup_folder_list(folder, &x->arena, &entries, &count, e) ||
	    !page_of(x, count, &page, e))
		return false;
	w = page_begin(x);
	json_open_array(w);
	for (size_t i = 0; i < page.count; i++)
		put_entry(w, &entries[page.from + i]);
	json_close_array(w);
	return page_end(x, w, &page, e);
}

/* As a file to be kept; it is whole, or it would not have its name. */
static bool get_backup(struct exchange *x, struct err *e)
{
	const char *folder, *path;
	int fd;

	if (!folder_of(x, &folder, e) || !backup_folder_path(folder, x->params[0], &x->arena, &path, e))
		return false;
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	if (fd < 0)
		return err_fail(e, errno == ENOENT ? ERR_ABSENT : ERR_IO,
		    "there is no backup \"" STR_FMT "\"", STR_ARG(x->params[0]));
	x->answer.file = fd;
	x->answer.type = "application/octet-stream";
	x->answer.status = 200;
	answer_header(x, "Content-Disposition",
	    arena_printf(&x->arena, "attachment; filename=\"" STR_FMT "\"", STR_ARG(x->params[0])));
	return true;
}

/* One that waits or runs: everything is its own, as the request has been answered long ago. */
struct making {
	struct arena arena;
	const char *folder, *path; /* path: of one that is verified */
	struct change_by by;
	struct job *job;
	int64_t faults;
};

static void making_free(void *of)
{
	struct making *m = of;

	arena_free(&m->arena);
	free(m);
}

static void tell(void *ctx, int64_t done, int64_t all)
{
	struct making *m = ctx;
	SCOPED_ARENA arena = { 0 };

	job_tell(m->job, done, arena_printf(&arena, "of %lld", (long long)all));
}

/* The result says how many there are; verifying the trail names them. */
static void pass_over(void *ctx, const char *says)
{
	(void)ctx;
	(void)says;
}

static bool make(void *of, struct db *db, struct job *job, struct json_out *result, struct err *e)
{
	struct making *m = of;
	char hex[SHA256_HEX_SIZE];
	const char *path;
	struct backup b;
	struct str name;

	m->job = job;
	m->by.at = instant_now();
	name = backup_folder_name(m->by.at, &m->arena);
	if (!backup_folder_path(m->folder, name, &m->arena, &path, e) ||
	    !backup_make(
		db, path, m->by, (struct db_copying){ m, tell }, (struct verify_sink){ m, pass_over }, &b, e))
		return false;
	json_open_object(result);
	json_field_text(result, "name", name);
	json_field_int(result, "file_bytes", b.bytes);
	json_field_text(result, "file_sha256", str_of(sha256_hex(&b.file, hex)));
	json_key(result, "manifest");
	json_open_object(result);
	backup_manifest_fields(&b.manifest, result);
	json_close_object(result);
	json_close_object(result);
	return true;
}

static bool post_backup(struct exchange *x, struct err *e)
{
	struct making *m;
	const char *folder;
	struct str why;
	struct body b;

	if (!folder_of(x, &folder, e) || !body_read(x, "why", &b, e) || !body_text(&b, "why", &why, e) ||
	    !permission_has(x, "store.backup", STR("store"), e))
		return false;
	m = memory_alloc(1, sizeof(*m));
	m->folder = folder;
	m->by = job_by(x, why, &m->arena);
	return job_begin(x, &(struct job_work){ "store.backup", make, making_free, m }, e);
}

#define FAULTS_MOST 1000 /* that are named */

struct verifying {
	struct json_out *w;
	int64_t told;
};

static void put_fault(void *ctx, const char *says)
{
	struct verifying *v = ctx;

	if (v->told++ < FAULTS_MOST)
		json_put_text(v->w, str_of(says));
}

/* All bytes are read, and the store in them is verified. */
static bool verify(void *of, struct db *db, struct job *job, struct json_out *result, struct err *e)
{
	struct making *m = of;
	struct verifying faults = { .w = result };
	char hex[SHA256_HEX_SIZE];
	struct backup b;
	bool verified;

	(void)db;
	(void)job;
	json_open_object(result);
	json_key(result, "faults");
	json_open_array(result);
	if (!backup_verify(m->path, (struct verify_sink){ &faults, put_fault }, &b, &verified, e)) {
		/* where the folder lies is the house's own affair: the name says which it is */
		err_rename(e, str_of(m->path), str_from(str_of(m->path), strlen(m->folder) + 1));
		return false;
	}
	json_close_array(result);
	json_field_int(result, "fault_count", faults.told);
	json_field_bool(result, "verified", verified);
	json_field_int(result, "file_bytes", b.bytes);
	json_field_text(result, "file_sha256", str_of(sha256_hex(&b.file, hex)));
	json_key(result, "manifest");
	json_open_object(result);
	backup_manifest_fields(&b.manifest, result);
	json_close_object(result);
	json_close_object(result);
	return true;
}

static bool post_verification(struct exchange *x, struct err *e)
{
	const char *folder, *path;
	struct making *m;

	if (!folder_of(x, &folder, e) || !backup_folder_path(folder, x->params[0], &x->arena, &path, e))
		return false;
	if (access(path, R_OK) != 0)
		return err_fail(e, ERR_ABSENT, "there is no backup \"" STR_FMT "\"", STR_ARG(x->params[0]));
	m = memory_alloc(1, sizeof(*m));
	m->folder = folder;
	m->path = arena_text(&m->arena, str_of(path));
	return job_begin(x, &(struct job_work){ "backup.verify", verify, making_free, m }, e);
}

const struct route routes_backups[] = {
	{ METHOD_GET, "/api/v1/backups", get_backups, ROUTE_SLOW, ROLE_ADMINISTRATOR, NULL },
	{ METHOD_POST, "/api/v1/backups", post_backup, 0, 0, "store.backup" },
	{ METHOD_GET, "/api/v1/backups/{backup}", get_backup, 0, ROLE_ADMINISTRATOR, NULL },
	{ METHOD_POST, "/api/v1/backups/{backup}/verification", post_verification, 0, ROLE_ADMINISTRATOR,
	    NULL },
	{ 0 },
};
