"""Writes what pyright binds each call of Python files to, one JSON object a line, as typescript/witness.mjs does.

Usage: python3 witness.py FOLDER LANGSERVER.js. What pyright finds outside of the folder is left out; where it finds nothing, or several
declarations in different places, the call is unknown.
"""
import ast
import json
import pathlib
import subprocess
import sys
import urllib.parse

root = pathlib.Path(sys.argv[1]).resolve()
server = subprocess.Popen(['node', sys.argv[2], '--stdio'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
numbers = iter(range(1, sys.maxsize))


def send(message):
    body = json.dumps({'jsonrpc': '2.0', **message}).encode()
    server.stdin.write(b'Content-Length: %d\r\n\r\n' % len(body) + body)
    server.stdin.flush()


def receive():
    length = 0
    while line := server.stdout.readline().strip():
        if line.lower().startswith(b'content-length:'):
            length = int(line[15:])
    return json.loads(server.stdout.read(length))


def ask(method, parameters):
    number = next(numbers)
    send({'id': number, 'method': method, 'params': parameters})
    while True:
        message = receive()
        if 'method' in message and 'id' in message:
            asked = message['method'] == 'workspace/configuration'
            send({'id': message['id'], 'result': [None for _ in message['params']['items']] if asked else None})
        elif message.get('id') == number:
            return message.get('result')


def place_of(location):
    """The file, 1-based line and name of a declaration of the folder; None for one outside."""
    path = pathlib.Path(urllib.parse.unquote(urllib.parse.urlparse(location['uri']).path))
    if not path.is_relative_to(root):
        return None
    start, end = location['range']['start'], location['range']['end']
    name = texts[path].splitlines()[start['line']][start['character']:end['character']] if path in texts else ''
    return {'path': path.relative_to(root).as_posix(), 'line': start['line'] + 1, 'name': name}


def called(tree):
    """For each call and each decorator its line, the place of its name in it (in bytes), and its name; none where what is called has none."""
    for node in ast.walk(tree):
        named = [node.func] if isinstance(node, ast.Call) else []
        named += getattr(node, 'decorator_list', [])
        for name in named:
            if isinstance(name, ast.Name):
                yield name.lineno, name.col_offset, name.id
            elif isinstance(name, ast.Attribute):
                yield name.end_lineno, name.end_col_offset - len(name.attr.encode()), name.attr
            else:
                yield name.end_lineno, name.end_col_offset, ''


texts = {path: path.read_text(encoding='utf-8') for path in sorted(root.rglob('*.py')) if not any(part.startswith('.') for part in path.relative_to(root).parts)}
ask('initialize', {'processId': None, 'rootUri': root.as_uri(), 'workspaceFolders': [{'uri': root.as_uri(), 'name': root.name}], 'capabilities': {'workspace': {'configuration': True, 'workspaceFolders': True}}})
send({'method': 'initialized', 'params': {}})
for path, text in texts.items():
    try:
        calls = list(called(ast.parse(text)))
    except SyntaxError:
        continue
    relative, lines = path.relative_to(root).as_posix(), text.splitlines()
    print(json.dumps({'path': relative}))
    send({'method': 'textDocument/didOpen', 'params': {'textDocument': {'uri': path.as_uri(), 'languageId': 'python', 'version': 1, 'text': text}}})
    for line, column, name in calls:
        character = len(lines[line - 1].encode()[:column].decode())
        found = name and ask('textDocument/definition', {'textDocument': {'uri': path.as_uri()}, 'position': {'line': line - 1, 'character': character}}) or []
        places = [place_of(location) for location in (found if isinstance(found, list) else [found])]
        record = {'path': relative, 'line': line, 'name': name}
        if len({json.dumps(place and [place['path'], place['name']]) for place in places}) != 1:
            print(json.dumps(record))
        elif places[0]:
            print(json.dumps({**record, 'to': places[0]}))
    send({'method': 'textDocument/didClose', 'params': {'textDocument': {'uri': path.as_uri()}}})
server.kill()
