/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The verifier of code blocks.
 *
 * First what needs no run: the parts of the block lie in it, every operand is in bounds, every target of a jump or
 * of a handler is the start of an instruction, only JUMP_BACK goes backwards (it is a safepoint, so no loop is
 * without one).  Then what registers hold is followed along all paths: for each register a set of kinds, the union
 * of what the paths that meet bring along, until nothing changes.  The sets are kept only where jumps and handlers
 * lead to; what lies between is run through again.  The table of instructions says what each reads and writes
 * (opcodes.h, `kinds`); what it cannot say, runs of registers above all, is in run_length and special cases here.
 *
 * A call leaves nothing certain in the registers from its base on, as the callee's window begins there.  What a
 * handler sees is the union of what was there before and after each instruction of its range.
 *
 * Work is bounded: see BUDGET.
 */
#include "vm/code_verify.h"
#include "base/base.h"
#include "object/code/opcode.h"

/* Kinds of values, as bits. */
#define UNBOUND 1u
#define CELL 2u
#define NONE 4u
#define LIST 8u
#define SET 16u
#define DICT 32u
#define STR 64u
#define EXC 128u
#define NAMES 256u
#define OTHER 512u
#define OBJECT (NONE | LIST | SET | DICT | STR | EXC | NAMES | OTHER)
#define ANYTHING (OBJECT | UNBOUND | CELL)

/* Steps for each byte of code: the compiler's code needs a few; each nested loop doubles it at worst. */
#define BUDGET 2000u

struct verifier {
    struct ou_vm *vm;
    const struct ou_code *code;
    const struct ou_code_extra *extra;
    const uint8_t *bytes;
    const struct ou_pool_view *pool;
    const char *problem;
    uint8_t *starts;   /* a bit for each byte of code: an instruction starts here */
    uint8_t *targets;  /* a jump or a handler leads here */
    uint16_t *pcs;     /* of the targets, ascending */
    uint16_t *states;  /* for each target: 1 + n_regs words, the first of them not 0: to be run through */
    uint16_t *current; /* kinds of the registers where we are */
    unsigned n_targets;
    uint64_t budget;
};

static bool bad(struct verifier *v, const char *problem)
{
    if (!v->problem)
        v->problem = problem;
    return false;
}

static unsigned get16(const uint8_t *p) { return (unsigned)p[0] | (unsigned)p[1] << 8; }

static bool bit(const uint8_t *bits, unsigned i) { return bits[i / 8] >> (i & 7) & 1; }
static void set_bit(uint8_t *bits, unsigned i) { bits[i / 8] |= (uint8_t)(1u << (i & 7)); }

/* -- the parts of the block -- */

static bool pool_is(const struct verifier *v, unsigned index, char what)
{
    if (index >= v->pool->n)
        return false;
    unsigned kind = v->pool->kinds[index];
    switch (what) {
    case 'n': return kind == OU_POOL_NAME;
    case 't': return kind == OU_POOL_NAME || kind == OU_POOL_STR;
    case 'm': return kind == OU_POOL_NAMES;
    case 'c': return kind == OU_POOL_CODE;
    default: return kind != OU_POOL_CODE;
    }
}

/* Does a varint end before `end`?  Where it ends, or NULL. */
static const uint8_t *skip_varint(const uint8_t *p, const uint8_t *end)
{
    for (unsigned i = 0; p < end && i < 5; i++)
        if (*p++ < 128)
            return p;
    return NULL;
}

static bool check_lines(struct verifier *v)
{
    const uint8_t *end = v->bytes, *p = skip_varint(ou_code_lines(v->code), end);
    while (p && p < end)
        if (*p++ >> 5 == 7)
            p = skip_varint(p, end);
    return p || bad(v, "line table");
}

static bool check_head(struct verifier *v, size_t size, bool statement)
{
    const struct ou_code *code = v->code;
    bool has_extra = code->flags & OU_CODE_EXTRA;
    if (size < sizeof *code + (has_extra ? sizeof(struct ou_code_extra) : 0) ||
        ou_code_total_size(code) != size || code->code_size == 0)
        return bad(v, "size of a code block");
    const struct ou_code_extra *extra = v->extra = ou_code_extra(code);
    unsigned n_names = ou_code_n_names(code);
    if ((size_t)((const char *)ou_code_handlers(code) - (const char *)code) +
            extra->n_handlers * sizeof(struct ou_code_handler) >=
        code->start)
        return bad(v, "parts of a code block");
    if (n_names > code->n_regs || code->n_regs > 250 || code->n_defaults > code->n_pos ||
        extra->n_pos_only > code->n_pos || !extra->n_kw_only != !(code->flags & OU_CODE_KW_ONLY) ||
        ((code->flags & OU_CODE_KW_DEFAULTS) && !extra->n_kw_only) ||
        ((code->flags & OU_CODE_NAMESPACE) && code->n_pos < 1))
        return bad(v, "parameters");
    if (statement && (n_names || extra->n_free || (code->flags & OU_CODE_GENERATOR)))
        return bad(v, "a statement with parameters");
    if (!pool_is(v, code->name, 't') || (code->scope != OU_CODE_NO_NAME && !pool_is(v, code->scope, 't')) ||
        (extra->doc != OU_CODE_NO_NAME && !pool_is(v, extra->doc, '.')))
        return bad(v, "name of a function");
    for (unsigned i = 0; i < n_names; i++)
        if (!pool_is(v, ou_code_names(code)[i], 'n'))
            return bad(v, "name of a parameter");
    for (unsigned i = 0; i < extra->n_checked; i++) {
        const struct ou_code_checked *c = &ou_code_checked(code)[i];
        if (!pool_is(v, c->name, 'n') || c->index >= (c->free ? extra->n_free : code->n_regs))
            return bad(v, "name of a variable");
    }
    v->bytes = ou_code_bytes(code);
    return check_lines(v);
}

/* -- operands -- */

/* Keywords of the call at p. */
static unsigned n_keywords(const struct verifier *v, const uint8_t *p)
{
    return (unsigned)ou_tuple_len(v->pool->values[get16(p + 4)]);
}

static const struct ou_code *inner_code(const struct verifier *v, const uint8_t *p)
{
    return (const struct ou_code *)v->pool->values[get16(p + 2)];
}

static unsigned n_default_values(const struct ou_code *code)
{
    return code->n_defaults + (code->flags & OU_CODE_KW_DEFAULTS ? ou_code_extra(code)->n_kw_only : 0u);
}

/* How many registers the instruction at p uses, beginning with its operand `b` (or with `d`). */
static unsigned run_length(const struct verifier *v, const uint8_t *p)
{
    switch (*p) {
    case OU_INS_BUILD_LIST:
    case OU_INS_BUILD_TUPLE:
    case OU_INS_BUILD_SET:
    case OU_INS_BUILD_STRING:
    case OU_INS_UNPACK: return p[3];
    case OU_INS_BUILD_DICT: return 2u * p[3];
    case OU_INS_UNPACK_EX: return p[3] + p[4] + 1u;
    case OU_INS_CALL: return 1u + p[3];
    case OU_INS_CALL_METHOD:
    case OU_INS_BUILD_CLASS: return 2u + p[3];
    case OU_INS_CALL_KW: return 1u + p[3] + n_keywords(v, p);
    case OU_INS_CALL_METHOD_KW:
    case OU_INS_BUILD_CLASS_KW: return 2u + p[3] + n_keywords(v, p);
    case OU_INS_CALL_EX:
    case OU_INS_EXC_INFO:
    case OU_INS_BUILD_SLICE: return 3;
    case OU_INS_BUILD_CLASS_EX: return 4;
    case OU_INS_GET_METHOD:
    case OU_INS_N_GROUP_MATCH: return 2;
    case OU_INS_MAKE_FUNCTION: return n_default_values(inner_code(v, p));
    default: return 1;
    }
}

static bool check_inner(struct verifier *v, const uint8_t *p)
{
    const struct ou_code *inner = inner_code(v, p);
    const uint16_t *free = ou_code_free(inner);
    for (unsigned i = 0; i < ou_code_extra(inner)->n_free; i++)
        if (free[i] & 0x100 ? (free[i] & 0xffu) >= v->extra->n_free || free[i] > 0x1ff
                            : free[i] >= v->code->n_regs)
            return bad(v, "captured variable");
    return true;
}

static bool check_number(struct verifier *v, char kind, unsigned n)
{
    if (kind == 'f' && n >= v->extra->n_free)
        return bad(v, "captured variable");
    if (kind == 'o' && n > OU_OP_MATMUL)
        return bad(v, "operator");
    return true;
}

/* What can be said of the instruction at p without following registers. */
static bool check_operands(struct verifier *v, const uint8_t *p)
{
    const struct ou_instruction *instruction = &ou_instructions[*p];
    const uint8_t *q = p + 1;
    unsigned runs[2] = {OU_INS_COUNT, 0}; /* the register with which a run begins */
    for (unsigned i = 0; i < instruction->count; i++) {
        char letter = instruction->operands[i], kind = instruction->kinds[i];
        unsigned n = OU_OPERAND_WIDE(letter) ? get16(q) : *q;
        if ((letter == 'd' || letter == 'r') && n >= v->code->n_regs &&
            !(*p == OU_INS_FORMAT && i == 3 && n == 255))
            return bad(v, "register");
        if (letter == 'k' && !pool_is(v, n, kind))
            return bad(v, "constant");
        if (letter == 'n' && !check_number(v, kind, n))
            return false;
        if (letter == 'b' || (letter == 'd' && *p == OU_INS_GET_METHOD))
            runs[0] = n, runs[1] = 1;
        q += OU_OPERAND_WIDE(letter) ? 2 : 1;
    }
    if (*p == OU_INS_DICT_MERGE && p[1] < 2)
        return bad(v, "register");
    if (*p == OU_INS_MAKE_FUNCTION && !check_inner(v, p))
        return false;
    if (runs[1] && runs[0] + run_length(v, p) > v->code->n_regs)
        return bad(v, "registers");
    if ((*p == OU_INS_YIELD || *p == OU_INS_YIELD_FROM) && !(v->code->flags & OU_CODE_GENERATOR))
        return bad(v, "yield outside of a generator");
    return true;
}

/* -- where control goes -- */

/* The target of the jump at pc, or -1 if that is none. */
static int jump_target(const struct verifier *v, unsigned pc)
{
    unsigned end = pc + ou_opcode_size(v->bytes[pc]);
    return ou_opcode_jumps(v->bytes[pc]) ? (int)end + (int16_t)get16(v->bytes + end - 2) : -1;
}

static bool ends_flow(uint8_t op)
{
    switch (op) {
    case OU_INS_JUMP:
    case OU_INS_JUMP_BACK:
    case OU_INS_RETURN:
    case OU_INS_RETURN_NONE:
    case OU_INS_RAISE:
    case OU_INS_RAISE_FROM:
    case OU_INS_RAISE_AGAIN:
    case OU_INS_RERAISE: return true;
    default: return false;
    }
}

static bool check_instructions(struct verifier *v)
{
    unsigned size = v->code->code_size, pc = 0;
    for (unsigned n; pc < size; pc += n) {
        n = ou_opcode_size(v->bytes[pc]);
        if (n == 0 || n > size - pc)
            return bad(v, "instruction");
        if (!check_operands(v, v->bytes + pc))
            return false;
        set_bit(v->starts, pc);
    }
    for (pc = 0; pc < size; pc += ou_opcode_size(v->bytes[pc])) {
        uint8_t op = v->bytes[pc];
        unsigned end = pc + ou_opcode_size(op);
        if (end == size && !ends_flow(op))
            return bad(v, "end of a code block");
        if (!ou_opcode_jumps(op))
            continue;
        int target = jump_target(v, pc);
        bool right_way = op == OU_INS_JUMP_BACK ? target <= (int)pc : target >= (int)end;
        if (target < 0 || target >= (int)size || !right_way || !bit(v->starts, (unsigned)target))
            return bad(v, "jump");
        set_bit(v->targets, (unsigned)target);
    }
    return true;
}

static bool check_handlers(struct verifier *v)
{
    const struct ou_code_handler *h = ou_code_handlers(v->code);
    for (unsigned i = 0; i < v->extra->n_handlers; i++) {
        if (h[i].start > h[i].end || h[i].end > v->code->code_size || h[i].reg >= v->code->n_regs ||
            h[i].kind > OU_HANDLER_HANDLED)
            return bad(v, "exception handler");
        if (h[i].kind == OU_HANDLER_HANDLED)
            continue;
        /* behind its range, so that no exception goes round in a loop without a safepoint */
        if (h[i].target < h[i].end || h[i].target >= v->code->code_size || !bit(v->starts, h[i].target))
            return bad(v, "exception handler");
        set_bit(v->targets, h[i].target);
    }
    return true;
}

/* -- what registers hold -- */

static uint16_t *state_at(struct verifier *v, unsigned pc)
{
    unsigned low = 0, high = v->n_targets;
    while (high - low > 1) {
        unsigned middle = (low + high) / 2;
        if (v->pcs[middle] <= pc)
            low = middle;
        else
            high = middle;
    }
    return v->states + (size_t)low * (v->code->n_regs + 1u);
}

/* Adds what the registers hold here to the state at a target; reg (if not 255) holds an exception there. */
static void join(struct verifier *v, unsigned target, unsigned reg)
{
    uint16_t *state = state_at(v, target);
    for (unsigned i = 0; i < v->code->n_regs; i++) {
        uint16_t kinds = i == reg ? EXC : v->current[i];
        if (kinds & ~state[1 + i]) {
            state[1 + i] |= kinds;
            state[0] = 1;
        }
    }
    v->budget -= OU_MIN(v->budget, v->code->n_regs / 8u + 1);
}

static void join_handler(struct verifier *v, unsigned pc)
{
    const struct ou_code_handler *h = ou_code_handlers(v->code);
    for (unsigned i = 0; i < v->extra->n_handlers; i++)
        if (h[i].kind == OU_HANDLER_CATCH && pc >= h[i].start && pc < h[i].end) {
            join(v, h[i].target, h[i].reg);
            break;
        }
    v->budget -= OU_MIN(v->budget, v->extra->n_handlers / 4u);
}

static unsigned kinds_allowed(char letter)
{
    switch (letter) {
    case '?': return OBJECT | UNBOUND;
    case '*': return ANYTHING;
    case 'l': return LIST;
    case 's': return SET;
    case 'd': return DICT;
    case 't': return STR;
    case 'x': return EXC;
    case 'e': return EXC | NONE;
    case 'c': return CELL;
    case 'm': return NONE | NAMES;
    default: return OBJECT;
    }
}

static unsigned pool_register_kind(const struct verifier *v, unsigned index)
{
    switch (v->pool->kinds[index]) {
    case OU_POOL_NAME:
    case OU_POOL_STR: return STR;
    case OU_POOL_NAMES: return NAMES;
    default: return OTHER;
    }
}

static unsigned kind_written(const struct verifier *v, const uint8_t *p, char letter)
{
    switch (letter) {
    case 'u': return UNBOUND;
    case 'n': return NONE;
    case 'l': return LIST;
    case 's': return SET;
    case 'd': return DICT;
    case 't': return STR;
    case 'x': return EXC;
    case 'c': return CELL;
    case '=': return v->current[p[2]];
    case 'k': return pool_register_kind(v, get16(p + 2));
    default: return OTHER;
    }
}

static bool reads(struct verifier *v, unsigned reg, unsigned allowed)
{
    return !(v->current[reg] & ~allowed) || bad(v, "what a register holds");
}

static bool reads_run(struct verifier *v, unsigned reg, unsigned n, unsigned allowed)
{
    for (unsigned i = 0; i < n; i++)
        if (!reads(v, reg + i, allowed))
            return false;
    return true;
}

static bool is_call(uint8_t op)
{
    switch (op) {
    case OU_INS_CALL:
    case OU_INS_CALL_METHOD:
    case OU_INS_CALL_KW:
    case OU_INS_CALL_METHOD_KW:
    case OU_INS_CALL_EX:
    case OU_INS_BUILD_CLASS:
    case OU_INS_BUILD_CLASS_KW:
    case OU_INS_BUILD_CLASS_EX: return true;
    default: return false;
    }
}

/* MAKE_FUNCTION: only defaults of keyword-only parameters may be unbound; captured variables are cells. */
static bool reads_function(struct verifier *v, const uint8_t *p)
{
    const struct ou_code *inner = inner_code(v, p);
    const uint16_t *free = ou_code_free(inner);
    if (!reads_run(v, p[4], inner->n_defaults, OBJECT) ||
        !reads_run(v, p[4], n_default_values(inner), OBJECT | UNBOUND))
        return false;
    for (unsigned i = 0; i < ou_code_extra(inner)->n_free; i++)
        if (!(free[i] & 0x100) && !reads(v, free[i], CELL))
            return false;
    return true;
}

/* The registers that begin with R[b], where they are read. */
static bool reads_b(struct verifier *v, const uint8_t *p, unsigned b, char letter)
{
    unsigned n = run_length(v, p), allowed = kinds_allowed(letter);
    switch (*p) {
    case OU_INS_UNPACK:
    case OU_INS_UNPACK_EX:
    case OU_INS_EXC_INFO: return true;
    case OU_INS_N_GROUP_MATCH: return reads(v, b, allowed);
    case OU_INS_MAKE_FUNCTION: return reads_function(v, p);
    case OU_INS_CALL_METHOD:
    case OU_INS_CALL_METHOD_KW:
        return reads(v, b, OBJECT) && reads(v, b + 1, OBJECT | UNBOUND) && reads_run(v, b + 2, n - 2, OBJECT);
    case OU_INS_BUILD_CLASS:
    case OU_INS_BUILD_CLASS_KW: return reads_run(v, b, n, OBJECT) && reads(v, b + 1, STR);
    case OU_INS_BUILD_CLASS_EX:
        return reads(v, b, OBJECT) && reads(v, b + 1, STR) && reads(v, b + 2, LIST) &&
               reads(v, b + 3, DICT | NONE);
    case OU_INS_CALL_EX: return reads_run(v, b, 2, OBJECT) && reads(v, b + 2, DICT | NONE);
    default: return reads_run(v, b, n, allowed);
    }
}

static bool check_reads(struct verifier *v, const uint8_t *p)
{
    const struct ou_instruction *instruction = &ou_instructions[*p];
    const uint8_t *q = p + 1;
    for (unsigned i = 0; i < instruction->count; i++) {
        char letter = instruction->operands[i], kind = instruction->kinds[i];
        unsigned allowed = kinds_allowed(kind);
        if (*p == OU_INS_RETURN && (v->code->flags & OU_CODE_NAMESPACE))
            allowed |= CELL; /* a class body gives the cell of __class__ */
        if (letter == 'r' && *q != 255 && !reads(v, *q, allowed))
            return false;
        if (letter == 'b' && !reads_b(v, p, *q, kind))
            return false;
        q += OU_OPERAND_WIDE(letter) ? 2 : 1;
    }
    switch (*p) {
    case OU_INS_MAKE_CELL: return reads(v, p[1], OBJECT | UNBOUND);
    case OU_INS_DICT_MERGE: return reads(v, p[1] - 2u, OBJECT | UNBOUND);
    case OU_INS_GET_NAME:
    case OU_INS_SET_NAME:
    case OU_INS_DELETE_NAME:
    case OU_INS_GET_NAME_CELL:
    case OU_INS_GET_NAME_FREE: return reads(v, 0, OBJECT);
    default: return true;
    }
}

static void do_writes(struct verifier *v, const uint8_t *p)
{
    const struct ou_instruction *instruction = &ou_instructions[*p];
    const uint8_t *q = p + 1;
    uint16_t *r = v->current;
    if (is_call(*p))
        for (unsigned i = p[2]; i < v->code->n_regs; i++)
            r[i] = ANYTHING;
    for (unsigned i = 0; i < instruction->count; i++) {
        if (instruction->operands[i] == 'd')
            r[*q] = (uint16_t)kind_written(v, p, instruction->kinds[i]);
        q += OU_OPERAND_WIDE(instruction->operands[i]) ? 2 : 1;
    }
    switch (*p) {
    case OU_INS_DELETE_LOCAL: r[p[1]] = UNBOUND; break;
    case OU_INS_CHECK_LOCAL: /* bound; a cell that a call left there is an object as good as any */
        r[p[1]] = (uint16_t)((r[p[1]] & OBJECT) | (r[p[1]] & CELL ? OTHER : 0));
        break;
    case OU_INS_GET_METHOD: r[p[1] + 1] = OTHER | UNBOUND; break;
    case OU_INS_N_GROUP_MATCH:
        r[p[1]] = EXC | NONE;
        r[p[1] + 1] |= EXC; /* unless it jumps */
        break;
    case OU_INS_UNPACK:
    case OU_INS_UNPACK_EX:
    case OU_INS_EXC_INFO:
        for (unsigned i = 0; i < run_length(v, p); i++)
            r[p[1] + i] = OTHER;
        break;
    default: break;
    }
}

/* Runs through the instructions from a target to the next one, or to where control ends. */
static bool run_from(struct verifier *v, unsigned pc)
{
    unsigned first = pc, n_regs = v->code->n_regs;
    memcpy(v->current, state_at(v, pc) + 1, n_regs * sizeof *v->current);
    for (;;) {
        const uint8_t *p = v->bytes + pc;
        if (pc != first && bit(v->targets, pc)) {
            join(v, pc, 255);
            return true;
        }
        if (v->budget == 0)
            return bad(v, "too involved");
        v->budget--;
        if (!check_reads(v, p))
            return false;
        join_handler(v, pc);
        int target = ou_opcode_jumps(*p) ? jump_target(v, pc) : -1;
        if (*p == OU_INS_FOR_ITER)
            join(v, (unsigned)target, 255); /* before its register is written */
        do_writes(v, p);
        if ((v->code->flags & OU_CODE_NAMESPACE) && (v->current[0] & ~OBJECT))
            return bad(v, "what the namespace's register holds");
        join_handler(v, pc);
        if (*p == OU_INS_N_GROUP_MATCH)
            join(v, (unsigned)target, 255), v->current[p[1] + 1] = EXC;
        else if (target >= 0 && *p != OU_INS_FOR_ITER)
            join(v, (unsigned)target, 255);
        if (ends_flow(*p))
            return true;
        pc += ou_opcode_size(*p);
    }
}

static bool check_flow(struct verifier *v)
{
    unsigned n_regs = v->code->n_regs, n_names = ou_code_n_names(v->code);
    for (unsigned i = 0; i < n_regs; i++)
        v->states[1 + i] = i < n_names ? OTHER : UNBOUND;
    v->states[0] = 1;
    for (bool again = true; again;) {
        again = false;
        for (unsigned i = 0; i < v->n_targets; i++) {
            uint16_t *state = v->states + (size_t)i * (n_regs + 1u);
            if (!state[0])
                continue;
            state[0] = 0;
            again = true;
            if (!run_from(v, v->pcs[i]))
                return false;
        }
    }
    return true;
}

static void *scratch(struct verifier *v, size_t size)
{
    void *p = NULL;
    for (int attempt = 0; !p && attempt < 2; attempt++) {
        if (attempt)
            ou_gc_shrink(&v->vm->heap);
        p = ou_outer_alloc(v->vm->outer, size, OU_MEM_VM | OU_MEM_FOR(OU_OWNER_SCRATCH));
    }
    if (p)
        memset(p, 0, size);
    else
        bad(v, "");
    return p;
}

static bool check_code(struct verifier *v)
{
    unsigned size = v->code->code_size, n_regs = v->code->n_regs, n = 0;
    v->starts = scratch(v, size / 8 + 1);
    v->targets = v->starts ? scratch(v, size / 8 + 1) : NULL;
    if (!v->targets || !check_instructions(v) || !check_handlers(v))
        return false;
    set_bit(v->targets, 0);
    for (unsigned pc = 0; pc < size; pc++)
        v->n_targets += bit(v->targets, pc);
    v->pcs = scratch(v, v->n_targets * sizeof *v->pcs);
    v->current = v->pcs ? scratch(v, (n_regs + 1u) * sizeof *v->current) : NULL;
    v->states = v->current ? scratch(v, (size_t)v->n_targets * (n_regs + 1u) * sizeof *v->states) : NULL;
    if (!v->states)
        return false;
    for (unsigned pc = 0; pc < size; pc++)
        if (bit(v->targets, pc))
            v->pcs[n++] = (uint16_t)pc;
    v->budget = (uint64_t)size * BUDGET;
    return check_flow(v);
}

const char *ou_code_verify_head(const struct ou_code *code, size_t size, const struct ou_pool_view *pool,
                                bool statement)
{
    struct verifier v = {.code = code, .pool = pool};
    check_head(&v, size, statement);
    return v.problem;
}

const char *ou_code_verify(struct ou_vm *vm, const struct ou_code *code, const struct ou_pool_view *pool)
{
    struct verifier v = {
        .vm = vm, .code = code, .extra = ou_code_extra(code), .bytes = ou_code_bytes(code), .pool = pool};
    check_code(&v);
    void *blocks[] = {v.starts, v.targets, v.pcs, v.current, v.states};
    for (unsigned i = 0; i < sizeof blocks / sizeof *blocks; i++)
        ou_outer_free(vm->outer, blocks[i]);
    return v.problem;
}
