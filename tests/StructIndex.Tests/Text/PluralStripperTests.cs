using FsCheck;
using FsCheck.Fluent;

namespace StructIndex.Tests;

public class PluralStripperTests
{
    [Theory]
    [InlineData("users", "user")]
    [InlineData("queries", "query")]
    [InlineData("ties", "tie")]
    [InlineData("classes", "class")]
    [InlineData("class", "class")]
    [InlineData("hashes", "hash")]
    [InlineData("patches", "patch")]
    [InlineData("caches", "cache")]
    [InlineData("boxes", "box")]
    [InlineData("indexes", "index")]
    [InlineData("indices", "index")]
    [InlineData("bases", "base")]
    [InlineData("responses", "response")]
    [InlineData("sizes", "size")]
    [InlineData("status", "status")]
    [InlineData("statuses", "status")]
    [InlineData("alias", "alias")]
    [InlineData("aliases", "alias")]
    [InlineData("analysis", "analysis")]
    [InlineData("children", "child")]
    [InlineData("token", "token")]
    [InlineData("cookies", "cookie")]
    [InlineData("series", "series")]
    [InlineData("urls", "url")]
    [InlineData("ids", "id")]
    [InlineData("apis", "api")]
    [InlineData("https", "https")]
    [InlineData("dns", "dns")]
    [InlineData("tls", "tls")]
    [InlineData("this", "this")]
    [InlineData("has", "has")]
    [InlineData("is", "is")]
    [InlineData("s", "s")]
    [InlineData("", "")]
    [InlineData("größes", "größe")]
    public void Strips(string word, string singular) => Assert.Equal(singular, PluralStripper.Strip(word));

    [Fact]
    public void A_stripped_word_is_no_longer_and_no_word_becomes_empty() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Elements("a", "i", "e", "s", "x", "sh", "ies", "sses", "es", "us", "n").ListOf().Select(parts => string.Concat(parts)).ToArbitrary(),
        word => PluralStripper.Strip(word) is var singular && singular.Length <= word.Length && (singular.Length > 0 || word.Length == 0)));
}
