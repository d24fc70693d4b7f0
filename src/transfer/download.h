/*
 * download - documents of any size over HTTPS, each into a file, over one connection as long as it holds.
 *
 * A document is asked for with what is known of it, so that what is unchanged is not sent again (RFC 9110,
 * section 13). A transfer that breaks off goes on where it broke (section 14.5), and what is refused for a
 * while (408, 429, 500, 502, 503, 504) is asked for again, some times, when the server says so. Redirects are
 * followed, but not to an address that is not safe (transfer/fetch.h), and not from TLS to none.
 */
#pragma once
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

struct downloader;

/* Is it to end? Asked about once a second. No function: it never is. */
struct download_stop {
	void *ctx;
	bool (*asked)(void *ctx);
};

/* ERR_IO where libcurl is not installed. */
MUST_CHECK bool downloader_open(struct download_stop stop, struct downloader **out, struct err *e);
void downloader_close(struct downloader *d);

struct download {
	struct str url;
	struct str etag,
	    modified;	  /* of the bytes that are known already, as the server gave them; or empty */
	const char *path; /* of the file that is made, or made anew */
};

struct downloaded {
	bool unchanged;		   /* there is no file then */
	int64_t bytes;		   /* in the file */
	struct str etag, modified; /* in the arena; empty where the server gives none */
};

/* ERR_NETWORK for whatever goes wrong on the way, ERR_IO where the file cannot be written, ERR_INPUT for an
 * address that is not safe; there is no file then. */
MUST_CHECK bool download_get(struct downloader *d, const struct download *what, struct arena *arena,
    struct downloaded *out, struct err *e);

static inline void downloader_scoped_close(struct downloader **d)
{
	downloader_close(*d);
}
#define SCOPED_DOWNLOADER __attribute__((cleanup(downloader_scoped_close))) struct downloader
