"""Writes what clang binds each call and construction of C++ files to, one JSON object a line, as typescript/witness.mjs does.

Usage: python3 witness.py FOLDER. Needs the Python bindings of libclang. Each source file is read alone, with every folder that has headers
on the path. Calls that depend on parameters of a template are unknown, and so are constructions that do not name the type, and names in
branches of the preprocessor that were not compiled.
"""
import json
import pathlib
import re
import sys

import clang.cindex as clang
from clang.cindex import CursorKind

HEADERS, SOURCES = {'.h', '.hh', '.hpp', '.hxx', '.inl', '.ipp'}, {'.cc', '.cpp', '.cxx', '.c++'}
CALLED = {CursorKind.MEMBER_REF_EXPR, CursorKind.DECL_REF_EXPR, CursorKind.OVERLOADED_DECL_REF}

root = pathlib.Path(sys.argv[1]).resolve()
files = [path for path in sorted(root.rglob('*')) if path.is_file() and not any(part.startswith('.') for part in path.relative_to(root).parts)]
folders = sorted({str(folder) for path in files if path.suffix in HEADERS for folder in [path.parent, *path.parent.parents] if folder.is_relative_to(root)})
arguments = ['-xc++', '-std=c++20', *(f'-I{folder}' for folder in folders)]

definitions, calls, seen, read, written = {}, [], set(), set(), {}


def inside(location):
    """The path of a location in the folder, relative; None for one outside."""
    if location.file is None:
        return None
    path = pathlib.Path(location.file.name).resolve()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else None


def place_of(cursor):
    path = inside(cursor.location)
    return path and {'path': path, 'line': cursor.location.line, 'name': cursor.spelling.split('<')[0]}


def name_of(call):
    """The cursor of the name that is called; None for what is called by no name."""
    for child in call.get_children():
        if child.kind in CALLED:
            return child
        return name_of(child) if child.kind in {CursorKind.UNEXPOSED_EXPR, CursorKind.PAREN_EXPR} else None
    return None


def visit(cursor):
    path = inside(cursor.location)
    if path is not None:
        read.add(path)
    if cursor.is_definition() and path is not None and (cursor.kind.is_declaration()):
        definitions[cursor.get_usr()] = place_of(cursor)
    if cursor.kind == CursorKind.CALL_EXPR and path is not None:
        called(cursor)
    for child in cursor.get_children():
        visit(child)


def called(call):
    target = call.referenced
    constructs = target is not None and target.kind == CursorKind.CONSTRUCTOR
    name = call if constructs else name_of(call)
    if name is None or (target is not None and target.spelling.startswith('operator')):
        return
    path, line, column = inside(name.location), name.location.line, name.location.column
    spelling = (target.semantic_parent.spelling if constructs else target.spelling if target is not None else name.spelling).split('<')[0]
    if path is None or (path, line, column, spelling) in seen:
        return
    seen.add((path, line, column, spelling))
    is_written = path in texts and re.match(re.escape(spelling) + r'\b', texts[path][line - 1].encode()[column - 1:].decode(errors='replace'))
    calls.append((path, line, spelling, target if is_written and target is not None and not (constructs and not is_written) else None))


texts = {path.relative_to(root).as_posix(): path.read_text(encoding='utf-8', errors='replace').splitlines() for path in files if path.suffix in HEADERS | SOURCES}
index = clang.Index.create()
compiled = 0
for path in files:
    if path.suffix in SOURCES:
        unit = index.parse(str(path), args=arguments)
        compiled += not any(problem.severity >= clang.Diagnostic.Error for problem in unit.diagnostics)
        for top in unit.cursor.get_children():
            if inside(top.location) is not None:
                visit(top)
        # What a cursor refers to is kept by name: the tree goes when the next is read.
        calls[:] = [call if call[3] is None or isinstance(call[3], tuple) else (*call[:3], (call[3].get_usr(), place_of(call[3]))) for call in calls]
print(f'{compiled} of {sum(path.suffix in SOURCES for path in files)} files compiled', file=sys.stderr)

known = {(path, line, spelling) for path, line, spelling, target in calls if target is not None}
for path in sorted(read):
    print(json.dumps({'path': path}))
    for number, text in enumerate(texts.get(path, []), 1):
        for name in re.findall(r'([A-Za-z_]\w*)\s*[({<]', text):
            if (path, number, name) not in known:
                print(json.dumps({'path': path, 'line': number, 'name': name}))
for path, line, spelling, target in calls:
    to = target and (definitions.get(target[0]) or target[1])
    if target is None:
        print(json.dumps({'path': path, 'line': line, 'name': spelling}))
    elif to:
        print(json.dumps({'path': path, 'line': line, 'name': spelling, 'to': to}))
