# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval
# Shows: Backslash continuation, comments everywhere, strings with # and quotes, blank forms.
x = 1 # comment
y = '# not a comment' # but this is
z = """
# inside a string
""" # after
print(x, y, z.strip())
a = 1 + \
2 + \
    3
assert a == 6, \
    'no'
if a == 6 and \
   x == 1:
    print('continued')
s = 'a\
b'   'c'
print(s, len('''
'''), """"quoted" """, ''''q' ''', "\"", '\\', '\\\\n', "'''", '"""')
# comment with unicode é漢🐍 and quotes ' " '''
#
	# tab before a comment
def f(a, # first
      b  # second
      # only a comment
      ):
    # comment first in the body
    return (a  # one
            +
            # between
            b)  # last
    # after return
print(f(1, 2))
l = [ # open
    1, # one
    # none
    2
] # close
print(l) # end
class C:
    # nothing but a comment, then

    v = 1
    # trailing
# dedent comment
    w = 2
print(C.v, C.w)
if 1:
    pass
    # comment at the end
# of block
else:
    pass
exec('# only a comment')
exec('')
exec('\n')
exec('   ')
exec('x = 5 # no newline at end')
exec('"""doc only"""')
exec("'a' 'b'; 1\\\n+ 2")
exec('if 1: # comment\n  # c\n  x = 6\n # odd\n')
print(x)
