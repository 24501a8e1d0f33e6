using System.Text;

namespace StructIndex;

/// <summary>
/// Finds the files that hold the weights of a model beside the model itself, as the model names them (<c>TensorProto.external_data</c> of
/// ONNX's onnx.proto). Everything else is skipped unread, so that a model of a gigabyte costs no memory.
/// </summary>
internal static class ExternalData
{
    private const int VarintType = 0, Fixed64Type = 1, LengthType = 2, Fixed32Type = 5;
    private const int KeyField = 1, ValueField = 2;

    // More than a path can have on any system.
    private const int MaxText = 32_768;

    // The fields that lead to a tensor, by message and field number of onnx.proto.
    private static readonly Dictionary<(Message Of, ulong Field), Message> s_fields = new()
    {
        [(Message.Model, 7)] = Message.Graph,
        [(Message.Model, 25)] = Message.Function,
        [(Message.Graph, 1)] = Message.Node,
        [(Message.Graph, 5)] = Message.Tensor,
        [(Message.Graph, 15)] = Message.SparseTensor,
        [(Message.Function, 7)] = Message.Node,
        [(Message.Function, 11)] = Message.Attribute,
        [(Message.Node, 5)] = Message.Attribute,
        [(Message.Attribute, 5)] = Message.Tensor,
        [(Message.Attribute, 6)] = Message.Graph,
        [(Message.Attribute, 10)] = Message.Tensor,
        [(Message.Attribute, 11)] = Message.Graph,
        [(Message.Attribute, 22)] = Message.SparseTensor,
        [(Message.Attribute, 23)] = Message.SparseTensor,
        [(Message.SparseTensor, 1)] = Message.Tensor,
        [(Message.SparseTensor, 2)] = Message.Tensor,
        [(Message.Tensor, 13)] = Message.Entry,
    };

    private enum Message
    {
        Model,
        Graph,
        Function,
        Node,
        Attribute,
        SparseTensor,
        Tensor,
        Entry,
    }

    /// <summary>
    /// The names of the files, relative to the folder of the model, in order; none for a file that is not in the ONNX format.
    /// </summary>
    public static IReadOnlyCollection<string> NamesIn(string modelPath)
    {
        SortedSet<string> names = new(StringComparer.Ordinal);
        using FileStream file = new(modelPath, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        using BinaryReader reader = new(file);
        try
        {
            Read(reader, names);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException)
        {
            // The runtime's own format, which the runtime has loaded, keeps its weights in the file.
        }

        return names;
    }

    // A stack of what is left of the messages around the one that is read: hostile nesting must not end the process.
    private static void Read(BinaryReader reader, SortedSet<string> names)
    {
        Stack<(Message Message, long End)> open = new([(Message.Model, reader.BaseStream.Length)]);
        string? key = null, value = null;
        while (open.TryPeek(out (Message Message, long End) inside))
        {
            if (reader.BaseStream.Position >= inside.End)
            {
                open.Pop();
                continue;
            }

            ulong tag = (ulong)reader.Read7BitEncodedInt64();
            if ((tag & 7) != LengthType)
            {
                Skip(reader, (int)(tag & 7));
                continue;
            }

            ulong length = (ulong)reader.Read7BitEncodedInt64();
            if (length > (ulong)(inside.End - reader.BaseStream.Position))
            {
                throw new InvalidDataException();
            }

            long end = reader.BaseStream.Position + (long)length;
            if (s_fields.TryGetValue((inside.Message, tag >> 3), out Message message))
            {
                (key, value) = (null, null);
                open.Push((message, end));
            }
            else if (inside.Message == Message.Entry && length <= MaxText && tag >> 3 is KeyField or ValueField)
            {
                string text = Encoding.UTF8.GetString(reader.ReadBytes((int)length));
                (key, value) = tag >> 3 == KeyField ? (text, value) : (key, text);
                if (key == "location" && value is not null)
                {
                    names.Add(value);
                }
            }
            else
            {
                reader.BaseStream.Position = end;
            }
        }
    }

    private static void Skip(BinaryReader reader, int wireType)
    {
        switch (wireType)
        {
            case VarintType:
                reader.Read7BitEncodedInt64();
                break;
            case Fixed64Type:
                reader.ReadUInt64();
                break;
            case Fixed32Type:
                reader.ReadUInt32();
                break;
            default:
                throw new InvalidDataException();
        }
    }
}
