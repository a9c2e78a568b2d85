/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Binary trees of many sizes and life times beside a long-lived tree and a large array: the theme of
 * GCBench (John Ellis, Pete Kovac, Hans Boehm), written anew.
 *
 *     gcbench [mode [depth]]    prints: name, processor seconds, peak in bytes as the allocator counts it,
 *                               peak of the resident set in bytes, collections
 *
 * Trees of each depth are made from the top (each node is allocated, then filled in) and from the bottom
 * (children first), as many as make the same number of nodes for each depth.
 */
#include "memory.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#define SMALLEST 4

static int largest = 16;
static struct node *long_lived;
static double *array;

static _Noreturn void fail(const char *text)
{
    fprintf(stderr, "gcbench: %s\n", text);
    exit(1);
}

static struct node *checked(struct node *node)
{
    if (!node)
        fail("no memory");
    return node;
}

static size_t tree_size(int depth) { return ((size_t)2 << depth) - 1; }

static void fill_down(struct node *node, int depth)
{
    if (depth <= 0)
        return;
    ROOT(node);
    struct node *child = checked(node_new());
    node_set(node, &node->left, child);
    child = checked(node_new());
    node_set(node, &node->right, child);
    fill_down(node->left, depth - 1);
    fill_down(node->right, depth - 1);
    UNROOT(1);
}

static struct node *make_up(int depth)
{
    struct node *left = NULL, *right = NULL;
    ROOT(left);
    ROOT(right);
    if (depth > 0) {
        left = make_up(depth - 1);
        right = make_up(depth - 1);
    }
    struct node *node = checked(node_new());
    node_set(node, &node->left, left);
    node_set(node, &node->right, right);
    node->i = number(depth);
    node->j = number(1);
    UNROOT(2);
    return node;
}

static void free_tree(struct node *node)
{
    if (!node || !MUST_FREE)
        return;
    free_tree(node->left);
    free_tree(node->right);
    memory_free(node);
}

static size_t count(const struct node *node) { return node ? 1 + count(node->left) + count(node->right) : 0; }

static void many_trees(int depth)
{
    size_t trees = 2 * tree_size(largest + 2) / tree_size(depth);
    for (size_t i = 0; i < trees; i++) {
        struct node *tree = checked(node_new());
        ROOT(tree);
        fill_down(tree, depth);
        if (i == 0 && count(tree) != tree_size(depth))
            fail("a tree made from the top has lost nodes");
        free_tree(tree);
        UNROOT(1);
    }
    for (size_t i = 0; i < trees; i++) {
        struct node *tree = make_up(depth);
        if (i == 0 && count(tree) != tree_size(depth))
            fail("a tree made from the bottom has lost nodes");
        free_tree(tree);
    }
}

static void run(void)
{
    struct node *stretch = make_up(largest + 2); /* first of all the heap grows */
    if (count(stretch) != tree_size(largest + 2))
        fail("the first tree has lost nodes");
    free_tree(stretch);
    stretch = NULL;

    ROOT_STATIC(long_lived);
    ROOT_STATIC(array);
    long_lived = checked(node_new());
    fill_down(long_lived, largest);
    size_t n = (size_t)8 << largest;
    array = numbers_new(n);
    if (!array)
        fail("no memory");
    for (size_t i = 0; i < n; i++)
        array[i] = 1.0 / (double)(i + 1);

    for (int depth = SMALLEST; depth <= largest; depth += 2)
        many_trees(depth);

    if (count(long_lived) != tree_size(largest) || array[n / 2] != 1.0 / (double)(n / 2 + 1))
        fail("what was to live long has changed");
    UNROOT_STATIC(2);
    free_tree(long_lived);
    memory_free(array);
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
    const char *name = memory_init(argc > 1 ? argv[1] : "stack", __builtin_frame_address(0));
    if (argc > 2)
        largest = atoi(argv[2]);
    if (!name || largest < SMALLEST || largest > 20)
        fail("gcbench [mode [depth]]");
    double start = seconds();
    run();
    double took = seconds() - start;
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("%s\t%.4f\t%zu\t%zu\t%u\n", name, took, memory_peak(), (size_t)usage.ru_maxrss * 1024,
           memory_collections());
    return 0;
}
