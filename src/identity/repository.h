/*
 * repository - where sources come from: a version control URL in one form, and the commit it names.
 *
 * Tools write the same repository as "https://github.com/User/Project.git",
 * "git+ssh://git@github.com/user/project", "git@github.com:user/project.git" or
 * "scm:git:git://github.com/user/project"; in one form it is "github.com/user/project". A commit stands
 * behind the last "@" (SPDX, purl vcs_url) or in a link to it
 * ("/commit/", "/tree/", "?id="). The places from which Linux is had are one repository.
 */
#pragma once
#include "base/arena.h"
#include "base/str.h"

/* The kernel's, as repository_read() names it. */
#define REPOSITORY_KERNEL "git.kernel.org/pub/scm/linux/kernel/git/stable/linux"

/* False if url names no repository. *commit, in lower case, is empty where none is named. In the arena. */
bool repository_read(struct str url, struct arena *arena, struct str *repository, struct str *commit);
/* Hexadecimal of 7 to 64 digits with a letter in it: digits alone are a date or a build. */
bool repository_is_commit(struct str text);
