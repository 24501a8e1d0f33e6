using System.Collections.Concurrent;
using System.Reflection;

namespace StructIndex;

/// <summary>Grammars with their compiled queries, loaded at their first use.</summary>
internal static class GrammarTable
{
    private static readonly ConcurrentDictionary<(string Language, string Grammar), Lazy<Grammar>> s_grammars = new();

    /// <summary>The grammar for a file of a language.</summary>
    /// <exception cref="TreeSitterException">Its native library is missing or unfit.</exception>
    public static Grammar GrammarFor(TreeSitterLanguage language, SourceFile file)
    {
        return s_grammars.GetOrAdd((language.Name, language.GrammarOf(file)), static (key, language) => new Lazy<Grammar>(() => Load(language, key.Grammar)), language).Value;
    }

    private static Grammar Load(TreeSitterLanguage language, string grammar)
    {
        string[] parts = grammar.Split('/');
        string[] queries = language.Queries.Length > 0 ? language.Queries : [language.Name];
        queries = [.. queries, .. language.GrammarQueries.GetValueOrDefault(grammar, [])];
        string source = string.Join('\n', queries.Select(query => ReadResource($"{query}.scm")));
        return new Grammar(language, TsLanguage.Load(parts[0], parts[^1]), source);
    }

    private static string ReadResource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new TreeSitterException($"The resource '{name}' is missing from the assembly.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
