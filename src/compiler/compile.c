/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The compiler's outside: opening, the function of the next statement, closing, roots.
 */
#include "compiler/emit.h"

struct ou_compiler *ou_compile_open(struct ou_vm *vm, const struct ou_reader *reader, ou_val unit,
                                    enum ou_compile_mode mode, bool namespace_code)
{
    struct ou_compiler *c = NULL;
    for (int attempt = 0; !c && attempt < 2; attempt++) {
        if (attempt)
            ou_gc_shrink(&vm->heap);
        c = ou_outer_alloc(vm->outer, sizeof *c, OU_MEM_VM | OU_MEM_FOR(OU_OWNER_SCRATCH));
    }
    if (!c) {
        ou_raise_memory(vm, sizeof *c);
        return NULL;
    }
    memset(c, 0, sizeof *c);
    c->vm = vm;
    c->reader = *reader;
    c->mode = mode;
    c->namespace_code = namespace_code;
    c->unit = c->module_pool.unit = unit;
    c->module = &c->module_scope;
    c->module_scope.kind = OU_SCOPE_MODULE;
    c->module_scope.symbols_end = &c->module_scope.symbols;
    c->module_scope.first = (uint32_t)OU_NO_NAME;
    c->need_token = true;
    c->token.value = c->class_name = c->literals = OU_ABSENT;
    c->next = vm->compilers;
    vm->compilers = c;
    ou_val own = ou_object_new(vm, &ou_type_unit, sizeof(struct ou_unit) / sizeof(ou_val), false);
    if (own == OU_EXC) {
        ou_compile_close(c);
        return NULL;
    }
    c->statement_unit = c->statement_pool.unit = own;
    struct ou_unit *from = (struct ou_unit *)c->unit, *to = (struct ou_unit *)own;
    OU_STORE(vm, to, &to->globals, from->globals);
    OU_STORE(vm, to, &to->filename, from->filename);
    OU_STORE(vm, to, &to->package, from->package);
    OU_STORE(vm, to, &to->defining_unit, c->unit);
    ou_lexer_open(c);
    if (c->failed) {
        ou_compile_close(c);
        return NULL;
    }
    return c;
}

void ou_compile_close(struct ou_compiler *c)
{
    struct ou_vm *vm = c->vm;
    ou_constants_trim(c, &c->module_pool);
    for (struct ou_compiler **p = &vm->compilers; *p; p = &(*p)->next)
        if (*p == c) {
            *p = c->next;
            break;
        }
    ou_arena_free(c);
    struct ou_vector *vectors[] = {&c->text, &c->strings, &c->code, &c->lines, &c->handlers, &c->checked};
    for (unsigned i = 0; i < sizeof vectors / sizeof *vectors; i++)
        ou_scratch_free(c, vectors[i]->data);
    ou_scratch_free(c, c->indents);
    ou_scratch_free(c, c->lexer.data);
    if (c->literals != OU_ABSENT)
        ou_gc_free(&vm->heap, (void *)c->literals);
    ou_outer_free(vm->outer, c);
}

bool ou_compile_incomplete(const struct ou_compiler *c) { return c->failed && c->incomplete; }

void ou_compile_visit_roots(struct ou_heap *heap, void *ctx)
{
    struct ou_vm *vm = ctx;
    for (struct ou_compiler *c = vm->compilers; c; c = c->next) {
        ou_val *roots[] = {&c->unit,       &c->module_pool.unit, &c->statement_pool.unit,
                           &c->literals,   &c->statement_unit,   &c->last_function,
                           &c->class_name, &c->token.value};
        for (unsigned i = 0; i < sizeof roots / sizeof *roots; i++)
            ou_gc_visit(heap, roots[i]);
        for (struct ou_function_state *f = c->function; f; f = f->outer)
            ou_gc_visit(heap, &f->slots);
    }
}

/* The function of the statement before this one has been run and dropped. */
static void drop_last_function(struct ou_compiler *c)
{
    if (c->last_function == OU_ABSENT)
        return;
    c->last_function = OU_ABSENT;
    ou_constants_clear(c, &c->statement_pool);
}

static void open_statement(struct ou_compiler *c, struct ou_function_state *f)
{
    c->module_scope.line = c->token.where.line;
    ou_function_open(f, c, &c->module_scope, &c->statement_pool);
    f->namespace = c->namespace_code;
    if (f->namespace)
        ou_reg(f);
    f->first_temporary = f->top;
}

/* What a statement was emitted into goes back before it runs: it would lie in the middle of the memory that the
 * program is about to use. */
static void free_vectors(struct ou_compiler *c)
{
    struct ou_vector *vectors[] = {&c->strings, &c->code, &c->lines, &c->handlers, &c->checked};
    for (unsigned i = 0; i < sizeof vectors / sizeof *vectors; i++) {
        if (vectors[i]->size)
            continue;
        ou_scratch_free(c, vectors[i]->data);
        *vectors[i] = (struct ou_vector){0};
    }
}

static ou_val close_statement(struct ou_compiler *c, struct ou_function_state *f)
{
    struct ou_vm *vm = c->vm;
    struct ou_code_head head = {.name = OU_S(_lt_module_gt_),
                                .n_pos = c->namespace_code,
                                .flags = c->namespace_code ? OU_CODE_NAMESPACE : 0};
    ou_val code = ou_function_close(f, &head, false);
    if (code == OU_EXC)
        return OU_EXC;
    free_vectors(c);
    ou_val v = ou_object_new(vm, &ou_type_function, sizeof(struct ou_function) / sizeof(ou_val), false);
    if (v == OU_EXC) {
        ou_compile_fail_pending(c);
        return OU_EXC;
    }
    struct ou_function *function = (struct ou_function *)v;
    OU_STORE(vm, function, &function->code, code);
    OU_STORE(vm, function, &function->unit, c->statement_unit);
    c->last_function = v;
    ou_scratch_release(c);
    return v;
}

/* Parses and emits one statement; false at the end. */
static void module_docstring(struct ou_compiler *c, struct ou_function_state *f, const struct ou_node *list)
{
    ou_val doc = ou_docstring(f, list);
    if (doc == OU_ABSENT)
        return;
    int r = ou_reg(f), name = (int)ou_constant(f, OU_S(__doc__));
    ou_load_constant(f, doc, r);
    ou_emit(f, c->namespace_code ? OU_INS_SET_NAME : OU_INS_SET_GLOBAL, r, name);
    f->top = (uint16_t)r;
}

static bool one_statement(struct ou_compiler *c, struct ou_function_state *f)
{
    struct ou_arena_mark mark = ou_arena_mark(c);
    struct ou_symbol **end = c->module_scope.symbols_end;
    struct ou_node *list = ou_parse_statement(c, true);
    if (!list)
        return false;
    ou_scope_analyse(c, &c->module_scope, list);
    bool declares = false;
    for (struct ou_node *i = list; i && !c->failed; i = i->next)
        declares |= i->kind == OU_NODE_GLOBAL;
    if (!c->begun && c->mode == OU_COMPILE_EXEC)
        module_docstring(c, f, list);
    c->begun = true;
    ou_statements(f, list);
    f->flow.dead = false;
    if (!declares || !c->namespace_code) {
        *end = NULL;
        c->module_scope.symbols_end = end;
        ou_arena_release(c, mark);
    }
    return !c->failed;
}

static bool next_token(struct ou_compiler *c)
{
    if (c->need_token && !c->failed) {
        c->need_token = false;
        ou_advance(c);
    }
    return !c->failed && !ou_at(c, OU_TOKEN_EOF);
}

static ou_val compile_eval(struct ou_compiler *c)
{
    struct ou_function_state f;
    c->finished = true;
    next_token(c);
    open_statement(c, &f);
    struct ou_node *n = ou_parse_expressions(c, false);
    while (ou_accept(c, OU_TOKEN_NEWLINE)) {}
    if (!ou_at(c, OU_TOKEN_EOF))
        ou_invalid_syntax(c);
    if (!c->failed) {
        ou_scope_analyse(c, &c->module_scope, ou_node_around(c, OU_NODE_EXPRESSION, n));
        int r = ou_any(&f, n);
        ou_emit(&f, OU_INS_RETURN, r);
    }
    return close_statement(c, &f);
}

static ou_val compile_next(struct ou_compiler *c)
{
    struct ou_function_state f;
    drop_last_function(c);
    if (c->failed)
        return c->vm->roots.exc == OU_ABSENT ? ou_raise(c->vm, &ou_exc_SyntaxError, "compilation has failed")
                                             : OU_EXC;
    if (c->finished)
        return OU_STOP;
    if (c->mode == OU_COMPILE_EVAL)
        return compile_eval(c);
    c->lazy = true;
    if (!next_token(c)) {
        c->finished = !c->failed;
        return c->failed ? OU_EXC : OU_STOP;
    }
    open_statement(c, &f);
    one_statement(c, &f);
    ou_emit(&f, OU_INS_RETURN_NONE);
    return close_statement(c, &f);
}

static ou_val compile_rest(struct ou_compiler *c)
{
    struct ou_function_state f;
    if (c->mode == OU_COMPILE_EVAL)
        return compile_next(c);
    drop_last_function(c);
    c->finished = true;
    c->lazy = true;
    next_token(c);
    open_statement(c, &f);
    while (next_token(c) && one_statement(c, &f)) {}
    ou_emit(&f, OU_INS_RETURN_NONE);
    ou_val v = close_statement(c, &f);
    c->last_function = OU_ABSENT;
    if (v != OU_EXC)
        ou_constants_trim(c, &c->statement_pool);
    return v;
}

/* A program that has locked the heap, or disabled collection, goes on to its next statement: that this is
 * compiled only now is not an allocation of its own. */
static ou_val with_heap_unlocked(struct ou_compiler *c, ou_val (*compile)(struct ou_compiler *))
{
    struct ou_heap *heap = &c->vm->heap;
    int depth = ou_gc_lock_depth(heap);
    bool enabled = ou_gc_enabled(heap);
    ou_gc_wipe_stack(); /* compiling takes much of the C stack, where what ran before has left its words */
    for (int i = 0; i < depth; i++)
        ou_gc_unlock(heap);
    ou_gc_set_enabled(heap, true);
    ou_val v = compile(c);
    ou_gc_set_enabled(heap, enabled);
    for (int i = 0; i < depth; i++)
        ou_gc_lock(heap);
    ou_gc_wipe_stack(); /* the caller runs it next, maybe for as long as the program takes */
    return v;
}

ou_val ou_compile_next(struct ou_compiler *c) { return with_heap_unlocked(c, compile_next); }

ou_val ou_compile_rest(struct ou_compiler *c) { return with_heap_unlocked(c, compile_rest); }
