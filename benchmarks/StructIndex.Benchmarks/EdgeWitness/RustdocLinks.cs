using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace StructIndex.Benchmarks;

/// <summary>
/// The calls of a Rust crate without dependencies, as the compiler links them in the source pages of <c>rustdoc
/// --generate-link-to-definition</c>. Not known to it are calls that stand in macros, and what types and variants make, which looks like a
/// pattern; a call through a trait means the trait's method, whatever type implements it.
/// </summary>
internal static partial class RustdocLinks
{
    public static IReadOnlyList<WitnessCall> Read(string folder)
    {
        string manifest = File.ReadAllText(Path.Combine(folder, "Cargo.toml"));
        string work = Directory.CreateTempSubdirectory("edge-witness-").FullName;
        string edition = EditionPattern().Match(manifest) is { Success: true } stated ? stated.Groups["year"].Value : "2021";
        IEnumerable<string> features = OwnFeatures(manifest).SelectMany(feature => (string[])["--cfg", $"feature=\"{feature}\""]);
        Rustdoc(folder, ["src/lib.rs", "--crate-name", "witnessed", "--edition", edition, .. features, "-Z", "unstable-options", "--generate-link-to-definition", "--document-private-items", "--cap-lints", "allow", "-o", work]);
        string pages = Path.Combine(work, "src", "witnessed");
        List<WitnessCall> calls = [];
        foreach (string page in Directory.EnumerateFiles(pages, "*.rs.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            AddCalls(Path.GetDirectoryName(Path.GetRelativePath(pages, page))!, page, calls);
        }

        Directory.Delete(work, recursive: true);
        return calls;
    }

    private static void Rustdoc(string folder, string[] arguments)
    {
        // What links calls to definitions is not stable yet.
        ProcessStartInfo start = new("rustdoc", arguments) { WorkingDirectory = folder, Environment = { ["RUSTC_BOOTSTRAP"] = "1" } };
        using Process process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"rustdoc ended with {process.ExitCode} in {folder}: it takes a crate that depends on no other");
        }
    }

    /// <summary>The features of a manifest that need no other crate.</summary>
    private static IEnumerable<string> OwnFeatures(string manifest)
    {
        Match[] features = [.. FeaturePattern().Matches(FeaturesPattern().Match(manifest).Groups["features"].Value).OfType<Match>()];
        HashSet<string> names = [.. features.Select(feature => feature.Groups["name"].Value)];
        return features.Where(feature => QuotedPattern().Matches(feature.Groups["needs"].Value).All(need => names.Contains(need.Groups["text"].Value))).Select(feature => feature.Groups["name"].Value);
    }

    private static void AddCalls(string folder, string page, List<WitnessCall> calls)
    {
        string path = SourceOf(folder, Path.GetFileName(page));
        calls.Add(new WitnessCall(path));
        foreach (string line in File.ReadLines(page))
        {
            if (NumberPattern().Match(line) is not { Success: true } number)
            {
                continue;
            }

            int at = int.Parse(number.Groups["line"].Value, CultureInfo.InvariantCulture);
            foreach (Match link in LinkPattern().Matches(line, number.Length))
            {
                string name = WebUtility.HtmlDecode(link.Groups["name"].Value).TrimEnd('!');
                string end = link.Groups["end"].Value;
                string href = link.Groups["href"].Value;
                bool isCall = href.Length > 0 && end is "(" or "::&lt;" && !char.IsUpper(name[0]);
                WitnessPlace? to = isCall ? PlaceOf(folder, path, href, name) : null;
                bool isForeign = href.StartsWith("http", StringComparison.Ordinal) && !href.Contains("/trait.", StringComparison.Ordinal);
                if (to is not null || !isForeign)
                {
                    // Through a trait of a library a method of ours may be called.
                    calls.Add(new WitnessCall(path, at, name, to));
                }
            }
        }
    }

    /// <summary>What a link of a page leads to; null for another crate.</summary>
    private static WitnessPlace? PlaceOf(string folder, string path, string href, string name)
    {
        if (href.StartsWith("http", StringComparison.Ordinal) || DefinitionPattern().Match(href) is not { Success: true } definition)
        {
            return null;
        }

        string page = definition.Groups["page"].Value;
        string file = page.Length == 0 ? path : Path.GetRelativePath(".", Path.Combine(folder, page)) is var full ? SourceOf(Path.GetDirectoryName(full)!, Path.GetFileName(full)) : path;
        return new WitnessPlace(file, int.Parse(definition.Groups["line"].Value, CultureInfo.InvariantCulture), name);
    }

    private static string SourceOf(string folder, string page) => Path.Combine("src", folder, page[..^".html".Length]).Replace('\\', '/');

    [GeneratedRegex("""^edition\s*=\s*"(?<year>\d+)""", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex EditionPattern();

    [GeneratedRegex("""^\[features\]\s*$(?<features>[^\[]*(\[[^\]\n]*(\n[^\]\[=]*)*\][^\[]*)*)""", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex FeaturesPattern();

    [GeneratedRegex("""^"?(?<name>[\w-]+)"?\s*=\s*\[(?<needs>[^\]]*)\]""", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex FeaturePattern();

    [GeneratedRegex("\"(?<text>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuotedPattern();

    /// <summary>The number that a line of a page begins with.</summary>
    [GeneratedRegex("""^(<[^>]*>)*?<a href=#\d+ id=(?<line>\d+) data-nosnippet>\d+</a>""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberPattern();

    /// <summary>A name, linked or not, before arguments, type arguments, the mark of a macro or a brace.</summary>
    [GeneratedRegex("""((<a( class="[^"]*")? href="(?<href>[^"]*)">)(?<name>[A-Za-z_]\w*)</a>|(?<name>[A-Za-z_]\w*))(</span>)?(?<end>\(|::&lt;|::|!| \{)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LinkPattern();

    [GeneratedRegex("""^(?<page>[^#]*)#(?<line>\d+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DefinitionPattern();
}
