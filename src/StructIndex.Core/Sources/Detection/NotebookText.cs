using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace StructIndex;

/// <summary>
/// Makes source text of a Jupyter notebook (format 4): the code of its cells, each line where the notebook has it, and its prose as
/// comments. Outputs, images and all else leave blank lines, so that a line of the text has the number of the line in the file. Where
/// a cell is written as one string, or the notebook as one line, the lines of the text follow one another instead.
/// </summary>
internal static class NotebookText
{
    /// <summary>Name that the catalog has for notebooks; the text of one is in the language of its kernel.</summary>
    public const string Language = "notebook";

    private static readonly FrozenDictionary<string, (string Language, string Comment, string Commands)> s_kernels =
        DataTable.Rows("kernels.tsv").ToFrozenDictionary(row => row[0], row => (row[1], row[2], row[3]), StringComparer.OrdinalIgnoreCase);

    /// <summary>The text and the language of a notebook; null where it is none of format 4.</summary>
    public static (string Text, string Language)? Read(string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        try
        {
            NotebookReader reader = new(bytes);
            if (!reader.Read())
            {
                return null;
            }

            (string language, string comment, string commands) = KernelOf(reader.Kernels);
            StringBuilder text = new();
            int line = 1;
            foreach (NotebookCell cell in reader.Cells)
            {
                bool isProse = cell.IsProse || IsOtherLanguage(cell);
                foreach ((int at, string source) in cell.Lines)
                {
                    for (; line < at; line++)
                    {
                        text.Append('\n');
                    }

                    foreach (ReadOnlySpan<char> one in source.AsSpan().TrimEnd("\r\n").EnumerateLines())
                    {
                        text.Append(isProse || (commands != "-" && one.TrimStart() is [var first, ..] && commands.Contains(first)) ? comment + " " : "").Append(cell.IsProse ? one.TrimStart("# ") : one).Append('\n');
                        line++;
                    }
                }
            }

            return (text.ToString(), language);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Damaged, or half a surrogate pair in a string: the caller says that the file is no notebook.
            return null;
        }
    }

    private static (string Language, string Comment, string Commands) KernelOf(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            if (s_kernels.TryGetValue(name, out (string, string, string) kernel) || s_kernels.TryGetValue(name.Split('-')[0].TrimEnd("0123456789.".ToCharArray()), out kernel))
            {
                return kernel;
            }
        }

        return (LanguageCatalog.PlainText, "", "-");
    }

    /// <summary>Whether the first line hands the cell to another program: <c>%%bash</c>, but not <c>%%time</c>.</summary>
    private static bool IsOtherLanguage(NotebookCell cell) =>
        cell.Lines.Count > 0 && cell.Lines[0].Text.StartsWith("%%", StringComparison.Ordinal)
        && !(cell.Lines[0].Text.StartsWith("%%time", StringComparison.Ordinal) || cell.Lines[0].Text.StartsWith("%%capture", StringComparison.Ordinal) || cell.Lines[0].Text.StartsWith("%%prun", StringComparison.Ordinal));
}
