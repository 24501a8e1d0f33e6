// Writes what the TypeScript compiler binds each call and construction to, one JSON object a line:
//   {"path","line","name","to":{"path","line","name"}}   a call at path:line of something declared at to; 'name' is what the call says
//   {"path","line","name"}                               a call that the compiler gives no declaration of the folder for, and does not know
//   {"path"}                                             a file that it read
// usage: node witness.mjs FOLDER
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = path.resolve(process.argv[2]);
const sources = ts.sys.readDirectory(root, ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'], ['**/node_modules', '**/*.min.js', '**/dist', '**/.*']).filter((file) => !file.endsWith('.d.ts'));
const config = ['tsconfig.json', 'tsconfig.base.json', '.configs/tsconfig.base.json'].map((name) => path.join(root, name)).find(fs.existsSync);
const stated = config ? ts.parseJsonConfigFileContent(ts.readConfigFile(config, ts.sys.readFile).config, ts.sys, path.dirname(config)).options : {};
const { paths, baseUrl, pathsBasePath, customConditions, experimentalDecorators, lib } = stated;
const program = ts.createProgram(sources, {
  paths, baseUrl, pathsBasePath, customConditions, experimentalDecorators, lib,
  allowJs: true, checkJs: true, noEmit: true, strict: true, skipLibCheck: true, types: [], jsx: ts.JsxEmit.Preserve,
  target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, allowImportingTsExtensions: true, esModuleInterop: true,
});
const checker = program.getTypeChecker();
const ours = new Set(sources);

const lines = [];
const write = (record) => lines.push(JSON.stringify(record));
const relative = (file) => path.relative(root, file).split(path.sep).join('/');
const lineOf = (node) => node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;

function visit(node) {
  if (ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node) || ts.isJsxOpeningLikeElement(node)) call(node);
  ts.forEachChild(node, visit);
}

function call(node) {
  const called = node.tag ?? node.tagName ?? node.expression;
  if (called.kind === ts.SyntaxKind.ImportKeyword) return;
  const named = nameOf(called);
  const at = { path: relative(node.getSourceFile().fileName), line: lineOf(named), name: named.getText() };
  const declaration = declarationOf(node, called);
  if (declaration === undefined) return write(at);
  if (declaration === null || !ours.has(declaration.getSourceFile().fileName)) return;
  const name = nameNode(declaration) ?? declaration;
  write({ ...at, to: { path: relative(declaration.getSourceFile().fileName), line: lineOf(name), name: name !== declaration ? name.getText() : isDefault(declaration) ? 'default' : '' } });
}

function nameOf(called) {
  if (ts.isPropertyAccessExpression(called)) return called.name;
  if (ts.isParenthesizedExpression(called) || ts.isNonNullExpression(called) || ts.isAsExpression(called)) return nameOf(called.expression);
  return called;
}

/** The declaration that is called; null for one that is not of the folder or has no name, undefined where the compiler does not know. */
function declarationOf(node, called) {
  const signature = ts.isJsxOpeningLikeElement(node) ? component(called) : checker.getResolvedSignature(node)?.declaration;
  if (called.kind === ts.SyntaxKind.SuperKeyword || ts.isNewExpression(node)) {
    const type = checker.getTypeAtLocation(called);
    const made = type.symbol?.declarations?.find((one) => ts.isClassLike(one) || ts.isFunctionDeclaration(one));
    // A class that inherits its constructor is made all the same; what a call of a constant makes is not asked.
    const isOwn = signature && ts.isConstructorDeclaration(signature) && (signature.parent === made || called.kind === ts.SyntaxKind.SuperKeyword);
    return isOwn ? withBody(signature) : made ?? (type.flags & ts.TypeFlags.Any || !type.symbol || ts.isVariableDeclaration(symbolOf(called)?.valueDeclaration ?? called) ? undefined : null);
  }
  if (!signature) return checker.getTypeAtLocation(called).flags & ts.TypeFlags.Any ? undefined : null;
  if (ts.isCallSignatureDeclaration(signature) || isTypeOfOthers(signature)) return symbolOf(nameOf(called))?.valueDeclaration;
  // A function without a name of its own is called as what it was given to.
  const holds = ts.isArrowFunction(signature) || ts.isFunctionExpression(signature) || ts.isFunctionTypeNode(signature);
  return withBody(holds && !signature.name ? signature.parent : signature);
}

/** A type of functions that has a name: what is called is the constant that has the type. */
function isTypeOfOthers(signature) {
  return ts.isFunctionTypeNode(signature) && ts.isTypeAliasDeclaration(signature.parent);
}

/** What a JSX element names: a function, a class, or nothing of the folder. */
function component(named) {
  const declaration = symbolOf(named)?.declarations?.[0];
  const value = declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : declaration;
  return value && (ts.isFunctionLike(value) || ts.isClassLike(value)) ? value : undefined;
}

/** What a name means, through imports. */
function symbolOf(named) {
  const symbol = checker.getSymbolAtLocation(named);
  return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** Of overloads, which are one function in this language, the one with the body, or else the first. */
function withBody(declaration) {
  const name = nameNode(declaration);
  if (!name) return isDefault(declaration) ? declaration : null;
  const same = (checker.getSymbolAtLocation(name)?.declarations ?? []).filter((one) => one.kind === declaration.kind && one.parent === declaration.parent);
  return same.find((one) => one.body) ?? same[0] ?? declaration;
}

/** What a module exports as default without a name. */
function isDefault(declaration) {
  return ts.isExportAssignment(declaration) || (ts.isFunctionDeclaration(declaration) && !declaration.name);
}

function nameNode(declaration) {
  if (ts.isConstructorDeclaration(declaration)) return declaration.getChildren().find((child) => child.kind === ts.SyntaxKind.ConstructorKeyword);
  const isNamed = ts.isFunctionLike(declaration) || ts.isClassLike(declaration) || ts.isVariableDeclaration(declaration)
    || ts.isPropertyAssignment(declaration) || ts.isPropertyDeclaration(declaration) || ts.isPropertySignature(declaration);
  return (isNamed && declaration.name) || null;
}

for (const file of program.getSourceFiles()) {
  if (!ours.has(file.fileName)) continue;
  write({ path: relative(file.fileName) });
  visit(file);
}
process.stdout.write(`${lines.join('\n')}\n`);

