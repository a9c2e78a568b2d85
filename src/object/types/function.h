/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Python functions: what they are made of, their names, and the attributes that a few of them have.
 *
 * A function object has no room for attributes; those that are set (by functools.wraps, say) lie in
 * vm->function_dicts, a map from functions to dicts that is weak in the functions: the hooks below keep a
 * dict exactly as long as its function.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_TYPES_FUNCTION_H
#define OURO_INCLUDED_SRC_OBJECT_TYPES_FUNCTION_H

#include "object/core/object.h"

extern const struct ou_type ou_type_function_code; /* f.__code__ */

static inline const struct ou_code *ou_function_code(ou_val f)
{
    return (const struct ou_code *)((const struct ou_function *)f)->code;
}
static inline struct ou_unit *ou_function_unit(ou_val f)
{
    return (struct ou_unit *)((struct ou_function *)f)->unit;
}
/* An entry of the pool that the function's code indexes. */
static inline ou_val ou_function_pool(ou_val f, unsigned index)
{
    return ((const ou_val *)ou_function_unit(f)->pool)[index];
}
static inline ou_val *ou_function_kw_defaults(struct ou_function *f)
{
    return f->rest + ((const struct ou_code *)f->code)->n_defaults;
}
static inline ou_val *ou_function_cells(struct ou_function *f)
{
    const struct ou_code *code = (const struct ou_code *)f->code;
    return f->rest + code->n_defaults +
           (code->flags & OU_CODE_KW_DEFAULTS ? ou_code_extra(code)->n_kw_only : 0);
}
ou_val ou_function_name(struct ou_vm *vm, ou_val f);                   /* str; no collection */
ou_val ou_function_qualname(struct ou_vm *vm, ou_val f) OU_MUST_CHECK; /* str */
ou_val ou_function_module(struct ou_vm *vm, ou_val f);                 /* str or None; no collection */

/* For ou_heap_hooks. */
bool ou_function_attributes_mark_weak(struct ou_vm *vm);
void ou_function_attributes_mark_with(struct ou_vm *vm, ou_val block);
void ou_function_attributes_clear_dead(struct ou_vm *vm);
void ou_function_attributes_update(struct ou_vm *vm);
/* Calls fn for every function that has attributes of its own.  No collection; nor may fn. */
void ou_function_attributes_each(struct ou_vm *vm, void (*fn)(void *ctx, ou_val function, ou_val dict),
                                 void *ctx);

#endif /* OURO_INCLUDED_SRC_OBJECT_TYPES_FUNCTION_H */
