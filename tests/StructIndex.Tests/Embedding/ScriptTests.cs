using FsCheck;
using FsCheck.Fluent;

namespace StructIndex.Tests;

public class ScriptTests
{
    [Theory]
    [InlineData("parseHTTPHeader2 x_y", "parse http header 2 x y")]
    [InlineData("Größe", "grosse")]
    [InlineData("ÜberPrüfung", "uber prufung")]
    [InlineData("naïveÉtude", "naive etude")]
    [InlineData("HTTPÄnderung", "http anderung")]
    [InlineData("ÄÖÜWert", "aou wert")]
    [InlineData("e\u0301tat", "etat")]
    [InlineData("проверкаТокена", "проверка токена")]
    [InlineData("ΑΒΓδ", "αβ γδ")]
    [InlineData("読み込む file", "読 み 込 む file")]
    [InlineData("한국어 text", "한국어 text")]
    [InlineData("😀 smile 12345 123", "smile 123")]
    [InlineData("x²y", "x y")]
    [InlineData("cafe\u0301Bar", "cafe bar")]
    [InlineData("\uD800broken\uDC00", "broken")]
    [InlineData("", "")]
    public void Words_of_all_scripts_are_read(string text, string words) => Assert.Equal(words, string.Join(' ', Read(text, 2)));

    [Theory]
    [InlineData("Größe", "gr e")]
    [InlineData("проверка x", "x")]
    public void Models_of_version_1_are_read_as_they_were_trained(string text, string words) => Assert.Equal(words, string.Join(' ', Read(text, 1)));

    [Fact]
    public void Both_versions_agree_on_ascii() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<string>(),
        text =>
        {
            string ascii = new([.. (text ?? "").Select(c => (char)(c % 0x80))]);
            Assert.Equal(Read(ascii, 1), Read(ascii, 2));
        }));

    [Fact]
    public void A_word_reads_as_itself() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<string>(),
        text =>
        {
            foreach (string word in Read(text ?? "", 2))
            {
                Assert.Equal([word], Read(word, 2));
            }
        }));

    [Fact]
    public void A_long_word_is_cut_between_letters()
    {
        string word = Assert.Single(Read(new string('ж', 40), 2));
        Assert.Equal(new string('ж', 12), word);
    }

    private static List<string> Read(string text, uint version)
    {
        List<string> words = [];
        CodeTokenizer reader = new(text, version);
        while (reader.Read(out Token token))
        {
            words.Add(token.ToString());
        }

        return words;
    }
}
