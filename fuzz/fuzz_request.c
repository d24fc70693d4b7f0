/*
 * A request of the API: its address, its query, its headers and its JSON body, up to where the store would
 * change.
 *
 * The document is a line "METHOD TARGET", lines "Header: value" up to an empty one, and the body. The store
 * may only be read, so whatever a request wants to change is refused, behind everything that is read of it;
 * what it asks for is answered. An answer in JSON is JSON, and a refusal says something.
 */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "actions/clock.h"
#include "base/memory.h"
#include "formats/input.h"
#include "formats/json_tree.h"
#include "limits.h"
#include "records/user.h"
#include "server/conditions.h"
#include "server/problem.h"
#include "server/query.h"
#include "server/route.h"
#include "server/state.h"

#define ALL_ROLES                                                                                            \
	(ROLE_READER | ROLE_SECURITY | ROLE_REGULATORY | ROLE_REVIEWER | ROLE_DESIGNATED | ROLE_ADMINISTRATOR)

static char store[] = "/tmp/aftercare-fuzz-XXXXXX";
static struct db *db;
static struct server server; /* with nothing but its configuration and routes */

static enum method method_of(struct str word)
{
	enum method m = METHOD_GET;

	while (m < METHOD_OTHER && !str_eq(word, str_of(method_word(m))))
		m++;
	return m;
}

static bool is_header(struct str line, enum header h, struct str *value)
{
	struct str name;

	*value = line;
	if (!str_cut(value, ':', &name) || !str_eq_nocase(name, str_of(header_names[h])))
		return false;
	*value = str_trim(*value);
	return true;
}

static void take_header(struct exchange *x, struct str line)
{
	struct str value;

	for (enum header h = 0; h < HEADER_COUNT; h++)
		if (is_header(line, h, &value))
			x->headers[h] = value;
}

/* The first line of rest, without its end. */
static struct str take_line(struct str *rest)
{
	struct str line = str_first(*rest, str_index(*rest, '\n'));

	*rest = str_from(*rest, line.len < rest->len ? line.len + 1 : line.len);
	return line;
}

static void take_request(struct exchange *x, struct str rest)
{
	struct str target = take_line(&rest), word, line;

	x->method = METHOD_OTHER;
	if (str_cut(&target, ' ', &word))
		x->method = method_of(word);
	x->path = str_first(target, str_index(target, '?'));
	x->query = str_from(target, x->path.len < target.len ? x->path.len + 1 : target.len);
	while ((line = take_line(&rest)).len)
		take_header(x, line);
	x->body = str_first(rest, rest.len < LIMIT_REQUEST_BODY_BYTES ? rest.len : LIMIT_REQUEST_BODY_BYTES);
}

/* What needs more than a store: a file, a session, a job. */
static bool needs_more(const struct route *r)
{
	static const char *const begins[] = { "/api/v1/session", "/api/v1/first", "/api/v1/jobs",
		"/api/v1/backups", "/api/v1/inspections", "/api/v1/match", "/api/v1/metrics", "/healthz",
		"/metrics" };

	if (r->flags & (ROUTE_UPLOAD | ROUTE_SECRET | ROUTE_TELLS_SECRET))
		return true;
	for (size_t i = 0; i < COUNT(begins); i++)
		if (str_starts(str_of(r->path), str_of(begins[i])))
			return true;
	return false;
}

static void check_answer(struct exchange *x)
{
	SCOPED_INPUT *in = input_open_memory(STR("answer"), buf_str(&x->answer.body));
	const struct json_node *root;
	struct err e = { 0 };

	if (x->answer.status == 0 || !x->answer.type || !strstr(x->answer.type, "json") ||
	    x->answer.body.len == 0)
		return;
	if (!json_tree_read(in, &x->arena, &root, &e)) {
		fprintf(stderr, "%s\n", e.text);
		__builtin_trap();
	}
}

/* As the server does. */
static void ask(struct exchange *x)
{
	struct err e = { 0 };
	struct str allowed;

	x->route = route_find(x, server.routes, &allowed, &e);
	if (!x->route || needs_more(x->route))
		return;
	if (!query_check(x, &e)) {
		problem_answer(x, &e);
		return;
	}
	if (x->method == METHOD_GET && !db_read_begin(x->db, &e))
		abort();
	if (conditions_hold(x, &e) && (x->answer.status || x->route->handle(x, &e))) {
		conditions_answer(x);
	} else {
		if (e.text[0] == '\0')
			__builtin_trap();
		problem_answer(x, &e);
	}
	if (x->method == METHOD_GET)
		db_read_end(x->db);
}

/* The status; 0: it was not asked. */
static int answer(struct db *of, struct str request)
{
	int status;
	struct exchange *x = memory_alloc(1, sizeof(*x));

	x->server = &server;
	x->db = of;
	x->at = (struct instant){ 20454 * DAY_US }; /* one and the same for every run */
	x->who = (struct principal){ .name = STR("fuzz"), .roles = ALL_ROLES };
	take_request(x, request);
	ask(x);
	check_answer(x);
	status = x->answer.status;
	exchange_free(x);
	free(x);
	return status;
}

static void take_away(void)
{
	char path[sizeof(store) + 8];

	db_close(db);
	route_index_free(server.routes);
	for (size_t i = 0; i < 3; i++) {
		static const char *const ends[] = { "", "-wal", "-shm" };

		snprintf(path, sizeof(path), "%s%s", store, ends[i]);
		unlink(path);
	}
}

/* A little of everything. */
static void make_store(void)
{
	static const char *const requests[] = {
		"POST /api/v1/devices\n\n{\"name\": \"Pump\", \"pathway\": \"510k\", \"class\": \"II\"}",
		"POST /api/v1/devices/Pump/releases\n\n{\"version\": \"1.0\"}",
		"POST /api/v1/devices/Pump/lots\n\n{\"release\": \"1.0\", \"lot\": \"L1\", \"quantity\": 5}",
		"POST /api/v1/casefiles\n\n{\"device\": \"Pump\", \"vulnerability\": \"CVE-2026-10001\", "
		"\"facts\": {\"learned_on\": \"2025-12-20\"}}",
		"POST /api/v1/signals\n\n{\"received\": {\"kind\": \"complaint\", \"summary\": \"it "
		"crashes\", "
		"\"received\": \"2025-12-20\"}}",
		"PUT /api/v1/program/templates/notice\n\n{\"text\": \"On {{device}}\"}",
	};
	struct db *writer;
	struct err e = { 0 };
	int fd = mkstemp(store);

	server.routes = route_index_new();
	if (fd < 0 || close(fd) != 0 || unlink(store) != 0 || !db_open(store, DB_WRITE, &writer, &e))
		abort();
	for (size_t i = 0; i < COUNT(requests); i++)
		if (answer(writer, str_of(requests[i])) != 201)
			abort();
	db_close(writer);
	if (!db_open(store, DB_READ, &db, &e))
		abort();
	atexit(take_away);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	if (!db)
		make_store();
	answer(db, (struct str){ (const char *)bytes, len });
	return 0;
}
