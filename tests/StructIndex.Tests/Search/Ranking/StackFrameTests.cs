namespace StructIndex.Tests;

/// <summary>What is found for the frames of stack traces, whose lines are often those of another build.</summary>
public sealed class StackFrameTests
{
    [Theory]
    [InlineData("  File \"/usr/lib/site-packages/shop/cart.py\", line 2, in remove", "Cart.remove")]
    [InlineData("  File \"/usr/lib/site-packages/shop/cart.py\", line 999, in remove", "Cart.remove")]
    [InlineData("  File \"/usr/lib/site-packages/shop/cart.py\", line 2, in <module>", "Cart.add")]
    [InlineData("shop/cart.py:8", "Cart.total")]
    public async Task The_function_of_a_frame_is_found_before_what_stands_at_its_line(string frame, string symbol)
    {
        MemorySource source = new(
        [
            new SourceFile("shop/cart.py", "class Cart:\n    def add(self, item):\n        self.items.append(item)\n\n    def remove(self, item):\n        self.items.remove(item)\n\n    def total(self):\n        return sum(self.items)\n"),
            new SourceFile("shop/stock.py", "class Stock:\n    def remove(self, item):\n        return item\n"),
        ]);
        CodeIndex index = await new CodeIndexBuilder(new CodeIndexOptions { Parsers = [new TreeSitterParser()] }).BuildAsync(source, cancellationToken: TestContext.Current.CancellationToken);
        SearchResult found = await index.SearchAsync(frame, new SearchOptions { MinimumRelevance = 0 }, TestContext.Current.CancellationToken);
        Assert.Equal(symbol, found.Hits[0].Unit.QualifiedName);
    }
}
