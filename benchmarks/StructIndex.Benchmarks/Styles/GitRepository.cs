using System.Diagnostics;
using System.Text;

namespace StructIndex.Benchmarks;

/// <summary>Reads a bare repository by git's plumbing. Nothing of it is checked out or run.</summary>
/// <param name="directory">The git directory.</param>
internal sealed class GitRepository(string directory) : IDisposable
{
    private readonly Process _objects = Start(directory, ["cat-file", "--batch"]);

    /// <summary>What a command of git prints.</summary>
    /// <exception cref="InvalidOperationException">The command failed.</exception>
    public string Run(params string[] arguments)
    {
        using Process process = Start(directory, arguments);
        process.StandardInput.Close();
        Task<string> problem = process.StandardError.ReadToEndAsync();
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"git {arguments[0]}: {problem.Result.Trim()}");
    }

    /// <summary>The bytes of an object, for example of <c>REVISION:PATH</c>; null where there is none.</summary>
    public byte[]? Read(string name)
    {
        if (name.Contains('\n'))
        {
            return null;
        }

        _objects.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(name + "\n"));
        _objects.StandardInput.BaseStream.Flush();
        Stream output = _objects.StandardOutput.BaseStream;
        List<byte> head = [];
        for (int next = output.ReadByte(); next is not '\n' and >= 0; next = output.ReadByte())
        {
            head.Add((byte)next);
        }

        string[] words = Encoding.UTF8.GetString([.. head]).Split(' ');
        if (words.Length < 3 || words[^2] is not ("blob" or "commit" or "tree") || !int.TryParse(words[^1], out int length))
        {
            return null;
        }

        byte[] bytes = new byte[length + 1];
        output.ReadExactly(bytes);
        return bytes[..length];
    }

    public void Dispose()
    {
        _objects.StandardInput.Close();
        _objects.WaitForExit();
        _objects.Dispose();
    }

    private static Process Start(string directory, string[] arguments)
    {
        ProcessStartInfo start = new("git", ["--git-dir", directory, "-c", "core.quotePath=false", "--no-pager", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        return Process.Start(start) ?? throw new InvalidOperationException("git could not be started.");
    }
}
