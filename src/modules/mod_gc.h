/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What the files of module gc share.
 */
#ifndef OURO_INCLUDED_SRC_MODULES_MOD_GC_H
#define OURO_INCLUDED_SRC_MODULES_MOD_GC_H

#include <ouro/ouro.h>

/* mod_gc_introspection.c, mod_gc_pin.c */
extern const struct ou_native ou_gc_native_dump, ou_gc_native_get_objects, ou_gc_native_get_referents,
    ou_gc_native_get_referrers, ou_gc_native_is_finalized, ou_gc_native_is_tracked, ou_gc_native_pin;

/* mod_gc_stats.c */
OU_NATIVE_FUNCTION(ou_gc_native_stats);

#endif /* OURO_INCLUDED_SRC_MODULES_MOD_GC_H */
