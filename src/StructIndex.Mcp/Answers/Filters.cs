using ModelContextProtocol;

namespace StructIndex;

/// <summary>Reads the filters of a search.</summary>
internal static class Filters
{
    /// <summary>The filter; null where nothing is asked for.</summary>
    /// <exception cref="McpException">There is no such language or kind; the message names those that there are.</exception>
    public static UnitFilter? Of(CodeIndex index, string[]? languages, string[]? paths, string[]? kinds)
    {
        UnitFilter filter = new()
        {
            Languages = [.. (languages ?? []).Select(name => Language(index, name))],
            PathGlobs = paths ?? [],
            Kinds = [.. (kinds ?? []).Select(Kind)],
        };
        return filter.Languages.Count + filter.PathGlobs.Count + filter.Kinds.Count > 0 ? filter : null;
    }

    private static string Language(CodeIndex index, string written)
    {
        string plain = written.Replace("#", "sharp", StringComparison.Ordinal).Replace('+', 'p').TrimStart('.');
        return LanguageCatalog.All.Contains(plain, StringComparer.OrdinalIgnoreCase) ? plain
            : LanguageCatalog.Detect($"a.{plain}", [])
            ?? throw new McpException($"There is no language {Answer.Short(written)}; the index holds {string.Join(' ', index.Units.Select(static unit => unit.Language).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}.");
    }

    private static UnitKind Kind(string written) => Enum.TryParse(written, ignoreCase: true, out UnitKind kind) && Enum.IsDefined(kind) ? kind
        : throw new McpException($"There is no kind {Answer.Short(written)}; the kinds are {string.Join(' ', Enum.GetValues<UnitKind>().Select(Answer.Name))}.");
}
