/*
 * curl_library - libcurl, loaded when something is first fetched.
 *
 * It brings a dozen libraries along, which no other command needs.
 */
#pragma once
#include <curl/curl.h>

#include "base/err.h"

/* The type checks of curl's headers are macros on the functions' own names. */
#undef curl_easy_getinfo
#undef curl_easy_setopt

/* Every function of it that is called. */
#define CURL_FUNCTIONS(FUNCTION)                                                                             \
	FUNCTION(curl_easy_cleanup)                                                                          \
	FUNCTION(curl_easy_getinfo)                                                                          \
	FUNCTION(curl_easy_init)                                                                             \
	FUNCTION(curl_easy_perform)                                                                          \
	FUNCTION(curl_easy_setopt)                                                                           \
	FUNCTION(curl_easy_strerror)                                                                         \
	FUNCTION(curl_slist_append)                                                                          \
	FUNCTION(curl_slist_free_all)

/* Under their own names. */
struct curl_library {
#define FUNCTION(name) __typeof__(name) *name;
	CURL_FUNCTIONS(FUNCTION)
#undef FUNCTION
};

/* It stays loaded as long as the program runs. ERR_IO where it is not installed. */
MUST_CHECK bool curl_library_load(struct curl_library *out, struct err *e);
