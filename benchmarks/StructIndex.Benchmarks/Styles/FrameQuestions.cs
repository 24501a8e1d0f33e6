namespace StructIndex.Benchmarks;

/// <summary>Stacks of functions that call each other, printed as their language prints them. The innermost function of the code base is asked for.</summary>
internal static class FrameQuestions
{
    private const int Count = 15;
    private const int MinName = 4;
    private const int MaxCalls = 4;

    private static readonly string[] s_messages = ["Cannot read properties of undefined", "index out of range", "invalid value", "object reference not set to an instance of an object", "key not found", "unexpected end of input", "operation timed out"];

    public static IEnumerable<StyledQuestion> Of(QuestionMaker maker)
    {
        StyledTree tree = maker.Tree;
        Random random = maker.Repository.Random("frames");
        int[] functions = [.. tree.Asked.Where(unit => tree.Units.Units[unit].Kind.IsCallable() && tree.Units.Units[unit].Name.Length >= MinName && !tree.Units.Units[unit].Name.Contains(' '))];
        ILookup<string, ErrorMessage> messages = tree.AskedPaths.SelectMany(path => ErrorMessage.In(tree.File(path)!)).ToLookup(message => message.Path, StringComparer.Ordinal);
        int number = 0;
        foreach (int unit in maker.Shuffled("frames", unit => unit.Kind.IsCallable() && unit.Name.Length >= MinName && unit.Lines.Count > 2))
        {
            CodeUnit innermost = tree.Units.Units[unit];
            ErrorMessage? message = messages[innermost.Path].FirstOrDefault(message => innermost.Lines.Contains(message.Line));
            int line = message?.Line ?? random.Next(innermost.Lines.Start + 1, innermost.Lines.End + 1);
            List<StackCall> calls = [Call(unit, line)];
            while (calls.Count < MaxCalls && Caller(calls[^1].Unit) is { } caller && !calls.Exists(call => call.Unit == caller.Unit))
            {
                calls.Add(caller);
            }

            bool isTold = message is not null && random.Next(2) == 0;
            string text = isTold ? message!.Shown(random) : s_messages[random.Next(s_messages.Length)];
            if (StackFrames.Print(innermost.Language, maker.Repository.Package, calls, isTold ? message!.Type : "", text, random) is { } query)
            {
                yield return maker.Make("frames", number++, query, [unit]);
                if (number == Count)
                {
                    yield break;
                }
            }
        }

        StackCall Call(int unit, int line)
        {
            SourceFile file = tree.File(tree.Units.Units[unit].Path)!;
            return new StackCall(tree.Units.Units[unit], line, file.Text[file.OffsetOfLine(line)..file.OffsetOfLine(line + 1)].Trim());
        }

        // A function of the same language whose body holds the name before a bracket.
        StackCall? Caller(CodeUnit called)
        {
            foreach (int unit in functions)
            {
                CodeUnit caller = tree.Units.Units[unit];
                int at = caller.Language == called.Language && caller != called ? caller.Body.IndexOf(called.Name + "(", StringComparison.Ordinal) : -1;
                if (at > 0 && !char.IsLetterOrDigit(caller.Body[at - 1]) && caller.Body[at - 1] != '_' && caller.Name != called.Name)
                {
                    SourceFile file = tree.File(caller.Path)!;
                    int start = file.Text.IndexOf(called.Name + "(", file.OffsetOfLine(caller.Lines.Start), StringComparison.Ordinal);
                    return Call(unit, start < 0 ? caller.Lines.Start : Math.Clamp(file.LineAt(start), caller.Lines.Start, caller.Lines.End));
                }
            }

            return null;
        }
    }
}
