using FsCheck;
using FsCheck.Fluent;

namespace StructIndex.Tests;

public sealed class UnitSlotsTests
{
    [Fact]
    public void Units_are_found_as_in_a_dictionary_however_many_have_the_same_hash() => Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(0, 9).ListOf().Zip(Gen.Choose(1, 5)).ToArbitrary(), input =>
    {
        (IReadOnlyList<int> names, int hashes) = (input.Item1, input.Item2);
        UnitSlots slots = new([.. names.Select(name => TinyIndex.Unit("a.py", $"{name}"))], unit => int.Parse(unit.Name, System.Globalization.CultureInfo.InvariantCulture) % hashes);
        return Enumerable.Range(0, 10).All(name => slots.Find(name % hashes, $"{name}", (unit, sought) => unit.Name == sought) == names.ToList().LastIndexOf(name));
    }));
}
