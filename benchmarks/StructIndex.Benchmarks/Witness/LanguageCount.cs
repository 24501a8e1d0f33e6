namespace StructIndex.Benchmarks;

/// <summary>How many symbols of a language ctags lists, and how many of them are units.</summary>
internal sealed class LanguageCount
{
    public int Files { get; set; }

    /// <summary>Lines of the files, and those in no unit's span.</summary>
    public int Lines { get; set; }

    /// <inheritdoc cref="Lines"/>
    public int LooseLines { get; set; }

    public int Listed { get; set; }

    /// <summary>Tags that are no symbols by the language's own syntax.</summary>
    public int Misread { get; set; }

    public int Found { get; set; }

    /// <summary>Units among the symbols that are some.</summary>
    public double Share => Listed == Misread ? 1 : (double)Found / (Listed - Misread);
}
