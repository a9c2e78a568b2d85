/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * The image of the files in flash (packed.h), where link.ld puts it.  Only with CMake's OURO_FILES.
 */
__asm__(".section .files, \"a\", %progbits\n\t"
        ".incbin \"" FILES_IMAGE "\"\n\t"
        ".text");
