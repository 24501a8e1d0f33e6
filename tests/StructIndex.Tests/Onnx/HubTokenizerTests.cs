using System.Buffers;
using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.ML.Tokenizers;

namespace StructIndex.Tests;

/// <summary>What the goldens do not say: offsets, special tokens in text, truncation, refusals, and the properties of Unicode.</summary>
public class HubTokenizerTests
{
    private static HubTokenizer Load(string name) => HubTokenizer.Load(Assets.At("tokenizers", name + ".json"));

    [Theory]
    [InlineData("wordpiece")]
    [InlineData("bpe-roberta")]
    [InlineData("bpe-split")]
    [InlineData("unigram")]
    public void Offsets_point_at_what_a_token_stands_for(string name)
    {
        HubTokenizer tokenizer = Load(name);
        const string Source = "  Header\tλÉe\u0301 中x 😀😀 validate_User(1)\r\n";
        IReadOnlyList<HubToken> tokens = tokenizer.Encode(Source, new HubEncodeOptions { AddSpecialTokens = false });
        int last = 0;
        foreach (HubToken token in tokens)
        {
            Assert.InRange(token.Start, last, Source.Length);
            Assert.InRange(token.End, token.Start, Source.Length);
            Assert.False(token.Start < Source.Length && char.IsLowSurrogate(Source[token.Start]), "a token starts inside a surrogate pair");
            last = token.Start;
            string word = tokenizer.Decode([token.Id]).TrimStart('#', ' ');
            string stretch = Source[token.Start..token.End].Trim();
            if (word.Length > 0 && Ascii.IsValid(word) && Ascii.IsValid(stretch) && !word.Contains('[', StringComparison.Ordinal) && !word.Contains('<', StringComparison.Ordinal))
            {
                Assert.Equal(stretch, word.Trim(), ignoreCase: true);
            }
        }

        // What is not white space, nor an accent that goes, belongs to a token.
        Assert.All(Enumerable.Range(0, Source.Length).Where(i => !char.IsWhiteSpace(Source[i]) && Source[i] != '\u0301'), i => Assert.Contains(tokens, token => token.Start <= i && i < token.End));
    }

    [Fact]
    public void Special_tokens_in_a_source_are_text_unless_asked_for()
    {
        HubTokenizer tokenizer = Load("wordpiece");
        int separator = tokenizer.IdOf("[SEP]")!.Value;
        Assert.Single(tokenizer.Encode("a [SEP] b"), token => token.Id == separator);
        Assert.Equal(2, tokenizer.Encode("a [SEP] b", new HubEncodeOptions { SpecialTokensInText = true }).Count(token => token.Id == separator));
        foreach (string name in (string[])["bpe-roberta", "unigram", "bpe-metaspace"])
        {
            HubTokenizer other = Load(name);
            int end = other.IdOf("</s>")!.Value;
            Assert.DoesNotContain(other.Encode("x </s></s> </s>", new HubEncodeOptions { AddSpecialTokens = false }), token => token.Id == end);
        }
    }

    [Fact]
    public void Added_words_that_are_not_special_are_found_in_any_case()
    {
        HubTokenizer tokenizer = Load("bpe-split");
        Assert.Contains(tokenizer.Encode("a<tool>b"), token => token == new HubToken(tokenizer.IdOf("<tool>")!.Value, 1, 7));
    }

    [Fact]
    public void A_mask_takes_the_blank_before_it()
    {
        HubTokenizer tokenizer = Load("bpe-roberta");
        HubToken mask = Assert.Single(tokenizer.Encode("is  <mask> it", new HubEncodeOptions { SpecialTokensInText = true }), token => token.Id == tokenizer.IdOf("<mask>"));
        Assert.Equal((2, 10), (mask.Start, mask.End));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(2)]
    [InlineData(1)]
    public void Truncation_counts_special_tokens_and_keeps_them(int most)
    {
        HubTokenizer tokenizer = Load("wordpiece");
        IReadOnlyList<HubToken> all = tokenizer.Encode("a b c d e f"), cut = tokenizer.Encode("a b c d e f", new HubEncodeOptions { MaxTokens = most });
        Assert.Equal([all[0], .. all.Skip(1).Take(Math.Max(most - 2, 0)), all[^1]], cut);
    }

    [Fact]
    public void Of_a_pair_the_longer_text_is_cut_first()
    {
        HubTokenizer tokenizer = Load("wordpiece");
        string[] cut = [.. tokenizer.Encode("a b", "c d e f g h", new HubEncodeOptions { MaxTokens = 8 }).Select(token => tokenizer.TokenOf(token.Id)!)];
        Assert.Equal(["[CLS]", "a", "b", "[SEP]", "c", "d", "e", "[SEP]"], cut);
        string[] both = [.. tokenizer.Encode("a b c d e", "f g h i j", new HubEncodeOptions { MaxTokens = 8 }).Select(token => tokenizer.TokenOf(token.Id)!)];
        Assert.Equal(["[CLS]", "a", "b", "[SEP]", "f", "g", "h", "[SEP]"], both);
        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1], tokenizer.Encode("a b c d e", "f g h i j", new HubEncodeOptions { MaxTokens = 8 }).Select(token => token.TypeId));
    }

    [Theory]
    [InlineData("ΣΊΣΥΦΟΣ", "σίσυφοσ")]
    [InlineData("İ", "i\u0307")]
    public void Case_goes_character_by_character(string text, string expected) => Assert.Equal(expected, LowercaseNormalizer.Lower(new AlignedText(text)).Text);

    [Fact]
    public void Ideographs_beyond_the_first_plane_stand_alone_and_odd_white_space_is_white_space()
    {
        BertNormalizer bert = new(Clean: true, Ideographs: true, Accents: true, Lowercase: true);
        Assert.Equal("a 𠀀 b", bert.Normalize(new AlignedText("A𠀀b")).Text);
        Assert.Equal("a b", bert.Normalize(new AlignedText("a\u2028b\u0085\uFEFF")).Text);
        List<TextPiece> pieces = [];
        new SplitPreTokenizer(CharacterSplits.Each(Characters.IsWhiteSpace), SplitBehaviour.Removed).Split(new TextPiece(new AlignedText("a\u0085b\uFEFFc"), 0, 5), pieces);
        Assert.Equal(["a", "b\uFEFFc"], pieces.Select(piece => piece.Span.ToString()));
    }

    [Theory]
    [InlineData("Removed", "the|final|countdown")]
    [InlineData("Isolated", "the|-|final|-|-|countdown")]
    [InlineData("MergedWithPrevious", "the-|final-|-|countdown")]
    [InlineData("MergedWithNext", "the|-final|-|-countdown")]
    [InlineData("Contiguous", "the|-|final|--|countdown")]
    public void Each_way_to_split_does_what_its_name_says(string behaviour, string expected)
    {
        List<TextPiece> pieces = [];
        new SplitPreTokenizer(TextPattern.Literal("-").Matches, Enum.Parse<SplitBehaviour>(behaviour)).Split(new TextPiece(new AlignedText("the-final--countdown"), 0, 20), pieces);
        Assert.Equal(expected, string.Join('|', pieces.Select(piece => piece.Span.ToString())));
    }

    [Fact]
    public void Stand_ins_have_the_category_they_stand_for() =>
        Assert.All(TextPattern.StandIns, pair => Assert.Equal(pair.Key, CharUnicodeInfo.GetUnicodeCategory(pair.Value)));

    [Theory]
    [InlineData("normalizer", """{"type":"Unheard"}""", "normalizer Unheard")]
    [InlineData("pre_tokenizer", """{"type":"Sequence","pretokenizers":[{"type":"UnicodeScripts"}]}""", "pre_tokenizer UnicodeScripts")]
    [InlineData("pre_tokenizer", """{"type":"Split","pattern":{"Regex":"\\p{Han}+"},"behavior":"Isolated"}""", "regular expression \\p{Han}+")]
    [InlineData("post_processor", """{"type":"Odd"}""", "post_processor Odd")]
    [InlineData("decoder", """{"type":"CTC"}""", "decoder CTC")]
    [InlineData("model", """{"type":"WordLevel","vocab":{}}""", "model WordLevel")]
    public void What_is_not_known_is_refused_by_name(string part, string json, string component)
    {
        string model = part == "model" ? json : """{"type":"WordPiece","vocab":{"[UNK]":0}}""";
        string file = part == "model" ? $$"""{"model":{{model}}}""" : $$"""{"model":{{model}},"{{part}}":{{json}}}""";
        TokenizerFormatException error = Assert.Throws<TokenizerFormatException>(() => TokenizerReader.Read(Encoding.UTF8.GetBytes(file)));
        Assert.Equal(component, error.Component);
        Assert.Contains(component.Split(' ')[^1], error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"model":{"type":"WordPiece","vocab":{}}}""")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"a":0},"merges":["a b"]}}""")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"a":0},"merges":[["a"]]}}""")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"a":2147483647},"merges":[]}}""")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"a":2000000000},"merges":[]}}""")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"a":-1},"merges":[]}}""")]
    [InlineData("""{"model":{"type":"WordPiece","vocab":{"[UNK]":2000000000}}}""")]
    [InlineData("""{"model":{"type":"WordPiece","vocab":{"[UNK]":0}},"added_tokens":[{"id":2000000000,"content":"x"}]}""")]
    [InlineData("""{"model":{"type":"Unigram","vocab":[["a",0]],"unk_id":1}}""")]
    [InlineData("""{"model":{"type":"Unigram","vocab":[["a",0]]}}""")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"a":0},"merges":[]},"decoder":{"type":"Strip","content":""}}""")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"\ud800":0},"merges":[]}}""")]
    public void A_damaged_file_is_an_error_of_the_file(string json) => Assert.Throws<TokenizerFormatException>(() => TokenizerReader.Read(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("""{"model":{"type":"WordPiece","vocab":{"[UNK]":0},"max_input_chars_per_word":1001}}""", "1001")]
    [InlineData("""{"model":{"type":"WordPiece","vocab":{"[UNK]":0,"a\nb":1}}}""", "a\\nb")]
    public void A_word_model_that_its_tokenizer_cannot_read_is_refused_by_name(string json, string named) =>
        Assert.Contains(named, Assert.Throws<TokenizerFormatException>(() => TokenizerReader.Read(Encoding.UTF8.GetBytes(json))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_vocabulary_may_have_gaps_and_begin_with_a_byte_order_mark_and_words_are_measured_in_code_points()
    {
        HubTokenizer tokenizer = TokenizerReader.Read("""{"model":{"type":"WordPiece","vocab":{"\ufeff":0,"[UNK]":3,"𝒳":5,"##𝒳":9},"max_input_chars_per_word":4}}"""u8.ToArray());
        Assert.Equal([0], tokenizer.EncodeToIds("\uFEFF"));
        Assert.Equal([5, 9, 9, 9], tokenizer.EncodeToIds("𝒳𝒳𝒳𝒳"));
        Assert.Equal([3], tokenizer.EncodeToIds("𝒳𝒳𝒳𝒳𝒳"));
        Assert.Equal(10, tokenizer.VocabularySize);
    }

    [Fact]
    public void Compiled_rules_replace_what_they_say_and_leave_the_rest()
    {
        PrecompiledNormalizer normalizer = new(CharacterMap.Build(("ａ", "a"), ("\t", " "), ("ﬁ", "fi"), ("e\u0301", "é"), ("\u0001", "")));
        Assert.Equal("a fi\u00E9xé 漢", normalizer.Normalize(new AlignedText("ａ\tﬁe\u0301\u0001xé 漢")).Text);
        AlignedText aligned = normalizer.Normalize(new AlignedText("\u0001ﬁz"));
        Assert.Equal((1, 2, 1, 2, 2, 3), (aligned.StartOf(0), aligned.EndOf(0), aligned.StartOf(1), aligned.EndOf(1), aligned.StartOf(2), aligned.EndOf(2)));
        Assert.Throws<TokenizerFormatException>(() => new PrecompiledNormalizer([255, 0, 0, 0, 1]));
    }

    [Fact]
    public void Byte_level_tokenizers_give_back_any_text()
    {
        HubTokenizer tokenizer = Load("bpe-roberta");
        Check.QuickThrowOnFailure(Prop.ForAll<string>(text => text is null || tokenizer.Decode(tokenizer.Encode(text).Select(token => token.Id)) == WellFormed(text)));
        string every = string.Concat(Enumerable.Range(0, 0x110000).Where(c => c is < 0xD800 or > 0xDFFF).Where(c => c < 0x3000 || c % 97 == 0).Select(char.ConvertFromUtf32));
        Assert.Equal(every, tokenizer.Decode(tokenizer.Encode(every).Select(token => token.Id)));
    }

    [Fact]
    public void Characters_with_byte_fallback_give_back_any_text_without_the_visible_blank()
    {
        HubTokenizer tokenizer = Load("bpe-metaspace");
        Check.QuickThrowOnFailure(Prop.ForAll<string>(text =>
            text is null || text.Contains('▁', StringComparison.Ordinal) || tokenizer.Decode(tokenizer.Encode(text).Select(token => token.Id)) == WellFormed(text)));
    }

    [Theory]
    [InlineData("wordpiece")]
    [InlineData("bpe-roberta")]
    [InlineData("bpe-split")]
    [InlineData("bpe-metaspace")]
    [InlineData("unigram")]
    public void A_hub_tokenizer_is_a_tokenizer_of_its_package(string name)
    {
        HubTokenizer ours = Load(name);
        Tokenizer tokenizer = ours;
        const string Source = "Header 中x 😀😀 validate_User(1)\r\n[SEP]";
        HubToken[] expected = [.. ours.Encode(Source, new HubEncodeOptions { AddSpecialTokens = false })];
        IReadOnlyList<EncodedToken> tokens = tokenizer.EncodeToTokens(Source, out string? normalized);
        Assert.Null(normalized);
        Assert.Equal(expected.Select(token => (token.Id, token.Start..token.End)), tokens.Select(token => (token.Id, token.Offset)));
        Assert.All(tokens, token => Assert.Equal(ours.TokenOf(token.Id), token.Value));
        Assert.Equal(expected.Select(token => token.Id), tokenizer.EncodeToIds(Source));
        Assert.Equal(expected.Select(token => token.Id), tokenizer.EncodeToIds(Source.AsSpan()));
        Assert.Equal(expected.Length, tokenizer.CountTokens(Source));
        Assert.Equal(ours.Decode(tokens.Select(token => token.Id), skipSpecialTokens: true), tokenizer.Decode(tokens.Select(token => token.Id)));
        Assert.Equal(0, tokenizer.CountTokens(""));
        Assert.Empty(tokenizer.EncodeToIds(""));
    }

    [Theory]
    [InlineData("wordpiece")]
    [InlineData("bpe-roberta")]
    [InlineData("bpe-metaspace")]
    [InlineData("unigram")]
    public void A_text_is_cut_between_characters_and_the_rest_follows(string name)
    {
        Tokenizer tokenizer = Load(name);
        const string Source = "Header 😀😀 中文 validate_User";
        int all = tokenizer.CountTokens(Source);
        for (int max = 1; max <= all; max++)
        {
            IReadOnlyList<int> ids = tokenizer.EncodeToIds(Source, max, out string? normalized, out int consumed);
            Assert.Null(normalized);
            Assert.InRange(ids.Count, max < 4 ? 0 : 1, max);
            Assert.InRange(consumed, 0, Source.Length);
            Assert.False(consumed < Source.Length && char.IsLowSurrogate(Source[consumed]), $"{max} tokens end inside a character");
            Assert.Equal(tokenizer.EncodeToIds(Source).Take(ids.Count), ids);

            int index = tokenizer.GetIndexByTokenCount(Source, max, out _, out int count);
            Assert.InRange(index, 0, Source.Length);
            Assert.InRange(count, 0, max);
            int fromEnd = tokenizer.GetIndexByTokenCountFromEnd(Source, max, out _, out count);
            Assert.InRange(fromEnd, 0, Source.Length);
            Assert.InRange(count, 0, max);
        }

        tokenizer.EncodeToIds(Source, all, out _, out int whole);
        Assert.Equal(Source.Length, whole);
    }

    [Fact]
    public void Normalization_and_splitting_can_be_left_out()
    {
        Tokenizer tokenizer = Load("wordpiece");
        int unknown = ((HubTokenizer)tokenizer).IdOf("[UNK]")!.Value;
        Assert.DoesNotContain(unknown, tokenizer.EncodeToIds("Header line"));
        Assert.Equal(unknown, tokenizer.EncodeToIds("Header line", considerNormalization: false)[0]);
        Assert.Equal([unknown], tokenizer.EncodeToIds("header line", considerPreTokenization: false));
    }

    [Fact]
    public void Text_is_decoded_into_a_span_that_is_large_enough_or_not_at_all()
    {
        Tokenizer tokenizer = Load("bpe-roberta");
        IReadOnlyList<int> ids = tokenizer.EncodeToIds("read 😀");
        char[] text = new char[7];
        Assert.Equal((OperationStatus.Done, ids.Count, 7), (tokenizer.Decode(ids, text, out int consumed, out int written), consumed, written));
        Assert.Equal("read 😀", new string(text));
        Assert.Equal((OperationStatus.DestinationTooSmall, 0, 0), (tokenizer.Decode(ids, text.AsSpan(0, 6), out consumed, out written), consumed, written));
    }

    [Fact]
    public void An_expression_that_never_ends_is_stopped_and_named()
    {
        TextPattern pattern = TextPattern.Expression("(a+)+$", TimeSpan.FromMilliseconds(50));
        TokenizerFormatException error = Assert.Throws<TokenizerFormatException>(() => pattern.Matches(new string('a', 200) + "b"));
        Assert.Equal("regular expression (a+)+$", error.Component);
        Assert.Contains("0.05 s", error.Message, StringComparison.Ordinal);

        // Each match is quick enough, all of them are not.
        TextPattern slow = TextPattern.Expression("(a+)+?b|(?<=^.*)a", TimeSpan.FromMilliseconds(200));
        Assert.Throws<TokenizerFormatException>(() => slow.Matches(string.Concat(Enumerable.Repeat(new string('a', 13) + "\n", 20_000))));
    }

    [Fact]
    public void An_expression_that_fails_on_a_text_is_said_with_its_file()
    {
        using TemporaryFolder folder = new();
        string path = folder.At("tokenizer.json");
        folder.Write("tokenizer.json", """{"pre_tokenizer":{"type":"Split","pattern":{"Regex":"(a+)+$"},"behavior":"Isolated"},"model":{"type":"WordPiece","vocab":{"[UNK]":0}}}""");
        HubTokenizer tokenizer = HubTokenizer.Load(path);
        TokenizerFormatException error = Assert.Throws<TokenizerFormatException>(() => tokenizer.CountTokens(new string('a', 200) + "b"));
        Assert.Equal((path, "regular expression (a+)+$"), (error.Path, error.Component));
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("normalizer", "normalizers", """{"type":"Replace","pattern":{"String":"a"},"content":"aa"}""")]
    [InlineData("pre_tokenizer", "pretokenizers", """{"type":"ByteLevel","add_prefix_space":true}""")]
    [InlineData("decoder", "decoders", """{"type":"Replace","pattern":{"String":"a"},"content":"aa"}""")]
    public void Components_that_double_a_text_again_and_again_are_stopped_and_said_with_their_file(string kind, string list, string component)
    {
        using TemporaryFolder folder = new();
        string path = folder.At("tokenizer.json"), components = string.Join(',', Enumerable.Repeat(component, 40));
        folder.Write("tokenizer.json", $$$"""{"{{{kind}}}":{"type":"Sequence","{{{list}}}":[{{{components}}}]},"model":{"type":"WordPiece","vocab":{"[UNK]":0,"a":1},"unk_token":"[UNK]"}}""");
        HubTokenizer tokenizer = HubTokenizer.Load(path);
        TokenizerFormatException error = Assert.Throws<TokenizerFormatException>(() => tokenizer.Decode([1, .. tokenizer.EncodeToIds("a é")]));
        Assert.Equal((path, "growth of a text"), (error.Path, error.Component));
    }

    [Fact]
    public void A_text_may_grow_as_much_as_normal_forms_and_bytes_make_it()
    {
        using TemporaryFolder folder = new();
        folder.Write("tokenizer.json", """{"normalizer":{"type":"Sequence","normalizers":[{"type":"Strip"},{"type":"Prepend","prepend":"\u2581"},{"type":"NFKD"}]},"pre_tokenizer":{"type":"ByteLevel"},"model":{"type":"WordPiece","vocab":{"[UNK]":0},"unk_token":"[UNK]","max_input_chars_per_word":1}}""");
        HubTokenizer tokenizer = HubTokenizer.Load(folder.At("tokenizer.json"));
        Assert.NotEmpty(tokenizer.EncodeToIds(new string('\uFDFA', 10_000)));
        Assert.Empty(tokenizer.EncodeToIds(new string(' ', 10_000)));
        Assert.NotEmpty(tokenizer.EncodeToIds(new string(' ', 10_000) + "\uFDFA"));
    }

    [Fact]
    public void Normal_forms_agree_with_each_other()
    {
        string all = string.Concat(Enumerable.Range(0, 0x30000).Where(c => c is < 0xD800 or > 0xDFFF).Select(char.ConvertFromUtf32));
        string nfd = Form(all, false, false), nfc = Form(all, false, true), nfkc = Form(all, true, true);
        Assert.Equal(nfd, Form(nfc, false, false));
        Assert.Equal(nfc, Form(nfd, false, true));
        Assert.Equal(nfc, Form(nfc, false, true));
        Assert.Equal(nfkc, Form(Form(all, true, false), true, true));
        Assert.Equal("é가q\u0323\u0307", Form("e\u0301가q\u0307\u0323", false, true));
    }

    private static string Form(string text, bool compatible, bool compose) => UnicodeForms.Normalize(new AlignedText(text), compatible, compose).Text;

    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
