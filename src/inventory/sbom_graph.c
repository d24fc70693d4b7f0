/*
 * Circles are the strongly connected components of the graph, found by Tarjan's algorithm (1972) with a stack
 * of its own instead of the machine's.
 */
#include "inventory/sbom_graph.h"

#include <stdlib.h>

#include "base/intern.h"
#include "base/memory.h"
#include "base/vec.h"
#include "limits.h"

#define NOWHERE UINT32_MAX

struct node {
	bool is_there, is_double; /* something has this reference; more than one thing */
	bool is_named, is_reached;
	uint32_t edges_from, edges_end; /* in targets, once closed */
	/* of Tarjan's */
	uint32_t order, low, next_edge;
	bool on_stack;
	uint32_t circle_size; /* of the circle it is the first of; 0: it is not */
};

struct edge {
	uint32_t from, to;
};

struct sbom_graph {
	struct intern *refs;
	struct node *nodes; /* by the number of the reference */
	size_t node_count, node_room;
	struct edge *edges;
	size_t edge_count, edge_room;
	uint32_t *targets; /* of the edges, those of one node behind one another */
	uint32_t *of_component;
	size_t component_count, component_room;
	uint32_t subject;
	bool has_subject;
};

struct sbom_graph *sbom_graph_new(void)
{
	struct sbom_graph *g = memory_alloc(1, sizeof(*g));

	g->refs = intern_new();
	g->subject = NOWHERE;
	return g;
}

void sbom_graph_free(struct sbom_graph *g)
{
	if (!g)
		return;
	intern_free(g->refs);
	free(g->nodes);
	free(g->edges);
	free(g->targets);
	free(g->of_component);
	free(g);
}

static uint32_t node_of(struct sbom_graph *g, struct str ref)
{
	uint32_t number = intern_add(g->refs, ref);

	if (number == g->node_count) {
		g->nodes = vec_room(g->nodes, &g->node_room, g->node_count + 1, sizeof(*g->nodes));
		g->nodes[g->node_count++] = (struct node){ .order = NOWHERE };
	}
	return number;
}

static void put_there(struct sbom_graph *g, uint32_t node)
{
	g->nodes[node].is_double = g->nodes[node].is_there;
	g->nodes[node].is_there = true;
}

void sbom_graph_add_component(struct sbom_graph *g, struct str ref, size_t number, bool is_subject)
{
	uint32_t node = ref.len > 0 ? node_of(g, ref) : NOWHERE;

	if (node != NOWHERE)
		put_there(g, node);
	g->of_component = vec_room(g->of_component, &g->component_room, number + 1, sizeof(*g->of_component));
	g->of_component[number] = node;
	g->component_count = number + 1;
	if (is_subject) {
		g->subject = node;
		g->has_subject = true;
	}
}

void sbom_graph_add_element(struct sbom_graph *g, struct str ref)
{
	if (ref.len > 0)
		put_there(g, node_of(g, ref));
}

void sbom_graph_add_outside(struct sbom_graph *g, struct str ref)
{
	g->nodes[node_of(g, ref)].is_there = true;
}

bool sbom_graph_add_edge(struct sbom_graph *g, struct str from, struct str to, struct err *e)
{
	struct edge edge = { .from = node_of(g, from) };

	g->nodes[edge.from].is_named = true;
	if (to.len == 0)
		return true;
	edge.to = node_of(g, to);
	g->nodes[edge.to].is_named = true;
	if (g->edge_count == LIMIT_SBOM_EDGES)
		return err_fail(e, ERR_LIMIT, "more than %d dependencies", LIMIT_SBOM_EDGES);
	g->edges = vec_room(g->edges, &g->edge_room, g->edge_count + 1, sizeof(*g->edges));
	g->edges[g->edge_count++] = edge;
	return true;
}

/* Puts the edges of each node behind one another: counts them, gives each node its room, fills it. */
static void sort_edges(struct sbom_graph *g)
{
	uint32_t at = 0;

	for (size_t i = 0; i < g->edge_count; i++)
		g->nodes[g->edges[i].from].edges_end++;
	for (size_t i = 0; i < g->node_count; i++) {
		uint32_t count = g->nodes[i].edges_end;

		g->nodes[i].edges_from = g->nodes[i].edges_end = at;
		at += count;
	}
	g->targets = memory_alloc(g->edge_count + 1, sizeof(*g->targets));
	for (size_t i = 0; i < g->edge_count; i++)
		g->targets[g->nodes[g->edges[i].from].edges_end++] = g->edges[i].to;
}

static void reach(struct sbom_graph *g)
{
	uint32_t *waiting = memory_alloc(g->node_count + 1, sizeof(*waiting));
	size_t count = 0;

	if (g->subject != NOWHERE) {
		g->nodes[g->subject].is_reached = true;
		waiting[count++] = g->subject;
	}
	while (count > 0) {
		const struct node *n = &g->nodes[waiting[--count]];

		for (uint32_t i = n->edges_from; i < n->edges_end; i++) {
			uint32_t to = g->targets[i];

			if (!g->nodes[to].is_reached) {
				g->nodes[to].is_reached = true;
				waiting[count++] = to;
			}
		}
	}
	free(waiting);
}

/* What Tarjan's algorithm has at hand. */
struct search {
	struct sbom_graph *g;
	uint32_t *path, *stack; /* nodes being visited; nodes whose circle is not complete */
	size_t path_len, stack_len;
	uint32_t visited;
};

static void visit(struct search *s, uint32_t node)
{
	struct node *n = &s->g->nodes[node];

	n->order = n->low = s->visited++;
	n->next_edge = n->edges_from;
	n->on_stack = true;
	s->path[s->path_len++] = s->stack[s->stack_len++] = node;
}

static bool has_loop(const struct sbom_graph *g, uint32_t node)
{
	for (uint32_t i = g->nodes[node].edges_from; i < g->nodes[node].edges_end; i++)
		if (g->targets[i] == node)
			return true;
	return false;
}

/* All nodes from this one to the top of the stack need each other. */
static void take_circle(struct search *s, uint32_t node)
{
	uint32_t size = 0, first = node, top;

	do {
		top = s->stack[--s->stack_len];
		s->g->nodes[top].on_stack = false;
		first = top < first ? top : first;
		size++;
	} while (top != node);
	if (size > 1 || has_loop(s->g, node))
		s->g->nodes[first].circle_size = size;
}

static uint32_t lower(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

static void find_circles(struct search *s, uint32_t from)
{
	struct node *nodes = s->g->nodes;

	visit(s, from);
	while (s->path_len > 0) {
		uint32_t at = s->path[s->path_len - 1];
		struct node *n = &nodes[at];

		if (n->next_edge < n->edges_end) {
			uint32_t to = s->g->targets[n->next_edge++];

			if (nodes[to].order == NOWHERE)
				visit(s, to);
			else if (nodes[to].on_stack)
				n->low = lower(n->low, nodes[to].order);
			continue;
		}
		s->path_len--;
		if (s->path_len > 0) {
			struct node *before = &nodes[s->path[s->path_len - 1]];

			before->low = lower(before->low, n->low);
		}
		if (n->low == n->order)
			take_circle(s, at);
	}
}

void sbom_graph_close(struct sbom_graph *g)
{
	struct search s = { .g = g };

	sort_edges(g);
	reach(g);
	s.path = memory_alloc(g->node_count + 1, sizeof(*s.path));
	s.stack = memory_alloc(g->node_count + 1, sizeof(*s.stack));
	for (uint32_t i = 0; i < g->node_count; i++)
		if (g->nodes[i].order == NOWHERE)
			find_circles(&s, i);
	free(s.path);
	free(s.stack);
}

bool sbom_graph_has_edges(const struct sbom_graph *g)
{
	return g->edge_count > 0;
}

bool sbom_graph_has_subject(const struct sbom_graph *g)
{
	return g->has_subject;
}

bool sbom_graph_names(const struct sbom_graph *g, size_t component)
{
	uint32_t node = g->of_component[component];

	return node != NOWHERE && g->nodes[node].is_named;
}

bool sbom_graph_reaches(const struct sbom_graph *g, size_t component)
{
	uint32_t node = g->of_component[component];

	return node != NOWHERE && g->nodes[node].is_reached;
}

bool sbom_graph_next_double(const struct sbom_graph *g, size_t *at, struct str *ref)
{
	while (*at < g->node_count) {
		size_t i = (*at)++;

		if (g->nodes[i].is_double) {
			*ref = intern_text(g->refs, (uint32_t)i);
			return true;
		}
	}
	return false;
}

bool sbom_graph_next_dangling(const struct sbom_graph *g, size_t *at, struct str *ref)
{
	while (*at < g->node_count) {
		size_t i = (*at)++;

		if (!g->nodes[i].is_there) {
			*ref = intern_text(g->refs, (uint32_t)i);
			return true;
		}
	}
	return false;
}

bool sbom_graph_next_circle(const struct sbom_graph *g, size_t *at, struct str *ref, size_t *size)
{
	while (*at < g->node_count) {
		size_t i = (*at)++;

		if (g->nodes[i].circle_size > 0) {
			*ref = intern_text(g->refs, (uint32_t)i);
			*size = g->nodes[i].circle_size;
			return true;
		}
	}
	return false;
}
