using System.Globalization;
using System.Text;

namespace StructIndex;

/// <summary>Writes well-formed HTML; text is escaped, and characters that no XML may hold are replaced.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds markup as it is.</summary>
    public HtmlText Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <summary>Adds markup with its holes escaped; numbers are written the same everywhere.</summary>
    public HtmlText Markup(FormattableString markup)
    {
        object?[] escaped = [.. markup.GetArguments().Select(argument => argument is string text ? Escape(text) : argument)];
        _text.AppendFormat(CultureInfo.InvariantCulture, markup.Format, escaped);
        return this;
    }

    /// <summary>Adds an element with a text in it.</summary>
    public HtmlText Element(string name, string text, string? style = null) =>
        style is null ? Raw($"<{name}>{Escape(text)}</{name}>\n") : Raw($"<{name} class=\"{style}\">{Escape(text)}</{name}>\n");

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>The text, safe between tags and in quotes.</summary>
    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                escaped.Append(c).Append(text[++i]);
                continue;
            }

            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                '\t' or '\n' or '\r' => escaped.Append(c),
                < ' ' or '\uFFFE' or '\uFFFF' => escaped.Append('\uFFFD'),
                _ when char.IsSurrogate(c) => escaped.Append('\uFFFD'),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
