namespace StructIndex.Tests;

public class LanguageCatalogTests
{
    [Theory]
    [InlineData("a/b/Program.cs", "csharp")]
    [InlineData("setup.py", "python")]
    [InlineData("x.pyi", "python")]
    [InlineData("app.jsx", "javascript")]
    [InlineData("app.mjs", "javascript")]
    [InlineData("app.cjs", "javascript")]
    [InlineData("view.tsx", "typescript")]
    [InlineData("index.d.ts", "typescript")]
    [InlineData("Main.java", "java")]
    [InlineData("build.gradle.kts", "kotlin")]
    [InlineData("A.scala", "scala")]
    [InlineData("main.go", "go")]
    [InlineData("lib.rs", "rust")]
    [InlineData("a.c", "c")]
    [InlineData("a.hpp", "cpp")]
    [InlineData("index.php", "php")]
    [InlineData("Rakefile", "ruby")]
    [InlineData("lib/tasks/db.rake", "ruby")]
    [InlineData("App.swift", "swift")]
    [InlineData("run.bats", "bash")]
    [InlineData("home/.bashrc", "bash")]
    [InlineData("init.lua", "lua")]
    [InlineData("build.zig", "zig")]
    [InlineData("Main.lhs", "haskell")]
    [InlineData("mix.exs", "elixir")]
    [InlineData("Get-Item.ps1", "powershell")]
    [InlineData("main.dart", "dart")]
    [InlineData("AppDelegate.m", "objc")]
    [InlineData("View.mm", "objcpp")]
    [InlineData("a.jl", "julia")]
    [InlineData("a.mli", "ocaml")]
    [InlineData("schema.sql", "sql")]
    [InlineData("ci.yml", "yaml")]
    [InlineData("Cargo.toml", "toml")]
    [InlineData("package.json", "json")]
    [InlineData("README.md", "markdown")]
    [InlineData("index.html", "html")]
    [InlineData("site.scss", "css")]
    [InlineData("App.csproj", "xml")]
    [InlineData("Directory.Build.props", "xml")]
    [InlineData("notes.rst", "text")]
    [InlineData("CMakeLists.txt", "cmake")]
    [InlineData("Dockerfile", "dockerfile")]
    [InlineData("C:\\src\\Program.CS", "csharp")]
    public void A_name_tells_the_language(string path, string language) => Assert.Equal(language, LanguageCatalog.Detect(path, ""));

    [Theory]
    [InlineData("picture.png")]
    [InlineData("a.dll")]
    [InlineData("LICENSE")]
    [InlineData("archive.tar.gz")]
    [InlineData("")]
    [InlineData("folder.cs/")]
    [InlineData(".")]
    [InlineData("a.")]
    public void Other_names_have_no_language(string path) => Assert.Null(LanguageCatalog.Detect(path, ""));

    [Theory]
    [InlineData("#!/bin/sh\n", "bash")]
    [InlineData("#!/usr/bin/env bash\r\necho", "bash")]
    [InlineData("#! /usr/bin/python3.12 -u", "python")]
    [InlineData("#!/usr/bin/env -S deno run", "javascript")]
    [InlineData("#!/usr/bin/env LC_ALL=C ruby", "ruby")]
    [InlineData("#!/usr/bin/unheard-of", null)]
    [InlineData("#!", null)]
    [InlineData("", null)]
    [InlineData("echo hello", null)]
    public void A_file_without_extension_tells_its_language_by_its_interpreter(string text, string? language) =>
        Assert.Equal(language, LanguageCatalog.Detect("bin/tool", text));

    [Fact]
    public void An_extension_counts_more_than_an_interpreter() => Assert.Equal("python", LanguageCatalog.Detect("a.py", "#!/bin/sh\n"));

    [Theory]
    [InlineData("#include <stdio.h>\nint f(void);\n", "c")]
    [InlineData("// class Foo\n/* std::string\n namespace x\n*/\nint f(void);", "c")]
    [InlineData("#ifdef __cplusplus\nextern \"C\" {\n#endif\nint f();\n", "c")]
    [InlineData("const char* s = \"a::b\";\n", "c")]
    [InlineData("namespace fmt {\n}\n", "cpp")]
    [InlineData("int f(std::string s);\n", "cpp")]
    [InlineData("/* one */\ntemplate <typename T> T f();\n", "cpp")]
    [InlineData("#import <Foundation/Foundation.h>\n@interface A : NSObject\n@end\n", "objc")]
    [InlineData("", "c")]
    [InlineData("@interface A\n@end\nnamespace b {}", "objcpp")]
    [InlineData("namespace b {}\n@class A;", "objcpp")]
    public void A_header_is_C_unless_its_text_shows_otherwise(string text, string language) => Assert.Equal(language, LanguageCatalog.Detect("a.h", text));

    [Theory]
    [InlineData("% Copyright\nfunction y = f(x)\n", "text")]
    [InlineData("## Copyright\n\nfunction __plr__ (theta, rho, fmt)\n", "text")]
    [InlineData("# Copyright (C) 2020\nx = 1;\n", "text")]
    [InlineData("\n  function [a, b] = f(x)\nend\n", "text")]
    [InlineData("classdef Box < handle\n", "text")]
    [InlineData("[a, b] = size(x);\n", "text")]
    [InlineData("(* ::Package:: *)\n", "text")]
    [InlineData("// Copyright\n\n#import \"A.h\"\n", "objc")]
    [InlineData("/*\n function f\n*/\n@implementation A\n@end\n", "objc")]
    [InlineData("# define X 1\n", "objc")]
    [InlineData("static int function_count;\n", "objc")]
    [InlineData("", "objc")]
    public void A_file_of_MATLAB_or_Octave_is_not_Objective_C(string text, string language) => Assert.Equal(language, LanguageCatalog.Detect("a.m", text));

    [Fact]
    public void A_Qt_translation_is_not_TypeScript() => Assert.Equal("xml", LanguageCatalog.Detect("app_de.ts", "<?xml version=\"1.0\"?>\n<!DOCTYPE TS>\n"));

    [Fact]
    public void Code_is_told_from_text()
    {
        Assert.True(LanguageCatalog.IsCode("rust"));
        Assert.False(LanguageCatalog.IsCode("markdown"));
        Assert.False(LanguageCatalog.IsCode(LanguageCatalog.PlainText));
        Assert.False(LanguageCatalog.IsCode("unheard of"));
        Assert.All(["csharp", "python", "sql", "yaml", "text"], name => Assert.Contains(name, LanguageCatalog.All));
    }
}
