/*
 * device - a marketed product, and its releases: one software version of it in the field each.
 *
 * What is stated of a device is texts, each checked by the table of fields: what an 806 report asks of it (21
 * CFR 806.10(c)(3) to (6), (10)), and what the rules are asked with. Answers are "yes" and "no", dates
 * YYYY-MM-DD, numbers digits. Empty is not stated, and unknown to the rules.
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "base/time.h"

struct device {
	int64_t id;
	struct str name; /* the brand name */
	struct str common_name, classification_name, intended_use;
	struct str device_class;      /* "I", "II", "III" */
	struct str regulation_number; /* "880.5725" */
	struct str pathway;	      /* "510k", "pma", ...: the words of the facts document */
	struct str marketed, investigational, cyber_device, combination_product, constituent_part_applicant;
	struct str approved_on;
	struct str periodic_report, periodic_report_on, periodic_interval_months;
	struct str support; /* "supported", "limited", "end_of_support" */
	struct str end_of_support_on, end_of_support_communicated, end_of_support_communicated_on;
	struct str expected_life_years, last_distributed_on;
	/* Where it is another firm than the one that reports, 806.10(c)(6). */
	struct str manufacturer_name, manufacturer_address, manufacturer_telephone, manufacturer_contact;
	struct str manufacturer_number;	 /* of the establishment: registration or FEI */
	struct str udi_di, product_code; /* the first of those lists; read, not written */
};

/* What a device may have several of, in the order they were stated. */
enum device_list {
	DEVICE_UDI_DI,
	DEVICE_PRODUCT_CODE,
	DEVICE_MARKETING_NUMBER, /* 510(k), De Novo, PMA and its supplements, HDE; or "preamendments" */
	DEVICE_LISTING_NUMBER,
	DEVICE_MODEL_NUMBER,
	DEVICE_CATALOG_NUMBER,
	DEVICE_LIST_COUNT
};

struct device_numbers {
	struct str *items;
	size_t count;
};

struct device_profile {
	struct device device;
	struct device_numbers lists[DEVICE_LIST_COUNT];
};

enum device_form {
	DEVICE_TEXT,
	DEVICE_WORD, /* one of words */
	DEVICE_ANSWER,
	DEVICE_DATE,
	DEVICE_WHOLE, /* least to most */
	DEVICE_REGULATION,
	DEVICE_ESTABLISHMENT
};

struct device_field {
	const char *name; /* the column and the key; with "-" for "_" the option */
	size_t at;	  /* of its text in struct device */
	enum device_form form;
	bool is_fact; /* the rules are asked with it, by the same key */
	const char *words;
	int64_t least, most;
};

/* All but the name and the lists, ended by a row without a name. Columns stand in this order. */
extern const struct device_field device_fields[];
#define DEVICE_FIELD_COUNT 26

struct str device_field_text(const struct device *d, const struct device_field *f);
/* As it is, unchecked. */
void device_field_put(struct device *d, const struct device_field *f, struct str text);
/* The text in the form in which it is kept (in the arena), an empty one included. ERR_INPUT names the field.
 */
MUST_CHECK bool device_field_set(
    struct device *d, const struct device_field *f, struct str text, struct arena *arena, struct err *e);

/* "udi_di", "marketing_number", ...: the kind's column and key; with "-" for "_" the option. */
const char *device_list_name(enum device_list list);
/* The value in the form in which it is kept, in the arena; one that stands in the list is no error and not
 * added twice. ERR_INPUT names the list. */
MUST_CHECK bool device_list_add(
    struct device_profile *p, enum device_list list, struct str value, struct arena *arena, struct err *e);

/* What cannot be true at once: an end of support communicated on a day, and not communicated. */
MUST_CHECK bool device_check(const struct device *d, struct err *e);

struct release {
	int64_t id, device_id;
	struct str version;
	int64_t units;		 /* in the field; -1: not known */
	struct date released_on; /* DATE_NONE: not known */
	int64_t list_id;	 /* of its components; 0: no SBOM yet */
};
