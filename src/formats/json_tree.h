/*
 * json_tree - a whole JSON document as a tree, to be looked at from any side and never changed.
 *
 * For checks that compare one end of a document with another; whoever takes a document in streams it through
 * json_stream. Everything is in the arena. The document is one record of json_stream's: what that refuses is
 * refused here.
 */
#pragma once
#include "base/arena.h"
#include "formats/json_stream.h"
#include "formats/json_write.h"

struct json_node {
	enum json_kind kind;
	struct str key;	 /* of a member of an object; empty otherwise */
	struct str text; /* of a text, decoded; of a number, true and false as written */
	const struct json_node *parent, *first, *next;
	size_t place; /* in its array or object, from 0 */
	size_t count; /* of members or items */
};

/* Reads in to its end; *root is never NULL. */
MUST_CHECK bool json_tree_read(
    struct input *in, struct arena *arena, const struct json_node **root, struct err *e);

/* The first member of that name; NULL where there is none, at is no object, or at is NULL. */
const struct json_node *json_node_get(const struct json_node *at, struct str key);
/* What at says where it is a text; empty otherwise, and where it is NULL. */
struct str json_node_text(const struct json_node *at);
/* The two at once. */
struct str json_node_field(const struct json_node *at, struct str key);
/* at as a JSON pointer (RFC 6901), "/vulnerabilities/0/cve"; empty for the root. */
struct str json_node_pointer(const struct json_node *at, struct arena *arena);
/* The one behind at in a walk that takes each before what is in it, over root and all in it; NULL at the end.
 */
const struct json_node *json_node_after(const struct json_node *at, const struct json_node *root);

struct json_nodes {
	const struct json_node **at;
	size_t count;
};

/* Every node that a path leads to, in the order of the document: "vulnerabilities/?/scores/?"; "?" is each
 * member or item, and "..." each object and array at any depth, the one reached so far among them. */
struct json_nodes json_tree_find(const struct json_node *root, const char *path, struct arena *arena);

/* at and all in it as a value of a document that is being written. */
void json_node_write(const struct json_node *at, struct json_out *w);
