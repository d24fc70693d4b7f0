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
