namespace StructIndex.Benchmarks;

/// <summary>Groups in a binary file, under the names of their features: a file of other features is read anew.</summary>
internal static class GroupFile
{
    private const int Version = 1;

    private static string Header => Version + ":" + string.Join(' ', Enum.GetNames<RankFeature>());

    public static void Write(string path, IReadOnlyList<RankedGroup> groups)
    {
        string part = path + ".part";
        using (BinaryWriter writer = new(File.Create(part)))
        {
            writer.Write(Header);
            writer.Write(groups.Count);
            foreach (RankedGroup group in groups)
            {
                Write(writer, group);
            }
        }

        File.Move(part, path, overwrite: true);
    }

    /// <summary>The groups of a file; null where there is none of these features.</summary>
    public static List<RankedGroup>? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using BinaryReader reader = new(new BufferedStream(File.OpenRead(path), 1 << 20));
        return reader.ReadString() == Header ? [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => Read(reader))] : null;
    }

    private static void Write(BinaryWriter writer, RankedGroup group)
    {
        writer.Write(group.Id);
        writer.Write(group.Repository);
        writer.Write(group.Style);
        writer.Write(group.Named);
        writer.Write(group.Count);
        Array.ForEach(group.Values, value => writer.Write((Half)value));
        Array.ForEach(group.Joint, writer.Write);
        Array.ForEach(group.Hits, writer.Write);
        Array.ForEach(group.Struck, writer.Write);
        writer.Write(group.Targets);
        writer.Write(group.PlainRanks.Length);
        Array.ForEach(group.PlainRanks, rank =>
        {
            writer.Write(rank.All);
            writer.Write(rank.Unstruck);
        });
    }

    private static RankedGroup Read(BinaryReader reader)
    {
        (string id, string repository, string style, string named) = (reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString());
        int count = reader.ReadInt32();
        return new RankedGroup(
            id,
            string.Intern(repository),
            string.Intern(style),
            string.Intern(named),
            Many(count * RankedGroup.Width, () => (float)reader.ReadHalf()),
            Many(count, reader.ReadSingle),
            Many(count, reader.ReadBoolean),
            Many(count, reader.ReadBoolean),
            reader.ReadInt32(),
            Many(reader.ReadInt32(), () => (reader.ReadInt32(), reader.ReadInt32())));
    }

    private static T[] Many<T>(int count, Func<T> read)
    {
        T[] values = new T[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = read();
        }

        return values;
    }
}
