/*
 * cyclonedx - what a CycloneDX document says, whether it is written in JSON or in XML.
 *
 * The two readers walk along the rows of cyclonedx_grammar.h and tell what they find: an object begins, a
 * text, an object ends. Here it becomes components, dependencies and the head, and here it is checked.
 *
 * A component waits while those nested in it are read, each with an arena of its own. So memory is bounded by
 * the depth and the size of one component, however many there are, and by the references, which are compared.
 */
#pragma once
#include "sources/sbom.h"
#include "sources/sboms/cyclonedx/cyclonedx_grammar.h"

struct cyclonedx; /* opaque */

struct cyclonedx_setup {
	enum cyclonedx_form form; /* IN_JSON or IN_XML */
	struct str name;	  /* of the file, for messages; like all here it outlives the object */
	struct sbom_sink out;
	struct arena *arena; /* for the head's texts */
	struct sbom_head *head;
	/* Puts the place being read before a complaint. */
	void *reader;
	void (*within)(void *reader, struct err *e);
};

struct cyclonedx *cyclonedx_open(const struct cyclonedx_setup *setup);
void cyclonedx_close(struct cyclonedx *c);

/* The version where it is no field: in the namespace of XML. */
void cyclonedx_set_version(struct cyclonedx *c, struct str version);

/* All three: false where what is being read is of no use any more; *why says what is wrong, without its
 * place. The reader then gives up the record (cyclonedx_is_record) and calls cyclonedx_drop(). */
MUST_CHECK bool cyclonedx_begin(struct cyclonedx *c, enum cyclonedx_context in, struct err *why);
MUST_CHECK bool cyclonedx_text(
    struct cyclonedx *c, const struct cyclonedx_row *row, struct str text, struct err *why);
MUST_CHECK bool cyclonedx_end(struct cyclonedx *c, enum cyclonedx_context in, struct err *why);

/* Can the others be read when one of these is bad? Of nested ones that holds for the outermost. */
bool cyclonedx_is_record(enum cyclonedx_context in);
void cyclonedx_drop(struct cyclonedx *c);
void cyclonedx_warn(struct cyclonedx *c, const struct err *why);
/* The sink refused, or there are too many components: nothing more is wanted, cyclonedx_finish() fails. */
bool cyclonedx_stopped(const struct cyclonedx *c);
/* At the end of the document. */
MUST_CHECK bool cyclonedx_finish(struct cyclonedx *c, struct err *e);

static inline void cyclonedx_scoped_close(struct cyclonedx **c)
{
	cyclonedx_close(*c);
}
#define SCOPED_CYCLONEDX __attribute__((cleanup(cyclonedx_scoped_close))) struct cyclonedx
