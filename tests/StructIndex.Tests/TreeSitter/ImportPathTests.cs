namespace StructIndex.Tests;

public sealed class ImportPathTests
{
    [Theory]
    [InlineData("import a.b.C", "a.b:C")]
    [InlineData("import a.b.C as D", "a.b:C=D")]
    [InlineData("import a.b.*", "a.b:*")]
    [InlineData("import a.b._", "a.b:*")]
    [InlineData("import a.b.given", "a.b:*")]
    [InlineData("import a", "a")]
    [InlineData("import a.{B, C => D, E => _, _}", "a:B a:C=D a:*")]
    [InlineData("import a.{B as C}, d.E", "a:B=C d:E")]
    [InlineData("import a.B, c.D", "a:B c:D")]
    [InlineData("import a.{\n  B,\n  C\n}", "a:B a:C")]
    [InlineData("import a.{B", "a:B")]
    [InlineData("import .", "")]
    public void A_path_is_split_into_module_symbol_and_alias(string written, string expected)
        => Assert.Equal(expected, string.Join(' ', ImportPath.Split(written, new NamePool()).Select(Text)));

    [Theory]
    [InlineData("serde", "serde")]
    [InlineData("serde as s", "serde=s")]
    [InlineData("crate::ast::Span", "crate::ast:Span")]
    [InlineData("::std::fmt::*", "std::fmt:*")]
    [InlineData("crate::ast::{self, Span as S}", "crate:ast crate::ast:Span=S")]
    [InlineData("crate::{\n    ast::{self, Span}, // two\n    hir::{self, literal::{Seq, Literal}},\n    is_meta,\n}", "crate:ast crate::ast:Span crate:hir crate::hir::literal:Seq crate::hir::literal:Literal crate:is_meta")]
    [InlineData("{a::B, c}", "a:B c")]
    [InlineData("a::{b::*, c::D as _}", "a::b:*")]
    [InlineData("crate::{ast::{Span", "")]
    public void A_use_of_Rust_is_split_through_all_its_groups(string written, string expected)
        => Assert.Equal(expected, string.Join(' ', RustUseTree.Split(written, new NamePool()).Select(Text)));

    private static string Text(ImportedName import)
        => $"{import.Module}{(import.Name is { } name ? ":" + name : "")}{(import.Alias is { } alias ? "=" + alias : "")}";
}
