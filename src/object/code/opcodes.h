/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The instructions, in one table.  X(name, operands, kinds) where `operands` has a letter each:
 *
 *     d  register written          r  register read          b  first register of a run
 *     i  int8 immediate            w  int16 immediate         n  uint8 count or flag
 *     k  uint16 pool index         j  int16 jump, from the end of the instruction
 *
 * Operands are little-endian, unaligned.  R[x] is a register, K[x] a pool
 * entry.  "Condition" instructions J_*: jump if the comparison is true; N_*: jump if it is not.
 *
 * A register that holds OU_UNBOUND (0) is an unbound variable.
 *
 * `kinds` has a letter for each operand, for the verifier (vm/code_verify.c): what a register must hold
 * that is read, and holds when it has been written:
 *
 *     .  an object                 ?  an object, or unbound   *  anything     u  unbound      n  None
 *     l  list   s  set   d  dict   t  str   x  exception      e  exception or None
 *     c  cell                      m  None or a tuple of names
 *     =  (written) what the register read holds               k  (written) the pool entry
 *
 * what a pool entry must be: n  interned str   t  str   m  tuple of names   c  code   .  anything else;
 * and of a number: f  index of a free cell   o  enum ou_binary_op.  A dash: any number will do.
 */
/* This file is meant to be included many times; it has no guard. */

/* -- moves and constants -- */
X(MOVE, "dr", "=*")
X(LOAD_INT8, "di", ".-")
X(LOAD_INT16, "dw", ".-")
X(LOAD_K, "dk", "k.")
X(LOAD_NONE, "d", "n")
X(LOAD_TRUE, "d", ".")
X(LOAD_FALSE, "d", ".")
X(LOAD_UNBOUND, "d", "u")
/* -- variables -- */
X(CHECK_LOCAL, "r", "*")  /* UnboundLocalError if unbound; the name is in the code's `checked` table */
X(DELETE_LOCAL, "r", "?") /* the same check, then unbinds */
X(GET_GLOBAL, "dk", ".n") /* globals, then builtins */
X(SET_GLOBAL, "rk", ".n")
X(DELETE_GLOBAL, "k", "n")
X(GET_NAME, "dk", ".n") /* the namespace in R[0], then globals, then builtins */
X(SET_NAME, "rk", ".n")
X(DELETE_NAME, "k", "n")
X(GET_NAME_CELL, "drk", ".cn") /* class body: the namespace in R[0], else the contents of the cell R[r] */
X(GET_NAME_FREE, "dnk", ".fn") /* the same with free cell n */
X(MAKE_CELL, "d", "c")         /* R[d] = new cell holding what R[d] held */
X(GET_CELL, "dr", ".c")        /* of the cell in R[r]; NameError/UnboundLocalError if empty */
X(SET_CELL, "rr", "c?")        /* cell in R[first] = R[second] */
X(DELETE_CELL, "r", "c")
X(GET_FREE, "dn", ".f") /* contents of free cell n */
X(SET_FREE, "nr", "f?")
X(DELETE_FREE, "n", "f")
X(LOAD_FREE_CELL, "dn", "cf") /* the free cell n itself */
/* -- arithmetic: R[d] = R[a] op R[b] -- */
X(ADD, "drr", "...")
X(SUB, "drr", "...")
X(MUL, "drr", "...")
X(TRUEDIV, "drr", "...")
X(FLOORDIV, "drr", "...")
X(MOD, "drr", "...")
X(POW, "drr", "...")
X(LSHIFT, "drr", "...")
X(RSHIFT, "drr", "...")
X(AND, "drr", "...")
X(OR, "drr", "...")
X(XOR, "drr", "...")
X(MATMUL, "drr", "...")
/* the same with an int8 on the right */
X(ADD_I, "dri", "..-")
X(SUB_I, "dri", "..-")
X(MUL_I, "dri", "..-")
X(FLOORDIV_I, "dri", "..-")
X(MOD_I, "dri", "..-")
X(AND_I, "dri", "..-")
X(LSHIFT_I, "dri", "..-")
X(RSHIFT_I, "dri", "..-")
/* augmented assignment: tries the in-place method first */
X(IADD, "drr", "...")
X(ISUB, "drr", "...")
X(IMUL, "drr", "...")
X(IADD_I, "dri", "..-")
X(ISUB_I, "dri", "..-")
X(INPLACE, "ndrr", "o...") /* n: enum ou_binary_op (OU_OP_*) of all the others */
X(NEG, "dr", "..")
X(POS, "dr", "..")
X(INVERT, "dr", "..")
X(NOT, "dr", "..")
/* -- comparison to a value -- */
X(LT, "drr", "...")
X(LE, "drr", "...")
X(EQ, "drr", "...")
X(NE, "drr", "...")
X(GT, "drr", "...")
X(GE, "drr", "...")
X(IS, "drr", "...")
X(IS_NOT, "drr", "...")
X(IN, "drr", "...") /* R[a] in R[b] */
X(NOT_IN, "drr", "...")
/* -- jumps -- */
X(JUMP, "j", "-")
X(JUMP_BACK, "j", "-") /* backwards: also a safepoint */
X(J_TRUE, "rj", ".-")
X(J_FALSE, "rj", ".-")
X(J_NONE, "rj", ".-") /* if R[r] is None */
X(N_NONE, "rj", ".-")
X(J_LT, "rrj", "..-")
X(J_LE, "rrj", "..-")
X(J_EQ, "rrj", "..-")
X(J_NE, "rrj", "..-")
X(J_GT, "rrj", "..-")
X(J_GE, "rrj", "..-")
X(N_LT, "rrj", "..-")
X(N_LE, "rrj", "..-")
X(N_EQ, "rrj", "..-")
X(N_NE, "rrj", "..-")
X(N_GT, "rrj", "..-")
X(N_GE, "rrj", "..-")
X(J_LT_I, "rij", ".--")
X(J_LE_I, "rij", ".--")
X(J_EQ_I, "rij", ".--")
X(J_NE_I, "rij", ".--")
X(J_GT_I, "rij", ".--")
X(J_GE_I, "rij", ".--")
X(N_LT_I, "rij", ".--")
X(N_LE_I, "rij", ".--")
X(N_EQ_I, "rij", ".--")
X(N_NE_I, "rij", ".--")
X(N_GT_I, "rij", ".--")
X(N_GE_I, "rij", ".--")
X(J_IS, "rrj", "..-")
X(N_IS, "rrj", "..-")
X(J_IN, "rrj", "..-")
X(N_IN, "rrj", "..-")
/* -- iteration -- */
X(GET_ITER, "dr", "..")
X(FOR_ITER, "drj", "..-") /* R[d] = next of iterator R[r]; exhausted: jump */
/* -- building -- */
X(BUILD_LIST, "dbn", "l.-") /* of R[b] .. R[b+n-1] */
X(BUILD_TUPLE, "dbn", "..-")
X(BUILD_SET, "dbn", "s.-")
X(BUILD_DICT, "dbn", "d.-")   /* n pairs: key, value, key, value ... */
X(BUILD_SLICE, "db", "..")    /* of R[b], R[b+1], R[b+2] */
X(BUILD_STRING, "dbn", "tt-") /* concatenates n str */
X(LIST_APPEND, "rr", "l.")    /* list R[first] gets R[second]; made by the compiler's own code only */
X(SET_ADD, "rr", "s.")
X(DICT_SET, "rrr", "d..")  /* dict, key, value */
X(LIST_EXTEND, "rr", "l.") /* `*x` in a display or call; TypeError "Value after * must be an iterable" */
X(SET_UPDATE, "rr", "s.")
X(DICT_UPDATE, "rr", "d.") /* `**x` in a display */
X(DICT_MERGE, "rr", "d.")  /* `**x` in a call: duplicate and non-str keys are TypeErrors */
X(LIST_TO_TUPLE, "dr", ".l")
X(FORMAT, "drnr", "t.-t")    /* f-string field: value, conversion (0, 's', 'r', 'a'), spec register or 255 */
X(UNPACK, "brn", "..-")      /* R[b] .. R[b+n-1] = items of R[r], exactly n */
X(UNPACK_EX, "brnn", "..--") /* n before the star, n after: R[b..], the list, the rest */
/* -- subscripts and attributes -- */
X(GET_ITEM, "drr", "...")
X(GET_ITEM_I, "dri", "..-")
X(SET_ITEM, "rrr", "...") /* container, index, value */
X(DELETE_ITEM, "rr", "..")
X(GET_ATTR, "drk", "..n")
X(SET_ATTR, "rkr", ".n.") /* object, name, value */
X(DELETE_ATTR, "rk", ".n")
X(GET_METHOD, "drk", "..n")  /* R[d], R[d+1] = function, self; or R[d] = value, R[d+1] = unbound */
X(GET_SPECIAL, "drk", "..n") /* R[d] = bound special method looked up on the type of R[r]; for `with`:
                            TypeError "'X' object does not support the context manager protocol" */
/* -- calls: R[b] callable, arguments from R[b+1] on -- */
X(CALL, "dbn", "..-")
X(CALL_KW, "dbnk", "..-m") /* n positional, then one value for each name of the tuple K[k] */
X(CALL_EX, "db", "..")     /* R[b+1]: any iterable of arguments; R[b+2]: dict of keywords or None */
/* R[b] function, R[b+1] self or unbound, arguments from R[b+2] on (as GET_METHOD left it) */
X(CALL_METHOD, "dbn", "..-")
X(CALL_METHOD_KW, "dbnk", "..-m")
X(RETURN, "r", ".")
X(RETURN_NONE, "", "")
X(YIELD, "dr", "..")      /* yields R[r]; R[d] = what is sent */
X(YIELD_FROM, "dr", "..") /* R[r]: an iterator, delegated to until it ends; R[d] = its result */
/* -- definitions -- */
X(MAKE_FUNCTION, "dkb", ".c?") /* K[k] code; R[b..]: n_defaults defaults, then, with KW_DEFAULTS, n_kw_only */
X(BUILD_CLASS, "dbn", "..-")   /* R[b] body function, R[b+1] name, then n bases */
X(BUILD_CLASS_KW, "dbnk", "..-m") /* then keywords, as in CALL_KW */
X(BUILD_CLASS_EX, "db", "..")     /* R[b] body, R[b+1] name, R[b+2] list of bases, R[b+3] dict or None */
/* -- exceptions -- */
X(RAISE, "r", ".")
X(RAISE_FROM, "rr", "..")
X(RAISE_AGAIN, "", "")       /* bare `raise` */
X(RERAISE, "r", ".")         /* end of a handler that did not match, or of finally: keeps the traceback */
X(N_EXC_MATCH, "rrj", "..-") /* jump unless exception R[first] matches the class or tuple R[second] */
/* except*: R[b] is what no clause has caught yet, an exception or None.  Jumps unless some of it matches the
 * class or tuple R[r]; else R[b+1] = the group of what does, R[b] = what is left */
X(N_GROUP_MATCH, "brj", "e.-")
X(GROUP_RAISED, "drr", ".xl") /* R[d] = what is raised of the exception R[first] caught by except* clauses and
                             the list R[second] of what they raised and left; or None */
X(EXC_INFO, "br", ".x")       /* R[b], R[b+1], R[b+2] = type, value, traceback of the exception R[r] */
/* -- import -- */
X(IMPORT, "dkrn", ".tm-") /* K[k] name, R[r] fromlist (None or tuple), n level; R[d] = module */
X(IMPORT_FROM, "drk", "..n")
X(IMPORT_STAR, "r", ".")
/* -- interactive -- */
X(PRINT_EXPR, "r", ".")
