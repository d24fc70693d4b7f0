/*
 * udi_forms - the forms of the three issuing agencies, one source file each, and what they share.
 *
 * Part of udi; texts come without blanks around them, in upper case where the form has no lower case, and no
 * longer than LIMIT_UDI_BYTES. All fill an empty *u; errors do not repeat the text.
 */
#pragma once
#include "identity/udi.h"

MUST_CHECK bool udi_gs1_parse(struct str text, struct udi *u, struct err *e);
MUST_CHECK bool udi_gs1_parse_di(struct str digits, struct arena *arena, struct udi *u, struct err *e);
MUST_CHECK bool udi_hibcc_parse(struct str text, struct udi *u, struct err *e);
MUST_CHECK bool udi_hibcc_parse_di(struct str text, struct udi *u, struct err *e);
MUST_CHECK bool udi_iccbba_parse(struct str text, struct udi *u, struct err *e);
MUST_CHECK bool udi_iccbba_parse_di(struct str text, struct udi *u, struct err *e);
/* Five of facility, six of product code, five of product description: a letter and four digits. */
bool udi_iccbba_is_di(struct str text);

bool udi_is_digits(struct str s);
bool udi_is_alnum(struct str s);
/* The number that len digits from s.ptr[at] on are; they must be digits. */
int udi_number(struct str s, size_t at, size_t len);
/* A year of two digits, 1970 to 2069. */
int udi_year(int two_digits);

/* Where day is 0: the last of the month, or the first. */
enum udi_open_day { UDI_DAY_LAST, UDI_DAY_FIRST };
MUST_CHECK bool udi_date(
    int year, int month, int day, enum udi_open_day open, struct date *out, struct err *e);
/* day of the year, from 1 on. */
MUST_CHECK bool udi_julian(int year, int day, struct date *out, struct err *e);
