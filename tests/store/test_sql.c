/* Every statement and every schema step is prepared against both engines, whichever serves today. */
#include "check.h"

#include <libpq-fe.h>

#include "generated/sql.h"
#include "store/db.h"

static void every_statement_is_prepared_by_sqlite(void **state)
{
	SCOPED_DB *db = NULL;
	struct err e = { 0 };

	(void)state;
	assert_true(db_open("", DB_SCRATCH, &db, &e));
	for (int id = 0; id < SQL_COUNT; id++) {
		struct statement *s;
		bool has_row;

		CASE(sql_texts[id].sqlite);
		s = db_use(db, (enum sql_id)id);
		if (strncmp(sql_texts[id].sqlite, "SELECT", 6) == 0)
			assert_true(db_row(s, &has_row, &e)); /* says so if it could not be prepared */
		else if (!db_row(s, &has_row, &e))
			assert_non_null(strstr(e.text, "NOT NULL constraint failed")); /* nothing was bound */
		db_done(s);
	}
}

static void pg_scoped_finish(PGconn **connection)
{
	PQfinish(*connection);
}

static void must(PGconn *connection, PGresult *result)
{
	ExecStatusType status = PQresultStatus(result);

	if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
		printf("# PostgreSQL: %s", PQerrorMessage(connection));
	PQclear(result);
	assert_true(status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK);
}

/* A server with a schema of this test's own in front; NULL where there is none to test with. */
static PGconn *connect_to_server(void)
{
	const char *url = getenv("AFTERCARE_TEST_POSTGRES");
	PGconn *connection;

	if (!url || !*url)
		return NULL;
	connection = PQconnectdb(url);
	if (PQstatus(connection) != CONNECTION_OK)
		printf("# PostgreSQL: %s", PQerrorMessage(connection));
	assert_int_equal(PQstatus(connection), CONNECTION_OK);
	must(connection,
	    PQexec(connection, "SET client_min_messages = warning; DROP SCHEMA IF EXISTS test_sql CASCADE;"
			       "CREATE SCHEMA test_sql; SET search_path = test_sql"));
	return connection;
}

static void take_steps(PGconn *connection)
{
	for (size_t i = 0; i < SCHEMA_STEP_COUNT; i++) {
		CASE(schema_steps[i].name);
		must(connection, PQexec(connection, schema_steps[i].postgres));
	}
}

/* How many parameters a text names: $1, $2, ... */
static int parameters_of(const char *text)
{
	int most = 0;

	while ((text = strchr(text, '$'))) {
		int number = (int)strtol(text + 1, NULL, 10);

		most = number > most ? number : most;
		text++;
	}
	return most;
}

static void every_statement_is_prepared_by_postgresql(void **state)
{
	__attribute__((cleanup(pg_scoped_finish))) PGconn *connection = connect_to_server();

	(void)state;
	if (!connection) {
		printf("# skipped: no PostgreSQL (AFTERCARE_TEST_POSTGRES)\n");
		skip();
	}
	take_steps(connection);
	for (int id = 0; id < SQL_COUNT; id++) {
		char name[16];
		PGresult *described;

		CASE(sql_texts[id].postgres);
		snprintf(name, sizeof(name), "s%d", id);
		must(connection, PQprepare(connection, name, sql_texts[id].postgres, 0, NULL));
		described = PQdescribePrepared(connection, name);
		assert_int_equal(PQnparams(described), parameters_of(sql_texts[id].postgres));
		PQclear(described);
	}
	must(connection, PQexec(connection, "DROP SCHEMA test_sql CASCADE"));
}

static void refused(PGconn *connection, const char *sql)
{
	PGresult *result = PQexec(connection, sql);

	CASE(sql);
	assert_int_equal(PQresultStatus(result), PGRES_FATAL_ERROR);
	assert_non_null(strstr(PQresultErrorMessage(result), "append-only"));
	PQclear(result);
}

static void the_trail_of_postgresql_refuses_to_be_altered(void **state)
{
	__attribute__((cleanup(pg_scoped_finish))) PGconn *connection = connect_to_server();

	(void)state;
	if (!connection)
		skip();
	take_steps(connection);
	must(connection,
	    PQexec(connection, "INSERT INTO trail (number, at, who, what, object, why, previous, digest)"
			       "VALUES (1, 0, 'a', 'b', 'c', '', '', '')"));
	refused(connection, "UPDATE trail SET who = 'x'");
	refused(connection, "DELETE FROM trail");
	refused(connection, "TRUNCATE trail");
	must(connection, PQexec(connection, "DROP SCHEMA test_sql CASCADE"));
}

static void what_is_only_added_in_postgresql_refuses_the_rest(void **state)
{
	__attribute__((cleanup(pg_scoped_finish))) PGconn *connection = connect_to_server();

	(void)state;
	if (!connection)
		skip();
	take_steps(connection);
	must(connection, PQexec(connection, "INSERT INTO signal_entry (signal_id, kind, content, at, who)"
					    "VALUES (1, 'received', '{}', 0, 'a')"));
	refused(connection, "UPDATE signal_entry SET content = 'x'");
	refused(connection, "DELETE FROM signal_entry");
	refused(connection, "TRUNCATE signal_entry");
	must(connection,
	    PQexec(connection, "INSERT INTO program_version (kind, name, number, content, at, who)"
			       "VALUES ('policy', '', 1, '{}', 0, 'a')"));
	refused(connection, "UPDATE program_version SET content = 'x'");
	refused(connection, "DELETE FROM program_version");
	refused(connection, "TRUNCATE program_version");
	must(connection, PQexec(connection, "DROP SCHEMA test_sql CASCADE"));
}

TESTS(cmocka_unit_test(every_statement_is_prepared_by_sqlite),
    cmocka_unit_test(every_statement_is_prepared_by_postgresql),
    cmocka_unit_test(the_trail_of_postgresql_refuses_to_be_altered),
    cmocka_unit_test(what_is_only_added_in_postgresql_refuses_the_rest))
