using System.Text;
using System.Text.Unicode;

namespace StructIndex.Tests;

/// <summary>Files beside the code, and those that no parser of a language takes.</summary>
internal static class FileTargets
{
    private const string Notebook = """
        {
         "cells": [
          {"cell_type": "markdown", "metadata": {}, "source": ["# Title\n", "text"]},
          {"cell_type": "code", "execution_count": 1, "metadata": {}, "outputs": [{"data": {"text/plain": ["1"]}}], "source": [
           "def go():\n",
           "    return 1"
          ]},
          {"cell_type": "code", "source": "%%bash\nls"}
         ],
         "metadata": {"kernelspec": {"language": "python", "name": "python3"}, "language_info": {"name": "python"}},
         "nbformat": 4,
         "nbformat_minor": 5
        }
        """;

    /// <summary>Sections of <c>.editorconfig</c>.</summary>
    public static FuzzTarget EditorConfigs => FuzzTarget.OfText(
        ["root = true\n[*]\ncharset = latin1\n[*.{c,h}]\nCharset=utf-8\n[{a,b}/**.[ch]]\ncharset = utf-16le\n"], "[ ] [* ] charset = latin1 root true { } , ** * ? [! ; # \n \\",
        text =>
        {
            (string? charset, bool isRoot, string? malformed) = EditorConfig.CharsetIn(text, "a/b.c");
            FuzzTargets.Holds(EditorConfig.CharsetIn(text + "\n; end", "a/b.c") == (charset, isRoot, malformed), "a comment changes what is stated");
        });

    /// <summary>Notebooks.</summary>
    public static FuzzTarget Notebooks => FuzzTarget.OfText(
        [Notebook, Notebook.Replace("\n", "", StringComparison.Ordinal)], "{ } [ ] : , null true 1e999 -1 \"\" \"cells\" \"source\" \"cell_type\" \"code\" \"markdown\" \"metadata\" \"kernelspec\" \"nbformat\" 4 \\n \\ud800 \\u0000 %%bash",
        text => NotebookText.Read(text));

    /// <summary>Bytes that are text in some encoding.</summary>
    public static FuzzTarget Encodings => new(
        [.. ((string[])["// größe\nint a;\n", "# -*- coding: latin-1 -*-\nx = 1\n", "<?xml version=\"1.0\" encoding=\"windows-1252\"?><a/>"]).Select(Encoding.UTF8.GetBytes), Encoding.Latin1.GetBytes("größe é"), Encoding.Latin1.GetBytes("# coding: utf-7\n# é"), Encoding.Unicode.GetBytes("\ufeffclass A { }"), Encoding.BigEndianUnicode.GetBytes("class A { }"), Encoding.UTF32.GetBytes("\ufeffa"), [0x82, 0xb1, 0x82, 0xea, 0x0a], [0xc4, 0xe3, 0xba, 0xc3, 0x0a]],
        ["coding: ", "charset=\"", "encoding=\"", "shift_jis", "gb18030", "utf-7", "\ufeff", "\0"],
        bytes =>
        {
            string? text = TextDecoder.Decode(bytes, out _);
            FuzzTargets.Holds(text is null || !Utf8.IsValid(bytes) || bytes.Contains((byte)0) || text == new StreamReader(new MemoryStream(bytes)).ReadToEnd(), "UTF-8 is read as something else");
        });

    /// <summary>What says where modules of scripts are.</summary>
    public static FuzzTarget Packages => FuzzTarget.OfText(
        ["{ \"name\": \"@x/b\" }", "{ \"compilerOptions\": { \"baseUrl\": \".\", \"paths\": { \"@x/*\": [\"src/*\", \"lib/*\"], \"b\": [\"src/b\"] } }, \"extends\": \"./tsconfig.json\" } // end", "[package]\nname = \"x-b\"\n"],
        "{ } [ ] : , null true 1 \"\" \"name\" \"compilerOptions\" \"paths\" \"baseUrl\" \"extends\" [package] name = \"*\" \"@x/*\" \"../\" \"./\" // /* */ \\ud800",
        text =>
        {
            SourceFile[] code = [new("src/b.ts", "export function b() {}\n"), new("a.ts", "import { b } from '@x/b'\nimport * as c from 'b'\nfunction go() { b(); c.b() }\n"), new("r/src/lib.rs", "pub fn f() {}\n"), new("main.rs", "use x_b::f;\nfn main() { f(); }\n")];
            SourceTargets.Check(new TreeSitterParser(), [new("package.json", text, "json"), new("tsconfig.json", text, "json"), new("src/jsconfig.json", text, "json"), new("r/Cargo.toml", text, "toml"), .. code]);
        });

    /// <summary>The files that git tracks, in versions 2 and 4 of its index.</summary>
    public static FuzzTarget GitIndexes => new([GitIndex(2), GitIndex(4)], ["DIRC", "\0\0\0\u0004", "\0", "a/", "\u007f"], bytes =>
    {
        string root = Directory.CreateTempSubdirectory("structindex-fuzz-").FullName;
        try
        {
            Directory.CreateDirectory(root + "/.git");
            File.WriteAllBytes(root + "/.git/index", bytes);
            TrackedFiles.Of(root).Contains("a/b.c", isFolder: false);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    });

    /// <summary>Files of any name, which their first line is.</summary>
    public static FuzzTarget OtherTexts => FuzzTarget.OfText(
        [
            "a.md\n# Title\n\ntext\n\nOther\n=====\n\n```python\ndef go():\n    pass\n```\n", "a.html\n<html><head><meta name=\"generator\" content=\"x\"></head><body><h1 id=a>Title</h1><!-- a --><script>let a = 1</script></body></html>",
            "a.html\n<h1 a><h2>b<H3>c</h1>d<h1>",
            "a.rst\nTitle\n=====\n\n.. code:: c\n", "a.adoc\n= Title\n\n== Part\n----\na\n----\n", "a.sql\nCREATE TABLE a (b int);\nCREATE FUNCTION f() RETURNS int AS $$ BEGIN; END $$ LANGUAGE plpgsql;\n-- end\n",
            "a.yaml\na:\n  b: |\n    text\n- c: &d [1, {e: 2}]\n", "a.toml\n[a.b]\nc = \"\"\"x\"\"\"\n[[d]]\n", "a.json\n{\"a\": [1, {\"b\": \"c\\\"\"}]}\n", "a.css\n@media x { a { b: url(c) } }\n/* end */\n", "a.xml\n<a b=\"c\"><![CDATA[ x ]]><!-- y --><d/></a>\n",
            "a.razor\n@page \"/\"\n@code { int a; }\n<b @onclick=\"Go\">@a</b>\n", "a.pas\nprocedure A;\nbegin\nend;\n", "a.f90\nsubroutine a(b)\nend subroutine\n", "a.xyz\nfunction go() {\n  return 1;\n}\n",
        ],
        "# == -- ``` ~~~ <h1> </h1> <!-- --> <script> <pre> CREATE TABLE $$ ' \" : - & | > [ [[ { } @code @{ @( /* */ \n\n \t \0 .md .html .sql .yaml .toml .vb .pl .lisp .erl .proto .graphql .tex",
        text =>
        {
            // No file system has longer names; a path that leads above its root is no file's.
            string name = text.Split('\n')[0], content = text[Math.Min(text.Length, name.Length + 1)..];
            SourceFile source = new("a/a" + name[..Math.Min(name.Length, 250)].Replace('/', '_'), content);
            GeneratedFiles.IsGenerated(source.Path, content);
            MinifiedFiles.IsMinified(source.Path, source.Language, content);
            GeneratedDocumentation.ToolOf(content);
            CodeLook.IsCode(content);
            SourceTargets.Check(new TextParser(), source);
        });

    private static byte[] GitIndex(byte version)
    {
        List<byte> index = [.. "DIRC"u8, 0, 0, 0, version, 0, 0, 0, 2];
        foreach ((string name, byte dropped) in (ReadOnlySpan<(string, byte)>)[("a/b.c", 0), (version == 4 ? "c.c" : "a/c.c", 3)])
        {
            byte[] facts = new byte[60];
            byte[] offset = version == 4 ? [dropped] : [];
            int fill = version == 4 ? 1 : 8 - ((62 + name.Length) % 8);
            index.AddRange([.. facts, 0, (byte)name.Length, .. offset, .. Encoding.UTF8.GetBytes(name), .. new byte[fill]]);
        }

        return [.. index, .. new byte[20]];
    }
}
