/*
 * sbom_graph - what an SBOM says needs or holds what: is the graph whole, and does it hang together?
 *
 * Nodes are references; components and other elements have one each, or none. All of it takes time and memory
 * in proportion to references and dependencies, whatever their shape.
 */
#pragma once
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

struct sbom_graph;

struct sbom_graph *sbom_graph_new(void);
void sbom_graph_free(struct sbom_graph *g);

/* Components are told with their numbers, from 0 in order; the subject is the one that all others belong to.
 * An empty ref is none. */
void sbom_graph_add_component(struct sbom_graph *g, struct str ref, size_t number, bool is_subject);
void sbom_graph_add_element(struct sbom_graph *g, struct str ref);
/* It is in another document: there, as far as we can tell. */
void sbom_graph_add_outside(struct sbom_graph *g, struct str ref);
/* An empty to: from is known to need nothing more. Fails beyond LIMIT_SBOM_EDGES (ERR_LIMIT). */
MUST_CHECK bool sbom_graph_add_edge(struct sbom_graph *g, struct str from, struct str to, struct err *e);
/* Nothing is added any more; what follows may be asked. */
void sbom_graph_close(struct sbom_graph *g);

bool sbom_graph_has_edges(const struct sbom_graph *g);
bool sbom_graph_has_subject(const struct sbom_graph *g);
/* Does the graph name the component at all? */
bool sbom_graph_names(const struct sbom_graph *g, size_t component);
/* Does a way lead from the subject to it? The subject reaches itself. */
bool sbom_graph_reaches(const struct sbom_graph *g, size_t component);

/* References, one after the other, in the order in which they appeared: *at starts with 0. */
bool sbom_graph_next_double(const struct sbom_graph *g, size_t *at, struct str *ref); /* given to several */
bool sbom_graph_next_dangling(
    const struct sbom_graph *g, size_t *at, struct str *ref); /* to nothing there is */
/* Sets of references that need each other in a circle, by the first of each and how many there are. */
bool sbom_graph_next_circle(const struct sbom_graph *g, size_t *at, struct str *ref, size_t *size);

static inline void sbom_graph_scoped_free(struct sbom_graph **g)
{
	sbom_graph_free(*g);
}
#define SCOPED_SBOM_GRAPH __attribute__((cleanup(sbom_graph_scoped_free))) struct sbom_graph
