namespace StructIndex;

/// <summary>Makes declarations of arranged entries: names, containers, signatures, documentation, attributes, visibility.</summary>
internal sealed class DeclarationBuilder(TreeSitterLanguage language, string text, string parsed, FileFacts facts, NamePool names)
{
    private readonly TreeSitterLanguage _language = language;
    private readonly List<Stretch> _packages = facts.Packages;
    private readonly bool[] _taken = new bool[facts.Trivia.Count];
    private int _package;
    private string _packageName = "";

    /// <summary>Fills in what the entry needs before its members are looked at: its name, kind and path. Entries come in order.</summary>
    public void Name(Entry entry)
    {
        while (_package < _packages.Count && _packages[_package].Start <= entry.Start)
        {
            // "package a.b" and directly below it "package c" are one path in Scala.
            bool continues = _package > 0 && text.AsSpan(_packages[_package - 1].End, _packages[_package].Start - _packages[_package - 1].End).Trim() is "package";
            string name = Names.Dotted(_packages[_package++].In(text), _language);
            _packageName = continues ? CodeDeclaration.JoinContainer(_packageName, name) : name;
        }

        ReadOnlySpan<char> written = Names.Unquoted(entry.Name.In(text));
        string receiver = Names.Dotted(entry.Receiver.In(text), _language);
        if (_language.SplitNames && entry.Receiver.IsNone && entry.Role != CaptureRole.Test)
        {
            int last = Names.LastPart(written, _language.Separator);
            receiver = Names.Dotted(written[..last], _language);
            written = WithoutArguments(written[last..].Trim());
        }

        entry.NameText = entry.GivenName is { } given ? given : entry.IsScope ? Names.Dotted(written, _language) : names.Get(written);
        Entry? parent = entry.Parent;
        while (parent is { IsScope: false } && parent.Kind.IsCallable() && parent.Start == entry.Start && parent.End == entry.End)
        {
            // Two names of one node ("width, height :: Int") hold each other's text, not each other.
            parent = parent.Parent;
        }

        string container = parent is null ? _packageName : parent.Path;
        receiver = receiver == parent?.NameText ? "" : receiver;
        container = CodeDeclaration.JoinContainer(container, receiver);
        entry.Path = CodeDeclaration.JoinContainer(container, entry.NameText);
        if (!entry.IsScope)
        {
            entry.Kind = KindOf(entry, parent, receiver);
            Container = container;
        }
    }

    /// <summary>Container of the entry that was named last.</summary>
    public string Container { get; private set; } = "";

    /// <summary>Whether the trivia at the index belongs to a declaration.</summary>
    public bool IsTaken(int trivia) => _taken[trivia];

    /// <summary>
    /// Makes the declaration of an entry that is no scope. Inner documentation, bases and breaks have been given to it before.
    /// </summary>
    public CodeDeclaration Build(Entry entry, string container)
    {
        List<Trivia> trivia = facts.Trivia;
        int first = SortedStarts.FirstFrom(facts.Trivia, entry.Start, static item => item.Start);
        List<Stretch> comments = [];
        List<Stretch> documents = entry.InnerDocs ?? [];
        List<string>? attributes = null;
        bool isTest = entry.Role == CaptureRole.Test;
        int headerEnd = BodyComesFirst(entry) ? entry.Body.Start : entry.Name.Start;
        for (int i = first; i < trivia.Count && trivia[i].Start < headerEnd; i++)
        {
            Trivia item = trivia[i];
            _taken[i] = true;
            if (item.Role == CaptureRole.Comment)
            {
                comments.Add(new Stretch(item.Start, item.End));
            }
            else if (item.Role == CaptureRole.Leading && !item.Detail.IsNone)
            {
                documents.Add(item.Detail);
            }
            else if (item.Role == CaptureRole.Attribute)
            {
                string attribute = AttributeText(text.AsSpan(item.Start, item.End - item.Start));
                (attributes ??= []).Add(attribute);
                isTest |= _language.TestAttributePattern?.IsMatch(attribute) ?? false;
            }
        }

        isTest |= entry.Kind.IsCallable() && MayHoldTests(entry.Parent) && (_language.TestNamePattern?.IsMatch(entry.NameText) ?? false);
        LicenceComments.Remove(text, comments, first == 0, _language);
        string documentation = DocumentationText.Clean(text, documents, _language);
        return new CodeDeclaration
        {
            Kind = entry.Kind,
            Name = entry.NameText,
            Span = new SourceSpan(entry.Start, entry.End),
            NameSpan = new SourceSpan(entry.Name.Start, entry.Name.End),
            Body = entry.Body.IsNone ? default : new SourceSpan(Math.Min(entry.Body.Start, entry.End), Math.Min(entry.Body.End, entry.End)),
            Parent = DeclarationAround(entry.Parent),
            Container = names.Get(container),
            Signature = Signature(entry, first),
            Documentation = documentation.Length > 0 ? documentation : DocumentationText.Clean(text, comments, _language),
            Attributes = attributes ?? (IReadOnlyList<string>)[],
            IsPublic = IsPublic(entry),
            IsTest = isTest,
            Breaks = entry.Breaks ?? (IReadOnlyList<int>)[],
        };
    }

    /// <summary>Nearest entry around that is a declaration.</summary>
    public static CodeDeclaration? DeclarationAround(Entry? entry)
    {
        while (entry is { IsScope: true })
        {
            entry = entry.Parent;
        }

        return entry?.Declaration;
    }

    /// <summary>Whether the body stands before the name: <c>typedef struct { int a; } name;</c>.</summary>
    private static bool BodyComesFirst(Entry entry) => !entry.Body.IsNone && entry.Body.End <= entry.Name.Start && entry.Body.Start > entry.HeaderStart;

    private string Signature(Entry entry, int firstTrivia)
    {
        if (entry.GivenName is { } given)
        {
            return given;
        }

        if (!entry.Signature.IsNone)
        {
            return SignatureText.Of(parsed, entry.Signature.Start, entry.Signature.End, facts.Trivia, firstTrivia);
        }

        if (BodyComesFirst(entry))
        {
            string head = SignatureText.Of(parsed, entry.HeaderStart, entry.Body.Start, facts.Trivia, firstTrivia);
            return $"{head} {SignatureText.Of(parsed, entry.Body.End, entry.End, facts.Trivia, firstTrivia)}";
        }

        int end = entry.Body.IsNone || entry.Body.Start < entry.Name.End ? entry.End : Math.Min(entry.Body.Start, entry.End);
        return SignatureText.Of(parsed, entry.HeaderStart, end, facts.Trivia, firstTrivia);
    }

    private bool? IsPublic(Entry entry)
    {
        ReadOnlySpan<char> header = text.AsSpan(entry.HeaderStart, Math.Max(0, entry.Name.Start - entry.HeaderStart));
        bool? written = Visibility.Of(header, entry.NameText, Visibility.OfSection(entry, text, _language), _language);
        bool ofContract = entry.Parent is { Kind: UnitKind.Trait or UnitKind.Interface, IsScope: false } or { Implements: true };
        return ofContract && _language.IsPublicByDefault == false && written == false
            ? entry.Parent!.Declaration?.IsPublic // Members of a trait are as visible as it is; those that implement one, as that one.
            : written;
    }

    /// <summary>
    /// Whether a name alone may make a test of what lies here: not in a type that neither its name nor its bases call a test.
    /// </summary>
    private static bool MayHoldTests(Entry? container)
        => container is not { HoldsMethods: true } || SaysTest(container.NameText) || (container.Bases?.Exists(SaysTest) ?? false);

    private static bool SaysTest(string name)
        => name.Contains("Test", StringComparison.Ordinal) || name.Contains("Spec", StringComparison.Ordinal);

    /// <summary>A C++ name without template arguments, and a conversion operator without its parameters.</summary>
    private static ReadOnlySpan<char> WithoutArguments(ReadOnlySpan<char> name)
    {
        bool isOperator = name.StartsWith("operator", StringComparison.Ordinal) && !(name.Length > 8 && (char.IsLetterOrDigit(name[8]) || name[8] == '_'));
        if (isOperator)
        {
            int call = name[8..].TrimStart() is ['(', ..] ? name.Length : name.IndexOf('(');
            return call > 0 ? name[..call].Trim() : name;
        }

        int cut = name.IndexOf('<');
        return cut > 0 ? name[..cut].Trim() : name;
    }

    private static string AttributeText(ReadOnlySpan<char> written)
    {
        ReadOnlySpan<char> attribute = written.Trim();
        attribute = attribute.TrimStart("@#!");
        while (attribute is ['[', .., ']'])
        {
            attribute = attribute[1..^1].Trim();
        }

        return attribute.ToString();
    }

    private UnitKind KindOf(Entry entry, Entry? parent, string receiver)
    {
        if (entry.Kind == UnitKind.Function && (parent is { HoldsMethods: true } || receiver.Length > 0))
        {
            entry.Kind = UnitKind.Method;
        }

        if (_language.SplitNames && entry.NameText.StartsWith("operator", StringComparison.Ordinal) && entry.NameText.Length > 8 && !char.IsLetterOrDigit(entry.NameText[8]) && entry.NameText[8] != '_')
        {
            return UnitKind.Operator;
        }

        if (entry.Kind == UnitKind.Method)
        {
            ReadOnlySpan<char> type = receiver.Length > 0 ? receiver.AsSpan(receiver.LastIndexOf('.') + 1) : parent?.NameText;
            if (_language.ConstructorMethods.Contains(entry.NameText, StringComparer.Ordinal)
                || (_language.ConstructorIsTypeName && entry.NameText.AsSpan().TrimStart('~').SequenceEqual(type)))
            {
                return UnitKind.Constructor;
            }
        }

        return entry.Kind;
    }
}
