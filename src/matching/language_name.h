/*
 * language_name - the CPE names that NVD gives packages of a language: NAME:NAME, or NAME_project:NAME, with
 * the language as what it is made for (target_sw).
 *
 * That is no alias: other products have such names, too, and where a record does not say that it is about
 * what is written for the package's own language, the same name is an accident. Seven in eight of the Rust
 * crates that NVD named in 2021 are named so.
 */
#pragma once
#include "matching/alias.h"

/* The CPE names of the package, with words for the trace; none where NVD names those of its ecosystem
 * otherwise. In the arena. */
size_t language_names(struct alias_name package, struct arena *arena, struct alias **out);
/* The other way: the packages that NVD may mean by a CPE name; in the arena. */
size_t language_packages(struct alias_name cpe, struct arena *arena, struct alias_name **out);
