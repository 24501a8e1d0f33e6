using System.Reflection;

namespace StructIndex;

/// <summary>The style sheet of the report.</summary>
internal static class HtmlStyle
{
    /// <summary>The text of <c>report.css</c>.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("StructIndex.report.css")
            ?? throw new InvalidOperationException("The style sheet report.css is not embedded in the assembly.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
