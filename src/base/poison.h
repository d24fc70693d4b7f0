/*
 * poison - C library functions that are not used here; every file is compiled with this first.
 *
 * They overrun, depend on locale or hidden state, or report nothing. The libc headers come before, so that
 * only our own use of the names is refused.
 */
#pragma once
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#ifndef __cplusplus
#undef sprintf /* macros where clang checks their bounds */
#undef vsprintf
#pragma GCC poison gets strcpy strcat strncpy strncat sprintf vsprintf strtok atoi atol atof sscanf strdup
#pragma GCC poison gmtime localtime ctime mktemp tmpnam
#endif
