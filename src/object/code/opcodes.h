/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The instructions, in one table.  X(name, operands, cache, kinds) where `operands` has a letter each:
 *
 *     d  register written          r  register read          b  first register of a run
 *     i  int8 immediate            w  int16 immediate         n  uint8 count or flag
 *     k  uint16 pool index         j  int16 jump, from the end of the instruction (cache included)
 *
 * and `cache` is the number of bytes of inline cache after the operands where OU_INLINE_CACHE is set
 * (the compiler writes zeros).  Operands are little-endian, unaligned.  R[x] is a register, K[x] a pool
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
X(MOVE, "dr", 0, "=*")
X(LOAD_INT8, "di", 0, ".-")
X(LOAD_INT16, "dw", 0, ".-")
X(LOAD_K, "dk", 0, "k.")
X(LOAD_NONE, "d", 0, "n")
X(LOAD_TRUE, "d", 0, ".")
X(LOAD_FALSE, "d", 0, ".")
X(LOAD_UNBOUND, "d", 0, "u")
/* -- variables -- */
X(CHECK_LOCAL, "r", 0, "*")  /* UnboundLocalError if unbound; the name is in the code's `checked` table */
X(DELETE_LOCAL, "r", 0, "?") /* the same check, then unbinds */
X(GET_GLOBAL, "dk", 6, ".n") /* globals, then builtins */
X(SET_GLOBAL, "rk", 0, ".n")
X(DELETE_GLOBAL, "k", 0, "n")
X(GET_NAME, "dk", 0, ".n") /* the namespace in R[0], then globals, then builtins */
X(SET_NAME, "rk", 0, ".n")
X(DELETE_NAME, "k", 0, "n")
X(GET_NAME_CELL, "drk", 0, ".cn") /* class body: the namespace in R[0], else the contents of the cell R[r] */
X(GET_NAME_FREE, "dnk", 0, ".fn") /* the same with free cell n */
X(MAKE_CELL, "d", 0, "c")         /* R[d] = new cell holding what R[d] held */
X(GET_CELL, "dr", 0, ".c")        /* of the cell in R[r]; NameError/UnboundLocalError if empty */
X(SET_CELL, "rr", 0, "c?")        /* cell in R[first] = R[second] */
X(DELETE_CELL, "r", 0, "c")
X(GET_FREE, "dn", 0, ".f") /* contents of free cell n */
X(SET_FREE, "nr", 0, "f?")
X(DELETE_FREE, "n", 0, "f")
X(LOAD_FREE_CELL, "dn", 0, "cf") /* the free cell n itself */
/* -- arithmetic: R[d] = R[a] op R[b] -- */
X(ADD, "drr", 0, "...")
X(SUB, "drr", 0, "...")
X(MUL, "drr", 0, "...")
X(TRUEDIV, "drr", 0, "...")
X(FLOORDIV, "drr", 0, "...")
X(MOD, "drr", 0, "...")
X(POW, "drr", 0, "...")
X(LSHIFT, "drr", 0, "...")
X(RSHIFT, "drr", 0, "...")
X(AND, "drr", 0, "...")
X(OR, "drr", 0, "...")
X(XOR, "drr", 0, "...")
X(MATMUL, "drr", 0, "...")
/* the same with an int8 on the right */
X(ADD_I, "dri", 0, "..-")
X(SUB_I, "dri", 0, "..-")
X(MUL_I, "dri", 0, "..-")
X(FLOORDIV_I, "dri", 0, "..-")
X(MOD_I, "dri", 0, "..-")
X(AND_I, "dri", 0, "..-")
X(LSHIFT_I, "dri", 0, "..-")
X(RSHIFT_I, "dri", 0, "..-")
/* augmented assignment: tries the in-place method first */
X(IADD, "drr", 0, "...")
X(ISUB, "drr", 0, "...")
X(IMUL, "drr", 0, "...")
X(IADD_I, "dri", 0, "..-")
X(ISUB_I, "dri", 0, "..-")
X(INPLACE, "ndrr", 0, "o...") /* n: enum ou_binary_op (OU_OP_*) of all the others */
X(NEG, "dr", 0, "..")
X(POS, "dr", 0, "..")
X(INVERT, "dr", 0, "..")
X(NOT, "dr", 0, "..")
/* -- comparison to a value -- */
X(LT, "drr", 0, "...")
X(LE, "drr", 0, "...")
X(EQ, "drr", 0, "...")
X(NE, "drr", 0, "...")
X(GT, "drr", 0, "...")
X(GE, "drr", 0, "...")
X(IS, "drr", 0, "...")
X(IS_NOT, "drr", 0, "...")
X(IN, "drr", 0, "...") /* R[a] in R[b] */
X(NOT_IN, "drr", 0, "...")
/* -- jumps -- */
X(JUMP, "j", 0, "-")
X(JUMP_BACK, "j", 0, "-") /* backwards: also a safepoint */
X(J_TRUE, "rj", 0, ".-")
X(J_FALSE, "rj", 0, ".-")
X(J_NONE, "rj", 0, ".-") /* if R[r] is None */
X(N_NONE, "rj", 0, ".-")
X(J_LT, "rrj", 0, "..-")
X(J_LE, "rrj", 0, "..-")
X(J_EQ, "rrj", 0, "..-")
X(J_NE, "rrj", 0, "..-")
X(J_GT, "rrj", 0, "..-")
X(J_GE, "rrj", 0, "..-")
X(N_LT, "rrj", 0, "..-")
X(N_LE, "rrj", 0, "..-")
X(N_EQ, "rrj", 0, "..-")
X(N_NE, "rrj", 0, "..-")
X(N_GT, "rrj", 0, "..-")
X(N_GE, "rrj", 0, "..-")
X(J_LT_I, "rij", 0, ".--")
X(J_LE_I, "rij", 0, ".--")
X(J_EQ_I, "rij", 0, ".--")
X(J_NE_I, "rij", 0, ".--")
X(J_GT_I, "rij", 0, ".--")
X(J_GE_I, "rij", 0, ".--")
X(N_LT_I, "rij", 0, ".--")
X(N_LE_I, "rij", 0, ".--")
X(N_EQ_I, "rij", 0, ".--")
X(N_NE_I, "rij", 0, ".--")
X(N_GT_I, "rij", 0, ".--")
X(N_GE_I, "rij", 0, ".--")
X(J_IS, "rrj", 0, "..-")
X(N_IS, "rrj", 0, "..-")
X(J_IN, "rrj", 0, "..-")
X(N_IN, "rrj", 0, "..-")
/* -- iteration -- */
X(GET_ITER, "dr", 0, "..")
X(FOR_ITER, "drj", 0, "..-") /* R[d] = next of iterator R[r]; exhausted: jump */
/* -- building -- */
X(BUILD_LIST, "dbn", 0, "l.-") /* of R[b] .. R[b+n-1] */
X(BUILD_TUPLE, "dbn", 0, "..-")
X(BUILD_SET, "dbn", 0, "s.-")
X(BUILD_DICT, "dbn", 0, "d.-")   /* n pairs: key, value, key, value ... */
X(BUILD_SLICE, "db", 0, "..")    /* of R[b], R[b+1], R[b+2] */
X(BUILD_STRING, "dbn", 0, "tt-") /* concatenates n str */
X(LIST_APPEND, "rr", 0, "l.")    /* list R[first] gets R[second]; made by the compiler's own code only */
X(SET_ADD, "rr", 0, "s.")
X(DICT_SET, "rrr", 0, "d..")  /* dict, key, value */
X(LIST_EXTEND, "rr", 0, "l.") /* `*x` in a display or call; TypeError "Value after * must be an iterable" */
X(SET_UPDATE, "rr", 0, "s.")
X(DICT_UPDATE, "rr", 0, "d.") /* `**x` in a display */
X(DICT_MERGE, "rr", 0, "d.")  /* `**x` in a call: duplicate and non-str keys are TypeErrors */
X(LIST_TO_TUPLE, "dr", 0, ".l")
X(FORMAT, "drnr", 0, "t.-t") /* f-string field: value, conversion (0, 's', 'r', 'a'), spec register or 255 */
X(UNPACK, "brn", 0, "..-")   /* R[b] .. R[b+n-1] = items of R[r], exactly n */
X(UNPACK_EX, "brnn", 0, "..--") /* n before the star, n after: R[b..], the list, the rest */
/* -- subscripts and attributes -- */
X(GET_ITEM, "drr", 0, "...")
X(GET_ITEM_I, "dri", 0, "..-")
X(SET_ITEM, "rrr", 0, "...") /* container, index, value */
X(DELETE_ITEM, "rr", 0, "..")
X(GET_ATTR, "drk", 8, "..n")
X(SET_ATTR, "rkr", 8, ".n.") /* object, name, value */
X(DELETE_ATTR, "rk", 0, ".n")
X(GET_METHOD, "drk", 8, "..n")  /* R[d], R[d+1] = function, self; or R[d] = value, R[d+1] = unbound */
X(GET_SPECIAL, "drk", 0, "..n") /* R[d] = bound special method looked up on the type of R[r]; for `with`:
                            TypeError "'X' object does not support the context manager protocol" */
/* -- calls: R[b] callable, arguments from R[b+1] on -- */
X(CALL, "dbn", 0, "..-")
X(CALL_KW, "dbnk", 0, "..-m") /* n positional, then one value for each name of the tuple K[k] */
X(CALL_EX, "db", 0, "..")     /* R[b+1]: any iterable of arguments; R[b+2]: dict of keywords or None */
/* R[b] function, R[b+1] self or unbound, arguments from R[b+2] on (as GET_METHOD left it) */
X(CALL_METHOD, "dbn", 0, "..-")
X(CALL_METHOD_KW, "dbnk", 0, "..-m")
X(RETURN, "r", 0, ".")
X(RETURN_NONE, "", 0, "")
X(YIELD, "dr", 0, "..")      /* yields R[r]; R[d] = what is sent */
X(YIELD_FROM, "dr", 0, "..") /* R[r]: an iterator, delegated to until it ends; R[d] = its result */
/* -- definitions -- */
X(MAKE_FUNCTION, "dkb", 0,
  ".c?") /* K[k] code; R[b..]: n_defaults defaults, then, with KW_DEFAULTS, n_kw_only */
X(BUILD_CLASS, "dbn", 0, "..-")      /* R[b] body function, R[b+1] name, then n bases */
X(BUILD_CLASS_KW, "dbnk", 0, "..-m") /* then keywords, as in CALL_KW */
X(BUILD_CLASS_EX, "db", 0, "..")     /* R[b] body, R[b+1] name, R[b+2] list of bases, R[b+3] dict or None */
/* -- exceptions -- */
X(RAISE, "r", 0, ".")
X(RAISE_FROM, "rr", 0, "..")
X(RAISE_AGAIN, "", 0, "")       /* bare `raise` */
X(RERAISE, "r", 0, ".")         /* end of a handler that did not match, or of finally: keeps the traceback */
X(N_EXC_MATCH, "rrj", 0, "..-") /* jump unless exception R[first] matches the class or tuple R[second] */
/* except*: R[b] is what no clause has caught yet, an exception or None.  Jumps unless some of it matches the
 * class or tuple R[r]; else R[b+1] = the group of what does, R[b] = what is left */
X(N_GROUP_MATCH, "brj", 0, "e.-")
X(GROUP_RAISED, "drr", 0,
  ".xl")                   /* R[d] = what is raised of the exception R[first] caught by except* clauses and
                             the list R[second] of what they raised and left; or None */
X(EXC_INFO, "br", 0, ".x") /* R[b], R[b+1], R[b+2] = type, value, traceback of the exception R[r] */
/* -- import -- */
X(IMPORT, "dkrn", 0, ".tm-") /* K[k] name, R[r] fromlist (None or tuple), n level; R[d] = module */
X(IMPORT_FROM, "drk", 0, "..n")
X(IMPORT_STAR, "r", 0, ".")
/* -- interactive -- */
X(PRINT_EXPR, "r", 0, ".")
