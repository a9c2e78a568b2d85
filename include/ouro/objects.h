/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Objects of types written in C, and modules.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_OBJECTS_H
#define OURO_INCLUDED_INCLUDE_OURO_OBJECTS_H

#include <ouro/errors.h>

/* -- objects -- */
/* A VALUES block for an object of type t: word 0 is the type, `words` words in all, the rest unbound.  Every word must be
 * a value.  finalise: t's ops->finalise will be called once, when it has become garbage or the VM ends.  MemoryError. */
ou_val ou_object_new(struct ou_vm *vm, const struct ou_type *t, size_t words, bool finalise) OU_MUST_CHECK;
/* A RAW block, whose contents the collector does not look at: word 0 is the type, which must be in ROM; `bytes` in all, not
 * initialised.  MemoryError. */
ou_val ou_object_new_raw(struct ou_vm *vm, const struct ou_type *t, size_t bytes,
                         bool finalise) OU_MUST_CHECK;
/* Field i (word i) of a VALUES object; i >= 1.  A value is stored by ou_field_set only, which tells the collector.  No
 * collection. */
static inline ou_val ou_field(ou_val object, size_t i) { return ((const ou_val *)object)[i]; }
void ou_field_set(struct ou_vm *vm, ou_val object, size_t i, ou_val v);

/* -- modules -- */
/* The module of a dotted name (a str), imported if it is not in sys.modules; runs Python. */
ou_val ou_import(struct ou_vm *vm, ou_val name) OU_MUST_CHECK;
/* An empty module, not in sys.modules. */
ou_val ou_module_new(struct ou_vm *vm, ou_val name) OU_MUST_CHECK;
/* The dict of its names; OU_ABSENT if `module` is not one made by ou_module_new or from a file.  No collection. */
ou_val ou_module_dict(ou_val module);
/* What Python code set as attribute of a constant module, or OU_ABSENT.  No collection. */
ou_val ou_module_override(struct ou_vm *vm, const struct ou_rom_module *module, ou_val name);

#endif /* OURO_INCLUDED_INCLUDE_OURO_OBJECTS_H */
