"""Writes which functions of a folder call which while its tests run, one JSON object a line, as witness.py does.

Usage: python3 run.py FOLDER. The tests are run by pytest, which has to be installed with what they need. A call on a line that never ran is unknown;
so is one of a generator, which runs later, and of a class without a constructor. What the interpreter or a library calls by itself
(operators, properties, callbacks) is left out.
"""
import ast
import json
import os
import pathlib
import sys
import threading

root = pathlib.Path(sys.argv[1]).resolve()
prefix, calls, lines, inside = f'{root}/', set(), set(), {}
FUNCTION, GENERATORS = 0x1, 0x20 | 0x80 | 0x200


def profile(frame, event, argument):
    if event == 'call':
        caller, code = frame.f_back, frame.f_code
        if caller is None or not caller.f_code.co_filename.startswith(prefix):
            return
        lines.add((caller.f_code.co_filename, caller.f_lineno))
        by_library = inside.get(threading.get_ident()) is caller
        if code.co_filename.startswith(prefix) and code.co_flags & FUNCTION and not code.co_flags & GENERATORS and not by_library:
            calls.add((caller.f_code.co_filename, caller.f_lineno, code.co_filename, code.co_firstlineno, code.co_name))
    elif event == 'c_call':
        inside[threading.get_ident()] = frame
        if frame.f_code.co_filename.startswith(prefix):
            lines.add((frame.f_code.co_filename, frame.f_lineno))
    elif event in ('c_return', 'c_exception'):
        inside.pop(threading.get_ident(), None)


def named(node):
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ''


output = os.dup(1)
os.dup2(2, 1)
sys.path[:0] = [str(root), str(root / 'src')]
os.chdir(root)
import pytest  # noqa: E402: the folder's own packages come first

sys.setprofile(profile)
threading.setprofile(profile)
pytest.main(['-q', '-p', 'no:cacheprovider'])
sys.setprofile(None)
threading.setprofile(None)

trees = {}
for path in sorted(root.rglob('*.py')):
    try:
        trees[str(path)] = ast.parse(path.read_text(encoding='utf-8'))
    except SyntaxError:
        continue
functions = {(path, node.lineno): node for path, tree in trees.items() for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))}
functions |= {(path, min(mark.lineno for mark in node.decorator_list)): node for (path, _), node in functions.items() if node.decorator_list}
properties = {place for place, node in functions.items() if any(named(mark) in ('property', 'cached_property', 'setter', 'deleter') for mark in node.decorator_list)}
unseen = {node.name for node in functions.values() if any(isinstance(part, (ast.Yield, ast.YieldFrom)) for part in ast.walk(node)) or isinstance(node, ast.AsyncFunctionDef)}
unseen |= {node.name for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and not any(getattr(part, 'name', '') == '__init__' for part in node.body)}

with os.fdopen(output, 'w') as out:
    def write(path, line, name, to=None):
        record = {'path': pathlib.Path(path).relative_to(root).as_posix(), 'line': line, 'name': name}
        print(json.dumps({**record, 'to': to} if to else record), file=out)

    for path, tree in trees.items():
        print(json.dumps({'path': pathlib.Path(path).relative_to(root).as_posix()}), file=out)
        for node in ast.walk(tree):
            for called in ([node.func] if isinstance(node, ast.Call) else []) + getattr(node, 'decorator_list', []):
                name = named(called.func if isinstance(called, ast.Call) else called)
                ran = any((path, line) in lines for line in range(called.lineno, called.end_lineno + 1))
                if not ran or name in unseen:
                    write(path, called.end_lineno, name if ran else '')
    for path, line, to, first, name in sorted(calls):
        is_implicit = name.startswith('<') or (name.startswith('__') and name not in ('__init__', '__call__')) or (to, first) in properties
        if path in trees and to in trees and not is_implicit:
            node = functions.get((to, first))
            write(path, line, name, {'path': pathlib.Path(to).relative_to(root).as_posix(), 'line': node.lineno if node else first, 'name': name})
