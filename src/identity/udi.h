/*
 * udi - the unique device identifier on a label: device identifier (DI) and production identifiers.
 *
 * Sources: FDA, "UDI formats by FDA-accredited issuing agency" 1.3 (2017); GS1 General Specifications section
 * 3; ANSI/HIBC 2.6; ISBT 128 standard. Years of two digits are 1970 to 2069.
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "base/time.h"

enum udi_agency { UDI_UNKNOWN, UDI_GS1, UDI_HIBCC, UDI_ICCBBA, UDI_AGENCY_COUNT };

/* Texts are empty and dates DATE_NONE where the UDI does not say. */
struct udi {
	enum udi_agency agency;
	/* GS1: 14 digits. HIBCC: labeler, product and unit of measure, without "+" and check character.
	 * ICCBBA: 16 characters, or the 10 of a blood container. */
	struct str di;
	struct str lot, serial;
	struct str donation;	  /* ICCBBA: donation identification number, 21 CFR 1271.290(c) */
	struct str software;	  /* GS1 (8012): version of software */
	struct date manufactured; /* where only the month is known: its first day */
	struct date expires;	  /* where only the month is known: its last day */
};

/* A UDI as read from a label or by a scanner: GS1 with brackets or as an element string (FNC1 is 0x1d, AIM
 * symbology identifiers are taken), HIBC (primary with secondary data behind "/", or both codes with a blank
 * between), ISBT 128; or a bare DI as udi_parse_di() takes it. Check digits must hold. What *out refers to is
 * in the arena or in text. */
MUST_CHECK bool udi_parse(struct str text, struct arena *arena, struct udi *out, struct err *e);
/* A DI as registries list it: a GTIN of 14, 13, 12 or 8 digits; HIBCC with or without its check character
 * (which is left out); ICCBBA. agency is the registry's word for it; UDI_UNKNOWN: told from the text. */
MUST_CHECK bool udi_parse_di(
    struct str text, enum udi_agency agency, struct arena *arena, struct udi *out, struct err *e);

/* "GS1", "HIBCC", "ICCBBA", as GUDID writes them; "unknown". */
const char *udi_agency_name(enum udi_agency agency);
/* By that name; false if there is none. */
bool udi_agency_find(struct str name, enum udi_agency *out);
