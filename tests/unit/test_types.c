/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Types without a VM to run Python code: lookup, resolution order, instances, places,
 * exceptions, and the order of all constant tables.
 */
#include "bare_vm.h"

#include "object/errors/exception.h"
#include "object/types/class.h"
#include "object/types/type.h"

#define SET_UP() set_up((size_t)1 << 20, __builtin_frame_address(0))

static ou_val name(const char *text)
{
    ou_val v = ou_intern(vm, text, strlen(text));
    assert_true(v != OU_EXC);
    return v;
}

static bool text_is(ou_val v, const char *text)
{
    bool same = v != OU_EXC && ou_is_str(v) && ou_str_is(vm, v, text);
    if (!same) {
        size_t n = 0;
        const char *p = v != OU_EXC && ou_is_str(v) ? ou_str_text(vm, v, &n) : "(no str)";
        fprintf(stderr, "got: %.*s\nnot: %s\n", n ? (int)n : 8, p, text);
    }
    return same;
}

/* Takes the pending exception: is it of this type, with this text? */
static bool raised(const struct ou_type *t, const char *text)
{
    ou_val e = ou_exc_take(vm);
    return e != OU_ABSENT && ou_type_of(e) == t && text_is(ou_str(vm, e), text);
}

/* A class with bases; slots: names for __ouro_slots__, or NULL. */
static ou_val make_class(const char *class_name, size_t n_bases, const ou_val *bases,
                         const char *const *slots)
{
    ou_val space = ou_dict_new(vm, 0), tuple = ou_tuple_new(vm, n_bases, bases);
    if (slots) {
        ou_val list = ou_list_new(vm, 0, NULL);
        for (; *slots; slots++)
            assert_int_equal(ou_list_append(vm, list, name(*slots)), 0);
        assert_int_equal(ou_dict_set_name(vm, space, OU_S(__ouro_slots__), ou_list_to_tuple(vm, list)), 0);
    }
    return ou_class_new(vm, OU_ROM(&ou_type_type), name(class_name), tuple, space, 0, NULL);
}

static void check_table(const struct ou_type *t)
{
    const struct ou_rom_table *table = (const struct ou_rom_table *)t->dict;
    for (size_t i = 1; table && i < table->count; i++)
        if (ou_rom_table_name(table, i - 1) >= ou_rom_table_name(table, i)) {
            size_t n;
            const char *text = ou_str_text(vm, ou_rom_table_name(table, i), &n);
            fprintf(stderr, "out of order: %.*s\n", (int)n, text);
            assert_true(false);
        }
    for (size_t i = 0; table && i < table->count; i++)
        assert_true(ou_type_lookup(vm, t, ou_rom_table_name(table, i)) == ou_rom_table_value(table, i));
}

static void all_constant_tables_are_sorted(void **state)
{
    (void)state;
    SET_UP();
    static const struct ou_type *const types[] = {&ou_type_object,        &ou_type_type,
                                                  &ou_type_int,           &ou_type_bool,
                                                  &ou_type_float,         &ou_type_str,
                                                  &ou_type_bytes,         &ou_type_bytearray,
                                                  &ou_type_memoryview,    &ou_type_list,
                                                  &ou_type_tuple,         &ou_type_dict,
                                                  &ou_type_set,           &ou_type_frozenset,
                                                  &ou_type_range,         &ou_type_slice,
                                                  &ou_type_none,          &ou_type_function,
                                                  &ou_type_bound_method,  &ou_type_generator,
                                                  &ou_type_module,        &ou_type_property,
                                                  &ou_type_staticmethod,  &ou_type_classmethod,
                                                  &ou_type_super,         &ou_type_cell,
                                                  &ou_type_traceback,     &ou_type_rom_module,
                                                  &ou_type_mappingproxy,  &ou_type_native_function,
                                                  &ou_type_native_method, &ou_type_native_property,
#define X(id) &ou_exc_##id,
                                                  OU_EXCEPTION_LIST(X)
#undef X
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        check_table(types[i]);
        assert_true(ou_is_subtype(types[i], &ou_type_object));
    }
    tear_down();
}

static void resolution_order_of_a_diamond(void **state)
{
    (void)state;
    SET_UP();
    ou_val a = make_class("A", 0, NULL, NULL), b = make_class("B", 1, &a, NULL),
           c = make_class("C", 1, &a, NULL);
    ou_val both[2] = {b, c}, wrong[2] = {a, b};
    ou_val d = make_class("D", 2, both, NULL);
    const ou_val expected[] = {d, b, c, a, OU_ROM(&ou_type_object)};
    for (size_t i = 0; i < 5; i++)
        assert_true(OU_ROM(ou_type_mro_at(ou_type_at(d), i)) == expected[i]);
    assert_null(ou_type_mro_at(ou_type_at(d), 5));
    assert_true(make_class("E", 2, wrong, NULL) == OU_EXC);
    assert_true(raised(&ou_exc_TypeError,
                       "Cannot create a consistent method resolution\norder (MRO) for bases A, B"));
    ou_val natives[2] = {OU_ROM(&ou_type_int), OU_ROM(&ou_type_str)}, final = OU_ROM(&ou_type_bool);
    assert_true(make_class("F", 2, natives, NULL) == OU_EXC);
    assert_true(raised(&ou_exc_TypeError, "multiple bases have instance lay-out conflict"));
    assert_true(make_class("G", 1, &final, NULL) == OU_EXC);
    assert_true(raised(&ou_exc_TypeError, "type 'bool' is not an acceptable base type"));
    tear_down();
}

static void attributes_keep_the_order_of_insertion(void **state)
{
    (void)state;
    SET_UP();
    static const char *const slots[] = {"x", "y", "z", NULL};
    ou_val cls = make_class("P", 0, NULL, slots);
    for (unsigned order = 0; order < 24; order++) {
        /* One of the permutations of x, y, z, w. */
        const char *names[4] = {"x", "y", "z", "w"}, *chosen[4];
        unsigned rest = order;
        for (unsigned i = 0; i < 4; i++) {
            unsigned k = rest % (4 - i);
            rest /= 4 - i;
            chosen[i] = names[k];
            names[k] = names[3 - i];
        }
        ou_val p = ou_type_call(vm, cls, 0, 0, NULL);
        for (unsigned i = 0; i < 4; i++)
            assert_int_equal(ou_set_attr(vm, p, name(chosen[i]), ou_small((ou_int)i)), 0);
        for (unsigned i = 0; i < 4; i++)
            assert_true(ou_get_attr(vm, p, name(chosen[i])) == ou_small((ou_int)i));
        ou_val dict = ou_get_attr(vm, p, OU_S(__dict__)), key, value;
        size_t position = 0;
        for (unsigned i = 0; i < 4; i++) {
            assert_true(ou_dict_next(dict, &position, &key, &value));
            assert_true(key == name(chosen[i]) && value == ou_small((ou_int)i));
        }
        /* From now on the dict is where attributes live. */
        assert_int_equal(ou_dict_set_name(vm, dict, name("q"), OU_TRUE), 0);
        assert_true(ou_get_attr(vm, p, name("q")) == OU_TRUE);
        assert_int_equal(ou_set_attr(vm, p, OU_S(x), OU_ABSENT), 0);
        assert_true(ou_get_attr(vm, p, OU_S(x)) == OU_EXC);
        assert_true(raised(&ou_exc_AttributeError, "'P' object has no attribute 'x'"));
        assert_int_equal(ou_dict_len(dict), 4);
    }
    tear_down();
}

static void spare_slots_get_names(void **state)
{
    (void)state;
    SET_UP();
    ou_val cls = make_class("S", 0, NULL, NULL), s = ou_type_call(vm, cls, 0, 0, NULL);
    assert_int_equal(ou_gc_size(&vm->heap, ou_ptr(s)), 4 * sizeof(ou_val));
    assert_int_equal(ou_set_attr(vm, s, OU_S(a), OU_TRUE), 0);
    assert_int_equal(ou_set_attr(vm, s, OU_S(b), OU_FALSE), 0);
    assert_true(ou_field(s, 1) == OU_ABSENT && ou_field(s, 2) == OU_TRUE && ou_field(s, 3) == OU_FALSE);
    unsigned place = ou_attr_resolve(vm, s, OU_S(b));
    assert_int_equal(ou_lookup_kind(place), OU_LOOKUP_SLOT);
    assert_int_equal(ou_lookup_index(place), 3);
    assert_int_equal(ou_set_attr(vm, s, OU_S(c), OU_NONE), 0);
    assert_true(ou_field(s, 1) != OU_ABSENT && ou_get_attr(vm, s, OU_S(c)) == OU_NONE);
    tear_down();
}

static void versions_change_when_caches_would_be_wrong(void **state)
{
    (void)state;
    SET_UP();
    ou_val base = make_class("Base", 0, NULL, NULL), cls = make_class("Derived", 1, &base, NULL);
    ou_val object = ou_type_call(vm, cls, 0, 0, NULL);
    assert_int_equal(ou_set_attr(vm, base, OU_S(x), ou_small(1)), 0);
    unsigned place = ou_attr_resolve(vm, object, OU_S(x));
    assert_int_equal(ou_lookup_kind(place), OU_LOOKUP_PLAIN);
    assert_int_equal(ou_lookup_depth(place), 1);
    assert_true(ou_attr_class_value(ou_type_at(cls), place) == ou_small(1));
    uint32_t version = ou_type_version(vm, ou_type_at(cls));
    /* Another plain value: the record is the same, and is read again each time. */
    assert_int_equal(ou_set_attr(vm, base, OU_S(x), ou_small(2)), 0);
    assert_int_equal(ou_type_version(vm, ou_type_at(cls)), version);
    assert_true(ou_attr_class_value(ou_type_at(cls), place) == ou_small(2));
    /* A new key in a base class, and a descriptor. */
    assert_int_equal(ou_set_attr(vm, base, OU_S(y), ou_small(2)), 0);
    assert_true(ou_type_version(vm, ou_type_at(cls)) != version);
    version = ou_type_version(vm, ou_type_at(cls));
    ou_val property = ou_type_call(vm, OU_ROM(&ou_type_property), 0, 0, NULL);
    assert_int_equal(ou_set_attr(vm, base, OU_S(y), property), 0);
    assert_true(ou_type_version(vm, ou_type_at(cls)) != version);
    /* Methods of C types. */
    place = ou_attr_resolve(vm, ou_list_new(vm, 0, NULL), OU_S(append));
    assert_int_equal(ou_lookup_kind(place), OU_LOOKUP_METHOD);
    assert_true(ou_is(ou_attr_class_value(&ou_type_list, place), &ou_type_native_method));
    place = ou_attr_resolve(vm, ou_list_new(vm, 0, NULL), OU_S(__len__));
    assert_int_equal(ou_lookup_depth(place), OU_LOOKUP_WRAPPER);
    tear_down();
}

static void subclasses_of_native_types_wrap_an_object(void **state)
{
    (void)state;
    SET_UP();
    ou_val base = OU_ROM(&ou_type_list), cls = make_class("L", 1, &base, NULL),
           items[2] = {ou_small(7), ou_small(8)};
    ou_val start = ou_tuple_new(vm, 2, items), v = ou_type_call(vm, cls, 1, 0, &start);
    assert_int_equal(ou_len(vm, v), 2);
    assert_true(ou_get_item(vm, v, ou_small(-1)) == ou_small(8));
    assert_true(ou_call_method(vm, v, OU_S(append), 1, items) == OU_NONE);
    assert_true(text_is(ou_repr(vm, v), "[7, 8, 7]"));
    assert_true(ou_is(ou_cast_native(v, &ou_type_list), &ou_type_list) &&
                ou_cast_native(v, &ou_type_dict) == OU_ABSENT);
    ou_val sum = ou_binary(vm, OU_OP_ADD, ou_list_new(vm, 1, items), v);
    assert_true(text_is(ou_repr(vm, sum), "[7, 7, 8, 7]"));
    assert_int_equal(ou_equal(vm, v, ou_cast_native(v, &ou_type_list)), 1);
    ou_int hash;
    assert_int_equal(ou_hash(vm, v, &hash), -1);
    assert_true(raised(&ou_exc_TypeError, "unhashable type: 'L'"));
    assert_int_equal(ou_set_attr(vm, v, name("tag"), OU_TRUE), 0);
    assert_true(ou_get_attr(vm, v, name("tag")) == OU_TRUE);
    ou_gc_collect(&vm->heap);
    assert_true(text_is(ou_repr(vm, v), "[7, 8, 7]"));
    ou_val number = OU_ROM(&ou_type_int), n_cls = make_class("N", 1, &number, NULL),
           n = ou_type_call(vm, n_cls, 1, 0, items);
    assert_true(ou_binary(vm, OU_OP_MUL, n, ou_small(6)) == ou_small(42));
    assert_true(ou_binary(vm, OU_OP_SUB, ou_small(6), n) == ou_small(-1));
    assert_int_equal(ou_compare_truth(vm, OU_CMP_LT, n, ou_small(8)), 1);
    tear_down();
}

static void slot_wrappers_are_methods_of_c_types(void **state)
{
    (void)state;
    SET_UP();
    ou_val pair[2] = {ou_small(1), ou_small(2)};
    ou_val add = ou_get_attr(vm, OU_ROM(&ou_type_int), OU_S(__add__));
    assert_true(ou_call(vm, add, 2, 0, pair) == ou_small(3));
    assert_true(ou_call_method(vm, ou_small(5), OU_S(__neg__), 0, NULL) == ou_small(-5));
    assert_true(ou_get_attr_or_absent(vm, ou_small(5), OU_S(__len__)) == OU_ABSENT);
    assert_true(ou_type_lookup(vm, &ou_type_list, OU_S(__hash__)) == OU_NONE);
    assert_true(ou_type_lookup(vm, &ou_type_str, OU_S(__index__)) == OU_ABSENT);
    assert_true(ou_call(vm, add, 1, 0, pair) == OU_EXC);
    assert_true(raised(&ou_exc_TypeError, "expected 1 argument, got 0"));
    tear_down();
}

static void errors_of_operators(void **state)
{
    (void)state;
    SET_UP();
    ou_val s = OU_S(x), one = ou_small(1), list = ou_list_new(vm, 0, NULL);
    assert_true(ou_binary(vm, OU_OP_ADD, one, s) == OU_EXC);
    assert_true(raised(&ou_exc_TypeError, "unsupported operand type(s) for +: 'int' and 'str'"));
    assert_true(ou_binary(vm, OU_OP_ADD, s, one) == OU_EXC);
    assert_true(raised(&ou_exc_TypeError, "can only concatenate str (not \"int\") to str"));
    assert_true(ou_compare(vm, OU_CMP_LT, one, s) == OU_EXC);
    assert_true(raised(&ou_exc_TypeError, "'<' not supported between instances of 'int' and 'str'"));
    assert_true(ou_unary(vm, OU_OP_NEG, s) == OU_EXC);
    assert_true(raised(&ou_exc_TypeError, "bad operand type for unary -: 'str'"));
    assert_true(ou_call_0(vm, one) == OU_EXC);
    assert_true(raised(&ou_exc_TypeError, "'int' object is not callable"));
    assert_true(ou_call_method(vm, list, OU_S(append), 0, NULL) == OU_EXC);
    assert_true(raised(&ou_exc_TypeError, "list.append() takes exactly one argument (0 given)"));
    assert_true(ou_get_attr(vm, one, name("nothing")) == OU_EXC);
    assert_true(raised(&ou_exc_AttributeError, "'int' object has no attribute 'nothing'"));
    assert_int_equal(ou_set_attr(vm, OU_ROM(&ou_type_int), s, one), -1);
    assert_true(raised(&ou_exc_TypeError, "cannot set 'x' attribute of immutable type 'int'"));
    assert_int_equal(ou_set_attr(vm, list, OU_S(append), one), -1);
    assert_true(raised(&ou_exc_AttributeError, "'list' object attribute 'append' is read-only"));
    tear_down();
}

static void exceptions_say_what_cpython_says(void **state)
{
    (void)state;
    SET_UP();
    ou_raise_os_error(vm, 2, OU_S(f));
    assert_true(raised(&ou_exc_FileNotFoundError, "[Errno 2] No such file or directory: 'f'"));
    ou_raise_key_error(vm, OU_S(k));
    assert_true(raised(&ou_exc_KeyError, "'k'"));
    ou_raise_value(vm, ou_small(5));
    assert_true(raised(&ou_exc_TypeError, "exceptions must derive from BaseException"));
    ou_raise_stop(vm, ou_small(9));
    ou_val stop = ou_exc_take(vm);
    assert_true(ou_stop_iteration_value(stop) == ou_small(9) &&
                ou_get_attr(vm, stop, OU_S(value)) == ou_small(9));
    /* The one being handled becomes the context, and never a circle. */
    handled_exception = stop;
    ou_raise(vm, &ou_exc_ValueError, "%s %d", "v", 1);
    ou_val second = ou_exc_take(vm);
    assert_true(((struct ou_exception *)second)->context == stop);
    handled_exception = second;
    ou_raise_value(vm, stop);
    assert_true(((struct ou_exception *)stop)->context == second &&
                ((struct ou_exception *)second)->context == OU_NONE);
    ou_exc_take(vm);
    handled_exception = OU_NONE;
    assert_true(text_is(ou_exc_text(vm, stop),
                        "ValueError: v 1\n\nDuring handling of the above exception, another exception "
                        "occurred:\n\nStopIteration: 9\n"));
    tear_down();
}

static void memory_errors_need_no_memory(void **state)
{
    (void)state;
    SET_UP();
    ou_raise_memory(vm, 123);
    assert_true(raised(&ou_exc_MemoryError, "memory allocation failed, allocating 123 bytes"));
    ou_gc_lock(&vm->heap);
    assert_true(ou_list_new(vm, 10, NULL) == OU_EXC);
    assert_true(vm->roots.exc == vm->roots.memory_error);
    ou_gc_unlock(&vm->heap);
    ou_val e = ou_exc_take(vm);
    vm->memory_wanted = 77;
    assert_true(text_is(ou_str(vm, e), "memory allocation failed, allocating 77 bytes"));
    tear_down();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_constant_tables_are_sorted),
        cmocka_unit_test(resolution_order_of_a_diamond),
        cmocka_unit_test(attributes_keep_the_order_of_insertion),
        cmocka_unit_test(spare_slots_get_names),
        cmocka_unit_test(versions_change_when_caches_would_be_wrong),
        cmocka_unit_test(subclasses_of_native_types_wrap_an_object),
        cmocka_unit_test(slot_wrappers_are_methods_of_c_types),
        cmocka_unit_test(errors_of_operators),
        cmocka_unit_test(exceptions_say_what_cpython_says),
        cmocka_unit_test(memory_errors_need_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
