using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace StructIndex.Tests;

public class TextParserTests
{
    private static readonly string[] s_paths = ["a.md", "a.rst", "a.adoc", "a.txt", "a.toml", "a.ini", "a.yaml", "a.json", "a.css", "a.html", "a.xml", "a.sql", "a.pl", "a.f90", "a.groovy", "a.fs", "Makefile"];

    [Fact]
    public void Sections_of_Markdown_are_named_by_their_headings() => Assert.Equal(
        """
        1-3 Module Guide
        5-6 Module Guide.Install the tool
        8-12 Module Guide.Install the tool.On Windows
        14-17 Module Guide.Usage
        21-22 Module Under a line.Part
        """,
        Declarations("guide.md", """
            # Guide

            Intro.

            ## Install the `tool` ##
            Text.

            ### On *Windows*
            ```sh
            # not a heading
            ```
            More.

            Usage
            -----
            Read [this](x.md).
            #hashtag is no heading

            Under a line
            ============
            ## [Part](http://example.org/)
            Text
            """));

    [Fact]
    public void Front_matter_of_Markdown_is_no_heading() => Assert.Equal("5-6 Module A", Declarations("a.md", "---\ntitle: x\nb: c\n---\n# A\ntext\n"));

    [Fact]
    public void An_open_fence_reaches_to_the_end() => Assert.Equal("1-4 Module A", Declarations("a.md", "# A\n~~~~\n~~~\n# B\n"));

    [Fact]
    public void Sections_of_reStructuredText_are_named_by_their_underlined_titles() => Assert.Equal(
        "1-4 Module Title\n6-8 Module Title.Part one\n10-12 Module Title.Part two",
        Declarations("a.rst", "Title\n=====\n\nintro\n\nPart one\n--------\ntext\n\nPart two\n--------\n.. note::\n"));

    [Fact]
    public void Sections_of_AsciiDoc_are_named_by_their_titles() => Assert.Equal(
        "1-2 Module Title\n3-4 Module Title.Part", Declarations("a.adoc", "= Title\nintro\n== Part\ntext\n"));

    [Fact]
    public void Plain_text_has_paragraphs_only()
    {
        ParsedFile parsed = Parse("a.txt", "One\ntwo\n\nThree\n  four\n\n  five\nsix\n");
        Assert.Empty(parsed.Declarations);
        Assert.Equal([4, 8], parsed.Breaks.Select(parsed.Source.LineAt));
    }

    [Fact]
    public void Tables_of_TOML_are_declarations_with_their_comments() => Assert.Equal(
        "3-5 Module package\n7-10 Module dependencies.serde\n11-12 Module bin",
        Declarations("Cargo.toml", "top = 1\n\n# About\n[package]\nname = \"x\"\n\n[dependencies.serde]\ntext = '''\n[no table]\n'''\n[[bin]]\nname = \"y\"\n[empty]\n"));

    [Fact]
    public void Keys_of_YAML_that_hold_a_block_are_declarations() => Assert.Equal(
        "2-5 Module on\n6-10 Module jobs",
        Declarations("ci.yml", "name: CI\n# When\non:\n  push:\n    branches: [main]\n\"jobs\":\n  build:\n    steps:\n    - run: |\n        key: not a key\nlast: 1\n"));

    [Fact]
    public void A_document_mark_ends_a_key_of_YAML() => Assert.Equal(
        "2-4 Module spec\n6-8 Module spec", Declarations("k8s.yaml", "---\nspec:\n  a: 1\n  b: 2\n---\nspec:\n  a: 3\n  b: 4\n"));

    [Fact]
    public void What_SQL_creates_is_declared()
    {
        ParsedFile parsed = Parse("schema.sql", """
            -- Users of the shop.
            -- One row each.
            CREATE TABLE IF NOT EXISTS "shop"."Users" (
                id int PRIMARY KEY, -- ; not the end
                name text DEFAULT ';'
            );

            CREATE UNIQUE INDEX users_name ON shop.users (name);
            CREATE OR REPLACE FUNCTION total(a int, b numeric(10, 2)) RETURNS int AS $body$
            BEGIN
                SELECT 1; RETURN 2;
            END;
            $body$ LANGUAGE plpgsql;
            INSERT INTO Users VALUES (1, 'CREATE TABLE nope (x int)');
            /* A view. */
            create or replace view [dbo].[Active Users] as select * from Users;
            """);
        Assert.Equal(
            """
            1-6 Struct shop.Users
            8-8 Module users_name
            9-13 Function total
            15-16 Struct dbo.Active Users
            """,
            Show(parsed));
        Assert.Equal("Users of the shop.\nOne row each.", parsed.Declarations[0].Documentation);
        Assert.Equal("CREATE TABLE IF NOT EXISTS \"shop\".\"Users\"", parsed.Declarations[0].Signature);
        Assert.Equal("CREATE OR REPLACE FUNCTION total(a int, b numeric(10, 2)) RETURNS int", parsed.Declarations[2].Signature);
        Assert.Equal([1, 8, 9, 14, 15], parsed.Breaks.Select(parsed.Source.LineAt));
    }

    [Fact]
    public void Bodies_between_BEGIN_and_END_stay_whole() => Assert.Equal(
        """
        1-10 Function dbo.Pay
        12-15 Function add_one
        """,
        Declarations("procs.sql", """
            CREATE PROCEDURE dbo.Pay @id int AS
            BEGIN
                IF @id = 1 BEGIN
                    SELECT CASE WHEN 1 = 1 THEN 2 END;
                END
                BEGIN TRY
                    SELECT 1;
                END TRY
                BEGIN CATCH SELECT 2; END CATCH
            END
            GO
            CREATE TRIGGER add_one AFTER INSERT ON t FOR EACH ROW BEGIN
                IF x THEN SET y = 1; END IF;
                CASE z WHEN 1 THEN SET y = 2; END CASE;
            END;
            SELECT 1;
            """));

    [Fact]
    public void Variables_before_BEGIN_belong_to_a_routine_of_Oracle() => Assert.Equal(
        """
        1-5 Function lone
        7-10 Function half
        12-12 Struct t
        """,
        Declarations("lone.sql", """
            CREATE OR REPLACE PROCEDURE lone AS
              x INT;
            BEGIN
              NULL;
            END;
            /
            CREATE OR REPLACE FUNCTION half(n NUMBER) RETURN NUMBER IS
            BEGIN
              RETURN n / 2;
            END;
            /
            CREATE TABLE t (a int);
            """));

    [Fact]
    public void Members_of_a_package_are_found() => Assert.Equal(
        """
        1-12 Module shop.depot
        2-7 Function shop.depot.fill
        8-11 Function shop.depot.half
        14-17 Module spec
        15-15 Function spec.a
        16-16 Function spec.b
        """,
        Declarations("pkg.sql", """
            CREATE OR REPLACE PACKAGE BODY shop.depot AS
              -- Fills it.
              PROCEDURE fill(p_id NUMBER) IS
                v NUMBER;
              BEGIN
                IF v = 1 THEN v := CASE WHEN p_id = 1 THEN 2 END; END IF;
              END fill;
              FUNCTION half(n NUMBER) RETURN NUMBER IS
              BEGIN
                RETURN n / 2;
              END;
            END depot;
            /
            CREATE PACKAGE spec IS
              PROCEDURE a;
              FUNCTION b RETURN NUMBER;
            END spec;
            """));

    [Fact]
    public void A_routine_that_is_altered_with_its_body_is_declared() => Assert.Equal(
        "1-4 Function dbo.GetCrate\n7-9 Function next",
        Declarations("alter.sql", "ALTER PROCEDURE dbo.GetCrate @Id int AS\nBEGIN\n  SELECT 1;\nEND\nGO\nALTER FUNCTION f() OWNER TO me;\nCREATE PROC next AS\n  PRINT 1;\n  PRINT 2;\nGO\n"));

    [Fact]
    public void Routines_in_routines_and_blocks_and_types_of_members_are_declared()
    {
        ParsedFile parsed = Parse("block.sql", """
            set echo off
            -- Sets up.
            CREATE PACKAGE shelf IS
              TYPE crates IS TABLE OF crate;
              PROCEDURE put(a int);
            END;
            /
            DECLARE
              TYPE row_t IS RECORD (a int);
              text clob := q'[it's; one]';

              PROCEDURE report IS
                n int;
                CURSOR c IS SELECT 1 FROM dual;
                PROCEDURE line(a int);
                FUNCTION twice(a int) RETURN int IS
                BEGIN
                  RETURN 2 * a;
                END;
              BEGIN
                line(twice(1));
              END;
            BEGIN
              report;
            END;
            /
            CREATE TABLE a (b int)
            CREATE TABLE c (d int)
            """);
        Assert.Equal(
            "2-6 Module shelf\n4-4 Struct shelf.crates\n5-5 Function shelf.put\n8-9 Struct row_t\n12-22 Function report\n15-15 Function report.line\n16-19 Function report.twice\n27-27 Struct a\n28-28 Struct c",
            Show(parsed));
        Assert.Equal("Sets up.", parsed.Declarations[0].Documentation);
    }

    [Fact]
    public void A_bracket_before_a_string_quotes_no_name() => Assert.Equal(
        "2-2 Function f", Declarations("a.sql", "SELECT * FROM has(ARRAY['text[]', 'it']);\nCREATE FUNCTION f() RETURNS int AS 'SELECT 1' LANGUAGE sql;\n"));

    [Fact]
    public void The_delimiter_of_MySQL_is_followed() => Assert.Equal(
        "2-2 Function p\n4-4 Struct t", Declarations("m.sql", "DELIMITER //\nCREATE PROCEDURE p() SELECT 1; SELECT 2 //\nDELIMITER ;\nCREATE TABLE t (a int);\n"));

    [Fact]
    public void A_comment_apart_is_not_the_documentation() =>
        Assert.Equal("near", Parse("a.sql", "-- far\n\n-- near\nCREATE TABLE t (a int);").Declarations[0].Documentation);

    [Fact]
    public void Json_is_cut_at_its_outermost_keys() => Assert.Equal(
        "\"a\": {\"b\": [1, 2]},|\"c,{\\\"\": [2],|// , {\n \"d\": 3 }", Cut("a.json", "{ \"a\": {\"b\": [1, 2]}, \"c,{\\\"\": [2],\n // , {\n \"d\": 3 }"));

    [Fact]
    public void Arrays_of_JSON_are_cut_at_their_elements() => Assert.Equal("{\"a\": 1},|{\"b\": [1, 2]}]", Cut("a.json", "[{\"a\": 1}, {\"b\": [1, 2]}]"));

    [Fact]
    public void Style_sheets_are_cut_at_their_rules() => Assert.Equal(
        "@import 'x;{';|/* about { */ .a { b: c; }|@media print { .b { c: d } .c { } }|.d > .e { content: \"}\" }",
        Cut("a.css", "@import 'x;{';\n/* about { */ .a { b: c; }\n@media print { .b { c: d } .c { } }\n.d > .e { content: \"}\" }"));

    [Fact]
    public void Html_is_cut_at_headings_and_landmarks() => Assert.Equal(
        "<body>|<h1 id=\"a\">A</h1>|<main><!-- <h2> --><p>b</p>|<script>if (a < b) \"<h2>\"</script></main>|<nav></nav></body>",
        Cut("a.html", "<body><h1 id=\"a\">A</h1><main><!-- <h2> --><p>b</p><script>if (a < b) \"<h2>\"</script></main><nav></nav></body>"));

    [Fact]
    public void Sections_of_Html_are_named_by_their_headings() => Assert.Equal(
        "1-2 Module Guide & more\n3-4 Module Guide & more.Part", Declarations("a.html", "<body><h1 id=\"a\"><a href=\"#\">Guide</a> &amp; more</h1>\n<p>text</p>\n<H2>Part\n</H2></body>"));

    [Fact]
    public void A_heading_of_Html_that_is_not_closed_ends_where_the_next_begins() => Assert.Equal(
        "2-3 Module Guide.Part\n4-4 Module Guide.Part.Last", Declarations("a.html", "<h1>Guide\n<h2>Part</h2></h1>\ntext\n<h3>Last</h1>text<h2>\n"));

    [Fact]
    public void Tags_in_a_title_of_Markdown_are_left_out_unless_they_are_code() => Assert.Equal(
        "1-2 Module Tool\n3-5 Module List<t>", Declarations("a.md", "# <img src=\"x\"> Tool\ntext\n# `List<t>`\ntext\n# <br/>\n"));

    [Fact]
    public void Xml_is_cut_at_the_elements_that_the_root_holds() => Assert.Equal(
        "<one><x/></one>|<!-- note --><two b=\"/>\"/><![CDATA[<no>]]>|<three>t</three></root>",
        Cut("a.xml", "<?xml version=\"1.0\"?><root a='>'><one><x/></one><!-- note --><two b=\"/>\"/><![CDATA[<no>]]><three>t</three></root>"));

    [Theory]
    [InlineData("a.md")]
    [InlineData("a.rst")]
    [InlineData("a.adoc")]
    [InlineData("a.txt")]
    [InlineData("a.toml")]
    [InlineData("a.yaml")]
    [InlineData("a.json")]
    [InlineData("a.css")]
    [InlineData("a.html")]
    [InlineData("a.xml")]
    [InlineData("a.sql")]
    [InlineData("a.pl")]
    [InlineData("a.f90")]
    [InlineData("a.groovy")]
    [InlineData("a.erl")]
    [InlineData("Makefile")]
    public void Hostile_text_takes_linear_time(string path)
    {
        string[] repeated =
        [
            "(", "[", "{", "<", "<a", "<a b=\"", "\"", "'", "`", "$", "$a$ ", "$$", "/*", "<!--", "# ](", "](", "# a\n", "```\n", "a\n-\n", "a\n=\n", "a:\n", "[a]\n", "\n", "\r", "\0", "-- \n", "GO ", "BEGIN ", "CREATE FUNCTION ",
            "CREATE TABLE a (", "CASE ", "END ", ";", "a ", "\"\"\"", "<script", "<h1 ", "<h1>", "<h1></h1>", "{\"a\":", ",", "\ud83d", "a.", "DELIMITER \n", " ", "# # ",
        ];
        Stopwatch watch = Stopwatch.StartNew();
        foreach (string piece in repeated)
        {
            Parse(path, string.Concat(Enumerable.Repeat(piece, 50_000)));
        }

        // Together some 8 million characters: seconds where time is linear, hours where it is not.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(40), $"{watch.Elapsed}");
    }

    [Fact]
    public void Whatever_a_text_holds_the_spans_lie_in_it_in_order() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Texts(), text =>
    {
        foreach (string path in s_paths)
        {
            ParsedFile parsed = Parse(path, text);
            Dictionary<object, int> ends = new(ReferenceEqualityComparer.Instance);
            foreach (CodeDeclaration declaration in parsed.Declarations)
            {
                SourceSpan span = declaration.Span;
                // A member, such as a type in a procedure of SQL, is inside what holds it, and behind the members before it.
                object around = declaration.Parent is { } parent ? parent : parsed;
                if (span.Start < ends.GetValueOrDefault(around) || declaration.Parent?.Span.Contains(span) == false || span.End > text.Length || span.Length <= 0 || !span.Contains(declaration.NameSpan) || !span.Contains(declaration.Body) || declaration.Name.Length == 0 || declaration.Signature.Length == 0)
                {
                    return false;
                }

                ends[around] = span.End;
            }

            if (!parsed.Breaks.Zip(parsed.Breaks.Skip(1)).All(pair => pair.First < pair.Second) || parsed.Breaks.Any(at => at < 0 || at > text.Length))
            {
                return false;
            }
        }

        return true;
    }));

    [Fact]
    public void Cancellation_stops_the_work()
    {
        SourceFile[] files = [.. Enumerable.Range(0, 1000).Select(i => new SourceFile($"{i}.md", "# A\ntext\n"))];
        using CancellationTokenSource cancellation = new();
        Assert.ThrowsAny<OperationCanceledException>(() => new TextParser().Parse(files, null, _ => cancellation.Cancel(), cancellation.Token));
    }

    private static Arbitrary<string> Texts() => Gen.Elements(
        "# A", "## B c", "title", "=====", "-----", "---", "\n", "\n", "\r\n", "  ", "key:", "key: 1", "[t]", "[[u]]", "\"", "'", "\"\"\"", "{", "}", "[", "]", ",", "<a>", "</a>", "<b/>", "<h1>", "<!--", "-->", "/*", "*/", "--x", ";", "a",
        "CREATE TABLE t", "CREATE FUNCTION", " f ", "AS", "BEGIN", "END", "CASE", "GO", "$$", "(", ")", "DELIMITER //", "PROCEDURE f IS", "DECLARE", "TYPE t IS", "q'[", "]'", "//", "`", "```", "~~~", "😀", "\ud83d", "# comment", "sub a {", "function f", "module m", "class A", "f(1)", ".b", "@media", "= T", "on")
        .ListOf().Select(parts => string.Concat(parts)).ToArbitrary();

    private static ParsedFile Parse(string path, string text) => Assert.Single(new TextParser().Parse([new SourceFile(path, text)], null, null).Files);

    private static string Declarations(string path, string text) => Show(Parse(path, text));

    private static string Show(ParsedFile parsed) => string.Join('\n', parsed.Declarations.Select(declaration =>
    {
        SourceFile file = parsed.Source;
        string container = declaration.Container.Length == 0 ? "" : declaration.Container + ".";
        return $"{file.LineAt(declaration.Span.Start)}-{file.LineAt(declaration.Span.End - 1)} {declaration.Kind} {container}{declaration.Name}";
    }));

    private static string Cut(string path, string text)
    {
        IReadOnlyList<int> breaks = Parse(path, text).Breaks;
        return string.Join('|', breaks.Zip([.. breaks.Skip(1), text.Length]).Select(pair => text[pair.First..pair.Second].Trim()));
    }
}
