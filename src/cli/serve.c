/*
 * serve - the server: API and web app of one store.
 */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/number.h"
#include "cli/command.h"
#include "cli/session.h"
#include "formats/input.h"
#include "server/server.h"

#define PORT 8806
#define SYNC_MOST_HOURS (24 * 7)
#define PEM_MOST ((size_t)1024 * 1024)

static const struct option_spec specs[] = {
	SESSION_STORE_OPTION,
	{ "port", OPTION_NUMBER, NULL },
	{ "listen", OPTION_VALUE, NULL },
	{ "tls-certificate", OPTION_VALUE, NULL },
	{ "tls-key", OPTION_VALUE, NULL },
	{ "behind-proxy", OPTION_FLAG, NULL },
	{ "oidc", OPTION_VALUE, NULL },
	{ "alerts", OPTION_VALUE, NULL },
	{ "sync", OPTION_VALUE, NULL },
	{ "providers", OPTION_VALUE, NULL },
	{ "rate", OPTION_NUMBER, NULL },
	{ "log", OPTION_VALUE, NULL },
	{ "stale-after", OPTION_VALUE, NULL },
	{ "first-word-file", OPTION_VALUE, NULL },
	{ "backups", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool read_pem(
    const struct options *o, const char *option, struct arena *arena, struct str *out, struct err *e)
{
	SCOPED_INPUT *in = NULL;
	SCOPED_BUF pem = buf_new(PEM_MOST);

	if (!options_has(o, option))
		return true;
	if (!input_open_file(options_value(o, option), &in, e) || !input_read_all(in, &pem, e) ||
	    !input_finish(in, e))
		return err_within(e, "--%s", option);
	*out = arena_copy(arena, buf_str(&pem));
	return true;
}

static bool is_loopback(const char *address)
{
	return str_starts(str_of(address), STR("127.")) || strcmp(address, "::1") == 0;
}

/* Secrets do not travel in clear over a network. */
static bool check_secrecy(const struct server_config *c, struct err *e)
{
	if ((c->certificate.ptr == NULL) != (c->key.ptr == NULL))
		return err_fail(e, ERR_USAGE, "--tls-certificate and --tls-key go together");
	return c->certificate.ptr || c->trust_proxy || is_loopback(c->address) ||
	       err_fail(e, ERR_USAGE,
		   "on %s secrets would travel in clear: give --tls-certificate and --tls-key, or "
		   "--behind-proxy where a "
		   "proxy does TLS",
		   c->address);
}

static bool check_backups(const char *folder, struct err *e)
{
	struct stat there;

	return !folder || (stat(folder, &there) == 0 && S_ISDIR(there.st_mode)) ||
	       err_fail(e, ERR_INPUT, "--backups: there is no folder %s", folder);
}

/* "asked", or every so many hours. */
static bool read_sync(const struct options *o, struct arena *arena, struct server_sync *out, struct err *e)
{
	const char *when = options_value(o, "sync"), *path = options_value(o, "providers");
	int64_t hours = 0;

	if (!when)
		return !path || err_fail(e, ERR_USAGE, "--providers goes with --sync");
	if (strcmp(when, "asked") != 0 &&
	    !number_parse(str_of(when), "--sync", 1, SYNC_MOST_HOURS, &hours, e))
		return err_fail(e, ERR_INPUT, "--sync: expected asked, or hours from 1 to %d, found \"%s\"",
		    SYNC_MOST_HOURS, when);
	out->every_us = hours * HOUR_US;
	if (path)
		return providers_read(path, arena, &out->providers, e) || err_within(e, "--providers");
	providers_shipped(arena, &out->providers);
	return true;
}

static bool read_config(const struct options *o, struct arena *arena, struct server_config *c, struct err *e)
{
	int64_t port = PORT;

	*c = (struct server_config){ .address = "127.0.0.1",
		.rate = 200,
		.trust_proxy = options_has(o, "behind-proxy"),
		.backups = options_value(o, "backups") };
	if (options_has(o, "listen"))
		c->address = options_value(o, "listen");
	if (!options_number(o, "port", 0, UINT16_MAX, &port, e))
		return false;
	if (!options_number(o, "rate", 0, 1000000, &c->rate, e))
		return false;
	c->port = (uint16_t)port;
	return check_backups(c->backups, e) && read_sync(o, arena, &c->sync, e) &&
	       session_stale_after(o, &c->stale_after, e) &&
	       read_pem(o, "tls-certificate", arena, &c->certificate, e) &&
	       read_pem(o, "tls-key", arena, &c->key, e) && check_secrecy(c, e) &&
	       (!options_has(o, "alerts") ||
		   alert_config_read(options_value(o, "alerts"), arena, &c->alerts, e) ||
		   err_within(e, "--alerts")) &&
	       (!options_has(o, "oidc") || oidc_config_read(options_value(o, "oidc"), arena, &c->oidc, e) ||
		   err_within(e, "--oidc"));
}

static bool open_log(struct app *app, const struct options *o, FILE **out, struct err *e)
{
	const char *path = options_value(o, "log");

	*out = path && strcmp(path, "-") != 0 ? fopen(path, "ae") : app->err;
	return *out || err_fail(e, ERR_IO, "%s: cannot be written", path);
}

/* Where it is reached: "http://127.0.0.1:8806". */
static struct str address_of(const struct server_config *c, const struct server *s, struct arena *arena)
{
	bool six = strchr(c->address, ':');

	return arena_printf(arena, "%s://%s%s%s:%u", c->certificate.ptr ? "https" : "http", six ? "[" : "",
	    c->address, six ? "]" : "", (unsigned)server_port(s));
}

/* For whoever may read the file, and not for the log of a service, which others read too. */
static bool put_first(const char *path, struct str address, struct str word, struct err *e)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
	FILE *file = fd >= 0 && fchmod(fd, 0600) == 0 ? fdopen(fd, "w") : NULL;

	if (!file) {
		err_fail(e, ERR_IO, "%s: %s", path, strerror(errno));
		if (fd >= 0)
			close(fd);
		return false;
	}
	fprintf(file, STR_FMT "/first#" STR_FMT "\n", STR_ARG(address), STR_ARG(word));
	return fclose(file) == 0 || err_fail(e, ERR_IO, "%s: %s", path, strerror(errno));
}

static bool tell_start(
    struct app *app, const struct server_config *c, const struct server *s, const char *first, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct str word = server_first_word(s), address = address_of(c, s, &arena);

	fprintf(app->out, "aftercare serves %s at " STR_FMT "\n", c->store, STR_ARG(address));
	if (word.ptr && first) {
		if (!put_first(first, address, word, e))
			return false;
		fprintf(app->out,
		    "Nobody can sign in yet. The address at which the first administrator is made stands in "
		    "%s\n",
		    first);
	} else if (word.ptr)
		fprintf(app->out,
		    "Nobody can sign in yet. Make the first administrator at " STR_FMT "/first#" STR_FMT
		    "\nThe address works once, until this server ends.\n",
		    STR_ARG(address), STR_ARG(word));
	fflush(app->out);
	return true;
}

/* Until somebody says that it should end. */
static void wait_for_signal(const sigset_t *ends)
{
	int which;

	sigwait(ends, &which);
}

static bool serve(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	const char *first = options_value(o, "first-word-file");
	struct server_config config;
	struct server *server;
	sigset_t ends;
	bool told;

	if (!options_words(o, 0, 0, "nothing", e) || !read_config(o, &arena, &config, e) ||
	    !session_url(o, &arena, &config.store, e) || !open_log(app, o, &config.log, e))
		return false;
	sigemptyset(&ends);
	sigaddset(&ends, SIGINT);
	sigaddset(&ends, SIGTERM);
	pthread_sigmask(SIG_BLOCK, &ends, NULL);
	signal(SIGPIPE, SIG_IGN);
	if (!server_open(&config, &server, e))
		return false;
	if (!server_first_word(server).ptr)
		first = NULL;
	told = tell_start(app, &config, server, first, e);
	if (told)
		wait_for_signal(&ends);
	if (first)
		unlink(first); /* the word ends with the server */
	server_close(server);
	if (config.log != app->err)
		fclose(config.log);
	return told;
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, serve);
}

const struct command command_serve = {
	.name = "serve",
	.synopsis =
	    "[--store URL] [--port N] [--listen ADDRESS] [--tls-certificate FILE --tls-key FILE | "
	    "--behind-proxy] [--oidc FILE] [--alerts FILE] [--sync HOURS|asked [--providers FILE]] "
	    "[--rate N] [--log FILE] [--stale-after DAYS|never] [--first-word-file FILE] [--backups FOLDER]",
	.summary = "serve the API and the web app of a store",
	.help =
	    "On 127.0.0.1, port 8806, where nothing else is given; port 0: any that is free. Another address "
	    "needs\n"
	    "TLS: here, with a certificate and its key as PEM, or at a proxy that sets X-Forwarded-For and\n"
	    "X-Forwarded-Proto (--behind-proxy). Where the store has no users yet, an address is printed at "
	    "which\n"
	    "the first administrator is made, once.\n"
	    "--oidc: users may sign in at a provider too, which FILE describes (docs/man/oidc.md).\n"
	    "--alerts: security events are told by mail at once, to whom FILE says (docs/man/alerts.md).\n"
	    "--sync: what providers of records have that is new is fetched every so many hours, or only "
	    "when\n"
	    "somebody asks for it; without it nothing is fetched (docs/man/sync.md).\n"
	    "--first-word-file: that address goes to FILE instead, for its owner alone, as long as the "
	    "server\n"
	    "runs: what a service prints is read by others too. --rate: requests a second that one address "
	    "of\n"
	    "another machine may make; 0: any number. --log: a line of JSON for each request, appended to "
	    "FILE;\n"
	    "else to standard error. --stale-after: findings, and where something is, are answered with a "
	    "warning\n"
	    "of each source whose newest record is that old; 7 days where nothing is said, else what\n"
	    "AFTERCARE_STALE_AFTER has; never: no source is called old. --backups: where administrators have "
	    "backups made by the API and the "
	    "pages,\n"
	    "and from where they may take them; without it there are none. It ends, with everything that has "
	    "begun done, at SIGTERM or SIGINT.\n",
	.options = specs,
	.run = run,
};
