/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The C API: what modules written in C, and firmware that embeds Ouro, are written against.  These rules hold for all of
 * it, unless a function's comment says otherwise.
 *
 * Failing.  A function that can fail returns OU_EXC (values), -1 (ints) or NULL (pointers) with the exception in the VM.
 * Check it, and return at once: with an exception pending no other function that can fail may be called, until
 * ou_exc_take or ou_exc_print has taken it.  "0, -1" says what an int function returns.  Any function that makes
 * something may fail with MemoryError.
 *
 * Collecting.  A function may collect, unless its comment says "no collection".  A collection frees what nothing refers
 * to, and moves what may move.  Values in C variables are safe, as the C stack is searched, and so is what an address in
 * one points into; values in static variables or memory of your own are not: see ou_root_set (ouro/embed.h).
 *
 * Running Python.  Where a comment says so, Python code may run, which may change any object: what was read before, such
 * as a length or the address of bytes, is to be read again.
 *
 * Owning.  A value needs no release.  An address that a function returns belongs to the object it is of.
 *
 * Names of attributes are interned strings: OU_S(name) for names known at build time, ou_intern otherwise.  Sizes are
 * bytes, times are microseconds.
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
