namespace StructIndex.Tests;

/// <summary>Calls of JavaScript and TypeScript.</summary>
public class ScriptEdgeTests
{
    [Fact]
    public void A_bare_name_in_an_object_is_no_member_of_it() => Assert.Equal(
        ["a.ts methods.both Calls shut", "a.ts methods.later Calls shut", "a.ts methods.shut Calls shut"],
        Calls(("a.ts", "export function methods() {\n  return {\n    shut(x: number) { return shut(x) },\n    both(x: number) { return shut(x) },\n    later: (x: number) => shut(x),\n  }\n}\nexport function shut(x: number) { return x }\n")));

    [Fact]
    public void A_name_can_be_exported_under_another() => Assert.Equal(
        ["n.ts viaName Calls _kind", "n.ts viaStar Calls _kind"],
        Calls(("m.ts", "function _kind() { return 1 }\nexport { _kind as kind }\n"), ("n.ts", "import * as m from \"./m\"\nimport { kind } from \"./m\"\nexport function viaStar() { return m.kind() }\nexport function viaName() { return kind() }\n")));

    [Fact]
    public void A_module_hands_on_a_namespace_of_another() => Assert.Equal(
        ["use.ts go Calls make"],
        Calls(("impl.ts", "export function make() {}\n"), ("index.ts", "export * as tools from './impl'\n"), ("use.ts", "import { tools } from './index'\nexport function go() { tools.make() }\n")));

    [Fact]
    public void Constants_are_other_names_for_functions() => Assert.Equal(
        ["use.ts one Calls wrap", "use.ts two Calls local", "user.ts three Calls wrap"],
        Calls(
            ("util.ts", "export function wrap() { return 1 }\n"),
            ("use.ts", "import * as util from \"./util\"\nexport const own = util.wrap\nfunction local() { return 2 }\nconst again = local\nexport function one() { return own() }\nexport function two() { return again() }\n"),
            ("user.ts", "import { own } from './use'\nfunction three() { own() }\n")));

    [Fact]
    public void Classes_exported_as_default_have_their_members_under_any_name() => Assert.Equal(
        ["h.ts Bag.blend Constructs Bag", "use.ts four Calls Jar.plain", "use.ts make Constructs Bag", "use.ts one Calls Bag.blend", "use.ts three Calls Jar.blend", "use.ts two Calls Bag.plain"],
        Calls(
            ("h.ts", "class Bag { static blend(x: number) { return new this() } plain() { return 1 } other() { return 2 } }\nexport default Bag\n"),
            ("n.ts", "export class Jar { static blend(x: number) { return x } plain() { return 1 } other() { return 2 } }\n"),
            ("use.ts", "import Sack from './h'\nimport { Jar } from './n'\nexport function one() { return Sack.blend(1) }\nexport function two(b: Sack) { return b.plain() }\nexport function three() { return Jar.blend(1) }\nexport function four(j: Jar) { return j.plain() }\nfunction make() { new Sack() }\n")));

    [Fact]
    public void Functions_and_objects_without_a_name_are_exported_as_default()
    {
        Assert.Equal(
            ["use.ts go Calls default a.ts", "use.ts go Calls default b.ts"],
            Calls(("a.ts", "export default function () { return 1 }\n"), ("b.ts", "export default (x: number) => x + 1\n"), ("use.ts", "import first from \"./a\"\nimport second from \"./b\"\nexport function go() { return first() + second(1) }\n"), withFile: true));
        Assert.Equal(
            ["a.js default.remove Calls default.write", "use.js go Calls default.write"],
            Calls(("a.js", "export default { write(n) { return n }, remove(n) { this.write(n) } }\n"), ("use.js", "import store from './a'\nfunction go() { store.write(1) }\n")));
    }

    [Fact]
    public void Declarations_exported_as_default_keep_their_names_and_may_have_others() => Assert.Equal(
        ["six.ts Six.make Constructs Six", "use.ts a Calls Six.go", "use.ts a Constructs Six", "use.ts b Calls Six.make", "use.ts c Calls Six.go", "use.ts d Calls five"],
        Calls(
            ("five.ts", "export default function five() {}\n"),
            ("six.ts", "export default class Six {\n  go() {}\n  static make() { return new Six() }\n}\n"),
            ("use.ts", "import Sechs from './six'\nimport cinq from './five'\nexport function a() { new Sechs().go() }\nexport function b() { Sechs.make() }\nexport function c(s: Sechs) { s.go() }\nexport function d() { cinq() }\n")));

    [Fact]
    public void Functions_of_an_exported_object_are_called_by_importers() => Assert.Equal(
        ["use.ts go Calls reader.read"],
        Calls(("a.ts", "export const reader = { read() { return 1 } }\n"), ("use.ts", "import { reader } from './a'\nfunction go() { reader.read() }\n")));

    [Fact]
    public void What_a_module_exports_as_default_is_not_handed_on_with_everything_else() => Assert.Empty(Graphs.Of(
        ("options.ts", "export default class Options { constructor() {} }\n"),
        ("index.ts", "import create from 'create';\nconst got = create();\nexport default got;\nexport * from './options';\n"),
        ("use.ts", "import got from './index';\nexport function f() { got() }\n")).Edges);

    [Fact]
    public void Signatures_of_one_member_are_one() => Assert.Equal(
        ["f Calls Port.on Scoped"],
        Graphs.Of(("a.ts", "interface Port { on(event: 'open', run: () => void): this; on(event: string, run: () => void): this }\nexport function f(p: Port, e: any) { p.on(e, () => 1) }\n")).Lines());

    [Fact]
    public void A_test_is_no_function_by_its_sentence() => Assert.Equal(
        ["sum.test.ts sum Calls sum sum.ts", "sum.test.ts sum Tests sum sum.ts"],
        Calls(("sum.ts", "export function sum(a: number) { return a }\n"), ("sum.test.ts", "import { sum } from \"./sum\"\ntest(\"sum\", () => { expect(sum(1)).toBe(1) })\n"), withFile: true));

    [Fact]
    public void Awaited_calls_may_have_type_arguments() => Assert.Equal(
        ["a.ts one Calls load", "a.ts two Calls load"],
        Calls(("a.ts", "export async function load<T>(x: { a: T }) { return [x] }\nexport async function one() { const d = { k: 1 }; const [h] = await load<typeof d>({ a: d }); return h }\nexport async function two() { const [h] = await load<number>({ a: 1 }); return h }\n")));

    [Fact]
    public void Elements_have_the_type_of_what_holds_them() => Assert.Equal(
        ["a.ts indexed Calls Part.go", "a.ts looped Calls Part.go"],
        Calls(("a.ts", "export type Part = { go(): void }\nexport type Other = { go(): void }\nexport function looped(ps: Part[]) { for (const p of ps) p.go() }\nexport function indexed(ps: Array<Part>) { ps[0].go() }\n")));

    [Fact]
    public void A_receiver_of_a_foreign_type_is_none_of_ours() =>
        Assert.Empty(Calls(("a.ts", "export const reader = { fetchAll() { return 1 } }\nexport async function body(r: Response) { return r.fetchAll() }\n")));

    [Fact]
    public void The_written_type_of_this_counts() => Assert.Equal(
        ["a.ts methods.min Calls Box.check"],
        Calls(("a.ts", "export interface Box { check(): this }\nexport const methods = { check(this: Box) { return this }, min(this: Box) { return this.check() } }\n")));

    [Fact]
    public void Super_calls_the_constructor_of_the_nearest_base() => Assert.Equal(
        ["a.ts Dog.constructor Calls Animal.constructor", "a.ts Puppy.constructor Calls Animal.constructor"],
        Calls(("a.ts", "export class Animal { constructor(n: string) { } }\nexport class Dog extends Animal { constructor() { super(\"d\") } }\nclass Quiet extends Animal { }\nclass Puppy extends Quiet { constructor() { super(\"p\") } }\n")));

    [Fact]
    public void Functions_nested_in_others_are_out_of_reach() => Assert.Equal(
        ["parts.ts parts Calls make"],
        Calls(
            ("parts.ts", "function make() { return (x: number) => x }\nexport const encode = make()\n"),
            ("inner.ts", "export function props() { return { encode(x: number) { return x } } }\n"),
            ("index.ts", "export * from \"./parts\"\nexport * from \"./inner\"\n"),
            ("use.ts", "import * as z from \"./index\"\nexport function go() { return z.encode(1) }\n")));

    [Fact]
    public void A_constant_of_another_file_has_the_type_that_is_written_there() => Assert.Equal(
        ["use.ts one Calls Factory.create", "use.ts two Calls Factory.create"],
        Calls(
            ("node.ts", "export interface Leaf { name: string }\ntype Factory = { create(name: string): Leaf }\nexport const Leaf: Factory = freeze<Factory>({\n  create(name) { return freeze({ name }) },\n})\n"),
            ("index.ts", "export * from './node.js'\n"),
            ("use.ts", "import { Leaf } from './node.js'\nimport { Leaf as Twig } from './index'\nfunction one() { return Leaf.create('x') }\nfunction two() { return Twig.create('x') }\n")));

    [Fact]
    public void A_constant_of_another_file_has_the_type_of_the_call_that_made_it() => Assert.Equal(
        ["store.ts store Calls open", "use.ts one Calls Store.save"],
        Calls(
            ("store.ts", "export class Store { save() {} }\nexport class Shelf { save() {} }\nfunction open(): Store { return null }\nexport const store = open()\n"),
            ("use.ts", "import { store } from './store'\nfunction one() { store.save() }\n")));

    [Fact]
    public void Private_fields_have_their_types() => Assert.Equal(
        ["a.ts A.go Calls Store.save"],
        Calls(("a.ts", "class Store { save() {} }\nclass Shelf { save() {} }\nclass A { readonly #store: Store; go() { this.#store.save() } }\n")));

    [Fact]
    public void What_a_file_imports_and_exports_without_a_source_is_handed_on() => Assert.Equal(
        ["go.js go Calls make", "go.js go Calls part", "use.ts go Calls make", "use.ts go Calls part"],
        Calls(
            ("package.json", "{ \"name\": \"pack\" }"),
            ("src/make.ts", "export function make() {}\n"),
            ("src/part.ts", "export default function part() {}\nexport function other() {}\n"),
            ("src/index.ts", "import { make } from './make'\nimport part from './part'\nexport { make, part }\n"),
            ("use.ts", "import { make, part } from './src/index'\nfunction go() { make(part()) }\n"),
            ("go.js", "import { make, part as other } from 'pack'\nfunction go() { make(other()) }\n")));

    [Fact]
    public void Paths_of_a_configuration_name_folders_and_files() => Assert.Equal(
        ["test/deep/use.ts go Calls load", "test/deep/use.ts go Calls make", "test/deep/use.ts go Calls near"],
        Calls(
            ("tsconfig.base.json", "{\n  // what others extend\n  \"compilerOptions\": { \"paths\": { \"@internal/*\": [\"./src/*\"], \"pack\": [\"src/index.ts\"], \"near/*.js\": [\"far/*\"] } },\n}\n"),
            ("test/tsconfig.json", "{ \"compilerOptions\": { \"baseUrl\": \"deep\", \"paths\": { \"near/*.js\": [\"*\"] } } }"),
            ("broken/tsconfig.json", "{ \"compilerOptions\": [ }"),
            ("src/index.ts", "export function make() {}\n"),
            ("src/util/load.ts", "export function load() {}\n"),
            ("far/near.ts", "export function near() {}\n"),
            ("test/deep/near.ts", "export function near() {}\n"),
            ("test/deep/use.ts", "import { make } from 'pack'\nimport { load } from '@internal/util/load'\nimport { near } from 'near/near.js'\nfunction go() { make(); load(); near() }\n")));

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\ud800")]
    public void Half_of_a_surrogate_pair_in_a_configuration_or_a_package_takes_nothing_else_with_it(string half) => Assert.Equal(
        ["use.ts go Calls make"],
        Calls(
            ("package.json", $"{{ \"name\": \"{half}\" }}"),
            ("tsconfig.json", $"{{ \"compilerOptions\": {{ \"paths\": {{ \"{half}\": [\"{half}\"] }} }} }}"),
            ("jsconfig.json", $"{{ \"{half}\": 1, \"compilerOptions\": 2 }}"),
            ("make.ts", "export function make() {}\n"),
            ("use.ts", "import { make } from './make'\nfunction go() { make() }\n")));

    [Fact]
    public void A_parameter_of_a_closure_is_not_what_the_file_imports() => Assert.Equal(
        ["use.js outer Calls make", "use.ts outer Calls make"],
        Calls(
            ("make.ts", "export function make() {}\nexport function load() {}\n"),
            ("use.ts", "import { make, load } from './make'\nfunction outer() {\n  const wrap = make => (rest) => make(rest)\n  run(({ load }) => load(1), function (load) { load(2) })\n  return make()\n}\n"),
            ("use.js", "import { make, load } from './make'\nfunction outer() {\n  const wrap = make => (rest) => make(rest)\n  run(({ load }) => load(1), (a, load = 1) => { load(2) })\n  return make()\n}\n")));

    [Fact]
    public void A_constant_of_a_module_has_the_members_of_its_type_though_a_type_has_its_name() => Assert.Equal(
        ["core/parts.ts Leaf Calls make", "use.ts Twig Calls Made.init", "use.ts Twig Calls make"],
        Calls(
            ("core/make.ts", "export interface Made<T> { init(x: T): void }\nexport function make<T>(x: (y: T) => void): Made<T> { return null }\n"),
            ("core/parts.ts", "import * as core from './make'\nexport interface Leaf { init(): void }\nexport const Leaf: core.Made<Leaf> = core.make((leaf) => { go() })\n"),
            ("core/index.ts", "export * from './make'\nexport * from './parts'\n"),
            ("use.ts", "import * as core from './core/index'\nexport interface Twig { init(): void }\nexport const Twig: core.Made<Twig> = core.make((twig) => { core.Leaf.init(twig) })\n")));

    [Fact]
    public void Of_the_signatures_of_a_function_the_first_that_takes_the_arguments_says_what_it_gives() => Assert.Equal(
        ["a.ts one Calls Line.close", "a.ts one Calls open", "a.ts two Calls Reel.close", "a.ts two Calls open"],
        Calls(("a.ts", "class Line { close() {} }\nclass Reel { close() {} }\nexport function open(): Line\nexport function open(x: number): Reel\nexport function open(x?: number): any { return null }\nfunction one() { open().close() }\nfunction two() { const reel = open(1); reel.close() }\n")));

    [Fact]
    public void Functions_that_an_object_has_under_another_name_are_called_through_it() => Assert.Equal(
        ["impl.ts own Calls price", "use.ts near Calls price", "use.ts one Calls price", "use.ts two Calls price"],
        Calls(
            ("impl.ts", "export function price() {}\nexport const api = { run: price, size: 3 }\nexport default { cost: price }\nfunction own() { api.run() }\n"),
            ("index.ts", "export * from './impl'\n"),
            ("use.ts", "import all, { price } from './impl'\nimport { api } from './index'\nfunction one() { api.run() }\nfunction two() { all.cost() }\nfunction near() { const local = { go: price }; local.go() }\n")));

    private static string[] Calls(params (string Path, string Text)[] files) => Calls(files, withFile: false);

    private static string[] Calls((string Path, string Text) first, (string Path, string Text) second, bool withFile) => Calls([first, second], withFile);

    private static string[] Calls((string Path, string Text) first, (string Path, string Text) second, (string Path, string Text) third, bool withFile) => Calls([first, second, third], withFile);

    private static string[] Calls((string Path, string Text)[] files, bool withFile) =>
        [.. Graphs.Of(files).Edges.Where(edge => edge.Kind is EdgeKind.Calls or EdgeKind.Constructs or EdgeKind.Tests)
            .Select(edge => $"{edge.From.Path} {edge.From.QualifiedName} {edge.Kind} {edge.To.QualifiedName}{(withFile ? " " + edge.To.Path : "")}").Order(StringComparer.Ordinal)];
}
