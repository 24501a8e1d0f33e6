namespace StructIndex.Benchmarks;

/// <summary>Groups in a binary file, under the names of their features: a file of other features is read anew.</summary>
internal static class UnitGroupFile
{
    private static string Header => "2:" + string.Join(' ', Enum.GetNames<UnitFeature>());

    public static bool IsCurrent(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using BinaryReader reader = new(File.OpenRead(path));
        return reader.ReadString() == Header;
    }

    public static void Write(string path, IReadOnlyList<UnitGroup> groups)
    {
        using (BinaryWriter writer = new(File.Create(path + ".part")))
        {
            writer.Write(Header);
            writer.Write(groups.Count);
            foreach (UnitGroup group in groups)
            {
                writer.Write(group.Repository);
                writer.Write(group.Style);
                writer.Write(group.Targets);
                writer.Write(group.Rows.Length);
                Array.ForEach(group.Rows, row => Array.ForEach(row, value => writer.Write((Half)value)));
                Array.ForEach(group.Files, writer.Write);
                Array.ForEach(group.Scores, writer.Write);
                Array.ForEach(group.Hits, writer.Write);
                Array.ForEach(group.Meant, writer.Write);
            }
        }

        File.Move(path + ".part", path, overwrite: true);
    }

    public static IEnumerable<UnitGroup> Read(string path)
    {
        using BinaryReader reader = new(new BufferedStream(File.OpenRead(path), 1 << 20));
        if (reader.ReadString() != Header)
        {
            throw new InvalidDataException($"{path} holds other features: read them again");
        }

        for (int left = reader.ReadInt32(); left > 0; left--)
        {
            (string repository, string style, int targets, int count) = (string.Intern(reader.ReadString()), string.Intern(reader.ReadString()), reader.ReadInt32(), reader.ReadInt32());
            yield return new UnitGroup(
                repository, style, Many(count, () => Many(UnitFeatureReader.Width, () => (float)reader.ReadHalf())), Many(count, reader.ReadInt32),
                Many(count, reader.ReadSingle), Many(count, reader.ReadBoolean), Many(count, reader.ReadBoolean), targets);
        }
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
