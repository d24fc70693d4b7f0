/*
 * text - does a text say anything? Whatever must be stated is asked here.
 */
#pragma once
#include "base/str.h"

/* False where there is nothing but what cannot be seen: blanks of any width, marks without one (U+200B,
 * U+FEFF), marks that turn the direction of writing, controls. */
bool text_says(struct str s);
/* It has no control character and none that turns the direction of writing: what is shown in one line, beside
 * others, reads as it is written. */
bool text_is_plain_line(struct str s);
