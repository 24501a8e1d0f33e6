using System.Text;

namespace StructIndex.Tests;

/// <summary>A folder of source in many languages that changes at random, the same way for the same seed. Few names are used for much, so that files depend on each other.</summary>
internal sealed class RandomCodeBase
{
    private static readonly string[] s_names = ["Alpha", "Beta", "Gamma", "Delta", "Store", "Parser", "Reader", "Cache"];
    private static readonly string[] s_verbs = ["Load", "Save", "Parse", "Read", "Grow", "Close", "Map", "Dispose"];
    private static readonly string[] s_folders = ["", "lib/", "core/", "core/inner/"];
    private const int MaxCalls = 20;
    private readonly string _root;
    private readonly Random _random;
    private readonly List<RandomFile> _files = [];
    private readonly string[] _languages;
    private DateTime _time = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private int _next;

    public RandomCodeBase(string root, int seed, int files, params string[] languages)
    {
        (_root, _random) = (root, new Random(seed));
        _languages = languages.Length > 0 ? languages : [.. RandomText.Extensions.Keys];
        Directory.CreateDirectory(Path.Combine(root, ".git"));
        WriteProject("core/core.csproj", 0);
        WriteProject("lib/lib.csproj", 1);
        for (int i = 0; i < files; i++)
        {
            Add(_languages[i % _languages.Length]);
        }
    }

    /// <summary>Files are not added beyond this number.</summary>
    public int MaxFiles { get; init; } = int.MaxValue;

    /// <summary>Bytes of all files.</summary>
    public long Length => _files.Sum(file => new FileInfo(At(file.Path)).Length);

    /// <summary>Makes one change and says which.</summary>
    public string Change()
    {
        RandomFile? file = _files.Count == 0 ? null : _files[_random.Next(_files.Count)];
        int kind = file is null ? 0 : _random.Next(20);
        switch (kind)
        {
            case 0 or 1 when _files.Count < MaxFiles:
                return "add " + Add(Pick(_languages)).Path;
            case 2 when _files.Count > 3:
                Remove(file!);
                return "delete " + file!.Path;
            case 3:
                File.Delete(At(file!.Path));
                file.Stem = NewStem();
                return "move to " + Write(file);
            case 4 when file!.Types.Count > 0:
                Pick(file.Types).Name = Pick(s_names);
                return "rename type in " + Write(file);
            case 5 when file!.Types.Count > 0:
                Pick(file.Types).Base = _random.Next(3) == 0 ? null : Pick(s_names);
                return "change base in " + Write(file);
            case 6:
                file!.Imports.Clear();
                file.Imports.AddRange(Enumerable.Range(0, _random.Next(3)).Select(_ => Pick(s_names)));
                return "import in " + Write(file);
            case 7:
                WriteProject(Pick(["core/core.csproj", "lib/lib.csproj"]), _random.Next(6));
                return "project";
            case 8:
                WriteText(".gitignore", $"{Pick(["core/inner", "*.py", "lib/*.cs", "", "!x"])}\n{Pick(["*.md", "", "Alpha*"])}\n", Encoding.UTF8);
                return "ignore";
            case 9:
                WriteText(file!.Path, RandomText.Of(file), Pick([Encoding.UTF8, Encoding.Unicode, Encoding.Latin1]));
                return "encoding of " + file.Path;
            case 10:
                string[] lines = RandomText.Of(file!).Split('\n');
                file!.Raw = Encoding.UTF8.GetBytes(string.Join('\n', lines.Where((_, at) => at != lines.Length / 2)));
                return "line gone in " + Write(file);
            case 11:
                file!.Raw = _random.Next(3) == 0 ? [0, 1, 2, 3, 0] : [];
                return "no text in " + Write(file);
            case 12 or 13:
                file!.Comment = _random.Next(100);
                file.Raw = null;
                return "comment in " + Write(file);
            case 14 when file!.Types.Count > 0:
                Pick(file.Types).Methods.Clear();
                Fill(Pick(file.Types));
                return "methods in " + Write(file);
            case 15:
                File.SetLastWriteTimeUtc(At(file!.Path), _time += TimeSpan.FromMinutes(1));
                return "touch " + file.Path;
            default:
                RandomType? type = file!.Types.LastOrDefault(one => one.Methods.Count > 0);
                if (type?.Methods[^1].Calls is { Count: >= MaxCalls } calls)
                {
                    calls.Clear();
                }

                type?.Methods[^1].Calls.Add(Pick(s_verbs));
                return "body in " + Write(file);
        }
    }

    private RandomFile Add(string language)
    {
        RandomFile file = new() { Language = language, Stem = NewStem() };
        file.Comment = _random.Next(100);
        file.Imports.AddRange(Enumerable.Range(0, _random.Next(3)).Select(_ => Pick(s_names)));
        for (int i = _random.Next(1, 4); i > 0; i--)
        {
            RandomType type = new() { Name = Pick(s_names), Base = _random.Next(2) == 0 ? null : Pick(s_names) };
            Fill(type);
            file.Types.Add(type);
        }

        _files.Add(file);
        Write(file);
        return file;
    }

    private void Fill(RandomType type)
    {
        for (int i = _random.Next(1, 4); i > 0; i--)
        {
            type.Methods.Add((Pick(s_verbs), Pick(s_names), [.. Enumerable.Range(0, _random.Next(4)).Select(_ => Pick(s_verbs))]));
        }
    }

    private void Remove(RandomFile file)
    {
        File.Delete(At(file.Path));
        _files.Remove(file);
    }

    private string Write(RandomFile file)
    {
        WriteBytes(file.Path, file.Raw ?? Encoding.UTF8.GetBytes(RandomText.Of(file)));
        file.Raw = _random.Next(2) == 0 ? null : file.Raw;
        return file.Path;
    }

    private void WriteProject(string path, int variant)
    {
        string reference = path.StartsWith("lib", StringComparison.Ordinal) && variant != 3 ? "<ProjectReference Include=\"../core/core.csproj\" />" : "";
        WriteText(path, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>{(variant == 4 ? "disable" : "enable")}</ImplicitUsings><DefineConstants>{(variant == 1 ? "FIRST" : "")}</DefineConstants></PropertyGroup>
              <ItemGroup>{reference}{(variant == 2 ? "<Compile Remove=\"inner/**\" />" : "")}{(variant == 5 ? "<Compile Include=\"../lib/**/*.cs\" />" : "")}</ItemGroup>
            </Project>
            """, Encoding.UTF8);
    }

    private void WriteText(string path, string text, Encoding encoding) => WriteBytes(path, [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

    // Most files look as if they had been written long ago, so that their times tell whether they changed; some are as new as they are.
    private void WriteBytes(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllBytes(At(path), bytes);
        if (_random.Next(5) > 0)
        {
            File.SetLastWriteTimeUtc(At(path), _time += TimeSpan.FromMinutes(1));
        }
    }

    private string NewStem() => $"{Pick(s_folders)}{Pick(s_names)}{++_next}";

    private string At(string path) => Path.Combine(_root, path);

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
