using System.Text;

namespace StructIndex.Tests;

public class TextDecoderTests
{
    private const string Sample = "class Größe { } // 日本 🚀\n";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void A_byte_order_mark_tells_the_encoding_and_is_no_text(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        Assert.Equal(Sample, Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Sample)]));
        Assert.Equal("", Decode(encoding.GetPreamble()));
    }

    [Fact]
    public void Without_a_mark_the_text_is_UTF8() => Assert.Equal(Sample, Decode(Encoding.UTF8.GetBytes(Sample)));

    [Fact]
    public void Invalid_bytes_become_the_replacement_character()
    {
        Assert.Equal("a\ufffd", Decode([0xFF, 0xFE, (byte)'a', 0, 0x00, 0xD8]));
    }

    [Fact]
    public void A_NUL_near_the_start_makes_a_file_binary_and_a_late_one_does_not()
    {
        Assert.Null(Decode("a\0b"u8));
        Assert.Null(Decode([.. Encoding.Unicode.GetBytes("wide"), 0, 0, 1, 0]));
        byte[] late = Enumerable.Repeat((byte)'a', 9000).ToArray();
        late[8500] = 0;
        Assert.Equal(9000, Decode(late)!.Length);
    }

    [Theory]
    [InlineData("shift_jis", "// ソート能\nint count(int n) { return n; }\n")]
    [InlineData("shift_jis", "/* 表示するテーブルの行数 */\n")]
    [InlineData("gb18030", "# 计算总和\n")]
    [InlineData("gb18030", "// 这是一个测试函数，返回数组的长度\n")]
    [InlineData("big5", "// 這是一個測試函數，回傳陣列的長度\n")]
    [InlineData("big5", "// 初始化設定資訊")]
    [InlineData("euc-kr", "// 합계를 계산하는 함수\n")]
    [InlineData("euc-kr", "/* 문자열 길이 */ int a;")]
    [InlineData("euc-jp", "// 合計を計算する関数\n")]
    [InlineData("windows-1252", "class Größe { } // café, 25 °C, Änderung\n")]
    [InlineData("windows-1252", "// © 2004 Müller\n")]
    [InlineData("windows-1251", "// Сумма всех элементов\n")]
    [InlineData("koi8-r", "/* имя файла */\n")]
    public void Encodings_before_UTF8_are_told_by_their_bytes_and_said(string name, string text)
    {
        Assert.Equal(text, TextDecoder.Decode(LegacyEncodings.Named(name)!.GetBytes(text), out string? guess));
        Assert.Contains(name, guess, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-7", "not known")]
    [InlineData("x-user-defined", "not known")]
    [InlineData("utf-16", "not one in which it could be read")]
    [InlineData("UTF-16BE", "not one in which it could be read")]
    [InlineData("utf-32", "not one in which it could be read")]
    public void An_encoding_that_cannot_be_that_of_a_text_which_names_it_is_none(string name, string reason)
    {
        string text = $"<?xml version=\"1.0\" encoding=\"{name}\"?>\n<a>Größe, Änderung, café</a>\n";
        Assert.Equal(text, TextDecoder.Decode(Encoding.Latin1.GetBytes(text), out string? guess));
        Assert.Contains($"'{name}', is {reason}; the text is read as windows-1252", guess, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gbk", "#!/usr/bin/python\n# -*- coding: gbk -*-\n# 金额\n")]
    [InlineData("latin-1", "# vim: set fileencoding=latin-1 :\nna\u00efve = 1\n")]
    [InlineData("koi8-r", "<?xml version=\"1.0\" encoding=\"koi8-r\"?><a>имя</a>")]
    [InlineData("shift_jis", "<html><head><meta charset=\"Shift_JIS\"><title>表</title>")]
    public void What_a_text_says_of_its_encoding_is_no_guess(string name, string text)
    {
        Assert.Equal(text, TextDecoder.Decode(LegacyEncodings.Named(name)!.GetBytes(text), out string? guess));
        Assert.Null(guess);
    }

    [Fact]
    public void UTF16_without_a_mark_is_read_where_it_is_plain()
    {
        Assert.Equal("public class Bär { }\n", TextDecoder.Decode(Encoding.Unicode.GetBytes("public class Bär { }\n"), out string? guess));
        Assert.Contains("utf-16", guess, StringComparison.Ordinal);
        Assert.Equal("int a;\n", Decode(Encoding.BigEndianUnicode.GetBytes("int a;\n")));
    }

    [Theory]
    [InlineData("# coding: klingon\n# ", "the encoding that the text names, 'klingon', is not known")]
    [InlineData("# coding: utf-8\n# ", "the text says that it is")]
    [InlineData("# ", "nothing says their encoding")]
    public void A_guess_says_why_it_is_one(string text, string reason)
    {
        TextDecoder.Decode([.. Encoding.ASCII.GetBytes(text), 0xE4, (byte)'\n'], out string? guess);
        Assert.Contains(reason, guess, StringComparison.Ordinal);
    }

    [Fact]
    public void No_bytes_are_no_text() => Assert.Equal("", Decode([]));

    private static string? Decode(ReadOnlySpan<byte> bytes) => TextDecoder.Decode(bytes, out _);
}
