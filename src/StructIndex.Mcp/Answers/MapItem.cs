namespace StructIndex;

/// <summary>A folder or a file in a map.</summary>
/// <param name="Path">Its path from the root; that of a folder ends with a slash.</param>
/// <param name="Files">How many files are in it, at any depth; 1 for a file.</param>
/// <param name="Units">How many units they hold.</param>
/// <param name="Declares">For a file, its outermost declarations; empty for a folder.</param>
internal sealed record MapItem(string Path, int Files, int Units, IReadOnlyList<string> Declares)
{
    public string Describe() => Path.EndsWith('/')
        ? FormattableString.Invariant($"{Path}  {Files} files, {Units} units")
        : FormattableString.Invariant($"{Path}  {Units} units{(Declares.Count > 0 ? ": " : "")}{string.Join(", ", Declares)}");
}
