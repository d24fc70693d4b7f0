/*
 * going - one transfer of libcurl's on its way: its settings, its run, its end.
 *
 * What every transfer has: a certificate that holds, an end in some seconds, no signals.
 */
#pragma once
#include "base/arena.h"
#include "base/str.h"
#include "transfer/curl_library.h"

struct going {
	struct curl_library lib;
	CURL *curl;
	struct arena *arena;
	bool set; /* every setting was taken */
};

/* Texts that are set are copied into the arena. ERR_IO where libcurl is not installed. */
MUST_CHECK bool going_open(struct arena *arena, struct going *out, struct err *e);
void going_set_text(struct going *g, CURLoption option, struct str value);
void going_set_number(struct going *g, CURLoption option, long value);
/* data goes to CURLOPT_WRITEDATA or CURLOPT_READDATA. */
void going_set_pointer(struct going *g, CURLoption option, void *data);
void going_set_function(
    struct going *g, CURLoption option, size_t (*function)(char *, size_t, size_t, void *));
/* The scheme "https" alone, for example; on this machine without a proxy. */
void going_set_address(struct going *g, struct str url, struct str scheme, bool here);
/* Without an end of its own, as long as something comes: a minute in which nearly nothing does ends it. */
void going_set_patient(struct going *g);
/* ERR_NETWORK for whatever goes wrong on the way. */
MUST_CHECK bool going_run(struct going *g, struct err *e);
void going_close(struct going *g);

/* Does the rest of an address, behind its scheme, begin with a host that is this machine? */
bool going_is_here(struct str rest);
/* No blank, control character or other byte that an address cannot have. */
bool going_is_address(struct str url);
