namespace StructIndex.Benchmarks;

/// <summary>
/// Languages that universal-ctags does not know, told to it as lines that declare something: a witness that shares nothing with the grammars.
/// Lines of comments and strings may look the same; what it then lists is read one by one.
/// </summary>
internal static class CtagsLanguages
{
    private const string Blank = "[[:space:]]";
    private const string Name = "([A-Za-z_$][A-Za-z0-9_$]*)";

    /// <summary>Words of a declaration before the one that says what it is, with attributes and their arguments.</summary>
    private const string Words = $@"{Blank}*((@[A-Za-z_.]+(\([^)]*\))?|[a-z]+(\[[a-z]+\]|\([a-z]+\))?){Blank}+)*";

    private const string Script = $"^{Blank}*(export{Blank}+)?(default{Blank}+)?";

    /// <summary>Options of the command line.</summary>
    public static IReadOnlyList<string> Options { get; } =
    [
        .. Define("swift", ".swift", ($"^{Words}func{Blank}+{Name}", 5, 'f'), ($"^{Words}(class|struct|enum|protocol|actor){Blank}+([A-Z][A-Za-z0-9_]*)", 6, 'c')),
        .. Define("scala", ".scala", ($"^{Words}def{Blank}+{Name}", 5, 'f'), ($"^{Words}(class|trait|object){Blank}+([A-Z][A-Za-z0-9_]*)", 6, 'c')),
        .. Define("zig", ".zig", ($"^{Words}fn{Blank}+{Name}{Blank}*\\(", 5, 'f'), ($"^{Blank}*(pub{Blank}+)?const{Blank}+{Name}{Blank}*={Blank}*(extern |packed )?(struct|enum|union)", 2, 'c')),
        .. Define("dart", ".dart", ($"^{Blank}*(static |external |abstract )*[A-Za-z_][A-Za-z0-9_<>,?. ]*{Blank}+{Name}(<[^>]*>)?\\([^;]*\\){Blank}*(async\\*?|sync\\*)?{Blank}*([{{]|=>)", 2, 'f'), ($"^((abstract|sealed|final|base|interface) )*(class|mixin|enum){Blank}+{Name}", 4, 'c')),
        .. Define("terraform", ".tf", ($"^(resource|data){Blank}+\"[^\"]*\"{Blank}+\"([^\"]*)\"", 2, 'c'), ($"^(module|variable|output|provider){Blank}+\"([^\"]*)\"", 2, 'c')),
        .. Define("graphql", ".graphql", ($"^(extend )?(type|interface|enum|input|union|scalar){Blank}+{Name}", 3, 'c')),
        .. Define("components", ".vue.svelte.astro", ($"{Script}(async{Blank}+)?function{Blank}*\\*?{Blank}*{Name}", 4, 'f'), ($"{Script}(const|let){Blank}+{Name}{Blank}*={Blank}*(async{Blank}*)?(\\([^)=]*\\)|[a-z]+){Blank}*(:[^=]*)?=>", 4, 'f')),
        .. Define("razor", ".razor", ($"^{Blank}*(public|private|protected|internal){Blank}+((static|async|override|virtual){Blank}+)*[A-Za-z_][A-Za-z0-9_<>,?.]*(\\[\\])?{Blank}+{Name}(<[^>]*>)?\\(", 5, 'f')),
    ];

    private static IEnumerable<string> Define(string language, string extensions, params (string Line, int Group, char Kind)[] declarations) =>
    [
        $"--langdef={language}",
        .. extensions.Split('.', StringSplitOptions.RemoveEmptyEntries).Select(extension => $"--map-{language}=+.{extension}"),
        $"--kinddef-{language}=f,function,functions",
        $"--kinddef-{language}=c,class,types",
        .. declarations.Select(declaration => $"--regex-{language}=/{declaration.Line.Replace("/", "\\/", StringComparison.Ordinal)}/\\{declaration.Group}/{declaration.Kind}/"),
    ];
}
