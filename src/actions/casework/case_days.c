#include "actions/casework/case_days.h"

#define DAY_CHARS 10

struct date case_day_in(struct str text)
{
	struct date day;
	struct err unread;

	return text.len >= DAY_CHARS && date_parse(str_first(text, DAY_CHARS), &day, &unread) ? day
											      : DATE_NONE;
}

struct date case_day(const json_t *value)
{
	const char *text = json_string_value(value);

	return text ? case_day_in(str_of(text)) : DATE_NONE;
}

void case_day_set(json_t *facts, const char *key, struct date day)
{
	char text[DATE_TEXT_SIZE];

	if (date_is_known(day))
		json_object_set_new(facts, key, json_string(date_write(day, text)));
}

bool case_day_is_credible(const char *name, struct date day, struct err *e)
{
	char text[DATE_TEXT_SIZE];

	return day.days >= date_of(CASE_FIRST_YEAR, 1, 1).days ||
	       err_fail(e, ERR_INPUT, "%s %s lies before vulnerabilities had names, in %d", name,
		   date_write(day, text), CASE_FIRST_YEAR);
}
