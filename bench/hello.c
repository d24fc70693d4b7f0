/*
 * hello - what a server of the same HTTP library can do at best: a reference of bench/run.
 *
 * usage: hello
 *
 * Listens on a free port of this machine, which it prints, with the settings of src/server/http.c and one
 * thread; "/N" is answered by N bytes that stand in memory. Ends at the end of its input.
 */
#include <arpa/inet.h>
#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_BYTES (4 << 20)

static char bytes[MOST_BYTES];

static enum MHD_Result answer(void *ctx, struct MHD_Connection *connection, const char *url,
    const char *method, const char *version, const char *body, size_t *body_bytes, void **own)
{
	static int seen;
	unsigned long count = strtoul(url + 1, NULL, 10) /* "/" is 0 */;
	struct MHD_Response *response;
	enum MHD_Result sent;

	(void)ctx, (void)method, (void)version, (void)body, (void)body_bytes;
	if (!*own) { /* only the headers are there */
		*own = &seen;
		return MHD_YES;
	}
	*own = NULL;
	response = MHD_create_response_from_buffer(
	    count < MOST_BYTES ? count : MOST_BYTES, bytes, MHD_RESPMEM_PERSISTENT);
	sent = MHD_queue_response(connection, MHD_HTTP_OK, response);
	MHD_destroy_response(response);
	return sent;
}

int main(void)
{
	struct sockaddr_in here = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	struct MHD_Daemon *daemon;

	memset(bytes, '.', sizeof(bytes));
	daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_TURBO, 0, NULL, NULL, answer, NULL,
	    MHD_OPTION_SOCK_ADDR, &here, MHD_OPTION_CONNECTION_LIMIT, 4096U, MHD_OPTION_END);
	if (!daemon) {
		fputs("hello: cannot listen\n", stderr);
		return 3;
	}
	printf("%u\n", (unsigned)MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
	fflush(stdout);
	while (getchar() != EOF)
		;
	MHD_stop_daemon(daemon);
	return 0;
}
