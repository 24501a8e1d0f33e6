namespace StructIndex;

/// <summary>A hash of a text that is the same on every machine and in every run: FNV-1a, 64 bits, over its UTF-16 units.</summary>
internal static class StableHash
{
    public static ulong Of(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        // The last characters have moved only the low bits; spread them.
        hash ^= hash >> 32;
        return hash * 0x9E3779B97F4A7C15;
    }
}
