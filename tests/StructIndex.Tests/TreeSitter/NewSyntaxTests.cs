namespace StructIndex.Tests;

/// <summary>Syntax that grammars lose the code around unless it is hidden from them, or that only newer ones know.</summary>
public sealed class NewSyntaxTests
{
    [Fact]
    public void Dart_3_has_class_modifiers_members_of_enums_and_extension_types() => Assert.Equal(
        ["Class A", "Constructor A.A", "Class B", "Enum E", "Constructor E.E", "Method E.label", "Class Id", "Method Id.twice", "Trait M", "Class Last", "Method Last.go"],
        UnitsOf("a.dart", """
            sealed class A {
              const A(this.name);
            }
            final class B extends A {}
            enum E {
              red(1),
              green(2);

              const E(this.rgb);
              final int rgb;
              String label() => name;
            }
            extension type Id(int v) {
              int twice() => v * 2;
            }
            base mixin M {}
            class Last { void go() {} }
            """));

    [Fact]
    public void Kotlin_has_annotations_before_every_declaration()
    {
        ParsedFile file = Parse("a.kt", """
            package depot

            @Component
            @Properties(prefix = "app")
            class Config {
                fun go() {}
            }

            /** Home. */
            @Serializable
            data object Home

            @Preview @Composable
            private fun Card() {
                Theme { Card() }
            }

            @Scope
            annotation class Io

            class Last
            """);
        Assert.Equal(
            ["Class depot.Config", "Method depot.Config.go", "Class depot.Home", "Function depot.Card", "Class depot.Io", "Class depot.Last"],
            file.Declarations.Select(declaration => declaration.ToString()));
        Assert.Equal(["Component", "Properties(prefix = \"app\")"], file.Declarations[0].Attributes);
        Assert.Equal("class Config", file.Declarations[0].Signature);
        Assert.Equal("Home.", file.Declarations[2].Documentation);
        Assert.StartsWith("@Preview @Composable", file.Source.Text[file.Declarations[3].Span.Start..], StringComparison.Ordinal);
    }

    [Fact]
    public void Kotlin_has_guards_context_parameters_and_functions_called_suspend()
    {
        ParsedFile file = Parse("a.kt", """
            class Shelf {
                fun pick(x: Any) = when (x) {
                    is String if isLong(x) -> 1
                    else if isOdd() -> 2
                    else -> if (x is Int) 3 else 4
                }
                context(scope: Scope)
                fun draw() {
                    with(scope) { rotate(1) }
                }
                fun <R : Any> suspend(r: R): R { return r }
                fun after() {}
            }

            fun last() {}
            """);
        Assert.Equal(
            ["Class Shelf", "Method Shelf.pick", "Method Shelf.draw", "Method Shelf.suspend", "Method Shelf.after", "Function last"],
            file.Declarations.Select(declaration => declaration.ToString()));
        Assert.Contains("isLong", file.References.Select(reference => reference.Name));
        Assert.StartsWith("context(scope", file.Source.Text[file.Declarations[2].Span.Start..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class A { fun f() {} fun g() {} }", "Class A", "Method A.f", "Method A.g")]
    [InlineData("class A { companion object { fun f() {} } }", "Class A", "Method A.f")]
    [InlineData("class A { class B { fun f() = 1 } }", "Class A", "Class A.B", "Method A.B.f")]
    [InlineData("class D { fun h() = 2 }\nfun l() {}\nobject E { fun k() = \"} \" }", "Class D", "Method D.h", "Function l", "Class E", "Method E.k")]
    [InlineData("interface A { val b: Int get() = 1; fun c() }", "Interface A", "Property A.b", "Method A.c")]
    public void Kotlin_has_types_on_one_line_and_what_follows_them(string text, params string[] units)
    {
        ParsedFile file = Parse("a.kt", text + "\nfun last() {}\n");
        Assert.Equal([.. units, "Function last"], file.Declarations.Select(declaration => declaration.ToString()));
        Assert.Empty(file.Failures);
    }

    [Fact]
    public void The_scope_of_a_function_of_PowerShell_is_no_part_of_its_name() => Assert.Equal(
        ["Get-All Calls Get-Tag Scoped"],
        Graphs.Of(("a.ps1", "function script:Get-Tag($x) { 1 }\nfunction global:Get-All { Get-Tag 1 }\n")).Lines());

    [Fact]
    public void Make_has_rules_of_several_targets() => Assert.Equal(
        ["Function a", "Function b", "Function c"],
        UnitsOf("a.mk", "a b:\n\techo $@\n\nc: a b\n\techo c\n"));

    [Theory]
    [InlineData("/*\n@A\nclass B\n*/\nclass C", "Class C")]
    [InlineData("val s = \"\"\"\n@A\n\"\"\"\nclass C", "Class C")]
    [InlineData("/* a /* b */\n@A */\nclass C", "Class C")]
    public void Kotlin_in_comments_and_strings_is_left_alone(string text, string expected)
    {
        Assert.Equal(text.Length, KotlinText.Mask(text).Length);
        Assert.Equal(text, KotlinText.Mask(text));
        Assert.Contains(expected, UnitsOf("a.kt", text));
    }

    [Fact]
    public void Documentation_before_a_macro_is_that_of_the_function_after_it()
    {
        ParsedFile file = Parse("a.h", """
            /** Opens it. */
            MY_API int open_it(int a);

            /** Closes it. */
            MY_API
            int close_it(int a);
            /* Of nothing. */

            int other(int a);
            """);
        Assert.Equal(["Opens it.", "Closes it.", ""], file.Declarations.Select(declaration => declaration.Documentation));
    }

    [Fact]
    public void Macros_of_Unreal_are_no_declarations()
    {
        ParsedFile file = Parse("a.hpp", """
            UCLASS(BlueprintType)
            class HARBOR_API ALift : public AActor
            {
                GENERATED_BODY()
            public:
                /** Moves the lift to a floor. */
                UFUNCTION(BlueprintCallable, Category="Lift")
                void MoveTo(int Floor);
            };
            """);
        Assert.Equal(["Class ALift", "Method ALift.MoveTo"], file.Declarations.Select(declaration => declaration.ToString()));
        Assert.Equal("Moves the lift to a floor.", file.Declarations[1].Documentation);
    }

    [Fact]
    public void Macros_that_a_file_defines_as_qualifiers_are_no_code_whatever_they_are_called()
    {
        ParsedFile file = Parse("a.h", """
            #ifdef _WIN32
            #define CALLED __stdcall /* of Windows */
            #define GLAPI __declspec(dllexport)
            #else
            #define CALLED
            #define GLAPI extern
            #endif
            #define CALLEDP CALLED *
            #define LIMIT 3
            GLAPI void CALLED glAccum(int op);
            GLAPI const char *CALLED glName(int LIMITED);
            typedef void (CALLEDP Listener)(int);
            int limits[LIMIT];
            """);
        Assert.Equal(["Function glAccum", "Function glName", "TypeAlias Listener"], file.Declarations.Select(declaration => declaration.ToString()));
        Assert.Empty(file.Failures);
    }

    [Theory]
    [InlineData("#define SIZE 3\nint a[SIZE];")]
    [InlineData("#define ADD(a) a\nint b = ADD(1);")]
    [InlineData("#define FIRST\n#ifdef FIRST\n#endif\nint a;")]
    [InlineData("int f(void) { int a = (int) MAX_VALUE; return (char) MAX_VALUE; }")]
    [InlineData("int f(int a) { if (a) STOP_IT; else return (char) MAX_VALUE; }")]
    [InlineData("// define NOTHING\nint NOTHING;")]
    public void Macros_that_stand_for_something_are_left(string text) => Assert.Equal(text, CMacros.Mask(text));

    [Fact]
    public void Macros_of_Unreal_are_no_code_inside_enums_and_parameters() => Assert.Equal(
        ["Enum EVerb", "Class AHall", "Method AHall.Go"],
        UnitsOf("a.hpp", "UENUM(BlueprintType)\nenum class EVerb : uint8\n{\n\tGET,\n\tDEL UMETA(DisplayName = \"DELETE\")\n};\nclass AHall {\n\tvoid Go(UPARAM(ref) int& Floor);\n};\n"));

    [Fact]
    public void A_macro_after_the_parameters_of_a_declaration_is_no_code()
    {
        ParsedFile file = Parse("a.c", "void one(int a) SYSTEM_CALL;\nint two(int a,\n  int b) SYSTEM_CALL;\nvoid f(void) { if (a) LOG_IT(b); }\n");
        Assert.Equal(["Function one", "Function two", "Function f"], file.Declarations.Select(declaration => declaration.ToString()));
        Assert.Contains("LOG_IT", file.References.Select(reference => reference.Name));
        Assert.Empty(file.Failures);
    }

    [Theory]
    [InlineData("class EXPORTED Crate : public Base\n{\npublic:\n  void open();\n};", "Class Crate")]
    [InlineData("struct PACKED Header {\n  int size;\n};", "Struct Header")]
    [InlineData("class API Final final {\n};", "Class Final")]
    [InlineData("class LOUD final {\n};", "Class LOUD")]
    public void A_macro_before_the_name_of_a_type_may_be_called_anything(string text, string expected) => Assert.Contains(expected, UnitsOf("a.hpp", text));

    [Fact]
    public void Licences_document_nothing()
    {
        Assert.Equal("grow - makes it larger\nn: by how much", Parse("a.c", """
            /* SPDX-License-Identifier: GPL-2.0 */
            /**
             * grow - makes it larger
             * @n: by how much
             */
            int grow(int n) { return n + 1; }
            """).Declarations[0].Documentation);
        Assert.Equal("Reads a block.", Parse("a.py", "# Copyright (c) 2020 Somebody\n# All rights reserved.\n\n# Reads a block.\ndef read(): pass\n").Declarations[0].Documentation);
    }

    private static IEnumerable<string> UnitsOf(string path, string text) => Parse(path, text).Declarations.Select(declaration => declaration.ToString());

    private static ParsedFile Parse(string path, string text) =>
        new TreeSitterParser().Parse([new SourceFile(path, text)], null, null, TestContext.Current.CancellationToken).Files[0];
}
