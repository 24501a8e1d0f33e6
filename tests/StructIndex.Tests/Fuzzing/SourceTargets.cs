namespace StructIndex.Tests;

/// <summary>Parsing and cutting into units, for each language with a parser.</summary>
internal static class SourceTargets
{
    private const string Words = "( ) { } [ ] < > \" ' ` # // /* */ \n \t ; : , . = => -> @ $ #if #endif class def fn func end do begin \0 \ufeff \ud83d\ude00 \\";

    private const int MaxFiles = 8;
    private const int MaxName = 40;

    private static readonly string[] s_csharp =
    [
        "using System;\nnamespace N;\n/// <summary>Text.</summary>\npublic partial record class A<T>(int X) : B where T : new()\n{\n    public int this[int i] => i;\n#if X\n    void M() { }\n#else\n    async Task<int> N() => await Go(1, x => x + 1);\n#endif\n    static int Go(int a, Func<int, int> f) => f(a);\n}\nenum E { A, B }\ndelegate void D();\n",
        $"class A {{ A a() => this; A M() => this{string.Concat(Enumerable.Repeat("\n.a()", 3_000))}; }}",
        $"delegate void D{new string(')', 20_000)}",
        $"namespace N {{ {string.Concat(Enumerable.Repeat(",\n", 4_000))} }}",
        $"class A {{ {string.Concat(Enumerable.Repeat("a\n<", 4_000))} }}",
    ];

    // What the long form found.
    private static readonly (string Language, string Text)[] s_found =
    [
        ("ruby", $"def open\n  print(<<{new string('a', 300)})\n  text\n{new string('a', 300)}\nend\n"),
        ("python", "steps = []\ndef load(): pass\n" + string.Concat(Enumerable.Repeat("steps.append(load)\nsteps.extend(steps)\nsteps = steps + steps\nsteps[0]()\n", 8))),
        ("scala", "package com.acme\npackage math\n\nimport scala.collection./*table.{Map => MMap, Set, _}\nimport cats.syntax.all._\n\n/** A group.\n  *\n  * @tparam A the element\n  */\n@implicitNotFound(\"no group\")\ntrait Group[A] extends Monoid[A]\n"),
    ];

    /// <summary>One target for each language, by name.</summary>
    /// <param name="samples">A folder with one folder for each language of tree-sitter, and a <c>sample.*</c> in each.</param>
    public static IEnumerable<(string Name, Func<FuzzTarget> Make)> All(string samples) =>
    [
        .. TreeSitterParser.Languages.Select(language => (language, (Func<FuzzTarget>)(() => Of(language, new TreeSitterParser(), Directory.GetFiles(Path.Combine(samples, language), "sample*").Order(StringComparer.Ordinal).Select(File.ReadAllText).Concat(Programs(samples, language)).Concat(s_found.Where(found => found.Language == language).Select(found => found.Text)))))),
        (CSharpParser.Language, () => Of(CSharpParser.Language, new CSharpParser(), s_csharp)),
    ];

    /// <summary>Throws where a parser leaves out a line of a file, or what it gives does not become units, edges and their graph.</summary>
    public static void Check(ICodeParser parser, params SourceFile[] sources)
    {
        ParserOutput output = parser.Parse(sources, null, null);
        UnitSet units = UnitAssembler.Assemble(output.Files);
        foreach (SourceFile source in sources)
        {
            bool[] covered = new bool[source.LineCount + 2];
            foreach (CodeUnit unit in units.Units.Where(unit => unit.Path == source.Path))
            {
                FuzzTargets.Holds(unit.Lines.Start >= 1 && unit.Lines.End <= source.LineCount, "a unit outside its file");
                covered.AsSpan(unit.Lines.Start, unit.Lines.End - unit.Lines.Start + 1).Fill(true);
            }

            FuzzTargets.Holds(!covered.AsSpan(1, source.LineCount).Contains(false), "a line that belongs to no unit");
        }

        FuzzTargets.Holds(output.Files.All(file => file.Declarations.All(declaration => declaration.Span.Start >= 0 && declaration.Span.End <= file.Source.Text.Length)), "a declaration outside its file");
        IReadOnlyList<BoundReference> bound = output.Binder?.BindOnce(null) ?? [];
        GraphBuilder.Build(units, bound);
    }

    /// <summary>The programs of a language whose edges are known, where there are some: each file begins with a line of its path.</summary>
    private static IEnumerable<string> Programs(string samples, string language)
    {
        string suite = Path.Combine(samples, "..", "..", "Graph", "Suites", $"{language}.txt");
        return File.Exists(suite) ? File.ReadAllText(suite).Split("\n# ").Select(program => program[(program.IndexOf('\n', StringComparison.Ordinal) + 1)..].Split("\n>>> ")[0]) : [];
    }

    private static FuzzTarget Of(string language, ICodeParser parser, IEnumerable<string> inputs) => FuzzTarget.OfText(inputs, Words, text => Check(parser, [.. Files(text, language)]));

    /// <summary>The files of a text: one, or as many as there are lines that name one.</summary>
    private static List<SourceFile> Files(string text, string language)
    {
        List<SourceFile> files = [];
        foreach (string part in $"\n{text}".Split("\n--- ", MaxFiles).Where((part, i) => i > 0 || part.Length > 0))
        {
            int line = part.IndexOf('\n', StringComparison.Ordinal);
            string name = line < 0 ? part : part[..line];
            bool isName = name.Length is > 0 and < MaxName && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_') && !files.Exists(file => file.Path == name);
            files.Add(new SourceFile(isName ? name : files.Count == 0 ? "a/sample" : $"a/sample{files.Count}", part[(line + 1)..], language));
        }

        return files;
    }
}
