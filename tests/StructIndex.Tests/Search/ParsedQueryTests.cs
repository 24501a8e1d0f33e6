namespace StructIndex.Tests;

public sealed class ParsedQueryTests
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
        ParsedQuery parsed = ParsedQuery.Parse(query.Replace(", ", ",", StringComparison.Ordinal));
        Assert.Equal(QueryKind.Symbol, parsed.Kind);
        Assert.Equal([symbol], parsed.Symbols);
    }

    [Theory]
    [InlineData("where does HttpClient retry?", "HttpClient")]
    [InlineData("what calls Store.Save, and when", "Store.Save")]
    [InlineData("how is parse_args() used", "parse_args")]
    public void A_symbol_inside_a_sentence_counts(string query, string symbol)
    {
        ParsedQuery parsed = ParsedQuery.Parse(query);
        Assert.Equal(QueryKind.Sentence, parsed.Kind);
        Assert.Equal([symbol], parsed.Symbols);
    }

    [Theory]
    [InlineData("how are requests retried after an error, e.g. a timeout?")]
    [InlineData("URL and HTTP headers")]
    [InlineData("read/write locks")]
    public void Plain_words_are_no_symbols_and_no_places(string query)
    {
        ParsedQuery parsed = ParsedQuery.Parse(query);
        Assert.True(parsed.Kind is QueryKind.Sentence or QueryKind.Title);
        Assert.Empty(parsed.Symbols);
        Assert.Empty(parsed.Places);
    }

    [Theory]
    [InlineData("core/schemas.ts", "core/schemas.ts", 0)]
    [InlineData("src/app.py:42", "src/app.py", 42)]
    [InlineData("schemas.ts", "schemas.ts", 0)]
    public void A_path_or_the_end_of_one_names_a_file(string query, string path, int line)
    {
        ParsedQuery parsed = ParsedQuery.Parse(query);
        Assert.Equal(QueryKind.Path, parsed.Kind);
        Assert.Equal([new QueryPlace(path, line)], parsed.Places);
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
        ParsedQuery parsed = ParsedQuery.Parse(frame);
        Assert.Equal(QueryKind.Trace, parsed.Kind);
        Assert.Contains(function, parsed.Symbols);
        Assert.Equal([new QueryPlace(path, line)], parsed.Places);
    }

    [Fact]
    public void Words_and_whole_identifiers_are_read_once_in_their_order()
    {
        ParsedQuery parsed = ParsedQuery.Parse("\"parseHeaders\" of -- _max_12345 a.b");
        Assert.Equal(["parseHeaders", "of", "_max_12345", "a", "b"], parsed.Identifiers);
        Assert.Equal(["parse", "header", "parseheaders", "of", "max", "max_12345", "a", "b"], parsed.Tokens.Select(token => token.Text));
        Assert.Equal(["parseheaders", "max_12345"], parsed.Tokens.Where(token => token.IsWhole).Select(token => token.Text));
        Assert.Equal("headers", parsed.Tokens[1].Unstemmed);
        Assert.Equal(["parseHeaders", "of", "", "max_12345", "a.b"], parsed.Pieces.Select(piece => parsed.Text[piece.Word]));
        Assert.Equal(parsed.Tokens.Count, parsed.Pieces.Sum(piece => piece.Tokens.End.Value - piece.Tokens.Start.Value));
        Assert.Empty(ParsedQuery.Parse(" \t\n").Pieces);
    }

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) { total += i; }")]
    [InlineData("def read(path):\n    with open(path) as file:\n        return file.read()")]
    [InlineData("local function run(command)\n   if not command then\n      return nil\n   end\nend")]
    [InlineData("fun read(\n  path: Path,\n  limit: Int\n): List<Row> {\n  return rows.take(limit)\n}")]
    [InlineData("buffer = do\n    rows <- get rows\n    forM rows write\n    return rows")]
    public void Code_is_told_from_prose(string code)
    {
        ParsedQuery parsed = ParsedQuery.Parse(code);
        Assert.Equal(QueryKind.Snippet, parsed.Kind);
        Assert.All(parsed.Tokens, token => Assert.Equal(1, token.Weight));
    }

    [Theory]
    [InlineData("fix the order of rows", "Title")]
    [InlineData("Rows keep their order", "Title")]
    [InlineData("Keeps rows in the order in which they came.", "Statement")]
    [InlineData("Where are rows kept?", "Statement")]
    [InlineData("where are rows kept?", "Sentence")]
    [InlineData("rows in order", "Sentence")]
    [InlineData("Fix crash in read() (again)\n\n    read(path) {\n    }", "Report")]
    [InlineData("Crash in read()\n```\nread(path)\n```\nafter the second row of a table that has more rows than the limit allows, whatever the limit is, and where no row is empty, nor the table, nor its name, nor its path", "Report")]
    public void A_line_is_the_title_of_a_change_a_statement_or_a_question(string text, string kind) => Assert.Equal(kind, ParsedQuery.Parse(text).Kind.ToString());

    [Fact]
    public void What_the_query_asks_for_need_not_step_back()
    {
        Assert.Equal(FileRoles.Test, RequestedRoles.Of(ParsedQuery.Parse("Tests of the parser")));
        Assert.Equal(FileRoles.Platform, RequestedRoles.Of(ParsedQuery.Parse("named pipes of windows:")));
        Assert.Equal(FileRoles.None, RequestedRoles.Of(ParsedQuery.Parse("named pipes")));
    }
}
