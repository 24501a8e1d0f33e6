using System.Diagnostics;

namespace StructIndex.Benchmarks;

/// <summary>Asks the compiler of a language what each call of a folder means.</summary>
internal static class WitnessPrograms
{
    /// <summary>The languages, and what asks their compilers.</summary>
    public static IReadOnlyDictionary<string, Func<string, IReadOnlyList<WitnessCall>>> All { get; } = new SortedDictionary<string, Func<string, IReadOnlyList<WitnessCall>>>(StringComparer.Ordinal)
    {
        ["typescript"] = TypeScript,
        ["java"] = folder => [.. WitnessCall.Read(Run(folder, "java", Script("java/Witness.java"), folder))],
        ["python"] = Python,
        ["python-run"] = folder => [.. WitnessCall.Read(Run(folder, "python3", Script("python/run.py"), folder))],
        ["c"] = GccCallGraph.Read,
        ["cpp"] = folder => [.. WitnessCall.Read(Run(folder, "python3", Script("cpp/witness.py"), folder))],
        ["go"] = folder => [.. WitnessCall.Read(Run(Script("go"), "go", "run", ".", folder))],
        ["rust"] = RustdocLinks.Read,
    };

    /// <summary>What a language's witness needs on the machine, each with arguments that only succeed where it is there.</summary>
    public static IReadOnlyDictionary<string, string[][]> Needs { get; } = new Dictionary<string, string[][]>
    {
        ["typescript"] = [["node", "--version"], ["npm", "--version"]],
        ["java"] = [["java", "--list-modules"]],
        ["python"] = [["node", "--version"], ["npm", "--version"], ["python3", "--version"]],
        ["python-run"] = [["python3", "-m", "pytest", "--version"]],
        ["c"] = [["gcc", "--version"]],
        ["cpp"] = [["python3", "-c", "import clang.cindex; clang.cindex.Index.create()"]],
        ["go"] = [["go", "version"]],
        ["rust"] = [["rustdoc", "--version"]],
    };

    /// <summary>The first command that a language needs and that does not run here; null where all do.</summary>
    public static string? Missing(string language) => Needs[language].FirstOrDefault(command => !Succeeds(command)) is { } missing ? string.Join(' ', missing) : null;

    private static bool Succeeds(string[] command)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> problems = process.StandardError.ReadToEndAsync();
            process.StandardOutput.ReadToEnd();
            problems.GetAwaiter().GetResult();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no program of that name.
            return false;
        }
    }

    /// <summary>Runs a program to its end and gives the lines of its output.</summary>
    /// <exception cref="InvalidOperationException">It ended with an error.</exception>
    public static string[] Run(string folder, string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Split('\n') : throw new InvalidOperationException($"{program} {arguments[0]} ended with {process.ExitCode}");
    }

    private static IReadOnlyList<WitnessCall> TypeScript(string folder) => WithPackages("typescript", work => Run(work, "node", "witness.mjs", folder));

    private static IReadOnlyList<WitnessCall> Python(string folder) => WithPackages("python", work => Run(work, "python3", "witness.py", folder, Path.Combine(work, "node_modules", "pyright", "langserver.index.js")));

    /// <summary>Runs a script of a folder, with the packages of npm that the folder's lock file names.</summary>
    private static IReadOnlyList<WitnessCall> WithPackages(string name, Func<string, string[]> run)
    {
        string work = Directory.CreateTempSubdirectory("edge-witness-").FullName;
        foreach (string file in Directory.EnumerateFiles(Script(name)))
        {
            File.Copy(file, Path.Combine(work, Path.GetFileName(file)));
        }

        Run(work, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
        IReadOnlyList<WitnessCall> calls = [.. WitnessCall.Read(run(work))];
        Directory.Delete(work, recursive: true);
        return calls;
    }

    private static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "EdgeWitness", name);
}
