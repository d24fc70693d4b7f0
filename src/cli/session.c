#include "cli/session.h"

#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "actions/clock.h"
#include "base/number.h"

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

bool session_open(const struct options *o, enum db_mode mode, struct db **out, struct err *e)
{
	const char *url = options_value(o, "store");
	SCOPED_ARENA arena = { 0 };
	char *path;

	if (!url)
		url = getenv("AFTERCARE_STORE");
	if (url && *url)
		return db_open(url, mode, out, e);
	return default_path(&arena, mode, &path, e) && db_open(path, mode, out, e);
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

struct change_by session_by(const struct options *o)
{
	const char *who = options_value(o, "by"), *why = options_value(o, "why");
	struct passwd *user;

	if (!who)
		who = getenv("AFTERCARE_USER");
	if (!who || !*who) {
		user = getpwuid(getuid());
		who = user ? user->pw_name : "unknown";
	}
	return (struct change_by){ str_of(who), instant_now(), why ? str_of(why) : STR("") };
}
