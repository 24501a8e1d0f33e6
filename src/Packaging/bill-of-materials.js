// Writes the bill of materials of a package in CycloneDX 1.6: what packages.lock.json and, where the native libraries are inside, npm's lock file name.
// The same inputs give the same bytes: there is neither a date nor a random serial number.
// usage: node bill-of-materials.js PROJECT-FOLDER NAME VERSION NUGET-CACHE 'NAMES;OF;PACKAGES;THAT;ONLY;BUILD' tool|library OUTPUT
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');

const [project, name, version, cache, building, kind, output] = process.argv.slice(2);
const source = path.join(__dirname, '..');
const json = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
const purl = (type, id, number) => `pkg:${type}/${id.replace('@', '%40')}@${number}`;
const hash = (alg, content) => [{ alg, content }];
const licences = (id) => (id ? { licenses: [{ license: { id } }] } : {});

function component(type, id, number, rest) {
  return { type: 'library', 'bom-ref': purl(type, id, number), name: id, version: number, purl: purl(type, id, number), ...rest };
}

function licenceOf(id, number) {
  const file = path.join(cache, id.toLowerCase(), number, `${id.toLowerCase()}.nuspec`);
  return fs.existsSync(file) ? (/<license type="expression">([A-Za-z0-9.-]+)</.exec(fs.readFileSync(file, 'utf8')) || [])[1] : undefined;
}

const locked = Object.values(json(path.join(project, 'packages.lock.json')).dependencies)[0];
const ours = Object.fromEntries(fs.readdirSync(source).map((folder) => [folder.toLowerCase(), folder]));
const nameOf = (id) => (locked[id] && locked[id].type === 'Project' ? ours[id] : id);
const versionOf = (id) => (locked[id].type === 'Project' ? version : locked[id].resolved);
const own = purl('nuget', name, version);
const components = Object.keys(locked).map((id) => component('nuget', nameOf(id), versionOf(id), {
  scope: building.split(';').includes(id) ? 'excluded' : 'required',
  ...licences(locked[id].type === 'Project' ? 'MIT' : licenceOf(id, versionOf(id))),
  ...(locked[id].contentHash && { properties: [{ name: 'nuget:contentHash', value: locked[id].contentHash }] }),
}));

const spelled = Object.fromEntries(Object.keys(locked).map((id) => [id.toLowerCase(), id]));
const reference = (id) => purl('nuget', nameOf(spelled[id.toLowerCase()]), versionOf(spelled[id.toLowerCase()]));
const needs = (ids) => ids.filter((id) => spelled[id.toLowerCase()]).map(reference).sort();
const direct = Object.keys(locked).filter((id) => locked[id].type !== 'Transitive' && locked[id].type !== 'CentralTransitive');
const dependencies = [{ ref: own, dependsOn: needs(direct) }];
for (const id of Object.keys(locked)) {
  dependencies.push({ ref: reference(id), dependsOn: needs(Object.keys(locked[id].dependencies || {})) });
}

// A library refers to the others by name; the tool carries them.
const carries = (one) => name === one || (kind === 'tool' && locked[one.toLowerCase()]);
function addPackagesOfNpm(folder) {
  const packages = json(path.join(folder, 'package-lock.json')).packages;
  for (const id of Object.keys(packages[''].dependencies)) {
    const { version: number, integrity, license } = packages[`node_modules/${id}`];
    components.push(component('npm', id, number, { scope: 'required', ...licences(license), hashes: hash('SHA-512', Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex')) }));
    dependencies[0].dependsOn.push(purl('npm', id, number));
  }
}

if (carries('StructIndex.TreeSitter')) {
  addPackagesOfNpm(path.join(source, 'StructIndex.TreeSitter', 'native'));
  for (const line of fs.readFileSync(path.join(source, 'StructIndex.TreeSitter', 'obj', 'native', 'native.sha256'), 'utf8').trim().split(/\r?\n/)) {
    const [digest, file] = line.split(' ');
    components.push({ type: 'file', 'bom-ref': `file:${file}`, name: file, hashes: hash('SHA-256', digest.toLowerCase()) });
  }
}

if (carries('StructIndex.Tool')) addPackagesOfNpm(path.join(source, 'StructIndex.Tool', 'Map', 'page'));

if (carries('StructIndex')) {
  const model = fs.readFileSync(path.join(source, 'StructIndex', 'Model', 'code-model.bin'));
  components.push({ type: 'machine-learning-model', 'bom-ref': 'code-model.bin', name: 'code-model.bin', ...licences('MIT'), hashes: hash('SHA-256', crypto.createHash('sha256').update(model).digest('hex')) });
}

fs.mkdirSync(path.dirname(output), { recursive: true });
fs.writeFileSync(output, `${JSON.stringify({
  $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: { component: { ...component('nuget', name, version, licences('MIT')), type: kind === 'tool' ? 'application' : 'library' } },
  components,
  dependencies,
}, null, 2)}\n`);
