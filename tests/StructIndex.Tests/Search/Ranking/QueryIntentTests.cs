namespace StructIndex.Tests;

public sealed class QueryIntentTests
{
    [Theory]
    [InlineData("CircuitBreaker.Execute", "CircuitBreaker.Execute")]
    [InlineData("parse_args", "parse_args")]
    [InlineData("foo::bar", "foo::bar")]
    [InlineData("obj->field", "obj->field")]
    [InlineData("Session", "Session")]
    [InlineData("`save`", "save")]
    [InlineData("Store.Save(key, value)", "Store.Save")]
    public void A_query_that_is_nothing_but_a_name_is_a_symbol(string query, string symbol)
    {
        QueryIntent intent = QueryIntent.Of(query.Replace(", ", ",", StringComparison.Ordinal));
        Assert.Equal(QueryKind.Symbol, intent.Kind);
        Assert.Equal([symbol], intent.Symbols);
    }

    [Theory]
    [InlineData("where does HttpClient retry?", "HttpClient")]
    [InlineData("what calls Store.Save, and when", "Store.Save")]
    [InlineData("how is parse_args() used", "parse_args")]
    public void A_symbol_inside_a_sentence_counts(string query, string symbol)
    {
        QueryIntent intent = QueryIntent.Of(query);
        Assert.Equal(QueryKind.Sentence, intent.Kind);
        Assert.Equal([symbol], intent.Symbols);
    }

    [Theory]
    [InlineData("how are requests retried after an error, e.g. a timeout?")]
    [InlineData("URL and HTTP headers")]
    [InlineData("read/write locks")]
    public void Plain_words_are_no_symbols_and_no_places(string query)
    {
        QueryIntent intent = QueryIntent.Of(query);
        Assert.Equal(QueryKind.Sentence, intent.Kind);
        Assert.Empty(intent.Symbols);
        Assert.Empty(intent.Places);
    }

    [Theory]
    [InlineData("core/schemas.ts", "core/schemas.ts", 0)]
    [InlineData("src/app.py:42", "src/app.py", 42)]
    [InlineData("schemas.ts", "schemas.ts", 0)]
    public void A_path_or_the_end_of_one_names_a_file(string query, string path, int line)
    {
        QueryIntent intent = QueryIntent.Of(query);
        Assert.Equal(QueryKind.Path, intent.Kind);
        Assert.Equal([new QueryPlace(path, line)], intent.Places);
    }

    [Theory]
    [InlineData("System.Exception: no at Shop.Cart.Add(Item item) in /home/me/shop/src/Cart.cs:line 17", "Shop.Cart.Add", "home/me/shop/src/Cart.cs", 17)]
    [InlineData("  File \"/usr/lib/shop/cart.py\", line 17, in add\n    return total", "add", "usr/lib/shop/cart.py", 17)]
    [InlineData("    at Cart.add (/srv/shop/cart.js:17:10)", "Cart.add", "srv/shop/cart.js", 17)]
    [InlineData("shop/cart.rb:17:in `add'", "add", "shop/cart.rb", 17)]
    [InlineData("example.com/shop/v5.(*Cart).Add(0xc0000)\n\t/go/src/shop/cart.go:17 +0x1a5", "example.com/shop/v5.Cart.Add", "go/src/shop/cart.go", 17)]
    [InlineData("(shop 1.7) lib/shop/cart.ex:17: Shop.Cart.add/2", "Shop.Cart.add", "lib/shop/cart.ex", 17)]
    [InlineData("#3  0x00007 in shop::Cart::add (message=0x5555) at src/cart.h:17", "shop::Cart::add", "src/cart.h", 17)]
    public void A_stack_frame_names_its_function_its_file_and_its_line(string frame, string function, string path, int line)
    {
        QueryIntent intent = QueryIntent.Of(frame);
        Assert.Equal(QueryKind.Trace, intent.Kind);
        Assert.Contains(function, intent.Symbols);
        Assert.Equal([new QueryPlace(path, line)], intent.Places);
    }

    [Fact]
    public void Code_is_told_from_prose() => Assert.Equal(QueryKind.Snippet, QueryIntent.Of("for (int i = 0; i < n; i++) { total += i; }").Kind);

    [Fact]
    public void What_the_query_asks_for_need_not_step_back()
    {
        Assert.True(QueryIntent.Of("tests of the parser").Asks.HasFlag(FileRoles.Test));
        Assert.True(QueryIntent.Of("windows named pipes").Asks.HasFlag(FileRoles.Platform));
        Assert.Equal(FileRoles.None, QueryIntent.Of("named pipes").Asks);
    }
}
