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
        Assert.Equal("caf\ufffd x", Decode([.. "caf"u8, 0xE9, .. " x"u8]));
        Assert.Equal("a\ufffd", Decode([0xFF, 0xFE, (byte)'a', 0, 0x00, 0xD8]));
    }

    [Fact]
    public void A_NUL_near_the_start_makes_a_file_binary_and_a_late_one_does_not()
    {
        Assert.Null(Decode("a\0b"u8));
        Assert.Null(Decode(Encoding.Unicode.GetBytes("no mark")));
        byte[] late = Enumerable.Repeat((byte)'a', 9000).ToArray();
        late[8500] = 0;
        Assert.Equal(9000, Decode(late)!.Length);
    }

    [Fact]
    public void No_bytes_are_no_text() => Assert.Equal("", Decode([]));

    private static string? Decode(ReadOnlySpan<byte> bytes) => TextDecoder.Decode(bytes, out _);
}
