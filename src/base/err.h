/*
 * err - why something could not be done, in one line for a person.
 *
 * The first to notice says what is wrong, each level outwards adds where. Codes map to exit statuses
 * through err_exit_status() and nowhere else.
 */
#pragma once
#include <stdbool.h>

#include "base/remedy.h"

#define MUST_CHECK __attribute__((warn_unused_result))
#define PRINTF(f, a) __attribute__((format(printf, f, a)))

enum err_code {
	ERR_NONE,
	ERR_USAGE,    /* wrong words on the command line */
	ERR_INPUT,    /* bad or missing input */
	ERR_ABSENT,   /* what is asked for by its name is not there */
	ERR_LIMIT,    /* input larger or deeper than we take */
	ERR_IO,	      /* a file that is not there or cannot be read or written */
	ERR_NETWORK,  /* another machine does not answer, or not as it should */
	ERR_STORE,    /* the database refused or is damaged */
	ERR_CONFLICT, /* wrong order, or changed by somebody else meanwhile */
	ERR_DENIED,   /* not permitted */
	ERR_CODE_COUNT
};

struct err {
	enum err_code code;
	enum remedy remedy; /* what helps; REMEDY_NONE: the text is all */
	const char *field; /* what the text asks for, "why": an option, a field of a form; lasting, or NULL */
	char text[512];	   /* "outermost: inner: what was wrong"; control characters are shown as ? */
};

/* Both return false, so that a failure is one statement: return err_fail(e, ...). */
bool err_fail(struct err *e, enum err_code code, const char *fmt, ...) PRINTF(3, 4);
/* After err_fail: what helps, or what is to be stated. return err_fail(e, ...) || err_remedy(e, ...). */
bool err_remedy(struct err *e, enum remedy remedy);
bool err_field(struct err *e, const char *field);
/* Puts where and ": " before the text that is there; cut at the end if it gets too long. */
bool err_within(struct err *e, const char *where, ...) PRINTF(2, 3);
#ifdef __clang_analyzer__
/* An analyzer sees one file at a time, and would follow the path on which they return true. */
#define err_fail(...) ((void)err_fail(__VA_ARGS__), false)
#define err_within(...) ((void)err_within(__VA_ARGS__), false)
#define err_remedy(...) ((void)err_remedy(__VA_ARGS__), false)
#define err_field(...) ((void)err_field(__VA_ARGS__), false)
#endif

/* 0 done; 2 usage; 3 input; 4 store or network; 5 refused. */
int err_exit_status(enum err_code code);
