using System.Text.Json;

namespace StructIndex;

/// <summary>Files that an index holds in part, or not at all, with the reason of each.</summary>
internal sealed class PartialFiles
{
    private readonly IReadOnlyList<FileFailure> _failures;

    private PartialFiles(string title, string field, IEnumerable<FileFailure> failures) => (Title, Field, _failures) = (title, field, [.. failures]);

    public string Title { get; }

    /// <summary>Name in JSON.</summary>
    public string Field { get; }

    /// <summary>Number of files; one may have several reasons.</summary>
    public int Count => _failures.Select(failure => failure.Path).Distinct(StringComparer.Ordinal).Count();

    private IEnumerable<(FileFailureKind Reason, int Number)> Reasons =>
        _failures.GroupBy(failure => failure.Kind).Select(group => (group.Key, group.Count())).OrderByDescending(reason => reason.Item2).ThenBy(reason => reason.Key);

    /// <summary>Those that are read in part, and those that are not read.</summary>
    public static PartialFiles[] Of(CodeIndex index) =>
    [
        new("read in part", "readInPart", index.Failures.Where(failure => failure.IsReadInPart)),
        new("not read", "notRead", index.Failures.Where(failure => !failure.IsReadInPart)),
    ];

    /// <summary>Both numbers in half a line: <c>3 files read in part, 1 not read</c>.</summary>
    public static string Summary(CodeIndex index)
    {
        PartialFiles[] all = Of(index);
        return $"{all[0].Count} files {all[0].Title}, {all[1].Count} {all[1].Title}";
    }

    public void Write(TextWriter output)
    {
        output.WriteLine($"{Title}  {Count}");
        foreach ((FileFailureKind reason, int number) in Reasons)
        {
            output.WriteLine($"  {number,8}  {JsonLines.Name(reason)}");
        }

        foreach (FileFailure failure in _failures)
        {
            output.WriteLine($"  {failure.Path}: {JsonLines.Name(failure.Kind)}: {failure.Message}");
        }
    }

    public void WriteCounts(Utf8JsonWriter json)
    {
        json.WriteStartObject(Field);
        foreach ((FileFailureKind reason, int number) in Reasons)
        {
            json.WriteNumber(JsonLines.Name(reason), number);
        }

        json.WriteEndObject();
    }
}
