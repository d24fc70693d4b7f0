#include "actions/demo/demo_people.h"

#include "actions/users/sign_in.h"
#include "actions/users/users.h"

const struct demo_person demo_people[] = {
	{ "ada", "Ada Admin", ROLE_ADMINISTRATOR },
	{ "sam", "Sam Okafor", ROLE_SECURITY },
	{ "rita", "Rita Lindqvist", ROLE_REGULATORY },
	{ "rob", "Rob Castellan", ROLE_REVIEWER },
	{ "dora", "Dora Petrov", ROLE_DESIGNATED },
	{ "rhea", "Rhea Tan", ROLE_READER },
	{ NULL, NULL, 0 },
};

#define TRAINED_DAYS 365

/* The secret that is given once is replaced at once, and the statement accepted. */
static bool enter(
    struct db *db, struct str name, const char *once, struct change_by by, char *token, struct err *e)
{
	struct sign_in s = { .name = name,
		.secret = str_of(once),
		.new_secret = STR(DEMO_SECRET),
		.accepts = true,
		.terminal = STR("demonstration") };

	return sign_in(db, &s, by, token, e);
}

static bool enrol(struct db *db, const struct demo_person *p, struct change_by by, char *token, struct err *e)
{
	struct date today = instant_date(by.at, 0);
	char once[SECRET_WORD_SIZE];
	struct enrolment n = {
		.name = str_of(p->name), .full_name = str_of(p->full_name), .roles = p->roles
	};
	bool first = p == demo_people;

	n.verified_on = first ? DATE_NONE : today;
	return user_enrol(db, &n, by, once, e) && enter(db, n.name, once, by, token, e);
}

bool demo_enrol_people(struct db *db, struct change_by by, struct demo_team *team, struct err *e)
{
	struct date until = date_plus(instant_date(by.at, 0), TRAINED_DAYS);

	_Static_assert(COUNT(demo_people) == DEMO_PEOPLE + 1, "a token for each");
	if (!enrol(db, demo_people, by, team->tokens[0], e))
		return false;
	by.who = str_of(demo_people[0].name);
	by.token = str_of(team->tokens[0]);
	for (size_t i = 1; demo_people[i].name; i++) {
		const struct demo_person *p = &demo_people[i];

		if (!enrol(db, p, by, team->tokens[i], e) ||
		    !user_train(db, str_of(p->name), STR("the tour of the demonstration"), until, by, e))
			return err_within(e, "%s", p->name);
	}
	return true;
}

bool demo_as(const struct demo_team *team, struct str name, struct change_by *by, struct err *e)
{
	for (size_t i = 0; i < DEMO_PEOPLE; i++) {
		if (!str_eq(name, str_of(demo_people[i].name)))
			continue;
		if (team->tokens[0][0] == '\0')
			return true;
		by->who = name;
		by->token = str_of(team->tokens[i]);
		by->why = STR("the history of the demonstration");
		return true;
	}
	return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is nobody of the demonstration", STR_ARG(name));
}
