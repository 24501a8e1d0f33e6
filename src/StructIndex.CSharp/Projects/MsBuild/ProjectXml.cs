using System.Xml;
using System.Xml.Linq;

namespace StructIndex;

/// <summary>XML of project files within bounds: no document types, no external entities, no deep nesting.</summary>
internal static class ProjectXml
{
    /// <summary>Bytes of a file. The largest project files known to us have a quarter of this.</summary>
    public const int MaxBytes = 4 << 20;

    /// <summary>Elements nested in one another.</summary>
    public const int MaxDepth = 64;

    /// <summary>Elements, attributes and texts of a file.</summary>
    public const int MaxNodes = 200_000;

    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The root element.</summary>
    /// <exception cref="XmlException">The bytes are no XML, or XML with a document type.</exception>
    /// <exception cref="InvalidDataException">The XML goes beyond a bound.</exception>
    public static XElement Parse(byte[] bytes)
    {
        // What the tree would cost is known before it is made.
        using (XmlReader counted = XmlReader.Create(new MemoryStream(bytes), s_settings))
        {
            for (int nodes = 0; counted.Read();)
            {
                nodes += 1 + counted.AttributeCount;
                if (counted.Depth > MaxDepth || nodes > MaxNodes)
                {
                    throw new InvalidDataException(counted.Depth > MaxDepth ? $"Its elements are nested more than {MaxDepth} deep." : FormattableString.Invariant($"It has more than {MaxNodes:N0} elements, attributes and texts."));
                }
            }
        }

        using XmlReader reader = XmlReader.Create(new MemoryStream(bytes), s_settings);
        return XDocument.Load(reader).Root!;
    }
}
