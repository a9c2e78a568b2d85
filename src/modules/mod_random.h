/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * What the files of module random share.
 */
#ifndef OURO_INCLUDED_SRC_MODULES_MOD_RANDOM_H
#define OURO_INCLUDED_SRC_MODULES_MOD_RANDOM_H

#include <ouro/ouro.h>

#define OU_RANDOM_WORDS 624 /* of the state */

struct ou_random {
    ou_val type;
    ou_float gauss_next;
    bool has_gauss;
    uint32_t index;
    uint32_t mt[OU_RANDOM_WORDS];
};

extern const struct ou_type ou_type_random;

/* random_generator.c */
uint32_t ou_random_next(struct ou_random *r);
ou_float ou_random_float(struct ou_random *r);
ou_int ou_random_index(struct ou_random *r, ou_int n);
ou_val ou_random_new(struct ou_vm *vm);
int ou_random_seed_by(struct ou_vm *vm, struct ou_random *r, ou_val v);

/* What is a function of the module and a method of random.Random, with the generator that it is to use. */
#define OU_RANDOM_FUNCTION(name)                                                                   \
    ou_val ou_random_##name(struct ou_vm *vm, struct ou_random *r, unsigned n_args, unsigned n_kw, \
                            const ou_val *args)

/* random_distributions.c */
OU_RANDOM_FUNCTION(uniform);
OU_RANDOM_FUNCTION(triangular);
OU_RANDOM_FUNCTION(gauss);
OU_RANDOM_FUNCTION(normalvariate);
OU_RANDOM_FUNCTION(lognormvariate);
OU_RANDOM_FUNCTION(expovariate);
OU_RANDOM_FUNCTION(gammavariate);
OU_RANDOM_FUNCTION(betavariate);
OU_RANDOM_FUNCTION(vonmisesvariate);
OU_RANDOM_FUNCTION(paretovariate);
OU_RANDOM_FUNCTION(weibullvariate);

#endif /* OURO_INCLUDED_SRC_MODULES_MOD_RANDOM_H */
