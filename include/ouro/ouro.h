/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The C API: what modules written in C, and firmware that embeds Ouro, are written against.
 *
 * Every function takes the VM first.  A function that can fail returns OU_EXC (values), -1 (ints) or
 * NULL (pointers) with the exception in the VM, and must be checked.  Unless its comment says "no
 * collection", a function may collect: values in C variables stay alive because the C stack is a root,
 * also through interior pointers.  Names of attributes are interned strings (OU_S(name) for names known
 * at build time, ou_intern otherwise).
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_OURO_H
#define OURO_INCLUDED_INCLUDE_OURO_OURO_H

#include <ouro/args.h>
#include <ouro/config.h>
#include <ouro/containers.h>
#include <ouro/errors.h>
#include <ouro/memory.h>
#include <ouro/numbers.h>
#include <ouro/objects.h>
#include <ouro/port.h>
#include <ouro/protocol.h>
#include <ouro/run.h>
#include <ouro/text.h>
#include <ouro/type.h>
#include <ouro/types.h>
#include <ouro/value.h>
#include <ouro/weakref.h>

#include "ouro_names.h" /* generated: OU_S(name) */

#endif /* OURO_INCLUDED_INCLUDE_OURO_OURO_H */
