using System.Diagnostics;

namespace StructIndex.Benchmarks;

/// <summary>A temporary folder in which an input is made.</summary>
internal sealed class HostileFolder : IDisposable
{
    /// <summary>Its path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("structindex-hostile-").FullName;

    /// <summary>Writes a file, and the folders above it.</summary>
    public void Write(string path, string text)
    {
        string full = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    /// <summary>A project file beside one source that calls its own method.</summary>
    public void Project(string text)
    {
        Write("p/a.cs", "class A { void Go() { } void M() => Go(); }");
        Write("p/p.csproj", $"<Project Sdk=\"Microsoft.NET.Sdk\">{text}</Project>");
    }

    /// <summary>Makes a pipe that nothing writes to.</summary>
    public void Pipe(string path)
    {
        string full = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        using Process made = Process.Start("mkfifo", [full]);
        made.WaitForExit();
    }

    /// <summary>Makes an empty file of some length that takes no room on the disk.</summary>
    public void Sparse(string path, long length)
    {
        using FileStream file = File.Create(System.IO.Path.Combine(Path, path));
        file.SetLength(length);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
