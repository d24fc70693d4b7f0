/*
 * http_library - libmicrohttpd, loaded when a server starts.
 *
 * It brings a TLS library along, which no other command needs (docs/choices/http.md).
 */
#pragma once
#include <microhttpd.h>

#include "base/err.h"

/* Every function of it that is called. */
#define HTTP_FUNCTIONS(FUNCTION)                                                                             \
	FUNCTION(MHD_add_response_header)                                                                    \
	FUNCTION(MHD_create_response_from_buffer)                                                            \
	FUNCTION(MHD_create_response_from_callback)                                                          \
	FUNCTION(MHD_create_response_from_fd64)                                                              \
	FUNCTION(MHD_destroy_response)                                                                       \
	FUNCTION(MHD_get_connection_info)                                                                    \
	FUNCTION(MHD_get_connection_values_n)                                                                \
	FUNCTION(MHD_get_daemon_info)                                                                        \
	FUNCTION(MHD_is_feature_supported)                                                                   \
	FUNCTION(MHD_queue_response)                                                                         \
	FUNCTION(MHD_quiesce_daemon)                                                                         \
	FUNCTION(MHD_resume_connection)                                                                      \
	FUNCTION(MHD_start_daemon)                                                                           \
	FUNCTION(MHD_stop_daemon)                                                                            \
	FUNCTION(MHD_suspend_connection)

/* Under their own names. */
struct http_library {
#define FUNCTION(name) __typeof__(name) *name;
	HTTP_FUNCTIONS(FUNCTION)
#undef FUNCTION
};

/* It stays loaded as long as the program runs. ERR_IO where it is not installed. */
MUST_CHECK bool http_library_load(struct http_library *out, struct err *e);
