/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The tree of a statement, and the scopes of its names.
 *
 * Nodes lie in the compiler's arena and hold no pointers into the collected heap: names and constants
 * are indices into the compiler's table of literals, constants that are plain immediates stand in the
 * node itself.  A node has only as many fields as its kind needs (see the table); fields that do not
 * exist for a kind must not be touched.  Lists are chained through `next`.
 */
#ifndef OURO_INCLUDED_SRC_COMPILER_AST_H
#define OURO_INCLUDED_SRC_COMPILER_AST_H

#include "object/code/opcode.h"
#include <ouro/value.h>

/* X(kind, number of fields) */
#define OU_NODE_LIST(X)                                                                                \
    X(CONST, 1)       /* value: small int, float or singleton without a heap block */                  \
    X(LITERAL, 1)     /* literal */                                                                    \
    X(NAME, 1)        /* name */                                                                       \
    X(ATTRIBUTE, 2)   /* a.name2 */                                                                    \
    X(SUBSCRIPT, 2)   /* a[b] */                                                                       \
    X(SLICE, 3)       /* a:b:c, each may be NULL */                                                    \
    X(CALL, 2)        /* a(b...) */                                                                    \
    X(KEYWORD, 2)     /* name2=a in a call */                                                          \
    X(STAR, 1)        /* *a */                                                                         \
    X(DOUBLE_STAR, 1) /* **a */                                                                        \
    X(UNARY, 1)       /* op: an instruction, NEG POS INVERT NOT */                                     \
    X(BINARY, 2)      /* op: an instruction, ADD ... */                                                \
    X(BOOL, 1)        /* list a; op: 1 and, 0 or */                                                    \
    X(COMPARE, 2)     /* a, then the list b of TERM */                                                 \
    X(TERM, 1)        /* a; op: an instruction, LT ... NOT_IN */                                       \
    X(IF_ELSE, 3)     /* b if a else c */                                                              \
    X(LAMBDA, 4)      /* parameters a, body b, scope */                                                \
    X(LIST, 1)                                                                                         \
    X(TUPLE, 1)                                                                                        \
    X(SET, 1)                                                                                          \
    X(DICT, 1)          /* list of PAIR and DOUBLE_STAR */                                             \
    X(PAIR, 2)          /* a: b */                                                                     \
    X(COMPREHENSION, 4) /* op: LIST, SET, DICT or YIELD; element a, clauses b, scope */                \
    X(CLAUSE, 3)        /* for a in b, conditions c */                                                 \
    X(YIELD, 1)                                                                                        \
    X(YIELD_FROM, 1)                                                                                   \
    X(NAMED, 2)   /* a := b */                                                                         \
    X(FSTRING, 1) /* list of LITERAL and FIELD */                                                      \
    X(FIELD, 2)   /* a, format spec b or NULL; op: conversion */                                       \
    /* statements */                                                                                   \
    X(EXPRESSION, 1)                                                                                   \
    X(ASSIGN, 2)    /* targets a, value b */                                                           \
    X(AUGMENTED, 2) /* op: an instruction */                                                           \
    X(ANNOTATED, 2) /* a: ... = b or NULL */                                                           \
    X(DELETE, 1)                                                                                       \
    X(PASS, 0)                                                                                         \
    X(BREAK, 0)                                                                                        \
    X(CONTINUE, 0)                                                                                     \
    X(RETURN, 1)                                                                                       \
    X(RAISE, 2)                                                                                        \
    X(GLOBAL, 1)                                                                                       \
    X(NONLOCAL, 1)                                                                                     \
    X(IMPORT, 1) /* list of ALIAS */                                                                   \
    X(FROM, 2)   /* name2 or OU_NO_NAME; list a of ALIAS, NULL: star; op: level */                     \
    X(ALIAS, 2)  /* name as name2 (or OU_NO_NAME) */                                                   \
    X(ASSERT, 2)                                                                                       \
    X(IF, 3)        /* test a, body b, else c */                                                       \
    X(WHILE, 3)     /* the same */                                                                     \
    X(FOR, 4)       /* for a in b: c else: d */                                                        \
    X(TRY, 4)       /* body a, handlers b, else c, finally d; op: 1: except* */                        \
    X(HANDLER, 3)   /* except a as name2: c */                                                         \
    X(WITH, 2)      /* list a of ITEM, body b */                                                       \
    X(ITEM, 2)      /* a as b or NULL */                                                               \
    X(DEF, 5)       /* def name(a): b; scope, decorators e */                                          \
    X(CLASS, 5)     /* class name(a): b; scope, decorators e; op: 1: the body is still to be parsed */ \
    X(PARAMETER, 2) /* name=b; op: enum ou_parameter_kind */

enum ou_node_kind {
#define X(kind, fields) OU_NODE_##kind,
    OU_NODE_LIST(X)
#undef X
        OU_NODE_COUNT
};

enum ou_parameter_kind {
    OU_PARAMETER_POS_ONLY,
    OU_PARAMETER_POS,
    OU_PARAMETER_KW_ONLY,
    OU_PARAMETER_VARARGS,
    OU_PARAMETER_VARKW
};

#define OU_NO_NAME ((uintptr_t)-1)

struct ou_scope;

struct ou_node {
    struct ou_node *next;
    uint32_t kind : 8, line : 24;
    uint16_t column; /* from 1; 0: unknown */
    uint8_t op;
    uint8_t in_parens;
    union {
        struct ou_node *a;
        uintptr_t name;    /* index of a literal, an interned str */
        uintptr_t literal; /* index of a literal */
        ou_val value;      /* an immediate, never an interned str */
    };
    union {
        struct ou_node *b;
        uintptr_t name2;
    };
    union {
        struct ou_node *c;
        uintptr_t name3; /* of DEF and CLASS (LAMBDA and COMPREHENSION have none) */
    };
    union {
        struct ou_node *d;
        struct ou_scope *scope;
    };
    struct ou_node *e;
};

/* -- scopes -- */
enum ou_scope_kind {
    OU_SCOPE_MODULE, /* top-level statements */
    OU_SCOPE_CLASS,
    OU_SCOPE_FUNCTION,     /* def, lambda, generator expression */
    OU_SCOPE_COMPREHENSION /* inlined: its variables are registers of the scope around it */
};

#define OU_SCOPE_GENERATOR 1u
#define OU_SCOPE_WALRUS 2u      /* some expression in it assigns */
#define OU_SCOPE_SEES_LOCALS 4u /* calls locals() or the like: names of all locals are kept */
#define OU_SCOPE_CLASS_CELL 8u  /* class whose methods use __class__ */
#define OU_SCOPE_GENEXP 16u
#define OU_SCOPE_STATIC 32u /* function decorated as static or class method */
#define OU_SCOPE_LAMBDA 64u

#define OU_SYMBOL_BOUND 1u /* assigned here */
#define OU_SYMBOL_USED 2u
#define OU_SYMBOL_PARAMETER 4u
#define OU_SYMBOL_GLOBAL 8u     /* declared */
#define OU_SYMBOL_NONLOCAL 16u  /* declared */
#define OU_SYMBOL_CELL 32u      /* captured by an inner function: the register holds a cell */
#define OU_SYMBOL_FREE 64u      /* lives in an outer function; index: number of the free cell */
#define OU_SYMBOL_DELETED 128u  /* may become unbound again: never counts as surely assigned */
#define OU_SYMBOL_EXCEPT 256u   /* name of an `except ... as`: bound for sure only inside the handler */
#define OU_SYMBOL_HANDLING 512u /* (while walking) inside such a handler */
#define OU_SYMBOL_EARLY 1024u   /* comprehension variable used before its `for` */
#define OU_SYMBOL_REACHED 2048u /* (while walking) its `for` has been passed */
#define OU_SYMBOL_SURE 4096u    /* free variable that was bound for sure when the function was made */

struct ou_symbol {
    struct ou_symbol *next;
    uint32_t name; /* literal */
    uint16_t flags;
    uint8_t reg;
    uint8_t index;
};

/* Attribute that methods of a class assign through their first parameter. */
struct ou_slot_name {
    struct ou_slot_name *next;
    uint32_t name;
};

struct ou_scope {
    struct ou_scope *parent;
    struct ou_scope *children, *sibling;
    struct ou_symbol *symbols, **symbols_end;
    struct ou_slot_name *slots;
    uint32_t name;  /* literal: of the function or class */
    uint32_t first; /* literal: first parameter of a method, else (uint32_t)OU_NO_NAME */
    uint32_t line;
    uint32_t declared; /* line of the first nonlocal declaration */
    uint8_t kind;
    uint8_t flags;
    uint16_t n_free;
};

#endif /* OURO_INCLUDED_SRC_COMPILER_AST_H */
