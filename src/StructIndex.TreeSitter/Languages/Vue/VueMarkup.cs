namespace StructIndex;

/// <summary>Templates of Vue: <c>{{ expression }}</c>, <c>:property</c>, <c>@event</c> and directives.</summary>
internal sealed class VueMarkup(string text) : MarkupReader(text)
{
    protected override bool IsComponent(ReadOnlySpan<char> name) => char.IsAsciiLetterUpper(name[0]) || name.Contains('-');

    protected override bool IsForeign(ReadOnlySpan<char> name, ReadOnlySpan<char> tag) =>
        base.IsForeign(name, tag) || (name is "template" && tag.Contains(" lang=", StringComparison.Ordinal) && !tag.Contains("html", StringComparison.Ordinal));

    protected override int Braces(int open)
    {
        if (open + 1 >= Text.Length || Text[open + 1] != '{')
        {
            return open + 1;
        }

        int end = After(open + 2, "}}");
        Expression(open + 1, end - 2);
        return end;
    }

    protected override void Quoted(ReadOnlySpan<char> name, int open, int close)
    {
        if (name[0] == '@' || name.StartsWith("v-on:", StringComparison.Ordinal))
        {
            Block(open, close);
        }
        else if (name is "v-for")
        {
            Expression(open, close);
            int of = Text.IndexOf(" of ", open, close - open, StringComparison.Ordinal);
            Islands.Put(of < 0 ? -1 : of + 2, 'n');
            Islands.Put(of < 0 ? -1 : of + 1, 'i');
        }
        else if (name[0] == ':' || (name.StartsWith("v-", StringComparison.Ordinal) && !name.StartsWith("v-slot", StringComparison.Ordinal)))
        {
            Expression(open, close);
        }
    }
}
