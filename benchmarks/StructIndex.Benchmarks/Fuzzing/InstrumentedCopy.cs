using SharpFuzz;

namespace StructIndex.Benchmarks;

/// <summary>This program once more, with code in the assemblies of StructIndex that counts each pair of branches.</summary>
internal static class InstrumentedCopy
{
    /// <summary>What runs a program that is an assembly.</summary>
    public static string Host => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";

    /// <summary>Makes it in an empty folder; native libraries and assemblies of others are links.</summary>
    /// <returns>The path of the program.</returns>
    public static string Make(string folder)
    {
        string program = typeof(InstrumentedCopy).Assembly.GetName().Name + ".dll";
        foreach (string path in Directory.GetFileSystemEntries(AppContext.BaseDirectory))
        {
            string name = Path.GetFileName(path), copy = Path.Combine(folder, name);
            if (Directory.Exists(path))
            {
                Directory.CreateSymbolicLink(copy, path);
            }
            else if (!name.StartsWith("StructIndex", StringComparison.Ordinal))
            {
                File.CreateSymbolicLink(copy, path);
            }
            else
            {
                File.Copy(path, copy);
                if (name.EndsWith(".dll", StringComparison.Ordinal) && name != program)
                {
                    Fuzzer.Instrument(copy, _ => true, SharpFuzz.Options.Value);
                }
            }
        }

        return Path.Combine(folder, program);
    }

    /// <summary>One thread for what would be done on several, as pairs of branches mean little where threads take turns, and 2 GB.</summary>
    public static void Limit(IDictionary<string, string?> environment)
    {
        environment["DOTNET_PROCESSOR_COUNT"] = "1";
        environment["DOTNET_GCHeapHardLimit"] = "80000000";
    }
}
