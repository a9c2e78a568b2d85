/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * struct ou_compiler, and what the lexer, the parser and the scope analysis offer each other.
 *
 * Errors are sticky: the first failure leaves its exception in the VM, sets `failed`, and from then on
 * the current token is ERROR, nodes are dummies and emitting does nothing, so code here need not check
 * after every call, only before it trusts a result or loops.
 *
 * Scratch memory: the tree lies in an arena of chunks, taken and released like a stack; text of string
 * tokens, and the code being emitted, lie in vectors that are reused for the whole module.
 */
#ifndef OURO_INCLUDED_SRC_COMPILER_STATE_H
#define OURO_INCLUDED_SRC_COMPILER_STATE_H

#include "base/base.h"
#include "compiler/ast.h"
#include "compiler/compiler.h"
#include "object/core/object.h"

enum ou_token_kind {
    OU_TOKEN_EOF,
    OU_TOKEN_ERROR,
    OU_TOKEN_NEWLINE,
    OU_TOKEN_INDENT,
    OU_TOKEN_DEDENT,
    OU_TOKEN_NAME,
    OU_TOKEN_NUMBER,
    OU_TOKEN_STRING,
    /* operators */
    OU_TOKEN_LPAR,
    OU_TOKEN_RPAR,
    OU_TOKEN_LSQB,
    OU_TOKEN_RSQB,
    OU_TOKEN_LBRACE,
    OU_TOKEN_RBRACE,
    OU_TOKEN_COMMA,
    OU_TOKEN_COLON,
    OU_TOKEN_SEMI,
    OU_TOKEN_DOT,
    OU_TOKEN_ELLIPSIS,
    OU_TOKEN_ARROW,
    OU_TOKEN_WALRUS,
    OU_TOKEN_ASSIGN,
    OU_TOKEN_PLUS,
    OU_TOKEN_MINUS,
    OU_TOKEN_STAR,
    OU_TOKEN_SLASH,
    OU_TOKEN_DOUBLE_SLASH,
    OU_TOKEN_PERCENT,
    OU_TOKEN_AT,
    OU_TOKEN_DOUBLE_STAR,
    OU_TOKEN_LSHIFT,
    OU_TOKEN_RSHIFT,
    OU_TOKEN_AMPER,
    OU_TOKEN_BAR,
    OU_TOKEN_CARET,
    OU_TOKEN_TILDE,
    OU_TOKEN_LT,
    OU_TOKEN_LE,
    OU_TOKEN_EQ,
    OU_TOKEN_NE,
    OU_TOKEN_GT,
    OU_TOKEN_GE,
    /* augmented assignment, in the order of PLUS .. CARET */
    OU_TOKEN_AUG_PLUS,
    OU_TOKEN_AUG_MINUS,
    OU_TOKEN_AUG_STAR,
    OU_TOKEN_AUG_SLASH,
    OU_TOKEN_AUG_DOUBLE_SLASH,
    OU_TOKEN_AUG_PERCENT,
    OU_TOKEN_AUG_AT,
    OU_TOKEN_AUG_DOUBLE_STAR,
    OU_TOKEN_AUG_LSHIFT,
    OU_TOKEN_AUG_RSHIFT,
    OU_TOKEN_AUG_AMPER,
    OU_TOKEN_AUG_BAR,
    OU_TOKEN_AUG_CARET,
    /* keywords, in the order of their texts (lexer.c) */
    OU_TOKEN_FALSE,
    OU_TOKEN_NONE,
    OU_TOKEN_TRUE,
    OU_TOKEN_AND,
    OU_TOKEN_AS,
    OU_TOKEN_ASSERT,
    OU_TOKEN_ASYNC,
    OU_TOKEN_AWAIT,
    OU_TOKEN_BREAK,
    OU_TOKEN_CLASS,
    OU_TOKEN_CONTINUE,
    OU_TOKEN_DEF,
    OU_TOKEN_DEL,
    OU_TOKEN_ELIF,
    OU_TOKEN_ELSE,
    OU_TOKEN_EXCEPT,
    OU_TOKEN_FINALLY,
    OU_TOKEN_FOR,
    OU_TOKEN_FROM,
    OU_TOKEN_GLOBAL,
    OU_TOKEN_IF,
    OU_TOKEN_IMPORT,
    OU_TOKEN_IN,
    OU_TOKEN_IS,
    OU_TOKEN_LAMBDA,
    OU_TOKEN_NONLOCAL,
    OU_TOKEN_NOT,
    OU_TOKEN_OR,
    OU_TOKEN_PASS,
    OU_TOKEN_RAISE,
    OU_TOKEN_RETURN,
    OU_TOKEN_TRY,
    OU_TOKEN_WHILE,
    OU_TOKEN_WITH,
    OU_TOKEN_YIELD
};

#define OU_STRING_BYTES 1u
#define OU_STRING_RAW 2u
#define OU_STRING_F 4u

struct ou_where {
    uint32_t line, column; /* column: from 1; 0: unknown */
};

struct ou_token {
    uint8_t kind;
    uint8_t string_flags;
    struct ou_where where;
    uint32_t start, end; /* STRING: decoded text (f-strings: raw) in the vector `strings` */
    ou_val value;        /* NAME: interned str; NUMBER: its value */
};

struct ou_vector {
    uint8_t *data;
    uint32_t size, capacity;
};

struct ou_lexer {
    uint8_t *data; /* source read and not yet consumed: [position, end) */
    uint32_t position, end, capacity;
    struct ou_where at; /* column: of the character read last */
    uint16_t depth;     /* open brackets */
    uint16_t n_indents;
    int16_t dedents; /* DEDENT tokens to come */
    bool indent_pending;
    bool at_line_start;
    bool line_has_token; /* so that NEWLINE is due */
    bool at_end;         /* nothing more to read */
    bool skip_lf;        /* the last block ended with a CR */
    bool in_memory;      /* expression of an f-string */
};

struct ou_chunk {
    struct ou_chunk *previous;
    uint32_t size, used;
};

struct ou_arena_mark {
    struct ou_chunk *chunk;
    uint32_t used;
    uint32_t literals;
};

/* An open bracket, for "'(' was never closed". Lies on the C stack. */
struct ou_bracket {
    struct ou_bracket *outer;
    struct ou_where where;
    uint8_t kind; /* of the token that opened it; the next one closes it */
};

/* A pool of constants under construction: the `pool` of a unit. */
struct ou_constants {
    ou_val unit;
    uint32_t fill; /* a hint: entries before it are in use */
};

struct ou_function_state; /* emit.h */

struct ou_compiler {
    struct ou_compiler *next; /* vm->compilers */
    struct ou_vm *vm;
    struct ou_reader reader;
    enum ou_compile_mode mode;
    bool namespace_code;
    bool failed;
    bool incomplete;
    bool begun; /* a statement has been compiled: no docstring of the module any more */
    bool finished;
    bool need_token; /* the current token has been consumed */
    bool lazy;       /* the end of a statement must not read the next line */
    uint8_t fstring_depth;
    struct ou_token token;
    struct ou_lexer lexer;
    uint16_t (*indents)[2]; /* column with tabs to 8, and with tabs to 1 */
    uint16_t indents_capacity;
    uint16_t class_name_length;
    uint32_t previous_line; /* of the token before the current one */
    uint8_t previous_kind;
    struct ou_vector text;                           /* of the name or number being read */
    struct ou_vector strings;                        /* a stack of string texts */
    struct ou_vector code, lines, handlers, checked; /* of the functions being emitted, a stack each */
    struct ou_chunk *arena;
    struct ou_chunk *spare; /* one chunk kept for the next statement */
    struct ou_bracket *brackets;
    struct ou_node *pending_atom; /* an operand that has already been parsed */
    struct ou_scope *module;
    struct ou_function_state *function;
    struct ou_constants module_pool, statement_pool;
    /* roots */
    ou_val unit, literals, statement_unit, last_function, class_name;
    uint32_t n_literals;
    struct ou_node dummy;
    struct ou_scope module_scope;
};

/* -- memory.c -- */
void *ou_scratch_alloc(struct ou_compiler *c, void *old, size_t size); /* NULL: failed */
void ou_scratch_free(struct ou_compiler *c, void *p);
/* Room for n more bytes; the caller adds to size. NULL: failed. */
uint8_t *ou_vector_reserve(struct ou_compiler *c, struct ou_vector *v, size_t n);
void ou_vector_add(struct ou_compiler *c, struct ou_vector *v, uint8_t byte);
void *ou_arena_alloc(struct ou_compiler *c, size_t size); /* zeroed; NULL: failed */
struct ou_arena_mark ou_arena_mark(struct ou_compiler *c);
void ou_arena_release(struct ou_compiler *c, struct ou_arena_mark mark);
void ou_arena_free(struct ou_compiler *c);
void ou_scratch_release(struct ou_compiler *c); /* between statements: what is empty and not small */
/* The index of a value in the table of literals. */
uint32_t ou_literal_add(struct ou_compiler *c, ou_val v);
static inline ou_val ou_literal(const struct ou_compiler *c, uintptr_t index)
{
    return ((const ou_val *)c->literals)[index];
}
static inline bool ou_same_name(const struct ou_compiler *c, uintptr_t a, uintptr_t b)
{
    return a == b || ou_literal(c, a) == ou_literal(c, b);
}
/* A node that can hold a constant. */
struct ou_node *ou_node_new(struct ou_compiler *c, enum ou_node_kind kind, const struct ou_where *where);
/* At the current token, which is consumed. */
struct ou_node *ou_node_take(struct ou_compiler *c, enum ou_node_kind kind);
/* At another, which becomes its `a`. */
struct ou_node *ou_node_around(struct ou_compiler *c, enum ou_node_kind kind, struct ou_node *first);
struct ou_node *ou_node_constant(struct ou_compiler *c, ou_val v, const struct ou_where *where);
/* The value of a constant expression (no tuples), or OU_ABSENT. */
ou_val ou_node_value(const struct ou_compiler *c, const struct ou_node *n);

/* -- error.c -- */
void ou_compile_fail(struct ou_compiler *c, const struct ou_type *type, const struct ou_where *where,
                     ou_val message);
/* An exception is already pending, or memory has run out. */
void ou_compile_fail_pending(struct ou_compiler *c);
/* All of these: nothing if there was an error before. */
void ou_error_at(struct ou_compiler *c, const struct ou_where *where, const struct ou_message *message, ...);
void ou_error_of_line(struct ou_compiler *c, uint32_t line, const struct ou_message *message, ...);
void ou_error_of_node(struct ou_compiler *c, const struct ou_node *n, const struct ou_message *message, ...);
void ou_error_of_token(struct ou_compiler *c, const struct ou_message *message, ...);
#define ou_error_in_line(c, type, line, format, ...) \
    ((c)->failed ? (void)0 : ou_error_of_line(c, line, OU_MESSAGE(type, format), ##__VA_ARGS__))
/* Of limits, and of what a build lacks: these say it in any build. */
#define ou_limit_at(c, where, format, ...) \
    ((c)->failed ? (void)0 : ou_error_at(c, where, OU_MESSAGE(&ou_exc_SyntaxError, format), ##__VA_ARGS__))
#define ou_limit_at_node(c, node, format, ...) \
    ((c)->failed ? (void)0                     \
                 : ou_error_of_node(c, node, OU_MESSAGE(&ou_exc_SyntaxError, format), ##__VA_ARGS__))
#define ou_limit_at_token(c, format, ...) \
    ((c)->failed ? (void)0 : ou_error_of_token(c, OU_MESSAGE(&ou_exc_SyntaxError, format), ##__VA_ARGS__))
#if OU_WITH_SYNTAX_WORDS
#define ou_syntax_error ou_limit_at
#define ou_error_at_node ou_limit_at_node
#define ou_error_at_token ou_limit_at_token
#define ou_syntax_error_in_line(c, line, format, ...) \
    ou_error_in_line(c, &ou_exc_SyntaxError, line, format, ##__VA_ARGS__)
#define ou_indentation_error(c, where, format, ...) \
    ((c)->failed ? (void)0                          \
                 : ou_error_at(c, where, OU_MESSAGE(&ou_exc_IndentationError, format), ##__VA_ARGS__))
#else
/* "invalid syntax", whatever it is. */
void ou_invalid_at(struct ou_compiler *c, const struct ou_type *type, uint32_t line, uint32_t column);
void ou_invalid_at_node(struct ou_compiler *c, const struct ou_node *n);
void ou_invalid_at_token(struct ou_compiler *c);
void ou_words(const char *format, ...); /* is nowhere */
#define OU_WORDS(format, ...) (0 ? ou_words(format, ##__VA_ARGS__) : (void)0)
#define ou_syntax_error(c, where, format, ...) \
    (OU_WORDS(format, ##__VA_ARGS__), ou_invalid_at(c, &ou_exc_SyntaxError, (where)->line, (where)->column))
#define ou_error_at_node(c, node, format, ...) (OU_WORDS(format, ##__VA_ARGS__), ou_invalid_at_node(c, node))
#define ou_error_at_token(c, format, ...) (OU_WORDS(format, ##__VA_ARGS__), ou_invalid_at_token(c))
#define ou_syntax_error_in_line(c, line, format, ...) \
    (OU_WORDS(format, ##__VA_ARGS__), ou_invalid_at(c, &ou_exc_SyntaxError, line, 0))
#define ou_indentation_error(c, where, format, ...) \
    (OU_WORDS(format, ##__VA_ARGS__),               \
     ou_invalid_at(c, &ou_exc_IndentationError, (where)->line, (where)->column))
#endif

/* -- lexer.c, lex_number.c, lex_string.c -- */
void ou_lexer_open(struct ou_compiler *c);
void ou_advance(struct ou_compiler *c);             /* the next token, into c->token */
int ou_lex_peek(struct ou_compiler *c, unsigned i); /* the character i ahead (i < 8), or -1 */
int ou_lex_take(struct ou_compiler *c);
void ou_lex_number(struct ou_compiler *c);
void ou_lex_string(struct ou_compiler *c, unsigned flags); /* at the quote */
/* A UTF-8 character from position on: its length, or 0 if malformed. */
unsigned ou_utf8_check(const uint8_t *p, size_t n, uint32_t *code_point);
/* Replaces escapes in strings[start..]; false: failed. */
bool ou_decode_escapes(struct ou_compiler *c, size_t start, unsigned flags, const struct ou_where *where);

/* -- parser -- */
static inline bool ou_at(const struct ou_compiler *c, enum ou_token_kind kind)
{
    return c->token.kind == kind;
}
static inline bool ou_accept(struct ou_compiler *c, enum ou_token_kind kind)
{
    if (c->token.kind != kind)
        return false;
    ou_advance(c);
    return true;
}
void ou_invalid_syntax(struct ou_compiler *c);
void ou_expect(struct ou_compiler *c, enum ou_token_kind kind, const char *what);
/* At the NEWLINE after the colon, which is consumed; what, line: of the statement whose block is to follow. */
void ou_expect_indent(struct ou_compiler *c, const char *what, uint32_t line);
uintptr_t ou_parse_name(struct ou_compiler *c, bool mangle); /* the NAME token as a literal; advances */
struct ou_node *ou_parse_expression(struct ou_compiler *c);  /* a test: no comma, no star, no := */
struct ou_node *ou_parse_named(struct ou_compiler *c);       /* := allowed */
struct ou_node *ou_parse_expressions(struct ou_compiler *c, bool yield_allowed); /* with commas and stars */
struct ou_node *ou_parse_target_list(struct ou_compiler *c);                     /* of `for` */
struct ou_node *ou_parse_bitwise_or(struct ou_compiler *c);
struct ou_node *ou_parse_after_paren(struct ou_compiler *c, struct ou_bracket *open, struct ou_node *first);
struct ou_node *ou_parse_clauses(struct ou_compiler *c);
struct ou_node *ou_parse_string(struct ou_compiler *c);
struct ou_node *ou_parse_arguments(struct ou_compiler *c);
struct ou_node *ou_parse_parameters(struct ou_compiler *c, enum ou_token_kind end, bool annotations);
bool ou_starts_expression(const struct ou_compiler *c);
bool ou_starts_operand(const struct ou_compiler *c); /* the same, or a star */
bool ou_too_deep(struct ou_compiler *c);             /* the C stack is used up: failed */
struct ou_node *ou_parse_yield(struct ou_compiler *c);
/* Consume the token: the bracket, or what ought to be the closing one. */
void ou_open_bracket(struct ou_compiler *c, struct ou_bracket *b);
void ou_close_bracket(struct ou_compiler *c, struct ou_bracket *b);
enum ou_target { OU_TARGET_ASSIGN, OU_TARGET_DELETE, OU_TARGET_FOR };
/* Raises unless n can be assigned to (deleted). */
void ou_check_target(struct ou_compiler *c, struct ou_node *n, enum ou_target what);
const char *ou_node_description(struct ou_compiler *c, const struct ou_node *n);
const struct ou_node *ou_invalid_target(const struct ou_node *n, enum ou_target what);
/* A list of statements: one line of simple ones, or one compound one.  streaming: the body of a class
 * is left to be parsed. */
struct ou_node *ou_parse_statement(struct ou_compiler *c, bool streaming);
struct ou_node *ou_fold_unary(struct ou_compiler *c, unsigned op, struct ou_node *a,
                              const struct ou_where *where);
/* In the order of the tokens PLUS .. CARET. */
extern const struct ou_binary_operator {
    uint8_t instruction, level; /* of precedence; 0: ** is not parsed by it */
} ou_binary_operators[];
struct ou_node *ou_fold_binary(struct ou_compiler *c, unsigned op, struct ou_node *a, struct ou_node *b);

/* -- scope.c -- */
struct ou_scope *ou_scope_new(struct ou_compiler *c, struct ou_scope *parent, enum ou_scope_kind kind,
                              uint32_t name, uint32_t line);
/* Collects and resolves the names of a list of statements in a module or class scope. */
void ou_scope_analyse(struct ou_compiler *c, struct ou_scope *scope, struct ou_node *statements);
struct ou_symbol *ou_scope_find(const struct ou_compiler *c, const struct ou_scope *scope, uintptr_t name);

struct ou_node_list {
    struct ou_node *first, **end;
};
static inline void ou_list_start(struct ou_node_list *l)
{
    l->first = NULL;
    l->end = &l->first;
}
static inline void ou_list_add_node(struct ou_compiler *c, struct ou_node_list *l, struct ou_node *n)
{
    if (c->failed || n == &c->dummy)
        return;
    *l->end = n;
    l->end = &n->next;
}

#endif /* OURO_INCLUDED_SRC_COMPILER_STATE_H */
