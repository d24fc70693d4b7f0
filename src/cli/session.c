#include "cli/session.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "actions/clock.h"
#include "base/crypto.h"
#include "base/number.h"
#include "base/secret.h"

#define STALE_DAYS_DEFAULT 7
#define STALE_DAYS_MOST 36500

/* Makes the folders of a path that are not there yet, for the owner alone. */
static bool make_folders(char *path, struct err *e)
{
	for (char *at = path + 1; *at; at++) {
		if (*at != '/')
			continue;
		*at = '\0';
		if (mkdir(path, 0700) != 0 && errno != EEXIST) {
			err_fail(e, ERR_IO, "%s: %s", path, strerror(errno));
			*at = '/';
			return false;
		}
		*at = '/';
	}
	return true;
}

static bool default_path(struct arena *arena, enum db_mode mode, char **out, struct err *e)
{
	const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
	struct str path;

	if (data && *data)
		path = arena_printf(arena, "%s/aftercare/aftercare.db", data);
	else if (home && *home)
		path = arena_printf(arena, "%s/.local/share/aftercare/aftercare.db", home);
	else
		return err_fail(e, ERR_USAGE, "no store is named: give --store PATH or set AFTERCARE_STORE");
	*out = arena_text(arena, path);
	return mode != DB_WRITE || make_folders(*out, e);
}

static bool url_of(
    const struct options *o, enum db_mode mode, struct arena *arena, const char **out, struct err *e)
{
	const char *url = options_value(o, "store");
	char *path = NULL;

	if (!url)
		url = getenv("AFTERCARE_STORE");
	if (url && *url) {
		*out = arena_text(arena, str_of(url));
		return true;
	}
	if (!default_path(arena, mode, &path, e))
		return false;
	*out = path;
	return true;
}

bool session_open(const struct options *o, enum db_mode mode, struct db **out, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	const char *url;

	if (mode != DB_READ && !options_are_text(o, e))
		return false;
	return url_of(o, mode, &arena, &url, e) && db_open(url, mode, out, e);
}

bool session_url(const struct options *o, struct arena *arena, const char **out, struct err *e)
{
	return url_of(o, DB_WRITE, arena, out, e);
}

bool session_wants_json(const struct options *o)
{
	const char *format = options_value(o, "format");

	return format && strcmp(format, "json") == 0;
}

bool session_stale_after(const struct options *o, int64_t *days, struct err *e)
{
	const char *given = options_value(o, "stale-after"), *wanted = getenv("AFTERCARE_STALE_AFTER");
	const char *word = given ? given : wanted;

	*days = STALE_DAYS_DEFAULT;
	if (!word || !*word)
		return true;
	*days = 0;
	if (strcmp(word, "never") == 0 ||
	    number_parse(str_of(word), "number of days", 1, STALE_DAYS_MOST, days, e))
		return true;
	return err_within(e, "%s", given ? "--stale-after" : "AFTERCARE_STALE_AFTER");
}

/* $XDG_STATE_HOME/aftercare/session-DIGEST, by the words that name the store. No pointer: there is no place.
 */
static struct str proof_path(const struct options *o, struct arena *arena)
{
	const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
	const char *url = options_value(o, "store");
	char hex[SHA256_HEX_SIZE];
	struct sha256 digest;

	if (!url)
		url = getenv("AFTERCARE_STORE");
	digest = sha256_of(str_of(url ? url : ""));
	sha256_hex(&digest, hex);
	if (state && *state)
		return arena_printf(arena, "%s/aftercare/session-%.16s", state, hex);
	if (home && *home)
		return arena_printf(arena, "%s/.local/state/aftercare/session-%.16s", home, hex);
	return STR_NONE;
}

/* A line with the name, a line with the token; *who and *token stay as they are where there is none. */
static void read_proof(const struct options *o, struct str *who, struct str *token)
{
	static char text[256]; /* a process has one session */
	SCOPED_ARENA arena = { 0 };
	struct str path = proof_path(o, &arena), rest, name;
	FILE *file = path.ptr ? fopen(arena_text(&arena, path), "re") : NULL;
	size_t len;

	if (!file)
		return;
	len = fread(text, 1, sizeof(text), file);
	fclose(file);
	rest = str_trim((struct str){ text, len });
	if (!str_cut(&rest, '\n', &name))
		return;
	*who = name;
	*token = rest;
}

/* A token for programs (actions/users/tokens.h), alone in its file. */
static void read_token(const char *path, struct str *token)
{
	static char text[SECRET_WORD_SIZE + 1]; /* a process has one session */
	FILE *file = fopen(path, "re");

	if (!file)
		return;
	*token = str_trim((struct str){ text, fread(text, 1, sizeof(text), file) });
	fclose(file);
}

bool session_keep_proof(const struct options *o, struct str who, struct str token, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct str path = proof_path(o, &arena);
	char *name;
	FILE *file;
	int fd;

	if (!path.ptr)
		return err_fail(e, ERR_IO, "there is no place for the session: set XDG_STATE_HOME");
	name = arena_text(&arena, path);
	if (!make_folders(name, e))
		return false;
	fd = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	file = fd >= 0 ? fdopen(fd, "w") : NULL;
	if (!file)
		return err_fail(e, ERR_IO, "%s: %s", name, strerror(errno));
	fprintf(file, STR_FMT "\n" STR_FMT "\n", STR_ARG(who), STR_ARG(token));
	return fclose(file) == 0 || err_fail(e, ERR_IO, "%s: %s", name, strerror(errno));
}

void session_forget_proof(const struct options *o)
{
	SCOPED_ARENA arena = { 0 };
	struct str path = proof_path(o, &arena);

	if (path.ptr)
		unlink(arena_text(&arena, path));
}

struct str session_system_user(void)
{
	struct passwd *user = getpwuid(getuid());

	return user ? str_of(user->pw_name) : STR("unknown");
}

struct change_by session_by(const struct options *o)
{
	const char *who = options_value(o, "by"), *why = options_value(o, "why");
	const char *token = getenv("AFTERCARE_TOKEN_FILE");
	struct change_by by = { .at = instant_now(), .why = why ? str_of(why) : STR("") };

	by.who = session_system_user();
	read_proof(o, &by.who, &by.token);
	if (token && *token)
		read_token(token, &by.token);
	if (!who)
		who = getenv("AFTERCARE_USER");
	if (who && *who)
		by.who = str_of(who);
	return by;
}
