/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 The Ouro authors
 *
 * Editing a line on a terminal, with history; for the prompt of every port.
 */
#ifndef OURO_INCLUDED_SRC_SUPERVISOR_LINE_EDIT_H
#define OURO_INCLUDED_SRC_SUPERVISOR_LINE_EDIT_H

#include <ouro/outer.h>

#define OU_LINE_END (-1)       /* Ctrl-D on an empty line */
#define OU_LINE_INTERRUPT (-2) /* Ctrl-C */
#define OU_LINE_CLOSED (-3)    /* the console is gone */
#define OU_LINE_MEMORY (-4)

struct ou_line_editor {
    struct ou_outer *outer;
    char *text; /* the line being edited, in the outer heap */
    size_t size, capacity, cursor;
    char *history; /* NUL-terminated lines, newest last */
    size_t history_size, history_at;
};

void ou_line_init(struct ou_line_editor *e, struct ou_outer *outer);
void ou_line_free(struct ou_line_editor *e);
/* Shows the prompt and edits until Enter: 0 with the line in e->text (e->size bytes, no newline), or one
 * of the negative results above. */
int ou_line_read(struct ou_line_editor *e, const char *prompt);
/* Remembers a line (unless empty or the same as the last). */
void ou_line_remember(struct ou_line_editor *e);

#endif /* OURO_INCLUDED_SRC_SUPERVISOR_LINE_EDIT_H */
