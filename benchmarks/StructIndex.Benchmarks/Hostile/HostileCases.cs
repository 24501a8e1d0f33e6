namespace StructIndex.Benchmarks;

/// <summary>The inputs of <see cref="Hostile"/>.</summary>
internal static class HostileCases
{
    private static readonly string[] s_index = ["index", "p", "-o", "x.idx"];

    /// <summary>All of them.</summary>
    public static IEnumerable<HostileCase> All => [.. Arguments, .. Projects, .. Sources, .. Files];

    private static IEnumerable<HostileCase> Arguments =>
    [
        new("a question that is the name of a file, behind `@`", "printed the file, took options from it",
            folder =>
            {
                folder.Project("");
                folder.Write("secret", "--unlikely-option-7f3a");
            },
            ["search", "x.idx", "@secret", "--min-relevance", "0"], run => Shows(run, "7f3a") ? "**shows the file**" : null) { First = s_index },
        new("a question that begins with `@` and names no file", "exit code 2",
            folder => folder.Project(""), ["search", "x.idx", "@Transactional methods", "--min-relevance", "0"]) { First = s_index },
        new("escape sequences in a file name and in documentation", "reached the terminal",
            folder => folder.Write("p/n\e[31mX.py", "def go():\n    \"\"\"Goes \e]0;PWNED\a\e[2J home.\"\"\"\n"),
            ["search", "x.idx", "go home", "--min-relevance", "0"], run => Shows(run, "\e") ? "**escape sequences come out**" : null) { First = s_index },
        new("a line break in a file name", "two lines of `units`",
            folder => folder.Write("p/a\nb.py", "def go():\n    pass\n"), ["units", "p"], run => run.Output.Count(sign => sign == '\n') > 2 ? "**more lines than units**" : null),
        new("a question of 1 MB in 90,000 words", "2.8 s, not cancellable", folder => folder.Project(""),
            ["search", "x.idx", string.Concat(Enumerable.Range(0, 12_000).Select(i => $"word{i:0000} "))], null) { First = s_index },
    ];

    private static IEnumerable<HostileCase> Projects =>
    [
        Project("an import from outside the folder", "opened", "<Import Project=\"../../outside.props\"/>", "outside"),
        Project("a version of thousands of millions (`net2000000000.0`)", "3.7 GB, then a crash", "<PropertyGroup><TargetFramework>net2000000000.0</TargetFramework></PropertyGroup>", "is not known"),
        Project("a property doubled 40 times", "out of memory", $"<PropertyGroup><A>aaaaaaaaaa</A>{Times("<A>$(A)$(A)</A>", 40)}</PropertyGroup>", "longer than"),
        Project("`$(X.Trim(` nested 20,000 deep", "a crash", $"<PropertyGroup><X>a</X><Y>{Times("$(X.Trim(", 20_000)}{Times("))", 20_000)}</Y></PropertyGroup>", "nested"),
        Project("an alias of types nested 20,000 deep", "a crash", $"<ItemGroup><Using Include=\"{Times("L&lt;", 20_000)}int{Times("&gt;", 20_000)}\" Alias=\"X\"/></ItemGroup>", "nested"),
        Project("an alias of tuples nested 20,000 deep", "did not end", $"<ItemGroup><Using Include=\"{Times("(", 20_000)}\" Alias=\"X\"/></ItemGroup>", "nested"),
        Project("`ImportGroup` nested 100,000 deep", "a crash after 115 s", Times("<ImportGroup>", 100_000) + Times("</ImportGroup>", 100_000), "nested"),
        Project("a condition of a million quotes", "did not end", $"<PropertyGroup><A Condition=\"'$('{Times("'", 1_000_000)}\">a</A></PropertyGroup>", null),
        new("`**/a/` 14 times in a glob", "20 s", folder =>
            {
                folder.Write("p/" + Times("a/", 30) + "b.cs", "class B { }");
                folder.Project($"<ItemGroup><Compile Include=\"{Times("**/a/", 14)}b.cs\"/></ItemGroup>");
            }, s_index),
        new("two projects whose names differ in case", "exit code 2, no index", folder =>
            {
                folder.Project("");
                folder.Write("p/P.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"/>");
            }, s_index),
        Assets("`{\"project\": 1}` as restored assets", "{\"project\": 1}"),
        Assets("`{\"project\": {\"restore\": []}}` as restored assets", "{\"project\": {\"restore\": []}}"),
        Pipe("a pipe as project file", "p/q.csproj"),
        Pipe("a pipe as restored assets", "p/obj/project.assets.json"),
        Project("an import of standard input", "waited for ever", "<Import Project=\"/dev/stdin\"/>", "outside"),
    ];

    private static IEnumerable<HostileCase> Sources =>
    [
        Source("8,000 classes that each inherit the next, twice: the same bytes", "3,780 and 3,590 edges",
            "a.cs", string.Concat(Enumerable.Range(0, 8_000).Select(i => $"class C{i} : C{i + 1} {{ void M() {{ base.M(); }} }}\n"))) with
            {
                First = ["index", "p", "-o", "first.idx"],
                Check = run => File.ReadAllBytes(Path.Combine(run.Folder, "x.idx")).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(run.Folder, "first.idx"))) ? null : "**other bytes**",
            },
        Source("a LINQ query of 2,000 clauses", "2.8 GB", "a.cs", Query(2_000)),
        Source("a LINQ query of 10,000 clauses", "3.8 GB", "a.cs", Query(10_000)),
        new("six files with a LINQ query of 1,000 clauses each", "7.2 GB, 57 s", folder =>
            {
                for (int i = 0; i < 6; i++)
                {
                    folder.Write($"p/a{i}.cs", Query(1_000).Replace("class A", $"class A{i}", StringComparison.Ordinal));
                }
            }, s_index),
        Source("a chain of 20,000 calls", "34 s", "a.cs", Chain(20_000)),
        Source("a chain of 180,000 calls", "did not end", "a.cs", Chain(180_000)),
        Source("60,000 commas in a namespace", "did not end", "a.cs", $"namespace N {{ {Times(",\n", 60_000)} }}"),
        Source("type arguments nested 100,000 deep, each on its line", "a crash", "a.cs", $"class A {{ {Times("a\n<", 100_000)} }}"),
        Source("`namespace N;` a thousand times", "11 s", "a.cs", Times("public pew()\nnamespace N;\n", 1_000)),
        Source("50 types with names of 4,000 letters around 10,000 functions", "5.8 GB", "a.py", Nested(50, new string('a', 4_000)) + Times($"{new string(' ', 50)}def m(self): pass\n", 10_000)),
        Source("a list of Python put into itself four times", "did not end", "a.py", "t = []\ndef f(): pass\n" + Times("t.append(f)\nt.extend(t)\nt = t + t\nt[0]()\n", 4)),
        new("two files of Python that import a name from each other 500 times", "did not end", folder =>
            {
                folder.Write("p/a.py", Times("from b import x\n", 500) + "x()\n");
                folder.Write("p/b.py", Times("from a import x\n", 500) + "x()\n");
            }, s_index),
        Source("a heredoc of Ruby whose word has 300 letters", "a crash", "a.rb", $"def open\n  print(<<{new string('a', 300)})\n  text\n{new string('a', 300)}\nend\n"),
        Source("100,000 brackets in Python", "held", "a.py", "x = " + Times("[\n", 100_000) + Times("]\n", 100_000)),
        Source("50,000 nested blocks in JavaScript", "held", "a.js", Times("{\n", 50_000) + Times("}\n", 50_000)),
        new("20,000 rules in `.gitignore`, 300 files", "9.9 s", folder =>
            {
                folder.Write("p/.gitignore", string.Concat(Enumerable.Range(0, 20_000).Select(i => $"**/a{i}*/**/*b*{i}\n")));
                for (int i = 0; i < 300; i++)
                {
                    folder.Write($"p/d{i}/f{i}.py", "def f():\n    pass\n");
                }
            }, s_index),
    ];

    private static IEnumerable<HostileCase> Files =>
    [
        new("a pipe in place of an index", "waited for ever", folder => folder.Pipe("x.idx"), ["search", "x.idx", "go"]) { IsRefused = true },
        new("a sparse file of 8 GB in place of an index", "read", folder => folder.Sparse("x.idx", 8L << 30), ["search", "x.idx", "go"]) { IsRefused = true },
        new("`-o` with the path of a source file", "replaced it", folder => folder.Write("p/a.py", "def go():\n    pass\n"), ["index", "p", "-o", "p/a.py"],
            run => File.ReadAllText(Path.Combine(run.Folder, "p/a.py")).StartsWith("def", StringComparison.Ordinal) ? null : "**replaced it**") { IsRefused = true },
        new("`-o` with a link to itself", "noticed after indexing", folder =>
            {
                folder.Project("");
                File.CreateSymbolicLink(Path.Combine(folder.Path, "x.idx"), Path.Combine(folder.Path, "x.idx"));
            }, s_index) { IsRefused = true },
    ];

    private static HostileCase Project(string name, string before, string text, string? failure) => new(name, before, folder => folder.Project(text), failure is null ? s_index : ["stats", "p"],
        run => failure is null || run.Output.Contains(failure, StringComparison.Ordinal) ? null : "**no failure says so**");

    private static HostileCase Assets(string name, string text) => new(name, "exit code 2, no index", folder =>
        {
            folder.Project("");
            folder.Write("p/obj/project.assets.json", text);
        }, s_index);

    private static HostileCase Pipe(string name, string path) => new(name, "waited for ever", folder =>
        {
            folder.Project("");
            folder.Pipe(path);
        }, s_index);

    private static HostileCase Source(string name, string before, string path, string text) => new(name, before, folder => folder.Write("p/" + path, text), s_index);

    private static string Query(int clauses) => $"using System.Linq; class A {{ object M(int[] x) => {Times("from a in x\n", clauses)}select a; }}";

    private static string Chain(int calls) => "class A { A a() => this; A M() => this" + Times("\n.a()", calls) + "; }";

    private static string Nested(int depth, string name) => string.Concat(Enumerable.Range(0, depth).Select(i => $"{new string(' ', i)}class {name}{i}:\n"));

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static bool Shows(HostileRun run, string text) => run.Output.Contains(text, StringComparison.Ordinal) || run.Error.Contains(text, StringComparison.Ordinal);
}
