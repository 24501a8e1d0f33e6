#!/usr/bin/env python3
"""Makes the golden vectors of a model again: tokens, pieces and float64 vectors, pooled here without the library.

usage: golden.py MODEL LATIN_LETTERS VECTORS_JSONL SEGMENTATION_JSON    (both last files are read for their texts and rewritten)
"""
import json
import math
import re
import struct
import sys
import unicodedata

FIELDS = ["name", "container", "path", "signature", "documentation", "body", "query"]
PATH_STOP = set("src lib main org com net io go packages package index mod init java kotlin scala github golang common shared".split())
SIGNATURE_STOP = set("def func fn function public private static self pub void protected final override async virtual".split())
WORD = re.compile(r"D+|U[UM]*(?=UM*L)|U(?!M*U)[LM]*|U[UM]*|L[LM]*|IM*")


class Model:
    def __init__(self, path):
        data = open(path, "rb").read()
        assert data[:8] == b"SIWORDS\0"
        version, rows, dimensions, name_bytes = struct.unpack_from("<IIII", data, 8)
        self.weights = dict(zip(["name", "container", "path", "signature", "documentation", "body"], struct.unpack_from("<6f", data, 24)))
        self.weights["query"] = 1
        (word_bytes,) = struct.unpack_from("<I", data, 48)
        at = 64 + name_bytes
        lengths = data[at:at + rows]
        at += rows
        self.words = []
        for length in lengths:
            self.words.append(data[at:at + length])
            at += length
        at = -(-at // 4) * 4
        self.counts = struct.unpack_from(f"<{rows}I", data, at)
        at += 4 * rows
        sets = 7 if version == 3 else 1
        self.scales = [struct.unpack_from(f"<{rows}f", data, at + 4 * rows * s) for s in range(sets)]
        at = -(-(at + 4 * rows * sets) // 64) * 64
        self.data, self.table, self.dimensions, self.version = data, at, dimensions, version
        self.rows = {word: row for row, word in enumerate(self.words)}
        self.log_total = math.log(sum(self.counts))

    def row(self, row, field):
        scale = self.scales[FIELDS.index(field) if len(self.scales) > 1 else 0][row]
        start = self.table + row * self.dimensions
        return [scale * x for x in struct.unpack_from(f"{self.dimensions}b", self.data, start)]

    def pieces(self, word):
        """The cheapest split of a word outside the vocabulary."""
        if word[:1].isdigit():
            return []
        best = [(0.0, 0, None)]
        for end in range(1, len(word) + 1):
            choice = (best[end - 1][0] + 25, end - 1, None)
            for start in range(max(0, end - 16), end - 1):
                row = self.rows.get(word[start:end])
                if row is None or (end - start == 2 and self.counts[row] <= 2000):
                    continue
                cost = best[start][0] + self.log_total - math.log(self.counts[row])
                if cost < choice[0]:
                    choice = (cost, start, row)
            best.append(choice)
        found, covered, end = [], 0, len(word)
        while end > 0:
            _, start, row = best[end]
            if row is not None:
                found.insert(0, row)
                covered += end - start
            end = start
        return found if covered >= .7 * len(word) else []

    def entries(self, token):
        """Rows of a token with their weights."""
        row = self.rows.get(token)
        rows = [row] if row is not None else self.pieces(token[:32])
        return [(r, 1 / math.sqrt(len(rows))) for r in rows]

    def pool(self, field, tokens):
        counts = {}
        for token in tokens:
            counts[token] = counts.get(token, 0) + 1
        entries = [(r, piece * (1 + math.log(n))) for token, n in counts.items() for r, piece in self.entries(token)]
        norm = math.sqrt(sum(w * w for _, w in entries))
        sums = [0.0] * self.dimensions
        for r, w in entries:
            sums = [s + w / norm * x for s, x in zip(sums, self.row(r, field))]
        return [self.weights[field] * s for s in sums]


def kind(c):
    if c.isascii():
        return "D" if c.isdigit() else "U" if c.isupper() else "L" if c.islower() else " "
    category = unicodedata.category(c) if c <= "\uffff" else "Cs"
    if category in ("Lu", "Lt"):
        return "U"
    if category == "Ll":
        return "L"
    if category in ("Lo", "Lm"):
        return "I" if "\u2e80" <= c <= "\u2fdf" or "\u3400" <= c <= "\u9fff" or "\uf900" <= c <= "\ufaff" else "L"
    return "M" if category in ("Mn", "Mc") else " "


def tokens(text, latin):
    for match in WORD.finditer("".join(kind(c) for c in text)):
        word = b""
        if match.group()[0] == "D" and len(match.group()) > 4:
            continue
        for c in text[match.start():match.end()].lower():
            if kind(c) == "M" and word[-1:] and word[-1] < 0x80 and c not in latin:
                continue
            letter = latin.get(c, c).encode()
            if len(word) + len(letter) > 24:
                break
            word += letter
        if word:
            yield word


def field_tokens(field, fields, latin):
    text = fields[field]
    read = lambda t: list(tokens(t, latin))
    if field == "path":
        head, _, file = text.rpartition("/")
        if file.strip(".") and "." in file.lstrip("."):
            file = file[:file.rindex(".")]
        path = "/".join((head + "/" + file if "/" in text else file).split("/")[-4:])
        return [t for t in read(path) if t.decode() not in PATH_STOP and not t[:1].isdigit()][-12:]
    if field == "container":
        return read(text)[-12:]
    if field == "signature":
        name = fields["name"]
        before, found, after = text.partition(name) if name else (text, "", "")
        return [t for t in read(before) + read(after) if t.decode() not in SIGNATURE_STOP][:60]
    return read(text)[:{"name": 24, "documentation": 60, "body": 300, "query": 60}[field]]


def normalised(vector):
    length = math.sqrt(sum(x * x for x in vector))
    return [round(x / length, 6) if length else 0.0 for x in vector]


def main(model_file, latin_file, vectors_file, segmentation_file):
    model = Model(model_file)
    latin = {}
    for line in open(latin_file, encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            plain, letters = line.rstrip("\n").split("\t")[:2]
            latin.update({letter: plain for letter in letters})
    golden = [json.loads(line) for line in open(vectors_file, encoding="utf-8")]
    with open(vectors_file, "w", encoding="utf-8") as out:
        for case in golden:
            if case["kind"] == "text":
                found = field_tokens("query", {"query": case["text"]}, latin)
                case["tokens"], vector = [t.decode() for t in found], model.pool("query", found)
            else:
                found = {f: field_tokens(f, case["fields"], latin) for f in FIELDS[:6]}
                case["tokens"] = {f: [t.decode() for t in found[f]] for f in FIELDS[:6]}
                vector = [sum(parts) for parts in zip(*(model.pool(f, found[f]) for f in FIELDS[:6]))]
            case["embedding"] = normalised(vector)
            print(json.dumps(case), file=out)
    words = json.load(open(segmentation_file, encoding="utf-8"))
    split = {w: [[model.words[r].decode(), round(p, 6)] for r, p in model.entries(w.encode())] for w in words}
    with open(segmentation_file, "w", encoding="utf-8") as out:
        json.dump(split, out, indent=1)
        print(file=out)


main(*sys.argv[1:])
