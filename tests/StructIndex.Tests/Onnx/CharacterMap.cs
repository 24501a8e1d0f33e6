using System.Buffers.Binary;
using System.Text;

namespace StructIndex.Tests;

/// <summary>Writes SentencePiece's compiled rules: a double-array trie in the layout of Darts-clone, and the replacements.</summary>
internal static class CharacterMap
{
    public static byte[] Build(params (string From, string To)[] rules)
    {
        List<byte> replacements = [];
        Node root = new();
        foreach ((string from, string to) in rules)
        {
            Node node = root;
            foreach (byte b in Encoding.UTF8.GetBytes(from))
            {
                node = node.Children.TryGetValue(b, out Node? child) ? child : node.Children[b] = new Node();
            }

            node.Value = replacements.Count;
            replacements.AddRange([.. Encoding.UTF8.GetBytes(to), 0]);
        }

        uint[] units = new uint[1 << 16];
        bool[] taken = new bool[units.Length];
        taken[0] = true;
        int end = Place(root, 0, units, taken);
        byte[] file = new byte[4 + (end * 4) + replacements.Count];
        BinaryPrimitives.WriteInt32LittleEndian(file, end * 4);
        for (int i = 0; i < end; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4 + (i * 4)), units[i]);
        }

        replacements.CopyTo(file, 4 + (end * 4));
        return file;
    }

    // Children lie at base xor label; the value of a node, where it has one, at its base.
    private static int Place(Node node, int at, uint[] units, bool[] taken)
    {
        int start = 1;
        while (taken[start] || node.Children.Keys.Any(label => taken[start ^ label]))
        {
            start++;
        }

        units[at] |= (uint)(at ^ start) << 10 | (node.Value >= 0 ? 1u << 8 : 0);
        taken[start] = true;
        units[start] = node.Value >= 0 ? (uint)node.Value | 1u << 31 : 0;
        foreach ((byte label, _) in node.Children)
        {
            taken[start ^ label] = true;
            units[start ^ label] = label;
        }

        foreach ((byte label, Node child) in node.Children)
        {
            Place(child, start ^ label, units, taken);
        }

        return Array.FindLastIndex(taken, t => t) + 1;
    }

    private sealed class Node
    {
        public SortedDictionary<byte, Node> Children { get; } = [];

        public int Value { get; set; } = -1;
    }
}
