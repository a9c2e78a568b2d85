/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The vocabulary of the dispatch loop: operands, results, and the instructions that come in families.
 * Only run.c includes this; the macros use the locals of ou_vm_run.
 */
#ifndef OURO_INCLUDED_SRC_VM_RUN_MACROS_H
#define OURO_INCLUDED_SRC_VM_RUN_MACROS_H

#include "base/base.h"
#include "vm/frame.h"

static inline unsigned get16(const uint8_t *p)
{
    uint16_t v;
    memcpy(&v, p, 2);
    return v;
}

static inline int get16s(const uint8_t *p)
{
    int16_t v;
    memcpy(&v, p, 2);
    return v;
}

static inline ou_val float_value(struct ou_vm *vm, ou_float f)
{
    ou_val v = ou_flonum_try(f);
    return OU_LIKELY(ou_is_flonum(v)) ? v : ou_float_new(vm, (double)f);
}

static inline bool both_flonum(ou_val a, ou_val b) { return OU_WITH_FLOAT && (a & b & 2) != 0; }

/* Operands of the current instruction. */
#define A pc[1]
#define B pc[2]
#define C pc[3]
#define RA regs[pc[1]]
#define RB regs[pc[2]]
#define RC regs[pc[3]]
#define K(offset) pool[get16(pc + (offset))]

/* To the instruction at pc: by a jump of each instruction's own, which a processor can foresee; or, where flash is
 * short, by one that all share. */
#define OU_JUMP_EVERYWHERE (OU_LEVEL == OU_LEVEL_FULL)
#if OU_JUMP_EVERYWHERE
#define GO() goto *labels[*pc]
#else
#define GO() goto dispatch
#endif

#define SAVE() (frame->pc = (uint16_t)(pc - bytes))
#define NEXT(size)    \
    do {              \
        pc += (size); \
        GO();         \
    } while (0)
#define RELOAD()                                     \
    do {                                             \
        frame = vm->frame;                           \
        regs = frame->regs;                          \
        bytes = ou_code_bytes(ou_frame_code(frame)); \
        unit = ou_frame_unit(frame);                 \
        pool = (ou_val *)unit->pool;                 \
    } while (0)
/* Stores the result of a call to the object layer, which may have failed. */
#define RESULT(dest, expression, size)      \
    do {                                    \
        SAVE();                             \
        ou_val result_ = (expression);      \
        if (OU_UNLIKELY(result_ == OU_EXC)) \
            goto error;                     \
        (dest) = result_;                   \
        NEXT(size);                         \
    } while (0)
#define CHECKED(expression, size)          \
    do {                                   \
        SAVE();                            \
        if (OU_UNLIKELY((expression) < 0)) \
            goto error;                    \
        NEXT(size);                        \
    } while (0)

#define ARITHMETIC(name, small_case, float_case, call)    \
    op_##name:                                            \
    {                                                     \
        ou_val a = RB, b = RC;                            \
        if (ou_both_small(a, b)) {                        \
            small_case                                    \
        } else if (both_flonum(a, b)) {                   \
            float_case                                    \
        }                                                 \
        SAVE();                                           \
        ou_val r = OU_UNBOUND;                            \
        if (OU_WITH_FLOAT)                                \
            r = ou_op_float(vm, OU_OP_##name##_OF, a, b); \
        if (r == OU_UNBOUND)                              \
            r = call;                                     \
        if (OU_UNLIKELY(r == OU_EXC))                     \
            goto error;                                   \
        RA = r;                                           \
        NEXT(4);                                          \
    }
#define OU_OP_ADD_OF OU_OP_ADD
#define OU_OP_SUB_OF OU_OP_SUB
#define OU_OP_MUL_OF OU_OP_MUL
#define OU_OP_IADD_OF OU_OP_ADD
#define OU_OP_ISUB_OF OU_OP_SUB
#define OU_OP_IMUL_OF OU_OP_MUL
#define OU_OP_TRUEDIV_OF OU_OP_TRUEDIV

#define SMALL_ADD                                                              \
    ou_int r_;                                                                 \
    if (OU_LIKELY(!__builtin_add_overflow((ou_int)a, (ou_int)(b - 1), &r_))) { \
        RA = (ou_val)r_;                                                       \
        NEXT(4);                                                               \
    }
#define SMALL_SUB                                                              \
    ou_int r_;                                                                 \
    if (OU_LIKELY(!__builtin_sub_overflow((ou_int)a, (ou_int)(b - 1), &r_))) { \
        RA = (ou_val)r_;                                                       \
        NEXT(4);                                                               \
    }
#define SMALL_MUL                                                                      \
    ou_int r_;                                                                         \
    if (OU_LIKELY(!__builtin_mul_overflow((ou_int)(a - 1), ou_small_value(b), &r_))) { \
        RA = (ou_val)r_ + 1;                                                           \
        NEXT(4);                                                                       \
    }
#define FLOAT_OP(op)                                                     \
    ou_val f_ = ou_flonum_try(ou_flonum_value(a) op ou_flonum_value(b)); \
    if (OU_LIKELY(ou_is_flonum(f_))) {                                   \
        RA = f_;                                                         \
        NEXT(4);                                                         \
    }

#define BITWISE(name, small_expression)                   \
    op_##name:                                            \
    {                                                     \
        ou_val a = RB, b = RC;                            \
        if (OU_LIKELY(ou_both_small(a, b))) {             \
            RA = (small_expression);                      \
            NEXT(4);                                      \
        }                                                 \
        RESULT(RA, ou_binary(vm, OU_OP_##name, a, b), 4); \
    }

#define IMMEDIATE_ADD(name, builtin, op, function, operation)                                  \
    op_##name:                                                                                 \
    {                                                                                          \
        ou_val a = RB;                                                                         \
        int i = (int8_t)C;                                                                     \
        ou_int r_;                                                                             \
        if (OU_LIKELY(ou_is_small(a)) && OU_LIKELY(!builtin((ou_int)a, (ou_int)i * 4, &r_))) { \
            RA = (ou_val)r_;                                                                   \
            NEXT(4);                                                                           \
        }                                                                                      \
        if (ou_is_flonum(a)) {                                                                 \
            ou_val f_ = ou_flonum_try(ou_flonum_value(a) op(ou_float) i);                      \
            if (OU_LIKELY(ou_is_flonum(f_))) {                                                 \
                RA = f_;                                                                       \
                NEXT(4);                                                                       \
            }                                                                                  \
        }                                                                                      \
        RESULT(RA, function(vm, operation, a, ou_small(i)), 4);                                \
    }

#define COMPARE(name, op)                                           \
    op_##name:                                                      \
    {                                                               \
        ou_val a = RB, b = RC;                                      \
        if (ou_both_small(a, b)) {                                  \
            RA = ou_bool((ou_int)a op(ou_int) b);                   \
            NEXT(4);                                                \
        }                                                           \
        if (both_flonum(a, b)) {                                    \
            RA = ou_bool(ou_flonum_value(a) op ou_flonum_value(b)); \
            NEXT(4);                                                \
        }                                                           \
        RESULT(RA, ou_compare(vm, OU_CMP_##name, a, b), 4);         \
    }

/* J_: jump if true (sense 1), N_: jump if not (sense 0). */
#define COMPARE_JUMP(label, name, op, sense, right, size)        \
    op_##label:                                                  \
    {                                                            \
        ou_val a = RA, b = (right);                              \
        int is_true;                                             \
        if (ou_both_small(a, b))                                 \
            is_true = (ou_int)a op(ou_int) b;                    \
        else if (both_flonum(a, b))                              \
            is_true = ou_flonum_value(a) op ou_flonum_value(b);  \
        else {                                                   \
            SAVE();                                              \
            is_true = ou_compare_truth(vm, OU_CMP_##name, a, b); \
            if (OU_UNLIKELY(is_true < 0))                        \
                goto error;                                      \
        }                                                        \
        if (is_true == (sense))                                  \
            pc += get16s(pc + 3);                                \
        NEXT(size);                                              \
    }
#define ALL_COMPARE_JUMPS(name, op)                                 \
    COMPARE_JUMP(J_##name, name, op, 1, RB, 5)                      \
    COMPARE_JUMP(N_##name, name, op, 0, RB, 5)                      \
    COMPARE_JUMP(J_##name##_I, name, op, 1, ou_small((int8_t)B), 5) \
    COMPARE_JUMP(N_##name##_I, name, op, 0, ou_small((int8_t)B), 5)

#define NAMESPACE_OF regs[0]

#endif /* OURO_INCLUDED_SRC_VM_RUN_MACROS_H */
