using System.Collections.Frozen;

namespace StructIndex;

/// <summary>The languages that tree-sitter parses.</summary>
internal static class TreeSitterLanguages
{
    private static readonly FrozenDictionary<string, TreeSitterLanguage> s_byName = new TreeSitterLanguage[]
    {
        new AstroLanguage(),
        new BashLanguage(),
        new CLanguage(),
        new CppLanguage(),
        new DartLanguage(),
        new ElixirLanguage(),
        new GoLanguage(),
        new HaskellLanguage(),
        new HclLanguage(),
        new JavaLanguage(),
        new JavaScriptLanguage(),
        new JuliaLanguage(),
        new KotlinLanguage(),
        new LuaLanguage(),
        new MakeLanguage(),
        new ObjectiveCLanguage(),
        new ObjectiveCppLanguage(),
        new OCamlLanguage(),
        new PhpLanguage(),
        new PowerShellLanguage(),
        new PythonLanguage(),
        new RLanguage(),
        new RubyLanguage(),
        new RustLanguage(),
        new ScalaLanguage(),
        new SvelteLanguage(),
        new SwiftLanguage(),
        new TypeScriptLanguage(),
        new VueLanguage(),
        new ZigLanguage(),
    }.ToFrozenDictionary(language => language.Name, StringComparer.Ordinal);

    /// <summary>Names of the languages, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. s_byName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether a language is one of them.</summary>
    public static bool Contains(string name) => s_byName.ContainsKey(name);

    /// <summary>A language by its name.</summary>
    public static TreeSitterLanguage Of(string name) => s_byName[name];
}
