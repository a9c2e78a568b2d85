/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * CRC-32 (of zlib, PNG and others), for precompiled files and packed images.
 */
#ifndef OURO_INCLUDED_INCLUDE_OURO_CHECKSUM_H
#define OURO_INCLUDED_INCLUDE_OURO_CHECKSUM_H

#include <stddef.h>
#include <stdint.h>

/* The checksum of n more bytes behind those that `sum` is of; it begins with 0. */
static inline uint32_t ou_crc32(uint32_t sum, const uint8_t *p, size_t n)
{
    static const uint32_t table[16] = {0x00000000u, 0x1db71064u, 0x3b6e20c8u, 0x26d930acu,
                                       0x76dc4190u, 0x6b6b51f4u, 0x4db26158u, 0x5005713cu,
                                       0xedb88320u, 0xf00f9344u, 0xd6d6a3e8u, 0xcb61b38cu,
                                       0x9b64c2b0u, 0x86d3d2d4u, 0xa00ae278u, 0xbdbdf21cu};
    sum = ~sum;
    for (; n > 0; n--, p++) {
        sum ^= *p;
        sum = sum >> 4 ^ table[sum & 15];
        sum = sum >> 4 ^ table[sum & 15];
    }
    return ~sum;
}

#endif /* OURO_INCLUDED_INCLUDE_OURO_CHECKSUM_H */
