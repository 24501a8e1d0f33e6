// Writes the notices of the tree-sitter core and its grammars: each package with its version and copyright, and every licence once.
// usage: node notices.js NODE_MODULES OUTPUT, after npm ci in a folder that holds package.json and package-lock.json of this one
const fs = require('fs');
const path = require('path');

const [modules, output] = process.argv.slice(2);
const own = JSON.parse(fs.readFileSync(path.join(__dirname, 'package.json'), 'utf8'));
const texts = new Map();

function add(name, file) {
  const lines = fs.readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const owners = lines.filter((line) => /^copyright \(c\) \d/i.test(line.trim())).map((line) => line.trim());
  const body = lines.filter((line) => !/^copyright \(c\) \d/i.test(line.trim()) && !/^(the )?mit license( \(mit\))?$/i.test(line.trim())).join('\n').trim();
  const key = body.replace(/\s+/g, ' ').toLowerCase();
  const entry = texts.get(key) || { body, names: [] };
  entry.names.push([name, ...owners].join('\n    '));
  texts.set(key, entry);
}

for (const name of Object.keys(own.dependencies)) {
  const folder = path.join(modules, name);
  const { version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  add(`${name} ${version} (${license})`, path.join(folder, fs.readdirSync(folder).find((file) => /^licen[cs]e/i.test(file))));
}

add('Unicode tables inside the tree-sitter core (ICU)', path.join(modules, 'tree-sitter/vendor/tree-sitter/lib/src/unicode/LICENSE'));

const rule = '-'.repeat(100);
const parts = [...texts.values()].map((entry) => `${rule}\n${entry.names.join('\n')}\n\n${entry.body}\n`);
fs.writeFileSync(output, `The native libraries of this package are built from the following packages of npm.\n\n${parts.join('\n')}`);
