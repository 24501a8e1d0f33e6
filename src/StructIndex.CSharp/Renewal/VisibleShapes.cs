using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;

namespace StructIndex;

/// <summary>Hashes of all that the compiler goes by when it binds a file of a project, but for the file's own text.</summary>
/// <param name="model">The projects, with their trees and references.</param>
/// <param name="withComments">Whether the comments of declarations count, which documentation may be inherited from.</param>
internal sealed class VisibleShapes(ProjectModel model, bool withComments)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<CSharpProject, UInt128> _own = [];
    private readonly Dictionary<CSharpProject, UInt128> _visible = [];

    /// <summary>The hash of a project: of its options, of its files' shapes, and of the same of all projects it references.</summary>
    public UInt128 Of(CSharpProject project)
    {
        lock (_gate)
        {
            return Visible(project);
        }
    }

    private UInt128 Visible(CSharpProject project)
    {
        if (!_visible.TryGetValue(project, out UInt128 hash))
        {
            // Where projects reference each other in a circle, all of them decide where it is cut.
            IEnumerable<CSharpProject> seen = model.HasCircle ? model.Projects : project.References;
            _visible[project] = hash = Hash(writer =>
            {
                foreach (CSharpProject one in seen.Prepend(project))
                {
                    Write(writer, Own(one));
                    writer.Write(one.References.Count);
                }
            });
        }

        return hash;
    }

    private UInt128 Own(CSharpProject project)
    {
        if (!_own.TryGetValue(project, out UInt128 hash))
        {
            Parallel.ForEach(project.Files, file => ShapeOf(file.Shape));
            _own[project] = hash = Hash(writer =>
            {
                writer.Write(project.File.Path.Length == 0 ? "" : model.Access.Relative(project.File.Path));
                writer.Write(project.File.AssemblyName);
                writer.Write(string.Join('\n', project.File.Constants));
                writer.Write(project.Preamble);
                foreach (MetadataReference reference in project.Metadata)
                {
                    writer.Write(MetadataStore.IdentityOf(reference));
                }

                for (int i = 0; i < project.Files.Count; i++)
                {
                    writer.Write(project.Files[i].Source.Path);
                    Write(writer, ShapeIn(project, i));
                    Write(writer, ShapeOf(project.Files[i].Shape));
                }
            });
        }

        return hash;
    }

    // A linked file may have been parsed again with other symbols; see CompilationFactory.Link.
    private UInt128 ShapeIn(CSharpProject project, int file) =>
        project.Trees.Count > 0 && project.Trees[file] is { } tree ? ShapeOf(TreeShape.Of(tree)) : project.Files[file].IsSeen ? ShapeOf(project.Files[file].Shape) : 0;

    private UInt128 ShapeOf(TreeShape? shape) => shape is null ? 0 : withComments ? shape.Documented : shape.Bare;

    private static void Write(BinaryWriter writer, UInt128 hash)
    {
        writer.Write((ulong)hash);
        writer.Write((ulong)(hash >> 64));
    }

    private static UInt128 Hash(Action<BinaryWriter> write)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.Unicode);
        write(writer);
        writer.Flush();
        return BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
    }
}
