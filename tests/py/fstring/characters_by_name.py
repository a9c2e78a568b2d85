# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval, unicode-names
# \N{NAME} in f-strings, where braces otherwise mean something else.

x, text = 5, "abc"


def show(*texts):
    print(" ".join(ascii(text) for text in texts))


show(f"{x}\N{BULLET}", f"\N{BULLET}{x}", f"\N{BULLET}", f"{x}\N{BULLET}{x}\N{bullet}{{{x}}}")
show(f"\N{LEFT CURLY BRACKET}{x}\N{RIGHT CURLY BRACKET}", f"{{\N{BULLET}}}", f"\N{BULLET}{{x}}", f"}}\N{BULLET}{{")
show(f"{text:\N{BULLET}^9}", f"{text!r:\N{EM DASH}>{x + 5}}", f"{text:{'•'}<\N{DIGIT SEVEN}}")
show(f"\\N{x}", f"\\\N{BULLET}{x}", rf"\N{x}", Rf"\N{x}{{}}", f"é\N{BULLET}é{x}é", f"\'\N{BULLET}\n{x}\x41")
show(f"""\N{BULLET}
{x}\N{BULLET}""", "\N{BULLET}" f"{x}\N{BULLET}" "\N{BULLET}", f"{'é'}" "\N{BULLET}")
show(f"{x=}\N{BULLET}", f"{f'{x}'}\N{BULLET}")


def error(source):
    try:
        show(eval(source))
    except (SyntaxError, ValueError) as problem:
        print(ascii(source), type(problem).__name__, problem.args[0])


for source in (
    r"f'\N{nope}'", r"f'{x}\N{nope}'", r"f'é{x}é\N{nope}'", r"f'\N'", r"f'\N{'", r"f'\N{BULLET'", r"f'\N{}'",
    r"f'\Nx'", r"f'\N}'", r"f'\N}{x}'", r"f'\N{{BULLET}}'", r"f'\N{{BULLET}'", r"f'\N{x\N{BULLET}}'", r"f'\N {x}'",
    r"f'{\N{BULLET}}'", r"f'{x:\N{nope}}'", r"f'{x:\N{BULLET'", r"f'{x:\N'", r"f'{x:\N}'", r"f'{x:\N{BULLET}'",
    r"f'a\N{nope}}'", r"f'}\N{nope}'", r"f'\N{nope}}}'", r"f'{{\N{nope}'", r"f'\xz}'", r"f'\xz{x}'", r"f'{x!z}\N{nope}'",
    r"f'\N{nope}{x!z}'", r"f'{x:\N{LEFT CURLY BRACKET}}'", r"f'{text:{x}\N{BULLET}<5}'", r"f'{x}}\N{BULLET}'",
):  # fmt: skip
    error(source)
