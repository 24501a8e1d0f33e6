using System.Text.RegularExpressions;

namespace StructIndex.Benchmarks;

/// <summary>Tests, documents, examples: files that come with a change and are not what answers. Figures "tests struck" leave them out of an order first.</summary>
internal static partial class StruckFiles
{
    public static bool Contains(string path) => Pattern().IsMatch(path);

    [GeneratedRegex(@"(^|/)(tests?|testing|docs?|doc|examples?|galleries|benchmarks?|asv_bench|specs?|__tests__|[^/]*\.?Tests?)/|(^|/)(test_[^/]*|[^/]*_test\.\w+|conftest\.py)$|\.(rst|txt|md)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
