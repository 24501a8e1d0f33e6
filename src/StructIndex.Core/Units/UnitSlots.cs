using System.Numerics;

namespace StructIndex;

/// <summary>Finds units by a hash, in a third of the memory of a dictionary: the numbers of the units alone, in twice as many slots or more.</summary>
internal sealed class UnitSlots
{
    private readonly IReadOnlyList<CodeUnit> _units;

    // One more than the number of a unit; 0 where there is none.
    private readonly int[] _slots;

    /// <param name="units">The units.</param>
    /// <param name="hashOf">The hash of a unit.</param>
    public UnitSlots(IReadOnlyList<CodeUnit> units, Func<CodeUnit, int> hashOf)
    {
        (_units, _slots) = (units, new int[BitOperations.RoundUpToPowerOf2((uint)units.Count * 2 + 1)]);

        // Of equal ones the last is found first.
        for (int unit = units.Count - 1; unit >= 0; unit--)
        {
            int slot = hashOf(units[unit]) & (_slots.Length - 1);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = unit + 1;
        }
    }

    /// <summary>The number of the unit that is sought; -1 for none.</summary>
    /// <param name="hash">Its hash.</param>
    /// <param name="key">What it is known by.</param>
    /// <param name="isSought">Whether a unit is the one.</param>
    public int Find<TKey>(int hash, TKey key, Func<CodeUnit, TKey, bool> isSought)
    {
        for (int slot = hash & (_slots.Length - 1); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (isSought(_units[_slots[slot] - 1], key))
            {
                return _slots[slot] - 1;
            }
        }

        return -1;
    }
}
