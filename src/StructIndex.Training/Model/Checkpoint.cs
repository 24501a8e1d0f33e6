using System.Security.Cryptography;
using System.Text;

namespace StructIndex;

/// <summary>
/// A training run that was interrupted, beside the model it will become. It is continued only by the same options on the same corpus.
/// </summary>
internal sealed class Checkpoint(string path, string fingerprint)
{
    private static ReadOnlySpan<byte> Magic => "SICHECK\x01"u8;

    /// <summary>What must agree for a run to be continued: the options but for the number of threads, and the corpus.</summary>
    public static string FingerprintOf(TrainingOptions options, string corpus)
    {
        FileInfo file = new(corpus);
        string all = $"{options with { Threads = 1 }}|{file.Length}|{file.LastWriteTimeUtc.Ticks}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }

    /// <summary>Writes the state; an interruption leaves the old file.</summary>
    public void Save(ModelState state)
    {
        string unfinished = path + ".tmp";
        using (BinaryWriter writer = new(File.Create(unfinished)))
        {
            writer.Write(Magic);
            writer.Write(fingerprint);
            state.Save(writer);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Reads the state where there is one of the same run; false otherwise.</summary>
    public bool TryLoad(ModelState state)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using BinaryReader reader = new(File.OpenRead(path));
        try
        {
            if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic) || reader.ReadString() != fingerprint)
            {
                return false;
            }

            state.Load(reader);
            return true;
        }
        catch (EndOfStreamException e)
        {
            throw new StructIndexException($"The checkpoint '{path}' is cut short; delete it to begin anew.", path, e);
        }
    }

    public void Delete() => File.Delete(path);
}
