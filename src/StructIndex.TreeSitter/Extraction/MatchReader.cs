namespace StructIndex;

/// <summary>Runs a grammar's query over a tree and sorts what it captures into <see cref="FileFacts"/>.</summary>
internal static unsafe class MatchReader
{
    /// <summary>Reads all matches. False when the budget was spent first.</summary>
    public static bool Read(Grammar grammar, TsNode root, TsSession session, string text, TsBudget* budget, FileFacts facts)
    {
        TreeSitterNative.ProgressOptions options = new() { Payload = budget, Progress = &TreeSitterNative.Progress };
        session.Start(grammar.Query, root, &options);
        int count = 0;
        while (session.Next(out TsMatch match))
        {
            if (grammar.Accepts(match, text))
            {
                Take(grammar, match, facts);
            }

            if ((++count & 0xFF) == 0 && budget->IsSpent)
            {
                return false;
            }
        }

        facts.IsCut |= session.ExceededMatchLimit;
        return !budget->IsSpent;
    }

    private static void Take(Grammar grammar, in TsMatch match, FileFacts facts)
    {
        Captured captured = default;
        captured.Name = captured.Body = captured.Header = captured.Receiver = captured.Doc = captured.Type = captured.Within = captured.ImportName = captured.ImportAlias = Stretch.None;
        CaptureRole primary = CaptureRole.Helper;
        UnitKind kind = default;
        TsNode node = default;
        for (int i = 0; i < match.Count; i++)
        {
            TsCapture capture = match.Captures[i];
            CaptureRole role = grammar.RoleOf(capture.Index);
            switch (role)
            {
                case CaptureRole.Helper:
                    break;
                case CaptureRole.Name:
                    captured.Name = Stretch.Of(capture.Node);
                    break;
                case CaptureRole.Body:
                    captured.Body = Stretch.Of(capture.Node);
                    break;
                case CaptureRole.Header:
                    captured.Header = Stretch.Of(capture.Node);
                    break;
                case CaptureRole.Receiver:
                    Stretch receiver = Stretch.Of(capture.Node);
                    captured.Receiver = captured.Receiver.IsNone ? receiver : new Stretch(Math.Min(captured.Receiver.Start, receiver.Start), Math.Max(captured.Receiver.End, receiver.End));
                    break;
                case CaptureRole.Type:
                    captured.Type = Stretch.Of(capture.Node);
                    break;
                case CaptureRole.Within:
                    captured.Within = Stretch.Of(capture.Node);
                    break;
                case CaptureRole.ImportName:
                    captured.ImportName = Stretch.Of(capture.Node);
                    break;
                case CaptureRole.ImportAlias:
                    captured.ImportAlias = Stretch.Of(capture.Node);
                    break;
                case CaptureRole.Doc:
                    captured.Doc = Stretch.Of(capture.Node);
                    break;
                case CaptureRole.Inherit or CaptureRole.Implement:
                    facts.Uses.Add(new Use(role, capture.Node.Start, capture.Node.End, match.Pattern, Stretch.None));
                    break;
                default:
                    primary = role;
                    kind = grammar.KindOf(capture.Index);
                    node = capture.Node;
                    break;
            }
        }

        if (primary != CaptureRole.Helper)
        {
            Add(grammar, match.Pattern, primary, kind, node, captured, facts);
        }
        else if (!captured.Doc.IsNone)
        {
            facts.Uses.Add(new Use(CaptureRole.Doc, captured.Doc.Start, captured.Doc.End, match.Pattern, Stretch.None));
        }
    }

    private static void Add(Grammar grammar, int pattern, CaptureRole role, UnitKind kind, in TsNode node, in Captured captured, FileFacts facts)
    {
        Stretch whole = Stretch.Of(node);
        switch (role)
        {
            case CaptureRole.Definition or CaptureRole.Test or CaptureRole.Scope or CaptureRole.TypeScope:
                AddEntry(grammar, pattern, role, kind, node, captured, facts);
                break;
            case CaptureRole.Comment or CaptureRole.Attribute:
                facts.Trivia.Add(new Trivia(role, whole.Start, whole.End, pattern, Stretch.None));
                break;
            case CaptureRole.Leading:
                facts.Trivia.Add(new Trivia(role, whole.Start, whole.End, pattern, captured.Doc));
                break;
            case CaptureRole.Signature:
                facts.Trivia.Add(new Trivia(role, whole.Start, whole.End, pattern, captured.Name));
                break;
            case CaptureRole.Wrap:
                facts.Wraps.Add(whole);
                break;
            case CaptureRole.Package:
                facts.Packages.Add(whole);
                break;
            case CaptureRole.Pattern:
                facts.Patterns.Add(whole);
                break;
            case CaptureRole.Import or CaptureRole.ImportAll or CaptureRole.ImportPath or CaptureRole.Export:
                facts.Imports.Add(new Import(role, whole, captured.ImportName, captured.ImportAlias));
                break;
            default:
                facts.Uses.Add(new Use(role, whole.Start, whole.End, pattern, IsTyped(role) ? captured.Type : captured.Receiver) { Within = captured.Within });
                break;
        }
    }

    private static bool IsTyped(CaptureRole role) =>
        role is CaptureRole.Var or CaptureRole.Field or CaptureRole.Alias or CaptureRole.Element or CaptureRole.FieldAlias or CaptureRole.Anonymous or CaptureRole.Parameter
            or CaptureRole.Value or CaptureRole.It or CaptureRole.Own or CaptureRole.Taken or CaptureRole.Each
            or CaptureRole.Assigned or CaptureRole.AssignedElements or CaptureRole.Entered or CaptureRole.Merged;

    private static void AddEntry(Grammar grammar, int pattern, CaptureRole role, UnitKind kind, in TsNode node, in Captured captured, FileFacts facts)
    {
        if (captured.Name.IsNone && role is CaptureRole.Definition)
        {
            return;
        }

        Stretch whole = Stretch.Of(node);
        Stretch body = captured.Body;
        if (body.IsNone && grammar.BodyField != 0 && node.ChildByField(grammar.BodyField) is { IsNull: false } field)
        {
            body = Stretch.Of(field);
        }

        if (body.IsNone && !captured.Header.IsNone)
        {
            body = new Stretch(captured.Header.End, whole.End);
        }

        if (body.End - body.Start == 1 && body.End < whole.End)
        {
            // Only the opening brace could be captured.
            body = new Stretch(body.Start, whole.End);
        }

        // A body that follows the node of the header belongs to the declaration.
        whole = new Stretch(whole.Start, Math.Max(whole.End, body.End));
        int key = captured.Name.IsNone ? whole.Start : captured.Name.Start;
        if (facts.Entries.TryGetValue(key, out Entry? known))
        {
            // One declaration matched twice: the larger node is the span, the later pattern says what it is.
            bool larger = whole.End - whole.Start > known.End - known.Start;
            bool later = pattern > known.Pattern;
            facts.Entries[key] = new Entry
            {
                Role = later ? role : known.Role,
                Kind = later ? kind : known.Kind,
                Pattern = Math.Max(pattern, known.Pattern),
                Start = larger ? whole.Start : known.Start,
                HeaderStart = larger ? whole.Start : known.HeaderStart,
                End = larger ? whole.End : known.End,
                Name = later ? captured.Name : known.Name,
                Body = body.IsNone || (!later && !known.Body.IsNone) ? known.Body : body,
                Receiver = captured.Receiver.IsNone || (!later && !known.Receiver.IsNone) ? known.Receiver : captured.Receiver,
            };
            return;
        }

        facts.Entries[key] = new Entry
        {
            Role = role,
            Kind = kind,
            Pattern = pattern,
            Start = whole.Start,
            HeaderStart = whole.Start,
            End = whole.End,
            Name = captured.Name,
            Body = body,
            Receiver = captured.Receiver,
        };
    }

    private struct Captured
    {
        public Stretch Name;
        public Stretch Body;
        public Stretch Header;
        public Stretch Receiver;
        public Stretch Doc;
        public Stretch Type;
        public Stretch Within;
        public Stretch ImportName;
        public Stretch ImportAlias;
    }
}
