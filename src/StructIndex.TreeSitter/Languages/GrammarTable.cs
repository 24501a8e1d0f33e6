using System.Reflection;
using System.Text.Json;

namespace StructIndex;

/// <summary>The languages that tree-sitter parses, from the embedded <c>languages.json</c>. Grammars load at their first use.</summary>
internal static class GrammarTable
{
    private static readonly Dictionary<string, LanguageDefinition> s_definitions =
        JsonSerializer.Deserialize(ReadResource("languages.json"), LanguageJson.Default.DictionaryStringLanguageDefinition)!;

    private static readonly Dictionary<string, Lazy<Grammar>> s_grammars = Prepare();

    /// <summary>Names of the languages, ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. s_definitions.Keys.Order(StringComparer.Ordinal)];

    public static bool Knows(string language) => s_definitions.ContainsKey(language);

    /// <summary>The grammar for a file of the language.</summary>
    /// <exception cref="TreeSitterException">Its native library is missing or unfit.</exception>
    public static Grammar GrammarFor(string language, string path)
    {
        LanguageDefinition definition = s_definitions[language];
        string grammar = definition.ByExtension.GetValueOrDefault(Path.GetExtension(path).ToLowerInvariant(), definition.Grammar);
        return s_grammars[Key(language, grammar)].Value;
    }

    private static Dictionary<string, Lazy<Grammar>> Prepare()
    {
        Dictionary<string, Lazy<Grammar>> grammars = [];
        foreach ((string language, LanguageDefinition definition) in s_definitions)
        {
            foreach (string grammar in definition.ByExtension.Values.Append(definition.Grammar).Distinct(StringComparer.Ordinal))
            {
                grammars[Key(language, grammar)] = new Lazy<Grammar>(() => Load(language, grammar, definition));
            }
        }

        return grammars;
    }

    private static Grammar Load(string language, string grammar, LanguageDefinition definition)
    {
        string[] parts = grammar.Split('/');
        string[] queries = definition.Queries.Length > 0 ? definition.Queries : [language];
        queries = [.. queries, .. definition.GrammarQueries.GetValueOrDefault(grammar, [])];
        string source = string.Join('\n', queries.Select(query => ReadResource($"{query}.scm")));
        return new Grammar(language, definition, TsLanguage.Load(parts[0], parts[^1]), source);
    }

    private static string Key(string language, string grammar) => $"{language}|{grammar}";

    private static string ReadResource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new TreeSitterException($"The resource '{name}' is missing from the assembly.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
