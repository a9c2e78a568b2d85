/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The life of a VM: made on an outer heap, run, and taken down in the order of a soft reset, after which
 * the outer heap is byte for byte what it was.
 */
#include "object/core/lookup.h"
#include "base/base.h"
#include "inspect/memprofile.h"
#include "modules/modules.h"
#include "object/errors/exception.h"
#include "object/types/function.h"
#include "object/types/type.h"
#include "object/weak/cleanup.h"
#include "object/weak/weak.h"
#include "supervisor/rom_check.h"
#include "vm/frame.h"
#include "vm/precompiled.h"
#include <ouro/supervisor.h>

/* -- memory -- */

struct ou_outer *ou_memory_init(void *memory, size_t size)
{
    uintptr_t start = ((uintptr_t)memory + 15) & ~(uintptr_t)15;
    size_t skip = start - (uintptr_t)memory + ((sizeof(struct ou_outer) + 15) & ~(size_t)15);
    if (size <= skip)
        return NULL;
    struct ou_outer *outer = (struct ou_outer *)start;
    ou_outer_init(outer);
    if (ou_outer_add_pool(outer, (char *)memory + skip, size - skip, OU_MEM_ANY) < 0)
        return NULL;
    return outer;
}

size_t ou_memory_used(const struct ou_outer *outer) { return ou_outer_used(outer); }

size_t ou_memory_peak(const struct ou_outer *outer) { return ou_outer_peak(outer); }

size_t ou_memory_total(const struct ou_outer *outer)
{
    return ou_outer_total((struct ou_outer *)outer, OU_MEM_ANY);
}

void ou_memory_set_reserve(struct ou_outer *outer, size_t bytes) { ou_outer_set_reserve(outer, bytes); }

/* -- the collector's hooks -- */

static void mark_interned(void *ctx, ou_val v) { ou_intern_mark(ctx, v); }

static void clear_weak(void *ctx)
{
    if (OU_WITH_WEAKREF)
        ou_weak_clear(ctx);
}

static bool mark_weak(void *ctx) { return ou_function_attributes_mark_weak(ctx); }

static void mark_with(void *ctx, void *block) { ou_function_attributes_mark_with(ctx, ou_from_ptr(block)); }

static void clear_dead(void *ctx)
{
    if (OU_DEBUG >= 2)
        ou_stack_verify(ctx);
    if (OU_WITH_WEAKREF)
        ou_weak_clear_dead(ctx);
    ou_function_attributes_clear_dead(ctx);
    ou_identity_clear_dead(ctx);
    ou_intern_clear_dead(ctx);
    ou_type_clear_dead(ctx);
    if (OU_WITH_HEAP_VIEW)
        ou_memprofile_clear_dead(ctx);
}

static void before_move(void *ctx) { ou_intern_before_move(ctx); }

static void update(void *ctx)
{
    if (OU_WITH_WEAKREF)
        ou_weak_update(ctx);
    ou_function_attributes_update(ctx);
    ou_identity_update(ctx);
    ou_intern_update(ctx);
    ou_type_update(ctx);
    if (OU_WITH_HEAP_VIEW)
        ou_memprofile_update(ctx);
}

static void after_collect(void *ctx)
{
    struct ou_vm *vm = ctx;
    ou_address_map_trim(vm, &vm->function_dicts);
    ou_identity_trim(vm);
    ou_intern_after_collect(vm);
    ou_cleanup_after_collect(vm);
    ou_lookup_after_collect(vm);
    ou_assert(ou_address_map_verify(&vm->function_dicts) == 0);
    ou_assert(ou_address_map_verify(&vm->identity.numbers) == 0);
    ou_assert(ou_intern_verify(vm) == 0);
    ou_assert_audit(ou_cleanup_verify(vm) == 0);
    ou_assert_audit(ou_type_verify(vm) == 0);
}

static bool give_back(void *ctx) { return ou_lookup_give_back(ctx); }

static enum ou_finalise_result finalise(void *ctx, void *block) { return ou_cleanup_finalise(ctx, block); }

static const void *stack_base(void *ctx) { return (const void *)((struct ou_vm *)ctx)->c_stack_base; }

static void visit_roots(struct ou_heap *heap, void *ctx)
{
    struct ou_vm *vm = ctx;
    ou_compile_visit_roots(heap, vm);
    ou_stack_visit(heap, vm);
    ou_gc_visit_range(heap, (ou_val *)&vm->roots, sizeof vm->roots / sizeof(ou_val));
    ou_cleanup_visit(vm);
}

/* The hooks carry the VM as context, so they lie behind it in the same block. */
struct vm_block {
    struct ou_vm vm;
    struct ou_heap_hooks hooks;
};

static const struct ou_upcalls upcalls = {
    .call = ou_vm_call,
    .resume = ou_vm_resume,
    .handled = ou_vm_handled,
    .has_parameter = ou_vm_has_parameter,
    .clean_up = ou_cleanup_poll,
    .builtins = &ou_builtins_table,
    .modules = ou_rom_modules,
};

/* -- init and deinit -- */

#define FIRST_STACK_32 256 /* a call or two; it grows */

static int make_root_objects(struct ou_vm *vm)
{
    if (ou_exception_init(vm) < 0)
        return -1;
    vm->roots.modules = ou_dict_new(vm, 0);
    if (vm->roots.modules == OU_EXC)
        return -1;
    vm->roots.path = ou_list_new(vm, 0, NULL);
    if (vm->roots.path == OU_EXC)
        return -1;
    vm->roots.argv = ou_list_new(vm, 0, NULL);
    return vm->roots.argv == OU_EXC ? -1 : 0;
}

static void set_c_stack(struct ou_vm *vm, const struct ou_vm_config *config, const void *here)
{
    uintptr_t base = (uintptr_t)(config->c_stack_base ? config->c_stack_base : here);
    size_t size = config->c_stack_size ? config->c_stack_size : 65536;
    vm->c_stack_base = base & ~(uintptr_t)(sizeof(void *) - 1);
    vm->c_stack_limit = base > size ? base - size : 0;
}

static OU_NOINLINE struct ou_vm *make_vm(struct ou_outer *outer, const struct ou_vm_config *config,
                                         const void *here)
{
    struct vm_block *block = ou_outer_alloc(outer, sizeof *block, OU_MEM_FOR(OU_OWNER_VM));
    if (!block)
        return NULL;
    memset(block, 0, sizeof *block);
    struct ou_vm *vm = &block->vm;
    vm->outer = outer;
    vm->up = &upcalls;
    vm->modules = config->modules;
    vm->keep_names = config->keep_names;
    vm->depth_limit = 1000;
    vm->next_version = OU_VERSION_FIRST;
    ou_lookup_init(vm);
    set_c_stack(vm, config, here);
    block->hooks = (struct ou_heap_hooks){.ctx = vm,
                                          .mark_interned = mark_interned,
                                          .mark_weak = mark_weak,
                                          .mark_with = mark_with,
                                          .clear_weak = clear_weak,
                                          .clear_dead = clear_dead,
                                          .before_move = before_move,
                                          .update = update,
                                          .after_collect = after_collect,
                                          .finalise = finalise,
                                          .give_back = give_back,
                                          .stack_base = stack_base};
    size_t total = ou_outer_total(outer, OU_MEM_ANY);
    size_t first = config->heap_size ? config->heap_size : OU_MIN(total / 8, (size_t)65536);
    struct ou_heap_config heap = {.first_area = OU_MAX(first, (size_t)1024), .can_scan_stack = true};
    if (ou_heap_init(&vm->heap, outer, &block->hooks, &heap) < 0)
        goto no_heap;
    vm->root_provider = (struct ou_root_provider){.visit = visit_roots, .ctx = vm, .precise = true};
    ou_heap_add_roots(&vm->heap, &vm->root_provider);
    if (ou_stack_init(vm, OU_WORD_BITS == 64 ? OU_MIN(total / 16, (size_t)4096) : FIRST_STACK_32) < 0)
        goto no_stack;
    if (ou_intern_init(vm) < 0)
        goto no_intern;
    if (make_root_objects(vm) < 0 || ou_rom_check(vm))
        goto no_objects;
    return vm;
no_objects:
    ou_intern_deinit(vm);
no_intern:
    ou_stack_deinit(vm);
no_stack:
    ou_heap_deinit(&vm->heap);
no_heap:
    ou_outer_free(outer, block);
    return NULL;
}

struct ou_vm *ou_vm_new(struct ou_outer *outer, const struct ou_vm_config *config)
{
    struct ou_vm *vm = make_vm(outer, config, __builtin_frame_address(0));
    ou_gc_wipe_stack(); /* what lies there would seem to refer to blocks of the new heap, and keep them in place */
    return vm;
}

void ou_vm_finish(struct ou_vm *vm) { ou_cleanup_finish(vm); }

void ou_vm_delete(struct ou_vm *vm)
{
    ou_vm_finish(vm);
    (void)ou_lookup_give_back(vm);
    ou_gc_sweep_all(&vm->heap);
    ou_cleanup_deinit(vm);
    ou_identity_deinit(vm);
    ou_address_map_release(vm, &vm->function_dicts);
    ou_intern_deinit(vm);
    ou_stack_deinit(vm);
    ou_heap_deinit(&vm->heap);
    ou_outer_free(vm->outer, vm);
}

/* -- references that the embedder keeps -- */

_Static_assert(sizeof((struct ou_vm_roots *)0)->user == OU_ROOTS_USER * sizeof(ou_val),
               "embed.h says how many");

ou_val ou_root_get(const struct ou_vm *vm, unsigned i)
{
    ou_assert_api(i < OU_ROOTS_USER);
    return vm->roots.user[i];
}

void ou_root_set(struct ou_vm *vm, unsigned i, ou_val v)
{
    ou_assert_api(i < OU_ROOTS_USER);
    vm->roots.user[i] = v;
}

/* -- running -- */

static int add_to(struct ou_vm *vm, ou_val list, const char *text)
{
    ou_val v = ou_str_from(vm, text);
    if (v == OU_EXC)
        return -1;
    list = ou_cast_native(list, &ou_type_list); /* a program may have put anything there */
    return list == OU_ABSENT ? ou_fail(ou_raise(vm, &ou_exc_TypeError, "sys.path and sys.argv must be lists"))
                             : ou_list_append(vm, list, v);
}

int ou_vm_add_path(struct ou_vm *vm, const char *path) { return add_to(vm, vm->roots.path, path); }

int ou_vm_add_arg(struct ou_vm *vm, const char *arg) { return add_to(vm, vm->roots.argv, arg); }

void ou_vm_interrupt(struct ou_vm *vm) { vm->interrupted = 1; }

void ou_vm_stop(struct ou_vm *vm) { vm->stopped = 1; }

/* The exit status for SystemExit(code), printing what is no number. */
int ou_exit_status(struct ou_vm *vm)
{
    ou_val exc = ou_exc_take(vm);
    ou_val args = ((struct ou_exception *)exc)->args,
           code = ou_tuple_len(args) ? ou_tuple_items(args)[0] : OU_NONE;
    ou_int status = 1;
    if (code == OU_NONE)
        return 0;
    if (ou_is_int(code))
        return ou_to_int(vm, code, &status) < 0 ? 1 : (int)(status & 0xff);
    ou_val text = ou_str(vm, code);
    if (text != OU_EXC) {
        size_t n;
        const char *p = ou_str_text(vm, text, &n);
        ou_port_write(2, p, n);
        ou_port_write(2, "\n", 1);
    }
    return 1;
}

static int finish(struct ou_vm *vm, ou_val v)
{
    if (v != OU_EXC)
        return 0;
    if (ou_exc_matches(vm, &ou_exc_SystemExit))
        return ou_exit_status(vm);
    bool interrupted = ou_exc_matches(vm, &ou_exc_KeyboardInterrupt);
    ou_exc_print(vm);
    return interrupted ? 130 : 1;
}

int ou_vm_run_file(struct ou_vm *vm, const char *path)
{
    return finish(vm, ou_exec_file(vm, path, OU_ABSENT));
}

int ou_vm_run_text(struct ou_vm *vm, const char *text, size_t n, const char *filename)
{
    return finish(vm, ou_exec_text(vm, text, n, filename, OU_ABSENT));
}

/* OU_STOP: there is no such module. */
static ou_val exec_module(struct ou_vm *vm, const char *name)
{
    char path[400];
    size_t n_name = strlen(name);
    ou_val v = ou_exec_frozen(vm, name);
    if (v != OU_STOP)
        return v;
    ou_val folders = ou_cast_native(vm->roots.path, &ou_type_list);
    for (size_t i = 0; folders != OU_ABSENT && i < ou_list_len(folders); i++) {
        size_t n = sizeof path;
        ou_val entry = ou_cast_native(ou_list_get(folders, i), &ou_type_str);
        const char *directory = entry == OU_ABSENT ? NULL : ou_str_text(vm, entry, &n);
        if (n + n_name + 16 > sizeof path)
            continue;
        memcpy(path, directory, n);
        if (n && path[n - 1] != '/')
            path[n++] = '/';
        for (size_t k = 0; k < n_name; k++)
            path[n++] = name[k] == '.' ? '/' : name[k];
        static const char *const ends[] = {".py", ".oc", "/__main__.py", "/__main__.oc"};
        for (int k = 0; k < 4; k++) {
            memcpy(path + n, ends[k], strlen(ends[k]) + 1);
            if (ou_port_file_kind(path) == 1)
                return ou_exec_file(vm, path, OU_ABSENT);
        }
    }
    return OU_STOP;
}

int ou_vm_run_module(struct ou_vm *vm, const char *name)
{
    ou_val v = exec_module(vm, name);
    return finish(vm,
                  v == OU_STOP ? ou_raise(vm, &ou_exc_ModuleNotFoundError, "No module named '%s'", name) : v);
}

void ou_run_main(struct ou_vm *vm)
{
    ou_val v = exec_module(vm, "main");
    if (v != OU_STOP)
        (void)finish(vm, v);
}

static int write_file(struct ou_vm *vm, const char *path, ou_val contents)
{
    size_t n;
    const uint8_t *p = ou_bytes_data(contents, &n);
    int handle = ou_port_file_open(path, OU_PORT_WRITE | OU_PORT_CREATE | OU_PORT_TRUNCATE);
    int error = handle < 0 ? handle : 0;
    while (n > 0 && !error) {
        long put = ou_port_file_write(handle, p, n);
        error = put < 0 ? (int)put : put == 0 ? -5 : 0; /* EIO */
        if (put > 0) {
            p += put;
            n -= (size_t)put;
        }
    }
    if (handle >= 0) {
        int closed = ou_port_file_close(handle);
        error = error ? error : closed;
    }
    return error < 0 ? ou_fail(ou_raise_os_error(vm, -error, ou_str_from(vm, path))) : 0;
}

int ou_vm_precompile(struct ou_vm *vm, const char *path, const char *name, const char *out)
{
    if (!OU_WITH_PRECOMPILED) {
        ou_raise(vm, &ou_exc_ImportError, "this build has no precompiled files");
        return finish(vm, OU_EXC);
    }
    ou_val file = ou_str_from(vm, path), shown = file == OU_EXC ? OU_EXC : ou_str_from(vm, name), v = OU_EXC;
    struct ou_file_source source = {shown == OU_EXC ? -1 : ou_open_source(vm, file)};
    if (source.handle >= 0) {
        struct ou_reader reader = ou_file_reader(&source);
        v = ou_precompile(vm, &reader, shown);
        ou_port_file_close(source.handle);
    }
    if (v != OU_EXC && write_file(vm, out, v) < 0)
        v = OU_EXC;
    return finish(vm, v);
}
