/*
 * rubric_answers - answers to the rubric for medical devices as somebody hands them in: one JSON object,
 * {"XAVN": "yes", "XIT": "high", ...}; null takes an answer back.
 */
#pragma once
#include "assessment/rubric.h"
#include "formats/input.h"

/* Adds them to *changes. A question that the rubric does not have, and a word that is none of its answers,
 * are errors that name the place. */
MUST_CHECK bool rubric_answers_read(struct input *in, struct rubric_changes *changes, struct err *e);
