/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Objects of types written in C, and modules.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_OBJECTS_H
#define OURO_INCLUDED_INCLUDE_OURO_OBJECTS_H

#include <ouro/errors.h>

/* A VALUES block for an object of type t: word 0 is the type, `words` words in all, the rest unbound.
 * finalise: t's ops->finalise will be called once. */
ou_val ou_object_new(struct ou_vm *vm, const struct ou_type *t, size_t words, bool finalise) OU_MUST_CHECK;
/* A RAW block: word 0 is the type, which must be in ROM; `bytes` in all, not initialised. */
ou_val ou_object_new_raw(struct ou_vm *vm, const struct ou_type *t, size_t bytes,
                         bool finalise) OU_MUST_CHECK;
/* Field i (word i) of a VALUES object; i >= 1.  set is the barrier; no collection. */
static inline ou_val ou_field(ou_val object, size_t i) { return ((const ou_val *)object)[i]; }
void ou_field_set(struct ou_vm *vm, ou_val object, size_t i, ou_val v);

/* -- modules -- */
ou_val ou_import(struct ou_vm *vm, ou_val name) OU_MUST_CHECK;     /* the module of a dotted name */
ou_val ou_module_new(struct ou_vm *vm, ou_val name) OU_MUST_CHECK; /* an empty one, not in sys.modules */
ou_val ou_module_dict(ou_val module);
/* What Python code set as attribute of a constant module, or OU_UNBOUND.  No collection. */
ou_val ou_module_override(struct ou_vm *vm, const struct ou_rom_module *module, ou_val name);

#endif /* OURO_INCLUDED_INCLUDE_OURO_OBJECTS_H */
