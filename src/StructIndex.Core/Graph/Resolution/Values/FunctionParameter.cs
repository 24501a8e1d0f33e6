using System.Text;

namespace StructIndex;

/// <summary>A parameter of a function, in the syntax of Python.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Index">Its place among the arguments, from 0; the own object does not count.</param>
/// <param name="Stars">How many stars stand before it: one takes all further arguments, two all further keywords.</param>
/// <param name="Annotation">The type that is written behind it; empty for none.</param>
/// <param name="Default">The expression that it is without an argument; null for none.</param>
internal readonly record struct FunctionParameter(string Name, int Index, int Stars, string Annotation, string? Default)
{
    /// <summary>Longer headers (UTF-16 units) are not read.</summary>
    private const int MaxHeader = 8_000;

    /// <summary>The parameters of a function; the own object of a method is none.</summary>
    /// <param name="function">The function.</param>
    /// <param name="text">Its file.</param>
    public static List<FunctionParameter> Of(CodeDeclaration function, string text)
    {
        List<FunctionParameter> parameters = [];
        bool hasOwn = function.Parent?.Kind.IsType() == true && !function.Attributes.Contains("staticmethod");
        foreach (string written in Written(Header(function, text)))
        {
            int set = ValueExpression.Find(written, "=");
            string head = (set < 0 ? written : written[..set]).Trim();
            int stars = head.Length - head.TrimStart('*').Length;
            int colon = head.IndexOf(':', StringComparison.Ordinal);
            string name = (colon < 0 ? head : head[..colon]).Trim('*', ' ');
            if (hasOwn)
            {
                hasOwn = false;
            }
            else if (name.Length > 0 && name != "/")
            {
                parameters.Add(new FunctionParameter(name, parameters.Count, stars, colon < 0 ? "" : head[(colon + 1)..].Trim(), set < 0 ? null : written[(set + 1)..].Trim()));
            }
        }

        return parameters;
    }

    /// <summary>The type that a function says it gives; empty for none.</summary>
    /// <param name="function">The function.</param>
    /// <param name="text">Its file.</param>
    public static string Result(CodeDeclaration function, string text)
    {
        string header = Header(function, text);
        int arrow = ValueExpression.Find(header, "->");
        return arrow < 0 ? "" : header[(arrow + 2)..].Trim(' ', ':');
    }

    /// <summary>What stands between the name of a function and its body, on one line and without comments.</summary>
    private static string Header(CodeDeclaration function, string text)
    {
        int start = function.NameSpan.End, end = function.Body.Length > 0 ? function.Body.Start : function.Span.End;
        StringBuilder header = new();
        foreach (ReadOnlySpan<char> line in end > start && end - start <= MaxHeader ? text.AsSpan(start, end - start).EnumerateLines() : default)
        {
            int comment = ValueExpression.FindAnywhere(line, '#');
            header.Append(comment < 0 ? line : line[..comment]).Append(' ');
        }

        return header.ToString().Trim();
    }

    private static List<string> Written(string header)
    {
        if (header is ['=', ..])
        {
            // step = lambda first, second: ...
            int lambda = header.IndexOf("lambda", StringComparison.Ordinal);
            return lambda < 0 ? [] : Brackets.Items($"({header[(lambda + 6)..].TrimEnd(' ', ':')})");
        }

        int open = header.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? [] : Brackets.Items(header.AsSpan(open));
    }
}
