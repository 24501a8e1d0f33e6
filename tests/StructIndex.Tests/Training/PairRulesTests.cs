namespace StructIndex.Tests;

public class PairRulesTests
{
    private const string Body = "int a;\nint b;\nreturn a + b;";

    [Theory]
    [InlineData("Adds numbers.", "Add", Body, "ShortDocumentation")]
    [InlineData("Adds two numbers to each other.", "Add", "return a + b;", "ShortCode")]
    [InlineData("Adds two numbers to each other.", "Add", Body, "None")]
    [InlineData("Copyright 2020 by the authors of it", "Add", Body, "Licence")]
    [InlineData("Addiert zwei Zahlen und gibt ihre Summe dem Aufrufer", "Add", Body, "NotEnglish")]
    [InlineData("Складывает два числа", "Add", Body, "NotEnglish")]
    [InlineData("Parse HTTP header", "Add", Body, "None")]
    [InlineData("add two numbers", "addTwoNumbers", Body, "NameAlone")]
    public void Each_rule_of_the_texts_has_its_name(string prose, string name, string body, string rule) =>
        Assert.Equal(rule, PairRules.OfTexts(prose, name, body).ToString());

    [Theory]
    [InlineData(UnitKind.Function, UnitRole.Test, "Role")]
    [InlineData(UnitKind.Function, UnitRole.Generated, "Role")]
    [InlineData(UnitKind.Constructor, UnitRole.Implementation, "Kind")]
    [InlineData(UnitKind.Method, UnitRole.Implementation, "None")]
    [InlineData(UnitKind.Class, UnitRole.Implementation, "None")]
    public void Tests_generated_code_and_constructors_are_no_pairs(UnitKind kind, UnitRole role, string rule) =>
        Assert.Equal(rule, PairRules.OfUnit(kind, role).ToString());

    [Theory]
    [InlineData("src/vendor/zlib/a.c", true)]
    [InlineData("lib/Third_Party/x.py", true)]
    [InlineData("src/vendor.py", false)]
    [InlineData("src/vendors/list.php", false)]
    public void Vendored_code_is_known_by_its_folder(string path, bool vendored) => Assert.Equal(vendored, PairRules.IsVendored(path));

    [Theory]
    [InlineData("python3-flask", "flask", true)]
    [InlineData("flask", "flask", true)]
    [InlineData("python3-flask-login", "flask", false)]
    [InlineData("golang-github-go-chi-chi-dev", "chi", true)]
    [InlineData("golang-github-spf13-cobra-dev", "cobra", true)]
    [InlineData("golang-github-cobramania-x-dev", "cobra", false)]
    [InlineData("libcommons-lang-java", "commons-lang", true)]
    [InlineData("node-redux", "redux", true)]
    [InlineData("newtonsoft.json", "Newtonsoft.Json", true)]
    [InlineData("librust-tokio-dev", "tokio", true)]
    [InlineData("librust-clap-3-dev", "clap", true)]
    [InlineData("@scope+vitest", "vitest", true)]
    [InlineData("abseil", "abseil-cpp", true)]
    [InlineData("nlohmann-json3", "nlohmann-json", true)]
    [InlineData("telescope", "telescope.nvim", true)]
    [InlineData("zod-rs", "zod", true)]
    [InlineData("commons", "commons-lang", false)]
    [InlineData("math", "mathnet-numerics", false)]
    public void A_project_is_known_under_its_package_names(string package, string project, bool same) =>
        Assert.Equal(same, ProjectNames.IsOneOf(package, ProjectNames.Set([project])));

    [Theory]
    [InlineData("Opens a file.\n\n@param path the path\n@return it", "Opens a file.")]
    [InlineData("Opens a file\nfor reading.\n\nNever for writing.\n\nArgs:\n  path: x", "Opens a file for reading.\n\nNever for writing.")]
    [InlineData("@deprecated use Other\nCloses {@link Stream the stream}.", "Closes Stream the stream.")]
    [InlineData("Uses <code>mmap</code> and `read`.", "Uses mmap and read.")]
    [InlineData("Title\n=====\nMore.", "Title")]
    [InlineData("Opens a file\nfor reading: it stays open.\n\npath: where it lies\nReturns the file", "Opens a file for reading: it stays open.")]
    [InlineData("Returns the size\nThrows IOException when it is gone", "Returns the size")]
    [InlineData("Returns: nothing", "")]
    [InlineData("", "")]
    public void Prose_is_what_stands_before_the_tags_without_markup(string documentation, string prose) =>
        Assert.Equal(prose, ProseText.Of(documentation));

    [Fact]
    public void The_head_of_a_file_counts_without_its_licence() =>
        Assert.Equal(
            "Reads and writes tar archives.",
            ProseText.WithoutLicence("Copyright 2001 A. Author\n\nPermission is hereby granted, free of charge\n\nReads and writes tar archives.\n\nSee RFC 1."));

    [Theory]
    [InlineData("One. Two.", "One.", " Two.")]
    [InlineData("Reads e.g. a file. More.", "Reads e.g. a file.", " More.")]
    [InlineData("No end", "No end", "")]
    [InlineData("Version 1.2 of it\n\nNext.", "Version 1.2 of it", "\n\nNext.")]
    [InlineData("", "", "")]
    public void The_first_sentence_ends_where_a_reader_would_end_it(string text, string first, string rest)
    {
        Assert.Equal((first, rest), FirstSentence.Split(text));
    }

    [Fact]
    public void Fingerprints_do_not_see_layout_punctuation_and_case()
    {
        Assert.Equal(BodyFingerprint.Of("int total = a+b;"), BodyFingerprint.Of("INT   total=\n\ta + b"));
        Assert.NotEqual(BodyFingerprint.Of("int total = a+b;"), BodyFingerprint.Of("int total = b+a;"));
    }
}
