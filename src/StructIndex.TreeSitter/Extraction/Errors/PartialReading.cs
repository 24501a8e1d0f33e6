namespace StructIndex;

/// <summary>Says what of a file was not understood.</summary>
internal static class PartialReading
{
    /// <summary>Share of a file's lines with a syntax error from which on the file counts as read in part.</summary>
    private const double MaxErrorShare = 0.1;

    /// <summary>Lost declarations that a message names.</summary>
    private const int MaxNamed = 3;

    public static IReadOnlyList<FileFailure> Failures(SourceFile file, FileFacts facts)
    {
        List<FileFailure> failures = [];
        if (facts.IsCut)
        {
            failures.Add(new FileFailure(file.Path, FileFailureKind.Cut, "The syntax is too deep or too ambiguous to be searched in full; some declarations may be missing."));
        }

        // A grammar that wants one statement at least finds an error in an empty file.
        if (facts.Errors.Count == 0 || string.IsNullOrWhiteSpace(file.Text))
        {
            return failures;
        }

        int lines = ErrorLines(file, facts.Errors);
        if (lines > MaxErrorShare * file.LineCount)
        {
            failures.Add(new FileFailure(file.Path, FileFailureKind.SyntaxErrors, FormattableString.Invariant($"{lines} of {file.LineCount} lines are not what the grammar of {file.Language} knows, the first of them line {file.LineAt(facts.Errors[0].Start)}; what they declare may be missing.")));
        }

        HashSet<int> ends = [.. facts.Entries.Values.Select(entry => entry.Name.End)];
        string[] lost = [.. facts.Declared.Where(name => !facts.Entries.ContainsKey(name.Start) && !ends.Contains(name.End)).Select(name => FormattableString.Invariant($"{file.Text[name.Start..name.End]} (line {file.LineAt(name.Start)})"))];
        if (lost.Length > 0)
        {
            string rest = lost.Length > MaxNamed ? FormattableString.Invariant($" and {lost.Length - MaxNamed} more") : "";
            failures.Add(new FileFailure(file.Path, FileFailureKind.DeclarationsLost, $"After syntax errors these are no units of their own: {string.Join(", ", lost.Take(MaxNamed))}{rest}."));
        }

        return failures;
    }

    private static int ErrorLines(SourceFile file, List<Stretch> errors)
    {
        int lines = 0, counted = 0;
        foreach (Stretch error in errors)
        {
            int first = Math.Max(counted + 1, file.LineAt(error.Start)), last = file.LineAt(Math.Max(error.Start, error.End - 1));
            lines += Math.Max(0, last - first + 1);
            counted = Math.Max(counted, last);
        }

        return lines;
    }
}
