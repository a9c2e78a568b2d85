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

#include "ouro_opcode_sizes.h" /* generated: OU_SIZE_... */

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

/* Without a unit for floats, arithmetic on them is calls, and ou_op_binary does it as well as the loop. */
#if !OU_WITH_FLOAT || defined __SOFTFP__ || defined __riscv_float_abi_soft || defined __XTENSA_SOFT_FLOAT__
#define OU_FLOAT_UNIT 0
#else
#define OU_FLOAT_UNIT 1
#endif

static inline bool both_flonum(ou_val a, ou_val b) { return OU_FLOAT_UNIT && (a & b & 2) != 0; }
static inline bool is_flonum(ou_val a) { return OU_FLOAT_UNIT && ou_is_flonum(a); }

/* Operands of the current instruction. */
#define A pc[1]
#define B pc[2]
#define C pc[3]
#define RA regs[pc[1]]
#define RB regs[pc[2]]
#define RC regs[pc[3]]
#define K(offset) pool[get16(pc + (offset))]

/* To the instruction at pc: by a jump of each instruction's own, which a processor can foresee; or, where flash is
 * short, by one that all share, a switch: compilers have shorter tables of jumps for it. */
#ifdef __OPTIMIZE_SIZE__
#define OU_JUMP_EVERYWHERE 0
#define GO() goto dispatch
#else
#define OU_JUMP_EVERYWHERE 1
#define GO() goto *labels[*pc]
#endif

#define SAVE() (frame->pc = (uint16_t)(pc - bytes))
/* Behind an instruction, by its name (ouro_opcode_sizes.h) or its bytes. */
#define NEXT(name) NEXT_BYTES(OU_SIZE_##name)
#define NEXT_BYTES(size) \
    do {                 \
        pc += (size);    \
        GO();            \
    } while (0)
#define RELOAD()                                     \
    do {                                             \
        frame = vm->frame;                           \
        regs = frame->regs;                          \
        bytes = ou_code_bytes(ou_frame_code(frame)); \
        unit = ou_frame_unit(frame);                 \
        pool = (ou_val *)unit->pool;                 \
    } while (0)
/* The result of a call to the object layer, which may have failed, is stored in RA.  This and the next two go on
 * at labels that all instructions of a size share (the end of run.c). */
#define RESULT(expression, name) RESULT_OF(expression, OU_SIZE_##name)
#define RESULT_OF(expression, size) RESULT_AT(expression, size)
#define RESULT_AT(expression, size) \
    do {                            \
        SAVE();                     \
        value = (expression);       \
        goto store_##size;          \
    } while (0)
#define CHECKED(expression, name) CHECKED_OF(expression, OU_SIZE_##name)
#define CHECKED_OF(expression, size) CHECKED_AT(expression, size)
#define CHECKED_AT(expression, size) \
    do {                             \
        SAVE();                      \
        status = (expression);       \
        goto check_##size;           \
    } while (0)
/* Jumps if the answer is 1; to be inverted by ^ 1, which leaves -1 negative. */
#define JUMP_IF(expression)    \
    do {                       \
        SAVE();                \
        status = (expression); \
        goto jump_if;          \
    } while (0)

#define STORE_AND_NEXT(size)                                     \
    store_##size : if (OU_UNLIKELY(value == OU_EXC)) goto error; \
    RA = value;                                                  \
    NEXT_BYTES(size);
#define CHECK_AND_NEXT(size)                                \
    check_##size : if (OU_UNLIKELY(status < 0)) goto error; \
    NEXT_BYTES(size);

/* Code that takes more than pushing a frame on its arguments. */
#define OU_CODE_BOUND (OU_CODE_VARARGS | OU_CODE_VARKW | OU_CODE_GENERATOR | OU_CODE_KW_ONLY)

/* Fast paths of arithmetic; what they leave does ou_op_binary.  The instructions for augmented assignment have the
 * same ones: numbers know nothing of "in place". */
#define SMALL_OP(builtin, left, right, tag)              \
    do {                                                 \
        ou_int r_;                                       \
        if (OU_LIKELY(!builtin((left), (right), &r_))) { \
            RA = (ou_val)r_ + (tag);                     \
            NEXT(ADD);                                   \
        }                                                \
    } while (0)
#define FLOAT_OP(left, op, right)                   \
    do {                                            \
        ou_val f_ = ou_flonum_try((left)op(right)); \
        if (OU_LIKELY(ou_is_flonum(f_))) {          \
            RA = f_;                                \
            NEXT(ADD);                              \
        }                                           \
    } while (0)
#define ARITHMETIC(small_case, op)                                \
    do {                                                          \
        a = RB;                                                   \
        b = RC;                                                   \
        if (ou_both_small(a, b))                                  \
            small_case;                                           \
        else if (both_flonum(a, b))                               \
            FLOAT_OP(ou_flonum_value(a), op, ou_flonum_value(b)); \
        goto binary;                                              \
    } while (0)
#define ARITHMETIC_I(small_case, op)                       \
    do {                                                   \
        a = RB;                                            \
        int i = (int8_t)C;                                 \
        if (OU_LIKELY(ou_is_small(a)))                     \
            small_case;                                    \
        else if (is_flonum(a))                             \
            FLOAT_OP(ou_flonum_value(a), op, (ou_float)i); \
        goto binary_immediate;                             \
    } while (0)
#define BITWISE(small_expression)             \
    do {                                      \
        a = RB;                               \
        b = RC;                               \
        if (OU_LIKELY(ou_both_small(a, b))) { \
            RA = (small_expression);          \
            NEXT(ADD);                        \
        }                                     \
        goto binary;                          \
    } while (0)

#define COMPARE(name, op)                                           \
    op_##name:                                                      \
    {                                                               \
        a = RB;                                                     \
        b = RC;                                                     \
        if (ou_both_small(a, b)) {                                  \
            RA = ou_bool((ou_int)a op(ou_int) b);                   \
            NEXT(name);                                             \
        }                                                           \
        if (both_flonum(a, b)) {                                    \
            RA = ou_bool(ou_flonum_value(a) op ou_flonum_value(b)); \
            NEXT(name);                                             \
        }                                                           \
        goto compare;                                               \
    }

/* J_: jump if true (sense 1), N_: jump if not (sense 0). */
#define COMPARE_JUMP(label, op, sense, right)                   \
    op_##label:                                                 \
    {                                                           \
        a = RA;                                                 \
        b = (right);                                            \
        int is_true;                                            \
        if (ou_both_small(a, b))                                \
            is_true = (ou_int)a op(ou_int) b;                   \
        else if (both_flonum(a, b))                             \
            is_true = ou_flonum_value(a) op ou_flonum_value(b); \
        else                                                    \
            goto compare_jump;                                  \
        if (is_true == (sense))                                 \
            pc += get16s(pc + 3);                               \
        NEXT(label);                                            \
    }
#define ALL_COMPARE_JUMPS(name, op)                        \
    COMPARE_JUMP(J_##name, op, 1, RB)                      \
    COMPARE_JUMP(N_##name, op, 0, RB)                      \
    COMPARE_JUMP(J_##name##_I, op, 1, ou_small((int8_t)B)) \
    COMPARE_JUMP(N_##name##_I, op, 0, ou_small((int8_t)B))

/* Item b, a small int, of a, a list or tuple: the size is word 1 of both. */
#define GET_ITEM_AT(a, b, items)                                                         \
    do {                                                                                 \
        ou_val size_ = ((ou_val *)(a))[1], i_ = (ou_int)(b) < 0 ? (b) + size_ - 1 : (b); \
        if (OU_LIKELY(i_ < size_)) {                                                     \
            RA = (items)[ou_small_value(i_)];                                            \
            NEXT(GET_ITEM);                                                              \
        }                                                                                \
    } while (0)

#define NAMESPACE_OF regs[0]

#endif /* OURO_INCLUDED_SRC_VM_RUN_MACROS_H */
