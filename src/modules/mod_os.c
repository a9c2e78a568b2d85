/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Module os: files and folders by their names, over functions of a port that has them.
 *
 * What stat and uname return is a header around a tuple; its operations are the tuple's.
 */
#include <ouro/embed.h>
#include <ouro/ouro.h>

#define PATH_MAX_TRIED 4096 /* of the current folder */
#define RANGE (-34)

/* -- records -- */

enum { TUPLE = 1, WORDS };

static const struct ou_type stat_type, uname_type;
static const ou_val stat_names[OU_PORT_STAT] = {OU_S(st_mode),  OU_S(st_ino),  OU_S(st_dev),  OU_S(st_nlink),
                                                OU_S(st_uid),   OU_S(st_gid),  OU_S(st_size), OU_S(st_atime),
                                                OU_S(st_mtime), OU_S(st_ctime)};
static const ou_val uname_names[] = {OU_S(sysname), OU_S(nodename), OU_S(release), OU_S(version),
                                     OU_S(machine)};
#define UNAME (sizeof uname_names / sizeof *uname_names)

static ou_val tuple_of(ou_val self) { return ou_field(self, TUPLE); }
static const ou_val *names_of(ou_val self)
{
    return ou_type_of(self) == &stat_type ? stat_names : uname_names;
}

static ou_val record_new(struct ou_vm *vm, const struct ou_type *t, size_t n, const ou_val *items)
{
    ou_val tuple = ou_tuple_new(vm, n, items);
    ou_val self = tuple == OU_EXC ? OU_EXC : ou_object_new(vm, t, WORDS, false);
    if (self != OU_EXC)
        ou_field_set(vm, self, TUPLE, tuple);
    return self;
}

static ou_val record_get_attr(struct ou_vm *vm, ou_val self, ou_val name)
{
    (void)vm;
    for (size_t i = 0; i < ou_tuple_len(tuple_of(self)); i++)
        if (names_of(self)[i] == name)
            return ou_tuple_items(tuple_of(self))[i];
    return OU_ABSENT;
}

static ou_val record_repr(struct ou_vm *vm, ou_val self)
{
    struct ou_builder b;
    ou_builder_init(vm, &b);
    ou_builder_add_c(&b, ou_type_of(self) == &stat_type ? "os.stat_result(" : "posix.uname_result(");
    for (size_t i = 0; i < ou_tuple_len(tuple_of(self)); i++) {
        ou_builder_add_c(&b, i ? ", " : "");
        ou_builder_add_str(&b, names_of(self)[i]);
        ou_builder_add_c(&b, "=");
        if (ou_builder_add_repr(&b, ou_tuple_items(tuple_of(self))[i]) < 0)
            return OU_EXC;
    }
    ou_builder_add_c(&b, ")");
    return ou_builder_str(&b);
}

static ou_int record_len(struct ou_vm *vm, ou_val self) { return ou_len(vm, tuple_of(self)); }
static ou_val record_iter(struct ou_vm *vm, ou_val self) { return ou_iter(vm, tuple_of(self)); }
static ou_val record_get_item(struct ou_vm *vm, ou_val self, ou_val key)
{
    return ou_get_item(vm, tuple_of(self), key);
}
static int record_hash(struct ou_vm *vm, ou_val self, ou_int *out)
{
    return ou_hash(vm, tuple_of(self), out);
}
static ou_val record_compare(struct ou_vm *vm, enum ou_compare_op op, ou_val a, ou_val b)
{
    if (ou_type_of(b) == ou_type_of(a))
        b = tuple_of(b);
    return ou_is_a(b, &ou_type_tuple) ? ou_compare(vm, op, tuple_of(a), b) : OU_NOT_IMPLEMENTED;
}

static const struct ou_type_ops record_ops = {
    .repr = record_repr,
    .get_attr = record_get_attr,
    .len = record_len,
    .iter = record_iter,
    .get_item = record_get_item,
    .hash = record_hash,
    .compare = record_compare,
};
#define RECORD_TYPE(object, type_name)                                                         \
    OU_ROM_ALIGN static const struct ou_type object = {.type = OU_ROM(&ou_type_type),          \
                                                       .ops = OU_ROM(&record_ops),             \
                                                       .name = type_name,                      \
                                                       .bases = OU_ROM(&ou_type_object),       \
                                                       .flags = OU_SMALL_CONST(OU_TYPE_FINAL), \
                                                       .version = OU_SMALL_CONST(0)}
RECORD_TYPE(stat_type, OU_S(stat_result));
RECORD_TYPE(uname_type, OU_S(uname_result));

/* -- paths -- */

static ou_val done(struct ou_vm *vm, int status, ou_val path)
{
    return status < 0 ? ou_raise_os_error(vm, -status, path) : OU_NONE;
}

static ou_val change(struct ou_vm *vm, const char *argument, ou_val path, int (*port)(const char *))
{
    struct ou_builder b;
    const char *text = ou_path_text(vm, path, argument, &b);
    return text ? done(vm, port(text), path) : OU_EXC;
}

/* -- functions -- */

OU_NATIVE_STATIC(os_remove) { return change(vm, "remove: path", args[0], ou_port_file_remove); }

OU_NATIVE_STATIC(os_unlink) { return change(vm, "unlink: path", args[0], ou_port_file_remove); }

OU_NATIVE_STATIC(os_rmdir) { return change(vm, "rmdir: path", args[0], ou_port_folder_remove); }

OU_NATIVE_STATIC(os_chdir) { return change(vm, "chdir: path", args[0], ou_port_folder_enter); }

OU_NATIVE_STATIC(os_mkdir)
{
    ou_val a[2];
    ou_int mode = 0777;
    struct ou_builder b;
    const char *path;
    if (ou_args_parse(vm, "mkdir", "path|mode", n_args, n_kw, args, a) < 0 ||
        (a[1] && ou_to_int(vm, a[1], &mode) < 0) || !(path = ou_path_text(vm, a[0], "mkdir: path", &b)))
        return OU_EXC;
    return done(vm, ou_port_folder_make(path, (unsigned)mode), a[0]);
}

OU_NATIVE_STATIC(os_rename)
{
    struct ou_builder b[2];
    const char *from = ou_path_text(vm, args[0], "rename: src", &b[0]);
    const char *to = from ? ou_path_text(vm, args[1], "rename: dst", &b[1]) : NULL;
    if (!to)
        return OU_EXC;
    if (done(vm, ou_port_file_rename(from, to), args[0]) != OU_EXC)
        return OU_NONE;
    ou_val exception = ou_exc_take(vm);
    if (ou_set_attr(vm, exception, OU_S(filename2), args[1]) == 0)
        ou_exc_restore(vm, exception);
    return OU_EXC;
}

OU_NATIVE_STATIC(os_stat)
{
    struct ou_builder b;
    int64_t numbers[OU_PORT_STAT] = {0};
    ou_val items[OU_PORT_STAT];
    const char *path = ou_path_text(vm, args[0], "stat: path", &b);
    if (!path || done(vm, ou_port_file_stat(path, numbers), args[0]) == OU_EXC)
        return OU_EXC;
    for (unsigned i = 0; i < OU_PORT_STAT; i++)
        if ((items[i] = ou_int_from_i64(vm, numbers[i])) == OU_EXC)
            return OU_EXC;
    return record_new(vm, &stat_type, OU_PORT_STAT, items);
}

struct listing {
    struct ou_vm *vm;
    ou_val list;
    bool in_bytes;
};

static int add_name(void *ctx, const char *name, size_t n)
{
    struct listing *l = ctx;
    ou_val v = l->in_bytes ? ou_bytes_new(l->vm, name, n) : ou_str_from_utf8(l->vm, name, n);
    return v == OU_EXC || ou_list_append(l->vm, l->list, v) < 0;
}

OU_NATIVE_STATIC(os_listdir)
{
    ou_val path = n_args && args[0] != OU_NONE ? args[0] : OU_INTERNED('.');
    struct listing l = {vm, ou_list_new(vm, 0, NULL), ou_cast_native(path, &ou_type_bytes) != OU_ABSENT};
    struct ou_builder b;
    const char *text = l.list == OU_EXC ? NULL : ou_path_text(vm, path, "listdir: path", &b);
    if (!text)
        return OU_EXC;
    int status = ou_port_folder_list(text, add_name, &l);
    return status ? status < 0 ? done(vm, status, path) : OU_EXC : l.list;
}

OU_NATIVE_STATIC(os_getcwd)
{
    struct ou_builder b;
    ou_builder_init(vm, &b);
    for (size_t n = 64; n <= PATH_MAX_TRIED; n *= 2) {
        char *text = (char *)ou_builder_reserve(&b, n);
        if (!text)
            return OU_EXC;
        int status = ou_port_folder_current(text, n);
        if (status == 0)
            return ou_str_from(vm, text);
        if (status != RANGE)
            return done(vm, status, OU_ABSENT);
    }
    return done(vm, RANGE, OU_ABSENT);
}

OU_NATIVE_STATIC(os_uname)
{
    ou_val items[UNAME];
    for (unsigned i = 0; i < UNAME; i++)
        if ((items[i] = ou_str_from(vm, ou_port_system_name((int)i))) == OU_EXC)
            return OU_EXC;
    return record_new(vm, &uname_type, UNAME, items);
}

/* -- the module -- */

OU_ROM_ALIGN static const union ou_member os_members[] = {
    OU_MEMBER_VALUE(OU_S(__name__), OU_S(os)),
    OU_MEMBER_FUNCTION(OU_S(chdir), os_chdir, 1, 1, 0),
    OU_MEMBER_VALUE(OU_S(error), OU_ROM(&ou_exc_OSError)),
    OU_MEMBER_FUNCTION(OU_S(getcwd), os_getcwd, 0, 0, 0),
    OU_MEMBER_FUNCTION(OU_S(listdir), os_listdir, 0, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(mkdir), os_mkdir, 0, 2, OU_NATIVE_KW),
    OU_MEMBER_VALUE(OU_S(name), OU_S(posix)),
    OU_MEMBER_FUNCTION(OU_S(remove), os_remove, 1, 1, 0),
    OU_MEMBER_FUNCTION(OU_S(rename), os_rename, 2, 2, 0),
    OU_MEMBER_FUNCTION(OU_S(rmdir), os_rmdir, 1, 1, 0),
    OU_MEMBER_VALUE(OU_S(sep), OU_INTERNED('/')),
    OU_MEMBER_FUNCTION(OU_S(stat), os_stat, 1, 1, 0),
    OU_MEMBER_VALUE(OU_S(stat_result), OU_ROM(&stat_type)),
    OU_MEMBER_FUNCTION(OU_S(uname), os_uname, 0, 0, 0),
    OU_MEMBER_VALUE(OU_S(uname_result), OU_ROM(&uname_type)),
    OU_MEMBER_FUNCTION(OU_S(unlink), os_unlink, 1, 1, 0),
};
static OU_MEMBER_TABLE(os_table, os_members);
OU_ROM_ALIGN const struct ou_rom_module ou_module_os = {OU_ROM(&ou_type_rom_module), OU_S(os), &os_table,
                                                        NULL};
