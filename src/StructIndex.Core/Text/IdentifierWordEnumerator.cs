using System.Diagnostics.CodeAnalysis;

namespace StructIndex;

/// <summary>Goes through the words of an identifier; see <see cref="IdentifierWords"/> for the rules.</summary>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "A ref struct is never compared.")]
public ref struct IdentifierWordEnumerator
{
    private readonly ReadOnlySpan<char> _text;
    private int _start;
    private int _end;

    internal IdentifierWordEnumerator(ReadOnlySpan<char> text) => _text = text;

    /// <summary>The word, as written.</summary>
    public readonly ReadOnlySpan<char> Current => _text[_start.._end];

    /// <summary>Where the word stands in the identifier, in UTF-16 units.</summary>
    public readonly Range CurrentRange => _start.._end;

    /// <summary>This enumerator.</summary>
    public readonly IdentifierWordEnumerator GetEnumerator() => this;

    /// <summary>Goes to the next word; false when there is none.</summary>
    public bool MoveNext()
    {
        _start = _end;
        int length;
        LetterClass first;
        while ((first = LetterClasses.At(_text, _start, out length)) is LetterClass.Separator or LetterClass.Mark)
        {
            if (length == 0)
            {
                _end = _start;
                return false;
            }

            _start += length;
        }

        int brand = BrandWords.LengthAt(_text, _start);
        _end = brand > 0 ? _start + brand : first == LetterClass.Upper ? EndOfUpper(LetterClasses.After(_text, _start, length)) : EndOf(first, _start);
        return true;
    }

    /// <summary>The end of a run of one class.</summary>
    private readonly int EndOf(LetterClass run, int at)
    {
        while (LetterClasses.At(_text, at, out int length) == run)
        {
            at = LetterClasses.After(_text, at, length);
        }

        return at;
    }

    /// <summary>The end of a word that begins with an upper-case letter, which ends at <paramref name="at"/>.</summary>
    private readonly int EndOfUpper(int at)
    {
        int last = _start;
        while (LetterClasses.At(_text, at, out int length) == LetterClass.Upper)
        {
            last = at;
            at = LetterClasses.After(_text, at, length);
        }

        LetterClass next = LetterClasses.At(_text, at, out int nextLength);
        if (next != LetterClass.Lower)
        {
            return at;
        }

        if (last == _start)
        {
            return EndOf(LetterClass.Lower, at);
        }

        int afterNext = LetterClasses.After(_text, at, nextLength);
        LetterClass following = LetterClasses.At(_text, afterNext, out _);
        return _text[at] switch
        {
            // A plural: userIDs. Not so parseXMLAsText and XMLIsValid; acronyms in A or I that have plurals are among the brands.
            's' when following != LetterClass.Lower && _text[last] is not ('A' or 'I') => afterNext,
            // A version: UUIDv7.
            'v' when following == LetterClass.Digit => at,
            _ => last,
        };
    }
}
