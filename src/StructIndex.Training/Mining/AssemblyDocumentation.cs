using System.Text;
using System.Xml;

namespace StructIndex;

/// <summary>Reads the summaries of an XML documentation file, by documentation-comment id.</summary>
internal static class AssemblyDocumentation
{
    /// <summary>Adds the summaries of a file; a file that is not well formed gives what came before the fault.</summary>
    public static void Read(string path, Dictionary<string, string> summaries)
    {
        try
        {
            using XmlReader reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true });
            string? member = null;
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.Name == "member")
                {
                    member = reader.GetAttribute("name");
                }
                else if (reader.NodeType == XmlNodeType.Element && reader.Name == "summary" && member is not null)
                {
                    summaries[member] = Summary(reader);
                    member = null;
                }
            }
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            // What was read so far is good; a package's documentation may be no XML at all.
        }
    }

    private static string Summary(XmlReader reader)
    {
        StringBuilder text = new();
        int depth = reader.Depth;
        if (reader.IsEmptyElement)
        {
            return "";
        }

        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                text.Append(reader.Value);
            }
            else if (reader.NodeType == XmlNodeType.Element)
            {
                string? named = reader.GetAttribute("cref") ?? reader.GetAttribute("name") ?? reader.GetAttribute("langword");
                text.Append(reader.Name is "para" or "p" or "br" ? "\n" : "").Append(named is null || !reader.IsEmptyElement ? "" : SimpleName(named));
            }
        }

        return text.ToString();
    }

    /// <summary>The last name of an id such as <c>M:Shop.Orders.Store.Add(System.String)</c>.</summary>
    private static string SimpleName(string id)
    {
        int end = id.AsSpan().IndexOfAny('(', '`', '{');
        string name = end < 0 ? id : id[..end];
        return name[(name.LastIndexOfAny(['.', ':']) + 1)..];
    }
}
