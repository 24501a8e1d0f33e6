using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace StructIndex.Tests;

public class IdentifierWordsTests
{
    private static readonly Config s_manyCases = Config.QuickThrowOnFailure.WithMaxTest(2000);

    [Theory]
    [InlineData("HTTPServer2xxHandler", "http server 2 xx handler")]
    [InlineData("HTTPServer2xx", "http server 2 xx")]
    [InlineData("m_lpszName", "m lpsz name")]
    [InlineData("XMLHttpRequest", "xml http request")]
    [InlineData("useAdminJwtValidationMiddleware", "use admin jwt validation middleware")]
    [InlineData("__init__", "init")]
    [InlineData("IPv6Address", "ipv6 address")]
    [InlineData("ipv6_address", "ipv6 address")]
    [InlineData("IPV6_ADDRESS", "ipv6 address")]
    [InlineData("parseIpv4", "parse ipv4")]
    [InlineData("iOSDevice", "ios device")]
    [InlineData("IOSDevice", "ios device")]
    [InlineData("iosDevice", "ios device")]
    [InlineData("isIOSSDK", "is iossdk")]
    [InlineData("iOSSDK", "ios sdk")]
    [InlineData("IOStream", "io stream")]
    [InlineData("SQLiteDb", "sqlite db")]
    [InlineData("SqliteDB", "sqlite db")]
    [InlineData("openSQLite3", "open sqlite 3")]
    [InlineData("Ünïcode", "ünïcode")]
    [InlineData("ÜberÄnderung", "über änderung")]
    [InlineData("U\u0308nicodeA\u0308nderung", "u\u0308nicode a\u0308nderung")]
    [InlineData("x", "x")]
    [InlineData("X", "x")]
    [InlineData("42", "42")]
    [InlineData("🚀", "")]
    [InlineData("launch🚀Rocket", "launch rocket")]
    [InlineData("", "")]
    [InlineData("___", "")]
    [InlineData("kebab-case-name", "kebab case name")]
    [InlineData("SCREAMING_CASE", "screaming case")]
    [InlineData("snake_case_2", "snake case 2")]
    [InlineData("System.Collections.Generic", "system collections generic")]
    [InlineData("getUserIDs", "get user ids")]
    [InlineData("URLsToLoad", "urls to load")]
    [InlineData("parseJSONAsText", "parse json as text")]
    [InlineData("publicAPIs", "public apis")]
    [InlineData("XMLId", "xml id")]
    [InlineData("UUIDv7", "uuid v 7")]
    [InlineData("OAuth2Client", "oauth 2 client")]
    [InlineData("GraphQLSchema", "graphql schema")]
    [InlineData("GitHubClient", "github client")]
    [InlineData("Githubber", "githubber")]
    [InlineData("IPADDRESS", "ipaddress")]
    [InlineData("i18n", "i18n")]
    [InlineData("I18nBackend", "i18n backend")]
    [InlineData("getAUser", "get a user")]
    [InlineData("IDisposable", "i disposable")]
    [InlineData("aB", "a b")]
    [InlineData("ABC", "abc")]
    [InlineData("ABc", "a bc")]
    [InlineData("用户Name", "用户 name")]
    [InlineData("𝒳y", "𝒳y")]
    [InlineData("\ud800half\udc00", "half")]
    [InlineData("~Destructor", "destructor")]
    [InlineData("operator==", "operator")]
    [InlineData("valid?", "valid")]
    [InlineData("Utf8JsonReader", "utf 8 json reader")]
    public void Splits(string identifier, string words) => Assert.Equal(words, string.Join(' ', IdentifierWords.ToLowerWords(identifier)));

    [Fact]
    public void The_words_joined_are_the_letters_and_digits_in_order() => Check.One(s_manyCases, Prop.ForAll(Identifiers(), text =>
        LettersAndDigits(text) == LettersAndDigits(string.Concat(Words(text)))));

    [Fact]
    public void A_word_splits_into_itself() => Check.One(s_manyCases, Prop.ForAll(Identifiers(), text =>
        Words(text).All(word => Words(word).SequenceEqual([word]))));

    [Fact]
    public void No_word_is_empty_and_each_lies_behind_the_last() => Check.One(s_manyCases, Prop.ForAll(Identifiers(), text =>
    {
        int last = 0;
        foreach (ReadOnlySpan<char> word in IdentifierWords.Split(text))
        {
            int at = text.IndexOf(word.ToString(), last, StringComparison.Ordinal);
            if (word.IsEmpty || at < last)
            {
                return false;
            }

            last = at + word.Length;
        }

        return true;
    }));

    [Fact]
    public void Snake_case_of_the_words_has_the_same_words() => Check.One(s_manyCases, Prop.ForAll(Identifiers(), text =>
        IdentifierWords.ToLowerWords(string.Join('_', Words(text))).SequenceEqual(IdentifierWords.ToLowerWords(text))));

    [Fact]
    public void Splitting_allocates_nothing()
    {
        Assert.Equal(5, Count("HTTPServer2xxHandler"));
        long before = GC.GetAllocatedBytesForCurrentThread();
        int count = 0;
        for (int i = 0; i < 1000; i++)
        {
            count += Count("useAdminJwtValidationMiddleware");
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(5000, count);
        Assert.Equal(0, allocated);

        static int Count(string identifier)
        {
            int words = 0;
            foreach (ReadOnlySpan<char> word in IdentifierWords.Split(identifier))
            {
                words += word.IsEmpty ? 0 : 1;
            }

            return words;
        }
    }

    private static Arbitrary<string> Identifiers()
    {
        string[] pieces =
        [
            "a", "b", "s", "v", "A", "I", "S", "V", "Id", "IDs", "HTTP", "http", "Server", "use", "iOS", "ios", "IOS", "IPv6", "ipv4", "SQLite", "MACOS", "OAuth", "APIs", "i18n", "p2p", "1", "42", "0", "_", "__", "-", ".", " ", "$",
            "ü", "Ü", "u\u0308", "\u0308", "é", "ß", "İ", "Dž", "名前", "ー", "क्ष", "٣", "𝒳", "𝒶", "🚀", "\ud83d", "\udc00", "\0", "\uffff", "ﬁ", "²",
        ];
        return Gen.Elements(pieces).ListOf().Select(parts => string.Concat(parts)).ToArbitrary();
    }

    private static List<string> Words(string text)
    {
        List<string> words = [];
        foreach (ReadOnlySpan<char> word in IdentifierWords.Split(text))
        {
            words.Add(word.ToString());
        }

        return words;
    }

    private static string LettersAndDigits(string text) => string.Concat(text.EnumerateRunes().Where(Rune.IsLetterOrDigit));
}
