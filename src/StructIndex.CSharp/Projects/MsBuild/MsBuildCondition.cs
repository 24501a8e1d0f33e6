using System.Globalization;

namespace StructIndex;

/// <summary>
/// Evaluates MSBuild conditions: <c>== != &lt; &gt; And Or ! ( ) Exists('...')</c> over expanded properties.
/// What it cannot tell is null, and the caller decides which way to err.
/// </summary>
internal ref struct MsBuildCondition
{
    private readonly PropertyBag _properties;
    private readonly string _text;
    private int _at;
    private bool _unknown;

    private MsBuildCondition(string text, PropertyBag properties)
    {
        _text = text;
        _properties = properties;
    }

    /// <summary>Whether the condition holds; true when there is none, null when it cannot be told.</summary>
    public static bool? Holds(string? condition, PropertyBag properties)
    {
        if (string.IsNullOrWhiteSpace(condition))
        {
            return true;
        }

        MsBuildCondition reader = new(condition, properties);
        bool value = reader.Or(depth: 0);
        reader.Skip();
        return reader._unknown || reader._at < condition.Length ? null : value;
    }

    private bool Or(int depth)
    {
        bool value = And(depth);
        while (Word("or"))
        {
            value |= And(depth);
        }

        return value;
    }

    private bool And(int depth)
    {
        bool value = Term(depth);
        while (Word("and"))
        {
            value &= Term(depth);
        }

        return value;
    }

    private bool Term(int depth)
    {
        if (depth > 32)
        {
            _unknown = true;
            return false;
        }

        if (Sign("!"))
        {
            return !Term(depth + 1);
        }

        if (Sign("("))
        {
            bool inner = Or(depth + 1);
            _unknown |= !Sign(")");
            return inner;
        }

        if (Word("exists"))
        {
            _unknown |= !Sign("(");
            string path = Operand();
            _unknown |= !Sign(")");
            bool? exists = path.Length == 0 ? false : _properties.Exists(path);
            _unknown |= exists is null;
            return exists ?? false;
        }

        string left = Operand();
        if (Sign("=="))
        {
            return SameAs(left, Operand());
        }

        if (Sign("!="))
        {
            return !SameAs(left, Operand());
        }

        foreach ((string sign, Func<double, double, bool> compare) in s_comparisons)
        {
            if (Sign(sign))
            {
                bool numbers = double.TryParse(left, CultureInfo.InvariantCulture, out double a) & double.TryParse(Operand(), CultureInfo.InvariantCulture, out double b);
                _unknown |= !numbers;
                return numbers && compare(a, b);
            }
        }

        bool isTrue = SameAs(left, "true");
        _unknown |= !isTrue && !SameAs(left, "false");
        return isTrue;
    }

    private static bool SameAs(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private string Operand()
    {
        Skip();
        string raw;
        if (_at < _text.Length && _text[_at] == '\'')
        {
            int end = EndOfQuoted(_text, _at + 1);
            raw = _text[(_at + 1)..end];
            _at = Math.Min(_text.Length, end + 1);
        }
        else
        {
            int start = _at, depth = 0;
            while (_at < _text.Length && (depth > 0 || !(char.IsWhiteSpace(_text[_at]) || _text[_at] is '=' or '!' or '<' or '>' or ')')))
            {
                depth += _text[_at] == '(' ? 1 : _text[_at] == ')' ? -1 : 0;
                _at++;
            }

            raw = _text[start.._at];
            _unknown |= raw.Length == 0;
        }

        string? value = _properties.Expand(raw);
        _unknown |= value is null;
        return value ?? "";
    }

    /// <summary>Where the quote closes, or the text ends. A quote inside <c>$(...)</c> belongs to a function's argument.</summary>
    private static int EndOfQuoted(string text, int at)
    {
        bool hasProperty = false;
        int open = 0;
        for (; at < text.Length && (text[at] != '\'' || (hasProperty && open > 0)); at++)
        {
            hasProperty |= text[at] == '(' && text[at - 1] == '$';
            open += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
        }

        return at;
    }

    private bool Word(string word)
    {
        Skip();
        int end = _at + word.Length;
        if (string.Compare(_text, _at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0 || (end < _text.Length && char.IsLetterOrDigit(_text[end])))
        {
            return false;
        }

        _at = end;
        return true;
    }

    private bool Sign(string sign)
    {
        Skip();
        if (string.CompareOrdinal(_text, _at, sign, 0, sign.Length) != 0)
        {
            return false;
        }

        _at += sign.Length;
        return true;
    }

    private void Skip()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private static readonly (string Sign, Func<double, double, bool> Compare)[] s_comparisons =
    [
        (">=", (a, b) => a >= b),
        ("<=", (a, b) => a <= b),
        (">", (a, b) => a > b),
        ("<", (a, b) => a < b),
    ];
}
