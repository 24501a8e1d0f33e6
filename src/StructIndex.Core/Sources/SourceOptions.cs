namespace StructIndex;

/// <summary>Which files of a folder are read.</summary>
public sealed record SourceOptions
{
    /// <summary>
    /// Globs of files to take, relative to the root. A glob without <c>/</c> matches a name in any folder, one with <c>/</c> the path
    /// from the root; <c>*</c>, <c>?</c>, <c>**</c>, <c>[a-z]</c> and <c>{a,b}</c> work, and a glob that matches a folder stands for all it
    /// holds.
    /// </summary>
    /// <value>The default value is empty: every file of a language that <see cref="LanguageCatalog"/> knows.</value>
    public IReadOnlyList<string> Include
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = [];

    /// <summary>Globs of files and folders to leave out; they win over <see cref="Include"/>.</summary>
    /// <value>The default value is empty.</value>
    public IReadOnlyList<string> Exclude
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = [];

    /// <summary>
    /// Whether files that git ignores are left out: by any <c>.gitignore</c> from the repository's root down, and by
    /// <c>.git/info/exclude</c>. Files that git tracks all the same are taken. A user's own global ignore file does not count, so that
    /// every machine reads the same files.
    /// </summary>
    /// <value>The default value is <see langword="true"/>.</value>
    public bool UseGitIgnore { get; init; } = true;

    /// <summary>
    /// Size in bytes above which a file is reported as <see cref="FileFailureKind.TooLarge"/> and not read; 1 or more.
    /// Among hand-written files only a handful known to us (amalgamations, one compiler's type checker) pass the default.
    /// </summary>
    /// <value>The default value is 4 MiB.</value>
    public int MaxFileBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 4 << 20;
}
