# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
# needs: eval
# Shows: Every built-in exception with its bases, constructors, str, repr and args.
names = '''BaseException SystemExit KeyboardInterrupt GeneratorExit Exception StopIteration StopAsyncIteration ArithmeticError FloatingPointError
OverflowError ZeroDivisionError AssertionError AttributeError BufferError EOFError ImportError ModuleNotFoundError LookupError IndexError KeyError
MemoryError NameError UnboundLocalError OSError BlockingIOError ChildProcessError ConnectionError BrokenPipeError ConnectionAbortedError ConnectionRefusedError
ConnectionResetError FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError
ReferenceError RuntimeError NotImplementedError RecursionError SyntaxError IndentationError TabError SystemError TypeError ValueError UnicodeError
Warning DeprecationWarning UserWarning RuntimeWarning SyntaxWarning FutureWarning ImportWarning UnicodeWarning BytesWarning ResourceWarning PendingDeprecationWarning'''.split()
for n in names:
    try:
        c = eval(n)
    except NameError:
        print(n, 'missing')
        continue
    print(n, [b.__name__ for b in c.__mro__[1:-1]], repr(c()), repr(str(c())), repr(c('m')), repr(str(c('m'))), c(1, 2).args if not issubclass(c, SyntaxError) else '')
print(IOError is OSError, EnvironmentError is OSError, str(KeyError('k')), str(KeyError(1, 2)), str(Exception(1)), str(Exception((1, 2))), str(Exception()), str(Exception('')), repr(Exception('')))
e = StopIteration(5)
print(e.value, StopIteration().value, StopIteration(1, 2).value, SystemExit(3).code, SystemExit().code, SystemExit('msg').code, SystemExit(1, 2).code)
i = ImportError('m', name='n', path='p')
print(i.name, i.path, i.msg, ImportError().name)
print(Exception('a') == Exception('a'), issubclass(UnicodeDecodeError, ValueError), issubclass(UnicodeEncodeError, UnicodeError), isinstance(e, Exception))
x = Exception('a', 1)
x.args = (2,)
x.extra = 'attr'
print(x, x.extra, x.args)
