namespace StructIndex.Tests;

public class PackedNumbersTests
{
    [Fact]
    public void What_is_written_is_read_in_as_few_bytes_as_said()
    {
        Random random = new(1);
        uint[] numbers = [0, 1, 127, 128, 16_383, 16_384, int.MaxValue, uint.MaxValue, .. Enumerable.Range(0, 10_000).Select(_ => (uint)(random.NextInt64(1L << 32) >> random.Next(32)))];
        byte[] bytes = new byte[numbers.Length * PackedNumbers.MaxLength];
        int at = 0;
        foreach (uint number in numbers)
        {
            int length = PackedNumbers.Write(bytes.AsSpan(at), number);
            Assert.Equal(PackedNumbers.LengthOf(number), length);
            at += length;
        }

        Assert.Equal(numbers, PackedNumbers.Read(bytes.AsSpan(0, at))!.Select(number => (uint)number));
        Assert.Equal([1, 1, 2, 2, 3, 5, 5], new uint[] { 0, 127, 128, 16_383, 16_384, int.MaxValue, uint.MaxValue }.Select(PackedNumbers.LengthOf));
    }

    [Theory]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 1, 0xff })]
    [InlineData(new byte[] { 0x80, 0 })]
    [InlineData(new byte[] { 0xff, 0xff, 0xff, 0xff, 0x10 })]
    [InlineData(new byte[] { 0xff, 0xff, 0xff, 0xff, 0x8f, 1 })]
    public void Bytes_that_no_number_has_are_refused(byte[] bytes) => Assert.Null(PackedNumbers.Read(bytes));

    [Fact]
    public void A_difference_of_either_sign_comes_back_and_is_small_near_zero()
    {
        int[] differences = [0, -1, 1, 63, -64, int.MaxValue, int.MinValue];
        Assert.Equal(differences, differences.Select(difference => PackedNumbers.ToDifference((int)PackedNumbers.OfDifference(difference))));
        Assert.Equal([1, 1, 1, 1, 1, 5, 5], differences.Select(difference => PackedNumbers.LengthOf(PackedNumbers.OfDifference(difference))));
    }
}
