namespace StructIndex.Tests;

/// <summary>How names of Haskell are found: by what a module imports, and what that hands on.</summary>
public class HaskellNamesTests
{
    private const string Shelf = "module Lib.Shelf where\n\ndata Box = Box Int\n\nhide :: Int -> Int\nhide x = x\n\nclass Stored a where\n  keep :: a -> Int\n\ndata Item = Item { weight :: Int }\n";

    [Theory]
    [InlineData("import Lib.Shelf", true)]
    [InlineData("import Lib.Shelf (hide)", true)]
    [InlineData("import Lib.Shelf (Box (..))", false)]
    [InlineData("import Lib.Shelf hiding (keep)", true)]
    [InlineData("import qualified Lib.Shelf as S", false)]
    [InlineData("import Lib.Shelf qualified as S", false)]
    [InlineData("import Data.List", false)]
    public void A_bare_name_is_seen_where_it_is_imported_unqualified(string import, bool seen)
        => Assert.Equal(seen ? ["B.run Calls Lib.Shelf.hide Scoped"] : [], Calls(("Lib/Shelf.hs", Shelf), ("B.hs", $"module B where\n\n{import}\n\nrun x = hide x\n")));

    [Fact]
    public void A_qualified_name_is_found_by_the_alias()
        => Assert.Equal(["B.run Calls Lib.Shelf.hide Scoped"], Calls(("Lib/Shelf.hs", Shelf), ("B.hs", "module B where\n\nimport qualified Lib.Shelf as S\n\nrun x = S.hide x\n")));

    [Theory]
    [InlineData("module Lib (module Lib.Shelf) where\n\nimport Lib.Shelf\n", true)]
    [InlineData("{- | Head -}\nmodule Lib\n  ( -- * Shelves\n    hide\n  ) where\n\nimport Lib.Shelf (hide)\n", true)]
    [InlineData("module Lib (module S) where\n\nimport Lib.Shelf as S\n", true)]
    [InlineData("module Lib (other) where\n\nimport Lib.Shelf\n\nother = 1\n", false)]
    [InlineData("module Lib where\n\nimport Lib.Shelf\n", false)]
    public void A_module_hands_on_what_its_exports_say(string hands, bool seen)
        => Assert.Equal(seen ? ["B.run Calls Lib.Shelf.hide Scoped"] : [], Calls(("src/Lib/Shelf.hs", Shelf), ("src/Lib.hs", hands), ("src/B.hs", "module B where\n\nimport Lib\n\nrun x = hide x\n")));

    [Theory]
    [InlineData("import Lib.Shelf (Stored (..), Item (..))")]
    [InlineData("import Lib.Shelf (Stored (keep), Item (weight))")]
    [InlineData("import Lib.Shelf")]
    public void What_a_class_declares_and_the_fields_of_a_record_come_with_them(string import)
        => Assert.Equal(
            ["B.run Calls Lib.Shelf.Stored.keep Scoped", "B.size Calls Lib.Shelf.Item.weight Scoped"],
            Calls(("Lib/Shelf.hs", Shelf), ("B.hs", $"module B where\n\n{import}\n\nrun x = keep x\nsize x = weight x\n")));

    [Fact]
    public void What_a_pattern_takes_apart_it_does_not_make()
    {
        CodeGraph graph = Graphs.Of(("A.hs", """
            module A where

            data Box = Box Int Int Int Int Int Int

            open :: Box -> Int
            open (Box a _ _ _ _ _) = a

            peek :: Maybe Box -> Int
            peek m = case m of
              Just (Box _ b _ _ _ _) -> b
              Nothing -> 0

            make :: Int -> Box
            make n = Box n n n n n n
            """));
        Assert.Equal(["A.make Constructs A.Box Scoped"], graph.Lines(EdgeKind.Constructs));
    }

    [Fact]
    public void A_constructor_of_another_library_is_no_type_of_the_same_name()
        => Assert.Empty(Graphs.Of(
            ("Lib/Shelf.hs", Shelf),
            ("B.hs", "module B where\n\nimport Foreign.Boxes\nimport qualified Lib.Shelf as S\n\nrun x = Box x\n")).Edges);

    private static string[] Calls(params (string, string)[] files) => Graphs.Of(files).Lines(EdgeKind.Calls);
}
