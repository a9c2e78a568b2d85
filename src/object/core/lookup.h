/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The lookup cache: where a name was found last time.  One table for a VM, beside the code and not in it, so that code
 * may lie in ROM and one precompiled form serves all builds.
 *
 * A name is looked up in something that has a *version*: a type's word `version`; the same with OU_LOOKUP_IN_CLASS for
 * what its classes say, whatever an instance says; or, with a version of no type, the global names.  The table is direct-mapped by
 * name and version.  Behind it lies a second one, mapped in another way, for what it had to give up: two that are used
 * in turn meet in one of them only.  An entry is one word: version and name, exactly, and the *place*, which says where the value lies.
 * It holds no reference, so the collector need not know of it, and a value is fetched anew each time.  A type gets a new
 * version when a name comes or goes; when all versions are used up, all types lose theirs and the table is cleared.  An
 * id of an interned string that died and came back can stand only in entries that say "missing", which stay true until
 * a class gets that name, and a new version.
 *
 * Global names.  GLOBAL remembers a record of the module's dict, valid if its key is the name.  BUILTIN remembers a record
 * of the builtins; it holds as long as no dict of global names has that name at all.  Such dicts are flagged
 * (OU_TABLE_NAMESPACE).  When one gets a name that is also a builtin's, the name is marked in `shadowed` for good, and
 * the table is cleared: a program does that some times at most.
 *
 * Size.  The table is made when lookups have missed often, with at most a tenth of the bytes that compiled code takes
 * (its blocks, constants, names and functions), and grows with it; on 64-bit machines it has a least size.  It is a RAW block of the
 * heap, so that it moves out of the way, and is given back before a request fails.
 */
#ifndef OURO_INCLUDED_SRC_OBJECT_CORE_LOOKUP_H
#define OURO_INCLUDED_SRC_OBJECT_CORE_LOOKUP_H

#include "object/core/object.h"
#include "object/core/vm.h"

enum ou_lookup_kind {
    OU_LOOKUP_NONE, /* nothing is known, or nothing that an entry can say */
    /* of an object's attribute, by its type's version */
    OU_LOOKUP_SLOT = 1, /* word `index` of the instance, for reading and storing; absent there: ask again */
    OU_LOOKUP_SLOT_READ = 2, /* the same for a class that intercepts stores */
    OU_LOOKUP_METHOD =
        3, /* a function or native method of the class, to be bound; holds if the instance has no
                                 `extra` dict, or that lacks the name */
    OU_LOOKUP_PLAIN = 4,      /* a value of the class that is no descriptor; the same condition */
    OU_LOOKUP_DESCRIPTOR = 5, /* a data descriptor of the class, for ou_descriptor_get; no condition */
    OU_LOOKUP_MODULE = 6,     /* a record of the module's dict, to be compared */
    OU_LOOKUP_OTHER = 7,      /* none of these: it is to be looked up each time */
    /* of what a type's classes say */
    OU_LOOKUP_MISSING = 1, /* none has it */
    OU_LOOKUP_FOUND = 2,
    OU_LOOKUP_CLASS = 3, /* the same, and the value is the attribute of the class itself as it stands */
    OU_LOOKUP_INIT = 4,  /* the same: the Python __init__ of a class that the VM may instantiate by itself */
    /* of a global name */
    OU_LOOKUP_GLOBAL = 1,
    OU_LOOKUP_BUILTIN = 2,
};

/* A place: the kind in bits 0 to 2; then of what lies in a class 3 bits of depth in the resolution order and the index in
 * the dict of that class, of the others the index.  A word: version, bits of the name, place.  On 32-bit machines the
 * low 4 bits of the name are those that follow from where the entry lies, given the version. */
#if OU_WORD_BITS == 64
#define OU_LOOKUP_PLACE_BITS 16
#define OU_LOOKUP_NAME_LOW 0
#define OU_LOOKUP_NAME_BITS 22
#define OU_LOOKUP_VERSION_BITS 25
#else
#define OU_LOOKUP_PLACE_BITS 13
#define OU_LOOKUP_NAME_LOW 4
#define OU_LOOKUP_NAME_BITS 9
#define OU_LOOKUP_VERSION_BITS 9
#endif
#define OU_LOOKUP_IN_CLASS ((ou_val)4 << OU_LOOKUP_VERSION_BITS) /* to be or-ed to a type's version */
#define OU_LOOKUP_GLOBALS OU_SMALL_CONST(OU_V_GLOBALS)           /* instead of one */
#define OU_LOOKUP_ENTRIES_MIN (1u << OU_LOOKUP_NAME_LOW)
#define OU_LOOKUP_WRAPPER 7u /* depth: `index` numbers a slot wrapper */
#define OU_LOOKUP_INDEX_MAX ((1u << (OU_LOOKUP_PLACE_BITS - 3)) - 1)
#define OU_LOOKUP_CLASS_INDEX_MAX ((1u << (OU_LOOKUP_PLACE_BITS - 6)) - 1)

static inline unsigned ou_lookup_kind(unsigned place) { return place & 7; }
static inline unsigned ou_lookup_index(unsigned place) { return place >> 3; }
static inline unsigned ou_lookup_depth(unsigned place) { return (place >> 3) & 7; }
static inline unsigned ou_lookup_class_index(unsigned place) { return place >> 6; }
/* NONE if the index is too large. */
static inline unsigned ou_lookup_place(enum ou_lookup_kind kind, size_t index)
{
    return index <= OU_LOOKUP_INDEX_MAX ? (unsigned)kind | (unsigned)index << 3 : OU_LOOKUP_NONE;
}
/* The same place of what lies in a class, with another kind. */
static inline unsigned ou_lookup_as(unsigned place, enum ou_lookup_kind kind)
{
    return (place & ~7u) | (unsigned)kind;
}

/* Can an entry say this name? */
static inline bool ou_lookup_fits(ou_val name)
{
    return name >> (4 + OU_LOOKUP_NAME_LOW + OU_LOOKUP_NAME_BITS) == 0;
}
static inline ou_val ou_lookup_key(ou_val name, ou_val version)
{
    return (version & ~(ou_val)3) << (OU_LOOKUP_PLACE_BITS + OU_LOOKUP_NAME_BITS - 2) |
           (name >> (4 + OU_LOOKUP_NAME_LOW)) << OU_LOOKUP_PLACE_BITS;
}
/* Where the entry is in the first table.  Classes and names of a program are numbered one after the other. */
static inline ou_val ou_lookup_at(const struct ou_vm *vm, ou_val name, ou_val version)
{
    return ((name >> 4) + (version >> 2) * 5) & vm->lookup_mask;
}

/* The place that the first table remembers, or NONE (0).  version: see above.  No collection. */
static inline unsigned ou_lookup_get(const struct ou_vm *vm, ou_val name, ou_val version)
{
    const ou_val *table = (const ou_val *)vm->roots.lookup_cache;
    ou_val found = table[ou_lookup_at(vm, name, version)] ^ ou_lookup_key(name, version);
    return found >> OU_LOOKUP_PLACE_BITS == 0 && ou_lookup_fits(name) ? (unsigned)found
                                                                      : (unsigned)OU_LOOKUP_NONE;
}
/* The same of both tables; what was in the second moves to the first.  No collection. */
unsigned ou_lookup_find(struct ou_vm *vm, ou_val name, ou_val version);
/* Remembers it, if there is a table; makes or enlarges the table now and then.  No collection. */
void ou_lookup_set(struct ou_vm *vm, ou_val name, ou_val version, unsigned place);

/* Functions of so many bytes of code were made or loaded for this unit; they are counted as long as it lives. */
void ou_lookup_code_added(struct ou_vm *vm, ou_val unit, size_t bytes);
/* The unit dies. */
void ou_lookup_code_dropped(struct ou_vm *vm, const struct ou_unit *unit);
/* After a collection: gives the tables back if the code for which they were made is gone.  They come again. */
void ou_lookup_after_collect(struct ou_vm *vm);

/* Is there a table?  A lookup that finds none counts as a miss, and may make one. */
bool ou_lookup_made(struct ou_vm *vm);
static inline bool ou_lookup_exists(struct ou_vm *vm) { return vm->lookup_mask != 0 || ou_lookup_made(vm); }

/* A VM without a table; at its start. */
void ou_lookup_init(struct ou_vm *vm);
/* Nothing is remembered.  No collection. */
void ou_lookup_clear(struct ou_vm *vm);
/* Memory is short: frees the table, and makes none for some time.  False: there was none.  No collection. */
bool ou_lookup_give_back(struct ou_vm *vm);
/* Frees the table, which comes again soon: before somebody asks what memory there is.  No collection. */
void ou_lookup_drop(struct ou_vm *vm);
/* Bytes of the tables; of the code by which they are measured.  For reports. */
size_t ou_lookup_bytes(const struct ou_vm *vm);
size_t ou_lookup_code_bytes(struct ou_vm *vm);

/* `dict` holds global names from now on. */
void ou_lookup_namespace(struct ou_vm *vm, ou_val dict);
/* A dict of global names got this key. */
void ou_lookup_name_added(struct ou_vm *vm, ou_val name);
/* The number of the builtin of this name that no dict of global names hides, or -1. */
ou_int ou_lookup_builtin(struct ou_vm *vm, ou_val name);

#endif /* OURO_INCLUDED_SRC_OBJECT_CORE_LOOKUP_H */
