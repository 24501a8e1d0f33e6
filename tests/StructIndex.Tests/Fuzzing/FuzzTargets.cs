using System.Text;

namespace StructIndex.Tests;

/// <summary>All readers of what strangers wrote, but for those of <see cref="SourceTargets"/>.</summary>
internal static class FuzzTargets
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><A Condition="'$(B)' == '' And !Exists('x.props')">a;$(A.Trim().ToUpper())</A><DefineConstants>$(DefineConstants);X</DefineConstants></PropertyGroup>
          <Import Project="Directory.Build.props" Condition="Exists('Directory.Build.props') Or $(A.StartsWith('a'))" />
          <ItemGroup><Compile Include="**/*.cs;../x/*.cs" Exclude="bin/**" Link="a" /><Compile Remove="b.cs" /><Using Include="System" Alias="S" Static="true" /><PackageReference Include="P" Version="[1.0,2.0)" /><ProjectReference Include="..\q\q.csproj" /><InternalsVisibleTo Include="T" /></ItemGroup>
          <Choose><When Condition="$([MSBuild]::IsOSPlatform('Linux'))"><PropertyGroup><C>1</C></PropertyGroup></When><Otherwise><ItemGroup /></Otherwise></Choose>
          <ImportGroup><Import Project="$(MSBuildThisFileDirectory)y.props" /></ImportGroup>
        </Project>
        """;

    private const string Assets = """
        {"version":3,"targets":{"net10.0":{"P/1.0.0":{"type":"package","compile":{"lib/net10.0/P.dll":{}}},"Q/1.0.0":{"type":"project"}}},"libraries":{"P/1.0.0":{"path":"p/1.0.0","type":"package"}},
        "packageFolders":{"/packages/":{}},"project":{"restore":{"projectPath":"ROOT/p.csproj","originalTargetFrameworks":["net10.0"]},"frameworks":{"net10.0":{"targetAlias":"net10.0"}}}}
        """;

    private const string ByteLevel = """{"type":"ByteLevel","add_prefix_space":true}""";

    private const string Tokenizer = """
        {"added_tokens":[{"id":1,"content":"[SEP]","special":true,"single_word":false,"lstrip":true,"rstrip":false,"normalized":false}],
        "normalizer":{"type":"Sequence","normalizers":[{"type":"BertNormalizer","clean_text":true,"handle_chinese_chars":true,"strip_accents":null,"lowercase":true},{"type":"Replace","pattern":{"Regex":"\\s+"},"content":" "},{"type":"NFKC"}]},
        "pre_tokenizer":{"type":"Sequence","pretokenizers":[{"type":"Split","pattern":{"Regex":"\\p{L}+|\\d"},"behavior":"Isolated","invert":false},{"type":"ByteLevel","add_prefix_space":true}]},
        "post_processor":{"type":"TemplateProcessing","single":[{"Sequence":{"id":"A","type_id":0}},{"SpecialToken":{"id":"[SEP]","type_id":0}}],"pair":[],"special_tokens":{"[SEP]":{"id":"[SEP]","ids":[1],"tokens":["[SEP]"]}}},
        "decoder":{"type":"WordPiece","prefix":"##","cleanup":true},"truncation":{"direction":"Right","max_length":8},"model":{"type":"BPE","vocab":{"[UNK]":0,"a":2,"b":3,"ab":4},"merges":["a b"],"unk_token":"[UNK]"}}
        """;

    /// <summary>All of them by name, made when they are run.</summary>
    public static IEnumerable<(string Name, Func<FuzzTarget> Make)> All =>
    [
        ("project files", () => ProjectFiles),
        ("project.assets.json", () => RestoredAssetFiles),
        ("globs", () => Globs),
        ("ignore rules", () => IgnoreRules),
        ("snapshots", () => SnapshotTargets.Changed),
        ("snapshots with right checksums", () => SnapshotTargets.Forged),
        ("tokenizer.json", () => Tokenizers),
        ("model folders", () => ModelTargets.Folders),
        ("evaluation questions", () => Questions),
        ("identifiers", () => Identifiers),
        ("search questions", () => Queries),
        (".editorconfig", () => FileTargets.EditorConfigs),
        ("notebooks", () => FileTargets.Notebooks),
        ("encodings", () => FileTargets.Encodings),
        ("package.json, tsconfig.json and Cargo.toml", () => FileTargets.Packages),
        ("git index", () => FileTargets.GitIndexes),
        ("other texts", () => FileTargets.OtherTexts),
    ];

    private static FuzzTarget ProjectFiles => FuzzTarget.OfText(
        [Project, $"<Project><PropertyGroup><A>aaaaaaaaaa</A>{string.Concat(Enumerable.Repeat("<A>$(A)$(A)</A>", 40))}</PropertyGroup></Project>"],
        "$( ) $([MSBuild]:: <ItemGroup> </ItemGroup> <ImportGroup> <PropertyGroup> Condition=\" ' == != And Or ! ( Exists( .Replace( .Split( **/ * ; ../ / %41 &lt; &#0; <!-- --> <![CDATA[ $(A) net2000000000.0 [1.0,",
        text => InFolder("p.csproj", text, (root, access) =>
        {
            File.WriteAllText(root + "/Directory.Build.props", "<Project><PropertyGroup><B>b</B></PropertyGroup></Project>");
            ProjectModel.Discover([new SourceFile("a.cs", "class A { }"), new SourceFile("x/b.cs", "class B { }")], root, []);
        }));

    private static FuzzTarget RestoredAssetFiles => FuzzTarget.OfText(
        [Assets, "{\"project\": 1}", "{\"project\":{\"restore\":[]}}"], "{ } [ ] : , null true 1e999 \"\" \"project\" \"restore\" \"compile\" \"../\" \"/etc/passwd\" \\u0000",
        text => InFolder("obj/project.assets.json", text, (root, access) =>
        {
            RestoredAssets assets = new(access);
            assets.Find([root + "/p.csproj"]);
            Holds(assets.Assemblies(root + "/p.csproj", "net10.0", _ => false).Count == 0, "an assembly that is not allowed was taken");
        }));

    private static FuzzTarget Globs => FuzzTarget.OfText(
        ["src/**/*.{ts,tsx}\nsrc/a/b.ts", "[a-z]*?.cs\nab.cs", "**/a/**/a/b.cs\na/a/a/b.cs", "{a,{b,c}}/[!x]\nb/y", $"{{a{new string(',', 99)}}}{string.Concat(Enumerable.Repeat("{b}", 1_400))}\nb/y", $"{string.Concat(Enumerable.Repeat("**/x", 700))}\n{string.Concat(Enumerable.Repeat("**/x", 1_000))}"], "** * ? [ ] [! { } , / \\ - a ..",
        text =>
        {
            // No file system has longer paths.
            (string pattern, string path) = (text.Split('\n')[0], text[Math.Min(text.Length, text.Split('\n')[0].Length + 1)..].Replace('\n', 'n'));
            path = path[..Math.Min(path.Length, 4096)];
            ReadOrRefuse<ArgumentException>(() =>
            {
                Glob glob = Glob.Parse(pattern);
                Holds(!glob.IsMatch(path) || glob.IsMatch(path + "/below"), "what is below a match does not match");
            });
            new PathGlob("/" + pattern).Matches("/" + path, new WorkBudget(long.MaxValue, "comparisons"));
        });

    private static FuzzTarget IgnoreRules => FuzzTarget.OfText(
        ["*.o\n!keep.o\n/build/\ndocs/**/x\n\\#a\n a \\ \n", "**/a*b*c*d*e\n[[:alpha:]]\n[]-a]\n"], "** * ? [ ] ! / \\ # [[:space:]] a",
        text =>
        {
            IgnoreScope? scope = IgnoreScope.Enter(null, "", text);
            foreach (string path in (string[])["a", "build/x.o", "docs/a/b/x", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/b"])
            {
                IgnoreScope.IsIgnored(scope, path, isDirectory: false);
                Holds(IgnoreScope.IsIgnored(scope, path, isDirectory: true) == IgnoreScope.IsIgnored(IgnoreScope.Enter(null, "", text + "\n# end"), path, isDirectory: true), "a comment changes what is ignored");
            }
        });

    private static FuzzTarget Tokenizers => FuzzTarget.OfText(
        [Tokenizer, Tokenizer.Replace("BPE", "WordPiece", StringComparison.Ordinal), Tokenizer.Replace(ByteLevel, string.Join(',', Enumerable.Repeat(ByteLevel, 40)), StringComparison.Ordinal)],
        "{ } [ ] : , null true -1 1e999 \"\" \"type\" \"Sequence\" \"Regex\" (a|a)* (? \\\\p{L} [ \"Unigram\" \"vocab\" \"Metaspace\" \"Precompiled\" \\ud800 \"Strip\" \"NFD\"",
        text => ReadOrRefuse<TokenizerFormatException>(() =>
        {
            HubTokenizer tokenizer = TokenizerReader.Read(Encoding.UTF8.GetBytes(text));
            IReadOnlyList<int> ids = tokenizer.EncodeToIds("Reading  file_name2 größe 😀 [SEP] ab");
            tokenizer.Decode(ids);
            Holds(ids.All(id => id >= 0 && id < tokenizer.VocabularySize), "an id that no token has");
        }));

    private static FuzzTarget Questions => FuzzTarget.OfText(
        ["{\"id\":\"1\",\"query\":\"where?\",\"category\":\"a\",\"relevant\":[{\"path\":\"./a.cs\",\"start\":1,\"end\":2,\"symbol\":\"A\"}]}\n{\"id\":\"2\",\"query\":\"b\",\"relevant\":[]}\n", "{\"_id\":\"1\",\"text\":\"where?\"}\n"],
        "{ } [ ] : , null true 1e999 -1 \"\" \"id\" \"_id\" \"text\" \"relevant\" \\ud800 \n",
        text => InFolder("queries.jsonl", text, (root, _) =>
        {
            Directory.CreateDirectory(root + "/qrels");
            File.WriteAllText(root + "/qrels/test.tsv", "query-id\tcorpus-id\tscore\n1\ta\t1\n");
            ReadOrRefuse<StructIndexException>(() =>
            {
                IReadOnlyList<EvaluationQuery> queries = EvaluationQueries.Load(root + "/queries.jsonl");
                Holds(queries.Select(query => query.Id).Distinct().Count() == queries.Count, "two questions of one id");
            });
        }));

    private static FuzzTarget Identifiers => FuzzTarget.OfText(
        ["HTTPServer2xxHandler", "userIDs iOS_UUIDv7", "größeÄnderung", "名前name", "e\u0301tat", "ＡＢ１２"], "HTTP IDs iOS IPv6 SQLite GitHub 2 _ - Ä ß \u0301 名 \ud83d\ude00 \u0130 v7 s",
        text =>
        {
            List<string> words = [];
            foreach (ReadOnlySpan<char> word in IdentifierWords.Split(text))
            {
                words.Add(word.ToString());
            }

            Holds(words.TrueForAll(word => word.Length > 0), "an empty word");
            int at = 0;
            foreach (string word in words)
            {
                int found = text.IndexOf(word, at, StringComparison.Ordinal);
                Holds(found >= 0 && !text.AsSpan(at..found).ContainsAnyInRange('a', 'z'), "letters between two words are lost");
                at = found + word.Length;
                Holds(IdentifierWords.ToLowerWords(word).Count == 1, $"'{word}' does not split into itself");
            }
        });

    private static FuzzTarget Queries
    {
        get
        {
            IndexContents contents = CodeIndexer.IndexAsync(new MemorySource([new SourceFile("a/store.py", "class Store:\n    def save(self, item):\n        return self.write(item)\n\n    def write(self, item):\n        return item\n")])).GetAwaiter().GetResult().Contents;
            Searcher searcher = new(contents, CodeModel.Default.Model);
            return FuzzTarget.OfText(
                ["what calls Store.save?", "Traceback (most recent call last):\n  File \"a/store.py\", line 3, in save\nValueError: no item", "savve an item", "a/store.py:3", "Title\n\n- long text\n```python\nx = Store().save(1)\n```"],
                "Store.save save( ) File \"a/store.py\", line 3 in :: -> # `x` ``` \n . \ud800 http://x A_B a.b.c",
                text =>
                {
                    SearchResult found = searcher.Search(searcher.Read(text), [], new SearchOptions { MinimumRelevance = 0, Explain = true });
                    Holds(found.Hits.All(hit => double.IsFinite(hit.Score) && hit.Relevance is >= 0 and <= 1), "a score that is no number");
                });
        }
    }

    /// <summary>Throws where a law does not hold.</summary>
    public static void Holds(bool law, string otherwise)
    {
        if (!law)
        {
            throw new InvalidOperationException(otherwise);
        }
    }

    /// <summary>Reads an input; to refuse it with the exception that says why is as good.</summary>
    public static void ReadOrRefuse<TRefusal>(Action read)
        where TRefusal : Exception
    {
        try
        {
            read();
        }
        catch (TRefusal refusal)
        {
            Holds(refusal.Message.Length > 0, "refused without a word");
        }
    }

    private static void InFolder(string path, string text, Action<string, ProjectAccess> run)
    {
        string root = Directory.CreateTempSubdirectory("structindex-fuzz-").FullName;
        try
        {
            string file = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text.Replace("ROOT", root, StringComparison.Ordinal));
            run(root.Replace('\\', '/'), new ProjectAccess(root.Replace('\\', '/'), []));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
