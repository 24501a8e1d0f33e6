namespace StructIndex;

/// <summary>
/// Hides from scripts what a template engine writes into them: <c>{{ value }}</c>, <c>{% if %}</c>, <c>&lt;%= value %></c> and
/// <c>&lt;?= value ?></c>. A value becomes nought, a statement blank.
/// </summary>
internal static class TemplateMarks
{
    private static readonly (string Open, string Close, bool OneLine)[] s_marks = [("{{", "}}", true), ("{%", "%}", true), ("{#", "#}", true), ("<%", "%>", false), ("<?", "?>", false)];

    /// <summary>The text: of the same length.</summary>
    public static string Hide(string text)
    {
        IslandText? hidden = null;
        foreach ((string open, string close, bool oneLine) in s_marks)
        {
            for (int at = Next(text, 0, open); at >= 0;)
            {
                int end = Next(text, at + open.Length, close);
                if (end < 0)
                {
                    break;
                }

                ReadOnlySpan<char> inside = text.AsSpan(at + open.Length, end - at - open.Length);
                if (oneLine && inside.ContainsAny('\r', '\n'))
                {
                    at = Next(text, at + open.Length, open);
                    continue;
                }

                hidden ??= Whole(text);
                hidden.Blank(at, end + close.Length);
                hidden.Put(open == "{{" || inside is ['=' or '-', ..] ? at : -1, '0');
                at = Next(text, end + close.Length, open);
            }
        }

        return hidden?.ToString() ?? text;
    }

    private static IslandText Whole(string text)
    {
        IslandText whole = new(text);
        whole.Keep(0, text.Length);
        return whole;
    }

    private static int Next(string text, int at, string mark) => at < text.Length ? text.IndexOf(mark, at, StringComparison.Ordinal) : -1;
}
