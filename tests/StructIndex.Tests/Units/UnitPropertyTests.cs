using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace StructIndex.Tests;

public class UnitPropertyTests
{
    private static readonly UnitKind[] s_kinds = [UnitKind.Class, UnitKind.Function, UnitKind.Namespace, UnitKind.Method, UnitKind.Enum];

    [Fact]
    public void Every_line_belongs_to_a_unit() => ForAll((parsed, units) =>
        Enumerable.Range(1, parsed.Source.LineCount).All(line => units.Units.Any(unit => unit.Lines.Contains(line))));

    [Fact]
    public void What_is_held_lies_in_its_holder() => ForAll((parsed, units) => parsed.Declarations.Where(declaration => declaration.Parent is not null).All(declaration =>
    {
        LineRange inner = units.Units[units.IndexOf(declaration)].Lines, outer = units.Units[units.IndexOf(declaration.Parent!)].Lines;
        return outer.Contains(inner.Start) && outer.Contains(inner.End) && units.IndexOf(declaration.Parent!) < units.IndexOf(declaration);
    }));

    [Fact]
    public void Ids_are_unique() => ForAll((_, units) => units.Units.Select(unit => unit.Id).Distinct().Count() == units.Units.Count);

    [Fact]
    public void Pieces_tile_the_body() => ForAll((_, units) => units.Units.All(unit => unit.Pieces.Count == 0
        ? unit.Body.Length <= BodyPieces.Target
        : unit.Pieces.All(piece => piece.Length is > 0 and <= BodyPieces.Target) && string.Concat(unit.Pieces.Select(piece => unit.Body[piece.Start..piece.End])) == unit.Body));

    [Fact]
    public void The_order_of_the_files_does_not_matter() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        ParsedFile a = Random(new Random(seed), "a.ts"), b = Random(new Random(seed), "b.ts");
        return UnitAssembler.Assemble([a, b]).Units.Select(unit => unit.Id).SequenceEqual(UnitAssembler.Assemble([b, a]).Units.Select(unit => unit.Id));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Deep_nesting_takes_bounded_text()
    {
        const int depth = 3_000;
        string text = string.Concat(Enumerable.Repeat("fn f() {\n", depth)) + string.Concat(Enumerable.Repeat("}\n", depth));
        List<CodeDeclaration> declarations = [];
        for (int i = 0; i < depth; i++)
        {
            declarations.Add(Declare(UnitKind.Function, i * 9, text.Length - (i * 2), declarations.LastOrDefault()));
        }

        UnitSet units = UnitAssembler.Assemble([new ParsedFile { Source = new SourceFile("a.rs", text, "rust"), Declarations = declarations }]);
        Assert.True(units.Units.Sum(unit => (long)unit.Body.Length) < 50L * text.Length);
    }

    private static void ForAll(Func<ParsedFile, UnitSet, bool> holds) => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        ParsedFile parsed = Random(new Random(seed), "src/a.ts");
        return holds(parsed, UnitAssembler.Assemble([parsed]));
    }).QuickCheckThrowOnFailure();

    private static ParsedFile Random(Random random, string path)
    {
        StringBuilder text = new();
        List<CodeDeclaration> declarations = [];
        List<(UnitKind Kind, int Start, int End, int Parent)> shapes = [];
        Fill(random, text, shapes, parent: -1, depth: 0);
        foreach ((UnitKind kind, int start, int end, int parent) in shapes)
        {
            declarations.Add(Declare(kind, start, end, parent < 0 ? null : declarations[parent]));
        }

        return new ParsedFile { Source = new SourceFile(path, text.ToString(), "typescript"), Declarations = declarations };
    }

    private static void Fill(Random random, StringBuilder text, List<(UnitKind Kind, int Start, int End, int Parent)> shapes, int parent, int depth)
    {
        for (int i = random.Next(4); i >= 0; i--)
        {
            string line = random.Next(6) switch { 0 => "\n", 1 => "import x\n", 2 => "let a = 1\n", 3 => "// b\r\n", 4 => new string('x', random.Next(3_000)), _ => " " };
            text.Append(line);
            if (depth < 4 && random.Next(3) > 0)
            {
                int at = shapes.Count, start = text.Length;
                shapes.Add((s_kinds[random.Next(s_kinds.Length)], start, start, parent));
                text.Append("head {\n");
                Fill(random, text, shapes, at, depth + 1);
                text.Append('}');
                shapes[at] = shapes[at] with { End = text.Length };
            }
        }
    }

    private static CodeDeclaration Declare(UnitKind kind, int start, int end, CodeDeclaration? parent) => new()
    {
        Kind = kind,
        Name = "head",
        Span = new SourceSpan(start, end),
        NameSpan = new SourceSpan(start, start + 4),
        Parent = parent,
        Signature = "head",
        Container = parent is null ? "" : "head",
    };
}
