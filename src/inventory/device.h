/*
 * device - a marketed product, and its releases: one software version of it in the field each.
 */
#pragma once
#include "base/str.h"
#include "base/time.h"

struct device {
	int64_t id;
	struct str name;	 /* the brand name */
	struct str common_name;	 /* "infusion pump"; may be empty, like all below */
	struct str device_class; /* "I", "II", "III" */
	struct str pathway;	 /* "510k", "pma", ...: the words of the facts document */
	struct str product_code; /* FDA's three letters */
	struct str udi_di;
	struct str support; /* "supported", "limited", "end_of_support" */
	struct str facts;   /* JSON object: the device's part of the facts document */
};

struct release {
	int64_t id, device_id;
	struct str version;
	int64_t units;		 /* in the field; -1: not known */
	struct date released_on; /* DATE_NONE: not known */
	int64_t list_id;	 /* of its components; 0: no SBOM yet */
};
