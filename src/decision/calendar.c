#include "decision/calendar.h"

#define SATURDAY 6
#define SUNDAY 0

/* 5 U.S.C. 6103(a), in the order of the year. week 0: the fixed day; week 5: the last of the month. */
static const struct holiday {
	int month, week, day; /* day of the month, or weekday (0 Sunday) where week is given */
	int since;
} holidays[] = {
	{ 1, 0, 1, 0 },	    /* New Year's Day */
	{ 1, 3, 1, 1986 },  /* Birthday of Martin Luther King, Jr. */
	{ 2, 3, 1, 0 },	    /* Washington's Birthday */
	{ 5, 5, 1, 0 },	    /* Memorial Day */
	{ 6, 0, 19, 2021 }, /* Juneteenth National Independence Day, Public Law 117-17 */
	{ 7, 0, 4, 0 },	    /* Independence Day */
	{ 9, 1, 1, 0 },	    /* Labor Day */
	{ 10, 2, 1, 0 },    /* Columbus Day */
	{ 11, 0, 11, 0 },   /* Veterans Day */
	{ 11, 4, 4, 0 },    /* Thanksgiving Day */
	{ 12, 0, 25, 0 },   /* Christmas Day */
};

static struct date holiday_in(const struct holiday *h, int year)
{
	struct date first;
	int day;

	if (h->week == 0)
		return date_of(year, h->month, h->day);
	first = date_of(year, h->month, 1);
	day = 1 + (h->day - date_weekday(first) + 7) % 7 + (h->week - 1) * 7;
	if (day > date_month_days(year, h->month))
		day -= 7;
	return date_plus(first, day - 1);
}

static struct date observed(struct date holiday)
{
	int weekday = date_weekday(holiday);

	return date_plus(holiday, weekday == SATURDAY ? -1 : weekday == SUNDAY ? 1 : 0);
}

bool calendar_is_holiday(struct date day)
{
	int year, month, of_month;

	date_split(day, &year, &month, &of_month);
	for (size_t i = 0; i < COUNT(holidays); i++) {
		/* 1 January of a year that begins on a Saturday is observed on 31 December before it. */
		int y = year + (month == 12 && holidays[i].month == 1);

		if (y >= holidays[i].since && observed(holiday_in(&holidays[i], y)).days == day.days)
			return true;
	}
	return false;
}

bool calendar_is_working_day(const struct calendar *c, struct date day)
{
	int weekday = date_weekday(day);

	if (weekday == SATURDAY || weekday == SUNDAY || calendar_is_holiday(day))
		return false;
	for (size_t i = 0; i < c->closure_count; i++)
		if (c->closures[i].days == day.days)
			return false;
	return true;
}

struct date calendar_add_working_days(
    const struct calendar *c, struct date start, int count, bool count_start)
{
	struct date day = count_start && count > 0 ? date_plus(start, -1) : start;

	while (count > 0) {
		day = date_plus(day, 1);
		count -= calendar_is_working_day(c, day);
	}
	return day;
}

struct date calendar_roll(const struct calendar *c, struct date day, enum roll roll)
{
	int step = roll == ROLL_BACK ? -1 : roll == ROLL_FORWARD ? 1 : 0;

	while (step != 0 && !calendar_is_working_day(c, day))
		day = date_plus(day, step);
	return day;
}

struct date calendar_add_months(struct date day, int months)
{
	int year, month, of_month, most;

	date_split(day, &year, &month, &of_month);
	month += year * 12 + months - 1; /* from the year 0 on */
	year = month / 12;
	month = month % 12 + 1;
	most = date_month_days(year, month);
	return date_of(year, month, of_month < most ? of_month : most);
}
