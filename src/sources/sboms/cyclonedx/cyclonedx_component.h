/*
 * cyclonedx_component - a CycloneDX component while its fields are read. For cyclonedx.c only.
 */
#pragma once
#include "base/buf.h"
#include "sources/sbom.h"
#include "sources/sboms/cyclonedx/cyclonedx_grammar.h"

/* A component being read, or all that is in none. */
struct cyclonedx_frame {
	struct arena arena;
	struct sbom_component c;
	struct str fields[FIELD_COUNT]; /* the texts last read, in the arena */
	struct buf licence;		/* all of them so far, joined */
	size_t licence_count, expression_count;
	size_t choice_licences, choice_expressions; /* of the choice being read */
	struct str
	    *inner; /* references of components nested in it, whose own is still to come; in the arena */
	size_t inner_count, inner_room;
};

/* Warns of a mistake that leaves the component usable; the place is added. */
struct cyclonedx_complaint {
	void *ctx;
	void (*complain)(void *ctx, struct err *why);
	int minor; /* of the version, 4 for 1.4; 0 where it is not known yet */
	enum cyclonedx_form form;
};

void cyclonedx_frame_begin(struct cyclonedx_frame *f, bool is_subject);
void cyclonedx_frame_free(struct cyclonedx_frame *f);

/* A text was put into f->fields. Both: false where the component is of no use, *why says what is wrong. */
MUST_CHECK bool cyclonedx_frame_text(struct cyclonedx_frame *f, enum cyclonedx_field field,
    const struct cyclonedx_complaint *to, struct err *why);
/* An object inside the component ends. */
MUST_CHECK bool cyclonedx_frame_end(struct cyclonedx_frame *f, enum cyclonedx_context in,
    const struct cyclonedx_complaint *to, struct err *why);
/* The component itself ends: f->c is complete. */
MUST_CHECK bool cyclonedx_frame_finish(
    struct cyclonedx_frame *f, const struct cyclonedx_complaint *to, struct err *why);
