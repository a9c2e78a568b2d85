/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The dispatch loop.
 *
 * One function, one indirect jump per instruction: computed goto, or one switch in what is built for size.  The
 * state of the running frame is cached in locals: pc points at the instruction being executed (operands follow
 * it), regs at the window, pool and unit at what the code names by index.  They are reloaded when the frame
 * changes.
 * What may run other code stores the pc in the frame first (SAVE), because tracebacks and the search for
 * the exception being handled read it there.
 *
 * Python-to-Python calls, __init__, and generators driven by `for` stay in this loop and use no C
 * stack.  Fast paths for small ints and tagged floats are inline; everything else is a call to the
 * protocol functions of the object layer.
 *
 * The loop is exempt from the rule about function length.
 */
#include "base/base.h"
#include "object/code/opcode.h"
#include "object/core/protocol.h"
#include "object/core/sequence.h"
#include "object/errors/exception.h"
#include "object/types/descriptor.h"
#include "object/types/function.h"
#include "vm/cache.h"
#include "vm/run_macros.h"

ou_val ou_vm_run(struct ou_vm *vm, ou_val sent, bool is_throw)
{
#if OU_JUMP_EVERYWHERE
    static const void *const labels[] = {
#define X(name, operands, kinds) &&op_##name,
#include "object/code/opcodes.h"
#undef X
    };
#endif
    struct ou_frame *frame;
    ou_val *regs, *pool;
    uint8_t *bytes;
    const uint8_t *pc;
    struct ou_unit *unit;
    /* a call in progress */
    ou_val callee, *args;
    unsigned n_args, dest, advance;
    /* of the instruction, for what instructions share: operands and result */
    ou_val a, b, value;
    int status;

    RELOAD();
    pc = bytes + frame->pc;
    if (is_throw)
        goto thrown;
    if ((frame->flags & OU_FRAME_GENERATOR) && sent != OU_ABSENT)
        goto resumed;
#if OU_JUMP_EVERYWHERE
    GO();
#else
dispatch:
    switch (*pc) {
#define X(name, operands, kinds) \
    case OU_INS_##name:          \
        goto op_##name;
#include "object/code/opcodes.h"
#undef X
    }
#endif

    /* -- moves and constants -- */
op_MOVE:
    RA = RB;
    NEXT(MOVE);
op_LOAD_INT8:
    RA = ou_small((int8_t)B);
    NEXT(LOAD_INT8);
op_LOAD_INT16:
    RA = ou_small(get16s(pc + 2));
    NEXT(LOAD_INT16);
op_LOAD_K:
    RA = K(2);
    NEXT(LOAD_K);
op_LOAD_NONE:
    RA = OU_NONE;
    NEXT(LOAD_NONE);
op_LOAD_TRUE:
    RA = OU_TRUE;
    NEXT(LOAD_TRUE);
op_LOAD_FALSE:
    RA = OU_FALSE;
    NEXT(LOAD_FALSE);
op_LOAD_UNBOUND:
    RA = OU_UNBOUND;
    NEXT(LOAD_UNBOUND);

    /* -- variables -- */
op_CHECK_LOCAL:
    if (OU_UNLIKELY(RA == OU_UNBOUND)) {
        SAVE();
        ou_raise_unbound_local(vm, frame, A, false);
        goto error;
    }
    NEXT(CHECK_LOCAL);
op_DELETE_LOCAL:
    if (OU_UNLIKELY(RA == OU_UNBOUND)) {
        SAVE();
        ou_raise_unbound_local(vm, frame, A, false);
        goto error;
    }
    RA = OU_UNBOUND;
    NEXT(DELETE_LOCAL);
op_GET_GLOBAL: /* into `value`, so that nothing older stays in this C frame, and alive */
    value = ou_cache_global(vm, unit, K(2));
    if (OU_LIKELY(value != OU_ABSENT)) {
        RA = value;
        NEXT(GET_GLOBAL);
    }
    RESULT(ou_cache_global_slow(vm, unit, K(2)), GET_GLOBAL);
op_SET_GLOBAL:
    CHECKED(ou_dict_set_name(vm, unit->globals, K(2), RA), SET_GLOBAL);
op_DELETE_GLOBAL:
    CHECKED(ou_op_delete_name(vm, unit->globals, K(1)), DELETE_GLOBAL);
op_GET_NAME:
    RESULT(ou_op_name(vm, unit, NAMESPACE_OF, K(2), OU_ABSENT), GET_NAME);
op_SET_NAME:
    CHECKED(ou_set_item(vm, NAMESPACE_OF, K(2), RA), SET_NAME);
op_DELETE_NAME:
    CHECKED(ou_op_delete_name(vm, NAMESPACE_OF, K(1)), DELETE_NAME);
op_GET_NAME_CELL:
    RESULT(ou_op_name(vm, unit, NAMESPACE_OF, K(3), RB), GET_NAME_CELL);
op_GET_NAME_FREE : {
    struct ou_function *f = ou_frame_function(frame);
    RESULT(ou_op_name(vm, unit, NAMESPACE_OF, K(3), ou_function_cells(f)[B]), GET_NAME_FREE);
}
op_MAKE_CELL : {
    SAVE();
    ou_val cell = ou_object_new(vm, &ou_type_cell, 2, false);
    if (OU_UNLIKELY(cell == OU_EXC))
        goto error;
    ((struct ou_cell *)cell)->value = RA;
    RA = cell;
    NEXT(MAKE_CELL);
}
op_GET_CELL : {
    ou_val v = ((struct ou_cell *)RB)->value;
    if (OU_UNLIKELY(v == OU_UNBOUND)) {
        SAVE();
        ou_raise_unbound_local(vm, frame, B, false);
        goto error;
    }
    RA = v;
    NEXT(GET_CELL);
}
op_SET_CELL : {
    struct ou_cell *cell = (struct ou_cell *)RA;
    OU_STORE(vm, cell, &cell->value, RB);
    NEXT(SET_CELL);
}
op_DELETE_CELL : {
    struct ou_cell *cell = (struct ou_cell *)RA;
    if (OU_UNLIKELY(cell->value == OU_UNBOUND)) {
        SAVE();
        ou_raise_unbound_local(vm, frame, A, false);
        goto error;
    }
    OU_STORE(vm, cell, &cell->value, OU_UNBOUND);
    NEXT(DELETE_CELL);
}
op_GET_FREE : {
    ou_val v = ((struct ou_cell *)ou_function_cells(ou_frame_function(frame))[B])->value;
    if (OU_UNLIKELY(v == OU_UNBOUND)) {
        SAVE();
        ou_raise_unbound_local(vm, frame, B, true);
        goto error;
    }
    RA = v;
    NEXT(GET_FREE);
}
op_SET_FREE : {
    struct ou_cell *cell = (struct ou_cell *)ou_function_cells(ou_frame_function(frame))[A];
    OU_STORE(vm, cell, &cell->value, RB);
    NEXT(SET_FREE);
}
op_DELETE_FREE : {
    struct ou_cell *cell = (struct ou_cell *)ou_function_cells(ou_frame_function(frame))[A];
    if (OU_UNLIKELY(cell->value == OU_UNBOUND)) {
        SAVE();
        ou_raise_unbound_local(vm, frame, A, true);
        goto error;
    }
    OU_STORE(vm, cell, &cell->value, OU_UNBOUND);
    NEXT(DELETE_FREE);
}
op_LOAD_FREE_CELL:
    RA = ou_function_cells(ou_frame_function(frame))[B];
    NEXT(LOAD_FREE_CELL);

    /* -- arithmetic -- */
op_ADD:
op_IADD:
    ARITHMETIC(SMALL_OP(__builtin_add_overflow, (ou_int)a, (ou_int)(b - 1), 0), +);
op_SUB:
op_ISUB:
    ARITHMETIC(SMALL_OP(__builtin_sub_overflow, (ou_int)a, (ou_int)(b - 1), 0), -);
op_MUL:
op_IMUL:
    ARITHMETIC(SMALL_OP(__builtin_mul_overflow, (ou_int)(a - 1), ou_small_value(b), 1), *);
op_TRUEDIV: /* a tagged float is never zero, so the quotient of two needs no check */
    ARITHMETIC(goto binary, /);
op_FLOORDIV : {
    a = RB;
    b = RC;
    if (OU_LIKELY(ou_both_small(a, b)) && OU_LIKELY((ou_int)b > (ou_int)OU_SMALL_CONST(0))) {
        ou_int x = ou_small_value(a), y = ou_small_value(b), q = x / y;
        RA = ou_small(q - (x % y < 0));
        NEXT(FLOORDIV);
    }
    goto binary;
}
op_MOD : {
    a = RB;
    b = RC;
    if (OU_LIKELY(ou_both_small(a, b)) && OU_LIKELY((ou_int)b > (ou_int)OU_SMALL_CONST(0))) {
        ou_int y = ou_small_value(b), m = ou_small_value(a) % y;
        RA = ou_small(m < 0 ? m + y : m);
        NEXT(MOD);
    }
    goto binary;
}
op_LSHIFT : {
    a = RB;
    b = RC;
    if (OU_LIKELY(ou_both_small(a, b))) {
        ou_int x = ou_small_value(a), n = ou_small_value(b);
        ou_int s = (ou_int)((ou_val)x << (n & (OU_WORD_BITS - 1)));
        if (n >= 0 && n < OU_WORD_BITS - 3 && (s >> n) == x && ou_small_fits(s)) {
            RA = ou_small(s);
            NEXT(LSHIFT);
        }
    }
    goto binary;
}
op_RSHIFT : {
    a = RB;
    b = RC;
    if (OU_LIKELY(ou_both_small(a, b))) {
        ou_int n = ou_small_value(b);
        if (n >= 0 && n < OU_WORD_BITS) {
            RA = ou_small(ou_small_value(a) >> n);
            NEXT(RSHIFT);
        }
    }
    goto binary;
}
op_AND:
    BITWISE(a & b);
op_OR:
    BITWISE(a | b);
op_XOR:
    BITWISE((a ^ b) | 1);
op_POW:
op_MATMUL:
    a = RB;
    b = RC;
binary:
    RESULT(ou_op_binary(vm, *pc, a, b), ADD);

op_ADD_I:
op_IADD_I:
    ARITHMETIC_I(SMALL_OP(__builtin_add_overflow, (ou_int)a, (ou_int)i * 4, 0), +);
op_SUB_I:
op_ISUB_I:
    ARITHMETIC_I(SMALL_OP(__builtin_sub_overflow, (ou_int)a, (ou_int)i * 4, 0), -);
op_MUL_I:
    ARITHMETIC_I(SMALL_OP(__builtin_mul_overflow, (ou_int)(a - 1), (ou_int)i, 1), *);
op_FLOORDIV_I : {
    a = RB;
    int i = (int8_t)C;
    if (OU_LIKELY(ou_is_small(a)) && OU_LIKELY(i > 0)) {
        ou_int x = ou_small_value(a);
        RA = ou_small(x / i - (x % i < 0));
        NEXT(FLOORDIV_I);
    }
    goto binary_immediate;
}
op_MOD_I : {
    a = RB;
    int i = (int8_t)C;
    if (OU_LIKELY(ou_is_small(a)) && OU_LIKELY(i > 0)) {
        ou_int m = ou_small_value(a) % i;
        RA = ou_small(m < 0 ? m + i : m);
        NEXT(MOD_I);
    }
    goto binary_immediate;
}
op_AND_I : {
    a = RB;
    if (OU_LIKELY(ou_is_small(a))) {
        RA = a & ou_small((int8_t)C);
        NEXT(AND_I);
    }
    goto binary_immediate;
}
op_LSHIFT_I : {
    a = RB;
    int n = (int8_t)C;
    if (OU_LIKELY(ou_is_small(a)) && n >= 0 && n < OU_WORD_BITS - 3) {
        ou_int x = ou_small_value(a), s = (ou_int)((ou_val)x << n);
        if (OU_LIKELY((s >> n) == x && ou_small_fits(s))) {
            RA = ou_small(s);
            NEXT(LSHIFT_I);
        }
    }
    goto binary_immediate;
}
op_RSHIFT_I : {
    a = RB;
    int n = (int8_t)C;
    if (OU_LIKELY(ou_is_small(a)) && n >= 0 && n < OU_WORD_BITS) {
        RA = ou_small(ou_small_value(a) >> n);
        NEXT(RSHIFT_I);
    }
    goto binary_immediate;
}
binary_immediate:
    b = ou_small((int8_t)C);
    goto binary;

op_INPLACE:
    SAVE();
    value = ou_inplace(vm, (enum ou_binary_op)A, RC, regs[pc[4]]);
    if (OU_UNLIKELY(value == OU_EXC))
        goto error;
    RB = value;
    NEXT(INPLACE);
op_NEG : {
    a = RB;
    if (OU_LIKELY(ou_is_small(a)) && OU_LIKELY(ou_small_value(a) != OU_SMALL_MIN)) {
        RA = ou_small(-ou_small_value(a));
        NEXT(NEG);
    }
    if (is_flonum(a)) {
        RA = ou_flonum_try(-ou_flonum_value(a));
        NEXT(NEG);
    }
    goto unary;
}
op_POS:
op_INVERT:
unary:
    RESULT(ou_unary(vm, (enum ou_unary_op)(*pc - OU_INS_NEG), RB), NEG);
op_NOT : {
    a = RB;
    if (OU_LIKELY(ou_is_bool(a))) {
        RA = a ^ OU_TRUE ^ OU_FALSE;
        NEXT(NOT);
    }
    SAVE();
    int truth = ou_truth(vm, a);
    if (OU_UNLIKELY(truth < 0))
        goto error;
    RA = ou_bool(!truth);
    NEXT(NOT);
}

    /* -- comparison -- */
    COMPARE(LT, <)
    COMPARE(LE, <=)
    COMPARE(EQ, ==)
    COMPARE(NE, !=)
    COMPARE(GT, >)
    COMPARE(GE, >=)
compare:
    RESULT(ou_compare(vm, (enum ou_compare_op)(*pc - OU_INS_LT), a, b), LT);
op_IS:
    RA = ou_bool(RB == RC);
    NEXT(IS);
op_IS_NOT:
    RA = ou_bool(RB != RC);
    NEXT(IS_NOT);
op_IN:
op_NOT_IN:
    SAVE();
    status = ou_contains(vm, RC, RB);
    if (OU_UNLIKELY(status < 0))
        goto error;
    RA = ou_bool(status ^ (*pc == OU_INS_NOT_IN));
    NEXT(NOT_IN);

    /* -- jumps -- */
op_JUMP:
    pc += get16s(pc + 1);
    NEXT(JUMP);
op_JUMP_BACK:
    if (OU_UNLIKELY(vm->pending)) {
        SAVE();
        if (ou_poll(vm) < 0)
            goto error;
    }
    pc += get16s(pc + 1);
    NEXT(JUMP_BACK);
op_J_TRUE:
op_J_FALSE : {
    a = RA;
    int truth;
    if (OU_LIKELY(ou_is_bool(a)))
        truth = a == OU_TRUE;
    else if (ou_is_small(a))
        truth = a != OU_SMALL_CONST(0);
    else if (a == OU_NONE)
        truth = 0;
    else {
        SAVE();
        truth = ou_truth(vm, a);
        if (OU_UNLIKELY(truth < 0))
            goto error;
    }
    if (truth == (*pc == OU_INS_J_TRUE))
        pc += get16s(pc + 2);
    NEXT(J_FALSE);
}
op_J_NONE:
    if (RA == OU_NONE)
        pc += get16s(pc + 2);
    NEXT(J_NONE);
op_N_NONE:
    if (RA != OU_NONE)
        pc += get16s(pc + 2);
    NEXT(N_NONE);
    ALL_COMPARE_JUMPS(LT, <)
    ALL_COMPARE_JUMPS(LE, <=)
    ALL_COMPARE_JUMPS(EQ, ==)
    ALL_COMPARE_JUMPS(NE, !=)
    ALL_COMPARE_JUMPS(GT, >)
    ALL_COMPARE_JUMPS(GE, >=)
compare_jump : {
    /* J_LT ... J_GE, N_LT ... N_GE, the same with an immediate */
    unsigned n = *pc - OU_INS_J_LT;
    n -= n >= 12 ? 12 : 0;
    bool inverted = n >= 6;
    n -= inverted ? 6 : 0;
    JUMP_IF(ou_compare_truth(vm, (enum ou_compare_op)n, a, b) ^ inverted);
}
op_J_IS:
    if (RA == RB)
        pc += get16s(pc + 3);
    NEXT(J_IS);
op_N_IS:
    if (RA != RB)
        pc += get16s(pc + 3);
    NEXT(N_IS);
op_J_IN:
op_N_IN:
    JUMP_IF(ou_contains(vm, RB, RA) ^ (*pc == OU_INS_N_IN));

    /* -- iteration -- */
op_GET_ITER:
    RESULT(ou_iter(vm, RB), GET_ITER);
op_FOR_ITER : {
    ou_val it = RB;
    /* the iterable of a generator expression comes as an argument: precompiled code can pass anything */
    if (OU_UNLIKELY(it & 7))
        goto next_of_any;
    const struct ou_type *t = *(const struct ou_type **)it;
    if (t == &ou_type_range_iterator) {
        struct ou_range_iterator *r = (struct ou_range_iterator *)it;
        ou_val current = r->current;
        if (OU_LIKELY(ou_is_small(current) && ou_is_small(r->stop) && ou_is_small(r->step))) {
            if (current == r->stop) {
                pc += get16s(pc + 3);
                NEXT(FOR_ITER);
            }
            r->current = current + r->step - 1;
            RA = current;
            NEXT(FOR_ITER);
        }
    } else if (t == &ou_type_list_iterator) {
        struct ou_sequence_iterator *s = (struct ou_sequence_iterator *)it;
        struct ou_list *list = (struct ou_list *)s->sequence;
        if (OU_LIKELY(list && s->position < list->size)) {
            RA = ((ou_val *)list->items)[ou_small_value(s->position)];
            s->position += 4;
            NEXT(FOR_ITER);
        }
    } else if (t == &ou_type_generator) {
        SAVE();
        if (((struct ou_generator *)it)->state == OU_SMALL_CONST(OU_GENERATOR_DONE)) {
            pc += get16s(pc + 3);
            NEXT(FOR_ITER);
        }
        bool is_new = ((struct ou_generator *)it)->state == OU_SMALL_CONST(OU_GENERATOR_NEW);
        struct ou_frame *f = ou_generator_enter(vm, it);
        if (OU_UNLIKELY(!f))
            goto error;
        f->dest = A;
        f->advance = OU_SIZE_FOR_ITER;
        RELOAD();
        pc = bytes + frame->pc;
        if (is_new)
            GO();
        sent = OU_NONE;
        goto resumed;
    }
next_of_any:
    SAVE();
    ou_val v = ou_next(vm, it);
    if (OU_UNLIKELY(v == OU_STOP)) {
        pc += get16s(pc + 3);
        NEXT(FOR_ITER);
    }
    if (OU_UNLIKELY(v == OU_EXC))
        goto error;
    RA = v;
    NEXT(FOR_ITER);
}

    /* -- building -- */
op_BUILD_LIST:
    RESULT(ou_list_new(vm, C, &RB), BUILD_LIST);
op_BUILD_TUPLE:
    RESULT(ou_tuple_new(vm, C, &RB), BUILD_TUPLE);
#if OU_WITH_SET
op_BUILD_SET : {
    SAVE();
    ou_val set = ou_set_new(vm, &ou_type_set);
    for (unsigned i = 0; i < C && set != OU_EXC; i++)
        if (ou_set_add(vm, set, regs[B + i]) < 0)
            set = OU_EXC;
    if (OU_UNLIKELY(set == OU_EXC))
        goto error;
    RA = set;
    NEXT(BUILD_SET);
}
#else
op_BUILD_SET:
op_SET_ADD:
op_SET_UPDATE: /* the parser takes no sets, so these are in no code */
#endif
op_BUILD_DICT : {
    SAVE();
    ou_val dict = ou_dict_new(vm, C);
    for (unsigned i = 0; i < C && dict != OU_EXC; i++)
        if (ou_dict_set(vm, dict, regs[B + 2 * i], regs[B + 2 * i + 1]) < 0)
            dict = OU_EXC;
    if (OU_UNLIKELY(dict == OU_EXC))
        goto error;
    RA = dict;
    NEXT(BUILD_DICT);
}
op_BUILD_SLICE:
    RESULT(ou_slice_new(vm, RB, regs[B + 1], regs[B + 2]), BUILD_SLICE);
op_BUILD_STRING:
    RESULT(ou_op_build_string(vm, &RB, C), BUILD_STRING);
op_LIST_APPEND:
    CHECKED(ou_list_append(vm, RA, RB), LIST_APPEND);
#if OU_WITH_SET
op_SET_ADD:
    CHECKED(ou_set_add(vm, RA, RB), SET_ADD);
#endif
op_DICT_SET:
    CHECKED(ou_dict_set(vm, RA, RB, RC), DICT_SET);
op_LIST_EXTEND:
    CHECKED(ou_op_list_extend(vm, RA, RB), LIST_EXTEND);
#if OU_WITH_SET
op_SET_UPDATE : {
    SAVE();
    ou_val it = ou_iter(vm, RB), v;
    if (it == OU_EXC)
        goto error;
    while ((v = ou_next(vm, it)) != OU_STOP)
        if (v == OU_EXC || ou_set_add(vm, RA, v) < 0)
            goto error;
    NEXT(SET_UPDATE);
}
#endif
op_DICT_UPDATE:
    CHECKED(ou_op_dict_merge(vm, RA, RB, OU_ABSENT), DICT_UPDATE);
op_DICT_MERGE:
    CHECKED(ou_op_dict_merge(vm, RA, RB, regs[A - 2]), DICT_MERGE);
op_LIST_TO_TUPLE:
    RESULT(ou_list_to_tuple(vm, RB), LIST_TO_TUPLE);
op_FORMAT:
    RESULT(ou_op_format(vm, RB, C, pc[4] == 255 ? OU_ABSENT : regs[pc[4]]), FORMAT);
op_UNPACK : {
    ou_val v = RB;
    unsigned n = C;
    if (ou_is(v, &ou_type_tuple) && ((struct ou_tuple *)v)->size == ou_small((ou_int)n)) {
        for (unsigned i = 0; i < n; i++)
            regs[A + i] = ((struct ou_tuple *)v)->items[i];
        NEXT(UNPACK);
    }
    CHECKED(ou_op_unpack(vm, v, &RA, n), UNPACK);
}
op_UNPACK_EX:
    CHECKED(ou_op_unpack_star(vm, RB, &RA, C, pc[4]), UNPACK_EX);

    /* -- subscripts and attributes -- */
op_GET_ITEM : {
    a = RB;
    b = RC;
    if (OU_LIKELY(ou_is_ptr(a))) {
        const struct ou_type *t = *(const struct ou_type **)a;
        if (t == &ou_type_list && ou_is_small(b)) {
            GET_ITEM_AT(a, b, (ou_val *)((struct ou_list *)a)->items);
        } else if (t == &ou_type_dict) {
            SAVE();
            value = ou_dict_get(vm, a, b);
            if (OU_UNLIKELY(value == OU_ABSENT))
                value = ou_raise_key_error(vm, b);
            goto store_4;
        } else if (t == &ou_type_tuple && ou_is_small(b))
            GET_ITEM_AT(a, b, ((struct ou_tuple *)a)->items);
    }
    RESULT(ou_get_item(vm, a, b), GET_ITEM);
}
op_GET_ITEM_I : {
    a = RB;
    b = ou_small((int8_t)C);
    if (OU_LIKELY(ou_is_ptr(a))) {
        const struct ou_type *t = *(const struct ou_type **)a;
        if (t == &ou_type_list || t == &ou_type_tuple)
            GET_ITEM_AT(a, b,
                        t == &ou_type_list ? (ou_val *)((struct ou_list *)a)->items
                                           : ((struct ou_tuple *)a)->items);
    }
    RESULT(ou_get_item(vm, a, b), GET_ITEM_I);
}
op_SET_ITEM : {
    ou_val v = RC;
    a = RA;
    b = RB;
    if (OU_LIKELY(ou_is_ptr(a))) {
        const struct ou_type *t = *(const struct ou_type **)a;
        if (t == &ou_type_list && ou_is_small(b)) {
            struct ou_list *list = (struct ou_list *)a;
            ou_val i = (ou_int)b < 0 ? b + list->size - 1 : b;
            if (OU_LIKELY(i < list->size)) {
                ou_val *items = (ou_val *)list->items;
                OU_STORE(vm, items, &items[ou_small_value(i)], v);
                NEXT(SET_ITEM);
            }
        } else if (t == &ou_type_dict)
            CHECKED(ou_dict_set(vm, a, b, v), SET_ITEM);
    }
    CHECKED(ou_set_item(vm, a, b, v), SET_ITEM);
}
op_DELETE_ITEM:
    CHECKED(ou_set_item(vm, RA, RB, OU_ABSENT), DELETE_ITEM);
op_GET_ATTR: /* into `value`, so that nothing older stays in this C frame, and alive */
    value = ou_cache_slot(vm, RB, K(3));
    if (OU_LIKELY(value != OU_ABSENT)) {
        RA = value;
        NEXT(GET_ATTR);
    }
    RESULT(ou_cache_attr_slow(vm, RB, K(3)), GET_ATTR);
op_SET_ATTR:
    if (OU_LIKELY(ou_cache_set_slot(vm, RA, K(2), regs[pc[4]])))
        NEXT(SET_ATTR);
    CHECKED(ou_cache_set_slow(vm, RA, K(2), regs[pc[4]]), SET_ATTR);
op_DELETE_ATTR:
    CHECKED(ou_set_attr(vm, RA, K(2), OU_ABSENT), DELETE_ATTR);
op_GET_METHOD : {
    ou_val *out = &RA, self = RB, method = ou_cache_method(vm, self, K(3));
    if (OU_LIKELY(method != OU_ABSENT)) {
        out[1] = self;
        out[0] = method;
        NEXT(GET_METHOD);
    }
    CHECKED(ou_cache_method_slow(vm, self, K(3), out), GET_METHOD);
}
op_GET_SPECIAL:
    RESULT(ou_op_special(vm, RB, K(3)), GET_SPECIAL);

    /* -- calls -- */
op_CALL:
    callee = RB;
    args = &RB + 1;
    n_args = C;
    dest = A;
    advance = OU_SIZE_CALL;
    goto call;
op_CALL_METHOD : {
    ou_val *base = &RB;
    callee = base[0];
    n_args = C;
    dest = A;
    advance = OU_SIZE_CALL_METHOD;
    if (base[1] != OU_ABSENT) {
        args = base + 1;
        n_args++;
    } else
        args = base + 2;
    goto call;
}
call:
    SAVE();
    if (OU_LIKELY(ou_is_ptr(callee))) {
        const struct ou_type *t = *(const struct ou_type **)callee;
        struct ou_frame *f;
        if (OU_LIKELY(t == &ou_type_function)) {
call_function:;
            const struct ou_function *function = (const struct ou_function *)callee;
            const struct ou_code *code = (const struct ou_code *)function->code;
            if (OU_LIKELY(!(code->flags & OU_CODE_BOUND) && n_args <= code->n_pos &&
                          n_args + code->n_defaults >= code->n_pos)) {
                f = ou_frame_push(vm, args, n_args, code->n_regs);
                if (OU_UNLIKELY(!f))
                    goto error;
                const ou_val *defaults = function->rest + code->n_defaults - code->n_pos;
                for (unsigned i = n_args; i < code->n_pos; i++)
                    f->regs[i] = defaults[i];
                f->function = callee;
                f->subject = OU_ABSENT;
            } else {
                value = ou_enter_plain(vm, callee, n_args, args);
                if (value != OU_ABSENT)
                    goto called;
            }
entered: /* vm->frame is that of the function called */
            RELOAD();
            frame->dest = (uint8_t)dest;
            frame->advance = (uint8_t)advance;
            pc = bytes;
            GO();
        }
        if (t == &ou_type_native_method || t == &ou_type_native_function) {
            const struct ou_native *native = (const struct ou_native *)callee;
            if (OU_LIKELY(n_args >= native->min_args &&
                          (n_args <= native->max_args || native->max_args == OU_NATIVE_VARARGS) &&
                          (!native->owner || ou_type_of(args[0]) == native->owner)))
                value = ou_native_run(vm, native, n_args, 0, args);
            else
                value = ou_native_call(vm, native, n_args, 0, args);
            goto called;
        }
        if (t == &ou_type_bound_method) {
            struct ou_bound_method *m = (struct ou_bound_method *)callee;
            callee = m->function;
            *--args = m->self;
            n_args++;
            if (ou_is(callee, &ou_type_function))
                goto call_function;
        } else if (t == &ou_type_type && (ou_type_flags(ou_type_at(callee)) & OU_TYPE_HEAP)) {
            ou_val init = ou_cache_init(vm, ou_type_at(callee));
            if (ou_is(init, &ou_type_function)) {
                /* Into the register and into no variable: collections search this function's C frame. */
                *--args = ou_instance_alloc(vm, ou_type_at(callee));
                if (OU_UNLIKELY(*args == OU_EXC))
                    goto error;
                n_args++;
                const struct ou_code *code = (const struct ou_code *)((struct ou_function *)init)->code;
                if (OU_LIKELY(!(code->flags & OU_CODE_BOUND) && n_args == code->n_pos)) {
                    f = ou_frame_push(vm, args, n_args, code->n_regs);
                    if (OU_UNLIKELY(!f))
                        goto error;
                    f->function = init;
                } else {
                    value = ou_enter_plain(vm, init, n_args, args);
                    if (OU_UNLIKELY(value != OU_ABSENT)) {
                        if (value != OU_EXC) /* a generator function as __init__ */
                            ou_raise(vm, &ou_exc_TypeError, "__init__() should return None, not 'generator'");
                        goto error;
                    }
                    f = vm->frame;
                }
                f->flags |= OU_FRAME_INIT;
                f->subject = *args;
                goto entered;
            }
        }
    }
    value = ou_call(vm, callee, n_args, 0, args);
called:
    if (OU_UNLIKELY(value == OU_EXC))
        goto error;
    regs[dest] = value;
    NEXT_BYTES(advance);
op_CALL_KW:
op_CALL_METHOD_KW : {
    SAVE();
    ou_val *base = &RB;
    bool has_place = *pc == OU_INS_CALL_METHOD_KW, has_self = has_place && base[1] != OU_ABSENT;
    dest = A;
    advance = OU_SIZE_CALL_KW;
    value = ou_op_call_kw(vm, base[0], base + 1 + (has_place && !has_self), C + has_self, K(4));
    if (value == OU_ABSENT)
        goto entered;
    goto called;
}
op_CALL_EX : {
    ou_val *base = &RB;
    RESULT(ou_op_call_ex(vm, base[0], base[1], base[2]), CALL_EX);
}
op_RETURN:
    sent = RA;
    goto returning;
op_RETURN_NONE:
    sent = OU_NONE;
returning : {
    unsigned flags = frame->flags;
    if (OU_UNLIKELY(flags & ~OU_FRAME_CHUNK)) {
        if (flags & OU_FRAME_INIT) {
            if (OU_UNLIKELY(sent != OU_NONE)) {
                SAVE();
                ou_raise(vm, &ou_exc_TypeError, "__init__() should return None, not '%T'", sent);
                goto error;
            }
            sent = frame->subject;
        } else if (flags & OU_FRAME_GENERATOR) {
            ou_generator_finish(vm, frame->subject);
            if (!(flags & OU_FRAME_ENTRY)) {
                ou_frame_pop(vm);
                RELOAD(); /* the caller stands at FOR_ITER */
                pc = bytes + frame->pc;
                pc += get16s(pc + 3);
                NEXT(FOR_ITER);
            }
            vm->roots.stop_value = sent;
            sent = OU_STOP;
        }
        if (flags & OU_FRAME_ENTRY)
            goto leave;
    }
}
back: /* to the caller, with the value sent */
    dest = frame->dest;
    advance = frame->advance;
    ou_frame_pop(vm);
    RELOAD();
    pc = bytes + frame->pc;
    regs[dest] = sent;
    NEXT_BYTES(advance);
op_YIELD:
    sent = RB;
yielding:
    ou_generator_suspend(vm, frame, (unsigned)(pc - bytes));
    if (!(frame->flags & OU_FRAME_ENTRY))
        goto back;
leave:
    ou_frame_pop(vm);
    return sent;
resumed: /* at a YIELD or YIELD_FROM that yielded; `sent` is the value sent */
    if (*pc == OU_INS_YIELD_FROM)
        goto delegate;
    RA = sent;
    NEXT(YIELD);
op_YIELD_FROM:
    sent = OU_NONE;
delegate : {
    SAVE();
    ou_val it = RB, v;
    vm->roots.stop_value = OU_ABSENT;
    if (sent == OU_NONE)
        v = ou_is(it, &ou_type_generator) ? ou_vm_resume(vm, it, OU_NONE, false) : ou_next(vm, it);
    else if (ou_is(it, &ou_type_generator))
        v = ou_vm_resume(vm, it, sent, false);
    else
        v = ou_op_send(vm, it, sent); /* not by address: it would stay in this C frame, and alive */
    if (v == OU_EXC && ou_exc_matches(vm, &ou_exc_StopIteration)) {
        vm->roots.stop_value = ou_stop_iteration_value(ou_exc_take(vm));
        v = OU_STOP;
    }
    if (v == OU_EXC)
        goto error;
    if (v == OU_STOP) {
        ou_val value = vm->roots.stop_value;
        vm->roots.stop_value = OU_NONE;
        RA = value == OU_ABSENT ? OU_NONE : value;
        NEXT(YIELD_FROM);
    }
    sent = v;
    goto yielding;
}

    /* -- definitions -- */
op_MAKE_FUNCTION:
    RESULT(ou_op_make_function(vm, frame, K(2), &regs[pc[4]]), MAKE_FUNCTION);
op_BUILD_CLASS:
    RESULT(ou_build_class(vm, 2u + C, 0, &RB), BUILD_CLASS);
op_BUILD_CLASS_KW : {
    ou_val *base = &RB;
    SAVE();
    ou_val v = ou_op_build_class_kw(vm, base, 2u + C, K(4));
    if (OU_UNLIKELY(v == OU_EXC))
        goto error;
    RA = v;
    NEXT(BUILD_CLASS_KW);
}
op_BUILD_CLASS_EX : {
    ou_val *base = &RB;
    RESULT(ou_op_build_class_ex(vm, base[0], base[1], base[2], base[3]), BUILD_CLASS_EX);
}

    /* -- exceptions -- */
op_RAISE:
    SAVE();
    ou_op_raise(vm, RA, OU_ABSENT);
    goto error;
op_RAISE_FROM:
    SAVE();
    ou_op_raise(vm, RA, RB);
    goto error;
op_RAISE_AGAIN:
    SAVE();
    if (ou_op_raise_again(vm) < 0)
        goto error;
    goto unwind;
op_RERAISE:
    SAVE();
    if (OU_UNLIKELY(!ou_is_exception(RA))) { /* in precompiled code only */
        ou_op_raise(vm, RA, OU_ABSENT);
        goto error;
    }
    vm->roots.exc = RA;
    goto unwind;
op_N_EXC_MATCH:
    JUMP_IF(ou_op_exc_match(vm, RA, RB) ^ 1);
op_N_GROUP_MATCH:
    JUMP_IF(ou_op_group_match(vm, &RA, RB) ^ 1);
op_GROUP_RAISED:
    RESULT(OU_WITH_GROUPS ? ou_group_raised(vm, RB, RC) : OU_NONE, GROUP_RAISED);
op_EXC_INFO : {
    ou_val exc = RB;
    ou_val *out = &RA;
    out[0] = OU_ROM(ou_type_of(exc));
    out[1] = exc;
    out[2] = ((struct ou_exception *)exc)->traceback;
    NEXT(EXC_INFO);
}

    /* -- import -- */
op_IMPORT:
    RESULT(ou_op_import(vm, unit, K(2), regs[pc[4]], pc[5]), IMPORT);
op_IMPORT_FROM:
    RESULT(ou_op_import_from(vm, RB, K(3)), IMPORT_FROM);
op_IMPORT_STAR:
    CHECKED(ou_op_import_star(vm, frame, RA), IMPORT_STAR);

op_PRINT_EXPR:
    CHECKED(ou_op_print_expr(vm, RA), PRINT_EXPR);

    /* -- how instructions end that call the object layer -- */
    STORE_AND_NEXT(3)
    STORE_AND_NEXT(4)
    STORE_AND_NEXT(5)
    STORE_AND_NEXT(6)
    CHECK_AND_NEXT(2)
    CHECK_AND_NEXT(3)
    CHECK_AND_NEXT(4)
    CHECK_AND_NEXT(5)
jump_if:
    if (OU_UNLIKELY(status < 0))
        goto error;
    if (status)
        pc += get16s(pc + 3);
    NEXT(J_LT);

    /* -- an exception is pending -- */
thrown: /* into a generator that stands at pc */
    if (*pc == OU_INS_YIELD_FROM) {
        ou_val v = ou_generator_throw_into(vm, RB);
        if (v == OU_STOP) {
            RA = vm->roots.stop_value;
            NEXT(YIELD_FROM);
        }
        if (v != OU_EXC) {
            sent = v;
            goto yielding;
        }
    }
error:
    ou_add_traceback(vm, frame, (unsigned)(pc - bytes));
unwind : {
    const struct ou_code_handler *h = ou_find_handler(ou_frame_code(frame), (unsigned)(pc - bytes));
    if (h && OU_LIKELY(!vm->stopped)) {
        regs[h->reg] = ou_exc_take(vm);
        pc = bytes + h->target;
        GO();
    }
    unsigned flags = frame->flags;
    if (flags & OU_FRAME_GENERATOR) {
        ou_generator_finish(vm, frame->subject);
        ou_generator_failed(vm);
    }
    sent = OU_EXC;
    if (flags & OU_FRAME_ENTRY)
        goto leave;
    ou_frame_pop(vm);
    RELOAD();
    pc = bytes + frame->pc;
    goto error;
}
}
