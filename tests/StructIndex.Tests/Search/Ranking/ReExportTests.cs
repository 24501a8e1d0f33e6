namespace StructIndex.Tests;

/// <summary>A symbol that the code base passes on without declaring it leads to where it does so.</summary>
public sealed class ReExportTests
{
    public static TheoryData<string, string, string, string> PassedOn { get; } = new()
    {
        { "FromStr", "src/prelude.rs", "pub use parsing::{\n    Parser,\n    FromStr,\n};\n", "src/use.rs" },
        { "createPatch", "src/api.ts", "export {\n  applyPatch,\n  createPatch,\n} from 'patches';\n", "src/use.ts" },
        { "escape_html", "shop/__init__.py", "from markup import escape_html as escape_html\n", "shop/use.py" },
    };

    [Theory]
    [MemberData(nameof(PassedOn))]
    public async Task A_symbol_that_is_only_passed_on_leads_to_the_re_export(string symbol, string path, string code, string user)
    {
        string body = user.EndsWith(".py", StringComparison.Ordinal) ? $"def {{0}}():\n    {symbol}(1)\n" : user.EndsWith(".rs", StringComparison.Ordinal) ? $"fn {{0}}() {{{{ {symbol}(1) }}}}\n" : $"function {{0}}() {{{{ {symbol}(1) }}}}\n";
        SourceFile[] files = [new(path, code), .. Enumerable.Range(0, 5).Select(i => new SourceFile(user.Replace("use.", $"use{i}.", StringComparison.Ordinal), string.Format(System.Globalization.CultureInfo.InvariantCulture, body, $"caller{i}")))];
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource(files), cancellationToken: TestContext.Current.CancellationToken);
        SearchResult found = await index.SearchAsync(symbol, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((path, UnitKind.Module), (found.Hits[0].Unit.Path, found.Hits[0].Unit.Kind));
    }

    [Theory]
    [InlineData("src/a.ts", "import { Patch } from 'patches';\nexport const one = 1;\n", false)]
    [InlineData("src/a.ts", "import { x } from 'y';\nexport { Patch } from 'patches';\n", true)]
    [InlineData("src/a.rs", "use patches::Patch;\n", false)]
    [InlineData("src/mod.rs", "pub use patches::Patches;\n", false)]
    [InlineData("lib/patch/__init__.py", "from .core import (\n    Other,\n    Patch,\n)\n", true)]
    [InlineData("lib/patch/core.py", "from .base import Patch\n", false)]
    public void What_a_file_uses_itself_is_no_re_export(string path, string body, bool passesOn)
    {
        IndexContents contents = TinyIndex.Of([TinyIndex.Unit(path, "module", body, UnitKind.Module), TinyIndex.Unit("src/z.py", "Run", "Patch()")]);
        Assert.Equal(passesOn ? [0] : [], ReExports.Of(contents, new ModuleHeads(contents.Units), "Patch"));
    }

    [Fact]
    public void A_name_longer_than_any_that_is_indexed_leads_nowhere()
    {
        string name = new('s', 4000);
        IndexContents contents = TinyIndex.Of([TinyIndex.Unit("src/a.ts", "module", $"export {{ {name} }} from 'patches';\n", UnitKind.Module)]);
        Assert.Empty(ReExports.Of(contents, new ModuleHeads(contents.Units), name));
    }
}
