// Makes the small tokenizers of these tests, and what an independent implementation makes of nasty texts with them.
// In an empty folder: npm install --ignore-scripts @huggingface/tokenizers@0.2.0 ; node PATH/make_tokenizers.mjs "$PWD/node_modules"
//
// Where that implementation departs from the reference one, texts are left out: it does not set ideographs beyond the first plane apart, gives a
// final sigma, reads \w as ASCII alone and joins punctuation. Those are tested by hand.
// Two of its parts treat U+FEFF and U+0085 as JavaScript does, not as Unicode does.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const { Tokenizer } = await import(pathToFileURL(join(process.argv[2], "@huggingface/tokenizers/dist/tokenizers.mjs")));
const here = dirname(fileURLToPath(import.meta.url));

// What the vocabularies are learned from.
const prose = `where do we validate the token of an admin route and how is the request parsed before the handler runs it returns the user name from the header
public async Task<string> ReadHeaderAsync(Stream stream) { if (stream is null) throw new ArgumentNullException(nameof(stream)); return await reader.ReadLineAsync(); }
def parse_header(line): """Parse one header line.""" return line.split(":") for key, value in items: self.cache[key] = value
function useAuthHandler(props) { const [user, setUser] = useState(null); return user === null ? login() : props.children; }
the quick brown fox jumps over the lazy dog while the index of the code base is built again from the files that changed on disk
validateAdminToken validate_user_token HTTPServer2xxHandler IndexedDBCursor getElementById querySelectorAll max_input_chars_per_word`;
const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));

function counts(words) {
  const map = new Map();
  for (const word of words) map.set(word, (map.get(word) ?? 0) + 1);
  return map;
}

// Byte-pair encoding as it is taught: the most frequent pair first, by text among equals.
function learnMerges(words, number) {
  const parts = [...counts(words)].map(([word, count]) => [Array.from(word), count]);
  const merges = [];
  while (merges.length < number) {
    const pairs = new Map();
    for (const [symbols, count] of parts)
      for (let i = 0; i + 1 < symbols.length; i++) {
        const pair = symbols[i] + " " + symbols[i + 1];
        pairs.set(pair, (pairs.get(pair) ?? 0) + count);
      }
    const best = [...pairs].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
    if (!best || best[1] < 2) break;
    const [left, right] = best[0].split(" ");
    merges.push([left, right]);
    for (const part of parts) {
      const joined = [];
      for (let i = 0; i < part[0].length; i++)
        if (i + 1 < part[0].length && part[0][i] === left && part[0][i + 1] === right) joined.push(part[0][i++] + right);
        else joined.push(part[0][i]);
      part[0] = joined;
    }
  }
  return merges;
}

const byteCharacters = (() => {
  const characters = [];
  let next = 256;
  for (let b = 0; b < 256; b++) characters.push(String.fromCharCode((b >= 33 && b <= 126) || (b >= 161 && b <= 172) || b >= 174 ? b : next++));
  return characters;
})();
const toBytes = (text) => Array.from(new TextEncoder().encode(text), (b) => byteCharacters[b]).join("");
const ids = (tokens) => Object.fromEntries([...new Set(tokens)].map((token, i) => [token, i]));
const added = (content, id, more = {}) => ({ id, content, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true, ...more });
const specials = (vocab, names) => names.map((name) => added(name, vocab[name]));
const around = (first, last, pair, vocab) => ({
  type: "TemplateProcessing",
  single: [...(first ? [{ SpecialToken: { id: first, type_id: 0 } }] : []), { Sequence: { id: "A", type_id: 0 } }, { SpecialToken: { id: last, type_id: 0 } }],
  pair: [...(first ? [{ SpecialToken: { id: first, type_id: 0 } }] : []), { Sequence: { id: "A", type_id: 0 } }, { SpecialToken: { id: last, type_id: 0 } }, { Sequence: { id: "B", type_id: pair } }, { SpecialToken: { id: last, type_id: pair } }],
  special_tokens: Object.fromEntries([first, last].filter((x) => x).map((x) => [x, { id: x, ids: [vocab[x]], tokens: [x] }])),
});
const file = (parts) => ({ version: "1.0", truncation: null, padding: null, added_tokens: [], normalizer: null, pre_tokenizer: null, post_processor: null, decoder: null, ...parts });

// WordPiece: characters, their continuations, then the most frequent words and beginnings and ends of words.
function wordPiece(lower) {
  const text = lower ? prose.toLowerCase() : prose;
  const words = text.match(/[\p{L}\p{N}]+/gu);
  const letters = ascii.filter((c) => c !== " " && (!lower || c === c.toLowerCase()));
  const pieces = counts(words.flatMap((w) => [w, ...[2, 3, 4].flatMap((n) => (w.length > n ? [w.slice(0, n), "##" + w.slice(-n)] : []))]));
  const frequent = [...pieces].filter(([w]) => w.length > 1).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([w]) => w);
  const all = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ...letters, ...letters.filter((c) => /[A-Za-z0-9]/.test(c)).map((c) => "##" + c), "中", "文", "é", "##é", "ß", "##ß", "…", "’", ...frequent];
  return ids(all.slice(0, 512));
}
const wp = wordPiece(true), wpCased = wordPiece(false);
const wordPieceNames = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];
const wordPieceFile = (vocab, lower, postProcessor) => file({
  added_tokens: specials(vocab, wordPieceNames),
  normalizer: { type: "BertNormalizer", clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: lower },
  pre_tokenizer: { type: "BertPreTokenizer" }, post_processor: postProcessor, decoder: { type: "WordPiece", prefix: "##", cleanup: true },
  model: { type: "WordPiece", unk_token: "[UNK]", continuing_subword_prefix: "##", max_input_chars_per_word: 100, vocab },
});

// Byte-level BPE.
const gpt2 = /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;
const qwen = "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
const byteMerges = learnMerges(prose.match(gpt2).map(toBytes), 230);
const byteVocab = ids(["<s>", "<pad>", "</s>", "<unk>", "<mask>", ...byteCharacters, ...byteMerges.map(([a, b]) => a + b)]);
const byteLevel = (add, regex) => ({ type: "ByteLevel", add_prefix_space: add, trim_offsets: true, use_regex: regex });

// Unigram: words and parts of words, by how often they stand.
const marked = prose.split(/\s+/).map((w) => "▁" + w);
const parts = counts(marked.flatMap((w) => Array.from({ length: w.length }, (_, i) => [1, 2, 3, 4, 5, 8].map((n) => w.slice(i, i + n)).filter((p) => p.length > 0 && !p.slice(1).includes("▁"))).flat()));
const chosen = [...parts].filter(([p, n]) => p.length === 1 || n > 2).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 400);
const total = chosen.reduce((sum, [, n]) => sum + n, 0);
// Scores differ in the sixth place by rank, so that no two ways to cut a text are equally good.
const unigramVocab = [["<s>", 0], ["<pad>", 0], ["</s>", 0], ["<unk>", 0], ...chosen.map(([p, n], i) => [p, Math.round(1e6 * Math.log(n / total) - i * 7) / 1e6])];
const unigramIds = Object.fromEntries(unigramVocab.map(([p], i) => [p, i]));
const unigramFile = (normalizer, more = {}) => file({
  added_tokens: specials(unigramIds, ["<s>", "<pad>", "</s>", "<unk>"]), normalizer,
  pre_tokenizer: { type: "Metaspace", replacement: "▁", prepend_scheme: "always", split: true }, post_processor: around("<s>", "</s>", 0, unigramIds),
  decoder: { type: "Metaspace", replacement: "▁", prepend_scheme: "always", split: true }, model: { type: "Unigram", unk_id: 3, vocab: unigramVocab, ...more },
});

// BPE over characters with byte fallback, as Llama's first tokenizers.
const plainMerges = learnMerges(marked, 150);
const plainVocab = ids(["<unk>", "<s>", "</s>", ...Array.from({ length: 256 }, (_, b) => `<0x${b.toString(16).toUpperCase().padStart(2, "0")}>`), "▁", ...ascii.slice(1), ...plainMerges.map(([a, b]) => a + b)]);

const tokenizers = {
  "wordpiece": wordPieceFile(wp, true, around("[CLS]", "[SEP]", 1, wp)),
  "wordpiece-cased": wordPieceFile(wpCased, false, { type: "BertProcessing", sep: ["[SEP]", wpCased["[SEP]"]], cls: ["[CLS]", wpCased["[CLS]"]] }),
  "wordpiece-sequence": file({
    added_tokens: specials(wp, wordPieceNames),
    normalizer: { type: "Sequence", normalizers: [{ type: "NFKD" }, { type: "StripAccents" }, { type: "Lowercase" }, { type: "Replace", pattern: { Regex: "[‘’]" }, content: "'" }, { type: "Strip", strip_left: true, strip_right: true }] },
    pre_tokenizer: { type: "Sequence", pretokenizers: [{ type: "WhitespaceSplit" }, { type: "Digits", individual_digits: true }, { type: "Split", pattern: { Regex: "[^a-z0-9]" }, behavior: "Isolated", invert: false }] },
    post_processor: around("[CLS]", "[SEP]", 1, wp), decoder: { type: "WordPiece", prefix: "##", cleanup: false },
    model: { type: "WordPiece", unk_token: "[UNK]", continuing_subword_prefix: "##", max_input_chars_per_word: 100, vocab: wp },
  }),
  "bpe-roberta": file({
    added_tokens: [...specials(byteVocab, ["<s>", "<pad>", "</s>", "<unk>"]), added("<mask>", byteVocab["<mask>"], { lstrip: true })],
    pre_tokenizer: byteLevel(false, true), post_processor: { type: "RobertaProcessing", sep: ["</s>", byteVocab["</s>"]], cls: ["<s>", byteVocab["<s>"]], trim_offsets: true, add_prefix_space: false },
    decoder: byteLevel(true, true), model: { type: "BPE", dropout: null, unk_token: null, continuing_subword_prefix: "", end_of_word_suffix: "", fuse_unk: false, byte_fallback: false, vocab: byteVocab, merges: byteMerges.map(([a, b]) => `${a} ${b}`) },
  }),
  "bpe-split": file({
    added_tokens: [...specials(byteVocab, ["<s>", "</s>"]), added("<tool>", Object.keys(byteVocab).length, { special: false })],
    normalizer: { type: "NFC" }, pre_tokenizer: { type: "Sequence", pretokenizers: [{ type: "Split", pattern: { Regex: qwen }, behavior: "Isolated", invert: false }, byteLevel(false, false)] },
    post_processor: { type: "Sequence", processors: [byteLevel(false, false), around(null, "</s>", 0, byteVocab)] }, decoder: byteLevel(false, false),
    model: { type: "BPE", dropout: null, unk_token: null, continuing_subword_prefix: "", end_of_word_suffix: "", fuse_unk: false, byte_fallback: false, ignore_merges: true, vocab: byteVocab, merges: byteMerges },
  }),
  "unigram": unigramFile({ type: "Sequence", normalizers: [{ type: "NFKC" }, { type: "Replace", pattern: { Regex: " {2,}" }, content: " " }] }),
  "bpe-metaspace": file({
    added_tokens: specials(plainVocab, ["<unk>", "<s>", "</s>"]),
    normalizer: { type: "Sequence", normalizers: [{ type: "Prepend", prepend: "▁" }, { type: "Replace", pattern: { String: " " }, content: "▁" }] },
    post_processor: around("<s>", "</s>", 1, plainVocab),
    decoder: { type: "Sequence", decoders: [{ type: "Replace", pattern: { String: "▁" }, content: " " }, { type: "ByteFallback" }, { type: "Fuse" }, { type: "Strip", content: " ", start: 1, stop: 0 }] },
    model: { type: "BPE", dropout: null, unk_token: "<unk>", continuing_subword_prefix: null, end_of_word_suffix: null, fuse_unk: true, byte_fallback: true, vocab: plainVocab, merges: plainMerges.map(([a, b]) => `${a} ${b}`) },
  }),
};

const texts = [
  "", " ", "   ", "\t", "\n", "\r\n", " \t\r\n ", "a", "A", "hello world", "Hello, World!", prose,
  "validateAdminToken(user_id: int) -> bool", "HTTPServer2xxHandler", "if (x<=10&&y!=null){return a[i]++;}", "\tif x:\n\t\treturn 1\r\n\r\n", "  leading and trailing  ", "a\u00A0b\u2003c\u3000d",
  "don't we'll I'm they've it's WE'RE", "emoji 😀 and 👩‍👩‍👧 and 🇩🇪 and ❤️", "日本語のコード and 中文代码 한국어 텍스트", "e\u0301 é ñ ü Å ﬁ ﬀ ½ x", "combining a\u0300\u0301\u0323 z\u030C", "zero\u200Bwidth\u200Djoin\uFEFFbom", "control\u0000\u0001\u007F\u0085chars",
  "עברית שלום العربية", "ÀÉÎÕÜ ß ẞ İ ı", "Ωmega αβγ ЖЗИ", "12345 3.14 1,000 0xFF 1e-9", "[CLS] text [SEP] and <s> and </s> <mask> [MASK][PAD]", "a<tool>b <tool> c", "snowman ☃☃☃ ☃", "math ∑∏∫ √ ≤ ≥ ≠", "𝒜𝓑 𝟙𝟚 𐍈", "quotes “double” ‘single’ … —", "```code``` `x`",
  "https://example.org/a_b?c=d&e=f#g", "C:\\Users\\x\\y.txt", "a".repeat(99), "a".repeat(100), "a".repeat(101), "é".repeat(100), "x ".repeat(300), "\n".repeat(50) + "x", " ".repeat(50) + "x", "▁visible▁blank", "ĠĊ bytes", "\uD7A3\u1100\u1161\u11A8 가각", "ǅ ǆ ŉ ſ", "tab\there\u000Bvt\u000Cff",
];
const long = { "100000 letters": "x".repeat(100000), "100000 mixed": "getUserName_".repeat(8334).slice(0, 100000), "50000 emoji": "😀".repeat(50000), "100000 blanks": " ".repeat(100000) };
const sha = (numbers) => createHash("sha256").update(numbers.join(",")).digest("hex").slice(0, 32);
const ascii7 = (value) => JSON.stringify(value).replace(/[\u007F-\uFFFF]/g, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
const write = (path, text) => { mkdirSync(dirname(path), { recursive: true }); writeFileSync(path, text); };

for (const [name, json] of Object.entries(tokenizers)) {
  write(join(here, "tokenizers", name + ".json"), ascii7(json) + "\n");
  const tokenizer = new Tokenizer(json, { clean_up_tokenization_spaces: false });
  const rows = texts.filter((text) => !(["wordpiece-sequence", "bpe-metaspace"].includes(name) && /[\uFEFF\u0085]/.test(text))).map((text) => {
    const encoded = tokenizer.encode(text).ids;
    return { text, ids: encoded, decoded: encoded.length ? tokenizer.decode(encoded, { skip_special_tokens: true }) : "" };
  });
  const pairs = [["where is it", "def it(): pass"], ["", "x"]].map(([a, b]) => ({ a, b, ids: tokenizer.encode(a, { text_pair: b }).ids }));
  const longs = Object.entries(long).filter(([, text]) => !(name === "unigram" && text.length > 99999 && text[0] !== "x")).map(([what, text]) => { const e = tokenizer.encode(text).ids; return { what, count: e.length, sha: sha(e) }; });
  const ascii2 = ascii.map((a) => sha(ascii.flatMap((b) => tokenizer.encode(a + b).ids)));
  write(join(here, "golden", name + ".jsonl"), [...rows.map((row) => ({ kind: "text", ...row })), ...pairs.map((row) => ({ kind: "pair", ...row })), ...longs.map((row) => ({ kind: "long", ...row })), { kind: "ascii", sha: ascii2 }].map(ascii7).join("\n") + "\n");
  console.log(name, rows.length, longs.length);
}

write(join(here, "encoder", "tokenizer.json"), ascii7(tokenizers["wordpiece"]) + "\n");
write(join(here, "reranker", "tokenizer.json"), ascii7(tokenizers["wordpiece"]) + "\n");
write(join(here, "decoder", "tokenizer.json"), ascii7(tokenizers["bpe-split"]) + "\n");
