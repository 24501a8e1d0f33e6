namespace StructIndex;

/// <summary>Parses one file after the other on one thread.</summary>
internal sealed unsafe class FileParser(TreeSitterParserOptions options, SharedMacros macros, int[] cancelled) : IDisposable
{
    private readonly TsSession _session = new();

    public ParsedFile Parse(SourceFile file, CancellationToken cancellationToken) => TreeSitterLanguages.Contains(file.Language)
        ? Parse(file, macros.Hide(file), TreeSitterLanguages.Of(file.Language), cancellationToken)
        : DocumentCode.Parse(file, (code, language) => Parse(code, code, language, cancellationToken), cancellationToken);

    /// <summary>Parses a file by what is visible of it.</summary>
    private ParsedFile Parse(SourceFile file, SourceFile visible, TreeSitterLanguage language, CancellationToken cancellationToken)
    {
        if (file.Text.Length > options.MaxLength)
        {
            return Failed(file, language, FileFailureKind.TooLarge, FormattableString.Invariant($"The file has {file.Text.Length} characters; more than {options.MaxLength} are not parsed. It is kept as plain text."));
        }

        try
        {
            return ParseWithin(file, visible, language, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Failed(file, language, FileFailureKind.ParseFailed, $"{e.GetType().Name}: {e.Message} The file is kept as plain text.");
        }
    }

    public void Dispose() => _session.Dispose();

    private static ParsedFile Failed(SourceFile file, TreeSitterLanguage language, FileFailureKind kind, string message)
        => new() { Source = file, Rules = language, Failures = [new FileFailure(file.Path, kind, message)] };

    private ParsedFile ParseWithin(SourceFile file, SourceFile visible, TreeSitterLanguage language, CancellationToken cancellationToken)
    {
        FileFacts facts = new();
        string shown = language.TextToParse(visible, cancellationToken);
        IReadOnlyList<Reading> readings = language.Readings(file, shown);
        List<List<Stretch>> errors = [];
        List<int> breaks = [];
        foreach (Reading reading in readings)
        {
            if (!Read(file, reading, facts))
            {
                cancellationToken.ThrowIfCancellationRequested();
                return Failed(file, language, FileFailureKind.ParseTimedOut, FormattableString.Invariant($"The parser did not finish within {options.TimeoutPerFile.TotalSeconds} s. The file is kept as plain text."));
            }

            errors.Add([.. facts.Errors]);
            breaks.AddRange(facts.Breaks);
            facts.Errors.Clear();
            facts.Breaks.Clear();
        }

        facts.Errors.AddRange(readings.Count == 1 ? errors[0] : CommonErrors.Of(readings, errors));
        facts.Breaks.AddRange(readings.Count == 1 ? breaks : breaks.Distinct().Order());
        language.Correct(file, facts);
        cancellationToken.ThrowIfCancellationRequested();
        return FileAssembler.Assemble(file, language.HidesFromSignatures ? shown : file.Text, language, facts, cancellationToken);
    }

    /// <summary>Adds what one parse finds; false when the budget was spent first.</summary>
    private bool Read(SourceFile file, Reading reading, FileFacts facts)
    {
        Grammar grammar = GrammarTable.GrammarFor(reading.Language, file);
        fixed (char* text = reading.Text)
        fixed (int* flag = cancelled)
        {
            TsBudget budget = new()
            {
                Text = text,
                Bytes = (uint)file.Text.Length * sizeof(char),
                Started = Environment.TickCount64,
                Processor = Environment.CpuUsage.TotalTime,
                Limit = (long)options.TimeoutPerFile.TotalMilliseconds,
                Cancelled = flag,
            };
            _session.Begin();
            try
            {
                if (_session.Parse(grammar.Native, &budget) is not { } root || !MatchReader.Read(grammar, root, _session, file.Text, &budget, facts))
                {
                    return false;
                }

                BreakFinder.Find(root, file.Text, &budget, facts.Breaks);
                ErrorFinder.Find(root, reading.Text, reading.Language, &budget, facts);
                return !budget.IsSpent;
            }
            finally
            {
                _session.End();
            }
        }
    }
}
