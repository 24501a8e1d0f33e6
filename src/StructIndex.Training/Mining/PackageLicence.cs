using System.Text.Json;
using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>What a package says of its licence, so that a model can be shipped with the list of what it learned from.</summary>
internal static partial class PackageLicence
{
    private const int MaxBytes = 1 << 20;
    private const int MaxFiles = 8;
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    /// <summary>
    /// The licences named in a Debian copyright file, <c>package.json</c> or a <c>.nuspec</c>, or the title of a licence file; empty when
    /// there is none.
    /// </summary>
    public static string Of(string folder, int mostCharacters)
    {
        string[] files = [.. Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 6, IgnoreInaccessible = true })
            .Where(f => Candidate().IsMatch(Path.GetFileName(f)))
            .OrderBy(f => f.Count(c => c == Path.DirectorySeparatorChar)).ThenBy(f => f, StringComparer.Ordinal)
            .Take(MaxFiles)];
        foreach (Func<string, string> read in (ReadOnlySpan<Func<string, string>>)[FromCopyright, FromPackageJson, FromNuspec, FromTitle])
        {
            string? found = files.Select(read).FirstOrDefault(l => l.Length > 0);
            if (found is not null)
            {
                found = Spaces().Replace(found, " ").Trim();
                return found.Length <= mostCharacters ? found : found[..mostCharacters];
            }
        }

        return "";
    }

    private static string FromCopyright(string file) =>
        Path.GetFileName(file) != "copyright" ? "" : string.Join(", ", Named().Matches(Text(file)).Select(m => m.Groups["name"].Value.Trim()).Distinct(StringComparer.Ordinal));

    private static string FromPackageJson(string file)
    {
        if (Path.GetFileName(file) != "package.json")
        {
            return "";
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(Text(file));
            JsonElement root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("license", out JsonElement licence) && licence.ValueKind == JsonValueKind.String
                ? licence.GetString()! : "";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // No JSON, or half of a surrogate pair in the text: a package whose licence is not known is left out.
            return "";
        }
    }

    private static string FromNuspec(string file) =>
        file.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase) && Nuspec().Match(Text(file)) is { Success: true } match ? match.Groups["name"].Value : "";

    private static string FromTitle(string file)
    {
        string name = Path.GetFileName(file);
        return name.StartsWith("lic", StringComparison.OrdinalIgnoreCase) || name.StartsWith("copying", StringComparison.OrdinalIgnoreCase)
            ? Text(file).Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Length > 0) ?? "" : "";
    }

    private static string Text(string file)
    {
        try
        {
            return new FileInfo(file).Length > MaxBytes ? "" : File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    [GeneratedRegex(@"^(copyright|package\.json|.*\.nuspec|(licen[sc]e|copying)([.-].*)?)$", RegexOptions.IgnoreCase | Linear)]
    private static partial Regex Candidate();

    [GeneratedRegex(@"^License:[ \t]*(?<name>\S[^\r\n]*)", RegexOptions.Multiline | Linear)]
    private static partial Regex Named();

    [GeneratedRegex("<license(Url)?[^>]*>(?<name>[^<]+)</license", Linear)]
    private static partial Regex Nuspec();

    [GeneratedRegex(@"\s+", Linear)]
    private static partial Regex Spaces();
}
