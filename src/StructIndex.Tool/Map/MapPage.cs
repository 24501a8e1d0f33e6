using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace StructIndex;

/// <summary>Writes an index as one page of HTML: style, script and data inside, and a policy that lets it load nothing else.</summary>
internal static class MapPage
{
    /// <summary>Writes the page, as UTF-8.</summary>
    /// <param name="index">The index.</param>
    /// <param name="name">What the page is called.</param>
    /// <param name="output">Where it goes.</param>
    public static void Write(CodeIndex index, string name, Stream output)
    {
        string script = Resource("map.js");
        string[] parts = Resource("map.html").Split("{data}");
        string top = parts[0]
            .Replace("{style}", Resource("map.css"), StringComparison.Ordinal)
            .Replace("{script-hash}", Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script))), StringComparison.Ordinal)
            .Replace("{name}", HtmlEncoder.Default.Encode(name), StringComparison.Ordinal);
        output.Write(Encoding.UTF8.GetBytes(top));
        MapData.Write(index, name, output);
        output.Write(Encoding.UTF8.GetBytes(parts[1].Replace("{script}", script, StringComparison.Ordinal)));
    }

    private static string Resource(string name)
    {
        using Stream stream = typeof(MapPage).Assembly.GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
