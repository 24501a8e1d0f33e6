using System.Xml;
using System.Xml.Linq;

namespace StructIndex;

/// <summary>XML files of one search for projects, each read once: most projects import the same ones.</summary>
/// <param name="access">What may be read.</param>
internal sealed class XmlFiles(ProjectAccess access)
{
    /// <summary>Bytes of files that are kept; what goes beyond is read again.</summary>
    private const int MaxKept = 16 << 20;

    private readonly Dictionary<string, (XElement Root, int Bytes)> _kept = new(StringComparer.Ordinal);
    private int _keptBytes;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Absolute path with <c>/</c>.</param>
    /// <param name="from">Absolute path of the file that names it.</param>
    /// <returns>Its root element, for reading only, and its length.</returns>
    /// <exception cref="InvalidDataException">The file may not be read, or goes beyond a bound of <see cref="ProjectXml"/>.</exception>
    /// <exception cref="XmlException">The file is no XML, or XML with a document type.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public (XElement Root, int Bytes) Read(string path, string from)
    {
        if (_kept.TryGetValue(path, out (XElement Root, int Bytes) known) && access.Allows(path, from))
        {
            return known;
        }

        byte[] bytes = access.Read(path, from, ProjectXml.MaxBytes);
        (XElement Root, int Bytes) read = (ProjectXml.Parse(bytes), bytes.Length);
        if (bytes.Length <= MaxKept - _keptBytes && _kept.TryAdd(path, read))
        {
            _keptBytes += bytes.Length;
        }

        return read;
    }
}
