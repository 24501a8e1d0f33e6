using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

[assembly: DisableRuntimeMarshalling]

namespace StructIndex;

/// <summary>A node of a tree, as the C library passes it. Valid until its <see cref="TsSession"/> ends.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TsNode
{
    private readonly uint _context0;
    private readonly uint _context1;
    private readonly uint _context2;
    private readonly uint _context3;
    private readonly void* _id;
    private readonly void* _tree;

    /// <summary>Offset of the first UTF-16 unit: the text is parsed as UTF-16, so bytes are halved.</summary>
    public readonly int Start => (int)(TreeSitterNative.ts_node_start_byte(this) / 2);

    /// <summary>Offset after the last UTF-16 unit.</summary>
    public readonly int End => (int)(TreeSitterNative.ts_node_end_byte(this) / 2);

    public readonly ushort Symbol => TreeSitterNative.ts_node_symbol(this);

    public readonly bool IsNull => _id == null;

    /// <summary>Whether the parser put it around text that it could not read.</summary>
    public readonly bool IsError => Symbol == TreeSitterNative.ErrorSymbol;

    /// <summary>Whether an error is in it or on it.</summary>
    public readonly bool HasError => TreeSitterNative.ts_node_has_error(this) != 0;

    /// <summary>Whether the text lacks it, and the parser went on as if it were there.</summary>
    public readonly bool IsMissing => TreeSitterNative.ts_node_is_missing(this) != 0;

    public readonly bool HasChildren => TreeSitterNative.ts_node_child_count(this) > 0;

    /// <summary>The last node in it; null where there is none.</summary>
    public readonly TsNode LastChild => TreeSitterNative.ts_node_child(this, TreeSitterNative.ts_node_child_count(this) - 1);

    /// <summary>Whether it may stand anywhere, as comments do.</summary>
    public readonly bool IsExtra => TreeSitterNative.ts_node_is_extra(this) != 0;

    /// <summary>The node around it; null of the root.</summary>
    public readonly TsNode Parent => TreeSitterNative.ts_node_parent(this);

    /// <summary>The smallest node that spans a stretch of UTF-16 units.</summary>
    public readonly TsNode Spanning(int start, int end) => TreeSitterNative.ts_node_descendant_for_byte_range(this, (uint)start * sizeof(char), (uint)end * sizeof(char));

    public readonly TsNode ChildByField(ushort field) => TreeSitterNative.ts_node_child_by_field_id(this, field);
}

/// <summary>One captured node of a match.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TsCapture
{
    public TsNode Node;
    public uint Index;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TsMatch
{
    public uint Id;
    public ushort Pattern;
    public ushort Count;
    public TsCapture* Captures;
}

[StructLayout(LayoutKind.Sequential)]
internal struct TsPredicateStep
{
    public int Type;
    public uint Value;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TsTreeCursor
{
    private void* _tree;
    private void* _id;
    private fixed uint _context[3];
}

/// <summary>When a parse or a query has to stop. Lives on the stack of the caller; the callbacks read it.</summary>
internal unsafe struct TsBudget
{
    /// <summary>A thread may wait for a processor so many times as long as it may work.</summary>
    private const int Patience = 10;

    /// <summary>The text, pinned.</summary>
    public char* Text;

    /// <summary>Its length in bytes.</summary>
    public uint Bytes;

    /// <summary><see cref="Environment.TickCount64"/> and the processor time of the process when the work began.</summary>
    public long Started;

    /// <inheritdoc cref="Started"/>
    public TimeSpan Processor;

    /// <summary>Milliseconds that may be used.</summary>
    public long Limit;

    /// <summary>Points at a word that is not zero once the caller has cancelled.</summary>
    public int* Cancelled;

    /// <summary>
    /// Processor time counts where it is less than that on the wall, so that what is cut does not depend on what else the machine does.
    /// </summary>
    public readonly bool IsSpent
    {
        get
        {
            long wall = Environment.TickCount64 - Started;
            return Volatile.Read(ref *Cancelled) != 0
                || (wall >= Limit && Math.Max((Environment.CpuUsage.TotalTime - Processor).TotalMilliseconds, wall / Patience) >= Limit);
        }
    }
}

/// <summary>A loaded grammar. Shared by all threads, never freed.</summary>
internal sealed unsafe class TsLanguage
{
    private TsLanguage(IntPtr pointer) => Pointer = pointer;

    public IntPtr Pointer { get; }

    /// <summary>Loads a grammar and checks that the core can run it.</summary>
    /// <exception cref="TreeSitterException">The library is missing, or its ABI is not one the core takes.</exception>
    public static TsLanguage Load(string library, string symbol)
    {
        IntPtr handle = NativeLibraries.Load($"libtree-sitter-{library}")
            ?? throw new TreeSitterException($"The native library of the '{library}' grammar was not found.");
        if (!NativeLibrary.TryGetExport(handle, $"tree_sitter_{symbol}", out IntPtr entry))
        {
            throw new TreeSitterException($"The native library of the '{library}' grammar has no entry tree_sitter_{symbol}.");
        }

        IntPtr pointer = ((delegate* unmanaged[Cdecl]<IntPtr>)entry)();
        CheckAbi(symbol, TreeSitterNative.ts_language_abi_version(pointer));
        return new TsLanguage(pointer);
    }

    /// <summary>Throws unless the core accepts grammars of this ABI.</summary>
    public static void CheckAbi(string name, uint abi)
    {
        if (abi is < TreeSitterNative.OldestAbi or > TreeSitterNative.NewestAbi)
        {
            throw new TreeSitterException(FormattableString.Invariant(
                $"The '{name}' grammar has ABI {abi}; this tree-sitter core takes {TreeSitterNative.OldestAbi} to {TreeSitterNative.NewestAbi}."));
        }
    }

    public ushort Field(string name)
    {
        fixed (byte* bytes = System.Text.Encoding.UTF8.GetBytes(name))
        {
            return TreeSitterNative.ts_language_field_id_for_name(Pointer, bytes, (uint)name.Length);
        }
    }
}

/// <summary>A compiled query. Shared by all threads, read only.</summary>
internal sealed unsafe class TsQuery : SafeHandleZeroOrMinusOneIsInvalid
{
    /// <exception cref="TreeSitterException">The query does not fit the grammar; the message says where.</exception>
    public TsQuery(TsLanguage language, string source, string name)
        : base(ownsHandle: true)
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(source);
        fixed (byte* start = bytes)
        {
            SetHandle(TreeSitterNative.ts_query_new(language.Pointer, start, (uint)bytes.Length, out uint offset, out int error));
            if (IsInvalid)
            {
                string before = System.Text.Encoding.UTF8.GetString(bytes, 0, (int)Math.Min(offset, (uint)bytes.Length));
                string kind = error switch { 1 => "syntax", 2 => "node type", 3 => "field", 4 => "capture", 5 => "structure", _ => "language" };
                string line = source[before.Length..].Split('\n')[0];
                throw new TreeSitterException(FormattableString.Invariant($"Query '{name}', line {before.AsSpan().Count('\n') + 1}: {kind} error at '{line}'."));
            }
        }
    }

    public int PatternCount => (int)TreeSitterNative.ts_query_pattern_count(this);

    public int CaptureCount => (int)TreeSitterNative.ts_query_capture_count(this);

    public string CaptureName(int index) => new((sbyte*)TreeSitterNative.ts_query_capture_name_for_id(this, (uint)index, out _));

    public string StringValue(uint index)
    {
        byte* text = TreeSitterNative.ts_query_string_value_for_id(this, index, out uint length);
        return System.Text.Encoding.UTF8.GetString(text, (int)length);
    }

    public ReadOnlySpan<TsPredicateStep> Predicates(int pattern)
    {
        TsPredicateStep* steps = TreeSitterNative.ts_query_predicates_for_pattern(this, (uint)pattern, out uint count);
        return new ReadOnlySpan<TsPredicateStep>(steps, (int)count);
    }

    protected override bool ReleaseHandle()
    {
        TreeSitterNative.ts_query_delete(handle);
        return true;
    }
}

/// <summary>The C functions in use, as tree-sitter 0.25 declares them; those of the arena are our own (<c>native/core.c</c>).</summary>
internal static unsafe partial class TreeSitterNative
{
    public const uint OldestAbi = 13;
    public const uint NewestAbi = 15;
    public const int Utf16LittleEndian = 1;
    public const ushort ErrorSymbol = ushort.MaxValue;
    private const string Library = NativeLibraries.Core;

    static TreeSitterNative() => NativeLibraries.Register();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static byte* Read(void* payload, uint offset, ulong position, uint* length)
    {
        TsBudget* budget = (TsBudget*)payload;
        *length = offset < budget->Bytes ? budget->Bytes - offset : 0;
        return (byte*)budget->Text + Math.Min(offset, budget->Bytes);
    }

    /// <summary>Asked every hundred steps or so of a parse or a query; true stops it. Both states begin with the payload.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static byte Progress(void** state) => ((TsBudget*)*state)->IsSpent ? (byte)1 : (byte)0;

    [LibraryImport(Library)]
    internal static partial IntPtr ts_arena_new();

    [LibraryImport(Library)]
    internal static partial void ts_arena_enter(TsSession arena);

    [LibraryImport(Library)]
    internal static partial void ts_arena_leave(IntPtr parser);

    [LibraryImport(Library)]
    internal static partial void ts_arena_delete(IntPtr arena);

    [LibraryImport(Library)]
    internal static partial IntPtr ts_parser_new();

    [LibraryImport(Library)]
    internal static partial byte ts_parser_set_language(IntPtr parser, IntPtr language);

    [LibraryImport(Library)]
    internal static partial IntPtr ts_parser_parse_with_options(IntPtr parser, IntPtr oldTree, Input input, ProgressOptions options);

    [LibraryImport(Library)]
    internal static partial TsNode ts_tree_root_node(IntPtr tree);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial uint ts_node_start_byte(TsNode node);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial uint ts_node_end_byte(TsNode node);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial ushort ts_node_symbol(TsNode node);

    [LibraryImport(Library)]
    internal static partial byte ts_node_has_error(TsNode node);

    [LibraryImport(Library)]
    internal static partial byte ts_node_is_missing(TsNode node);

    [LibraryImport(Library)]
    internal static partial byte ts_node_is_extra(TsNode node);

    [LibraryImport(Library)]
    internal static partial TsNode ts_node_parent(TsNode node);

    [LibraryImport(Library)]
    internal static partial uint ts_node_child_count(TsNode node);

    [LibraryImport(Library)]
    internal static partial TsNode ts_node_child(TsNode node, uint index);

    [LibraryImport(Library)]
    internal static partial TsNode ts_node_descendant_for_byte_range(TsNode node, uint start, uint end);

    [LibraryImport(Library)]
    internal static partial TsNode ts_node_child_by_field_id(TsNode node, ushort field);

    [LibraryImport(Library)]
    internal static partial TsTreeCursor ts_tree_cursor_new(TsNode node);

    [LibraryImport(Library)]
    internal static partial void ts_tree_cursor_delete(TsTreeCursor* cursor);

    [LibraryImport(Library)]
    internal static partial TsNode ts_tree_cursor_current_node(TsTreeCursor* cursor);

    [LibraryImport(Library)]
    internal static partial byte ts_tree_cursor_goto_first_child(TsTreeCursor* cursor);

    [LibraryImport(Library)]
    internal static partial byte ts_tree_cursor_goto_next_sibling(TsTreeCursor* cursor);

    [LibraryImport(Library)]
    internal static partial byte ts_tree_cursor_goto_parent(TsTreeCursor* cursor);

    [LibraryImport(Library)]
    internal static partial uint ts_language_abi_version(IntPtr language);

    [LibraryImport(Library)]
    internal static partial ushort ts_language_field_id_for_name(IntPtr language, byte* name, uint length);

    [LibraryImport(Library)]
    internal static partial IntPtr ts_query_new(IntPtr language, byte* source, uint length, out uint errorOffset, out int error);

    [LibraryImport(Library)]
    internal static partial void ts_query_delete(IntPtr query);

    [LibraryImport(Library)]
    internal static partial uint ts_query_pattern_count(TsQuery query);

    [LibraryImport(Library)]
    internal static partial uint ts_query_capture_count(TsQuery query);

    [LibraryImport(Library)]
    internal static partial byte* ts_query_capture_name_for_id(TsQuery query, uint index, out uint length);

    [LibraryImport(Library)]
    internal static partial byte* ts_query_string_value_for_id(TsQuery query, uint index, out uint length);

    [LibraryImport(Library)]
    internal static partial TsPredicateStep* ts_query_predicates_for_pattern(TsQuery query, uint pattern, out uint count);

    [LibraryImport(Library)]
    internal static partial IntPtr ts_query_cursor_new();

    [LibraryImport(Library)]
    internal static partial void ts_query_cursor_exec_with_options(IntPtr cursor, TsQuery query, TsNode node, ProgressOptions* options);

    [LibraryImport(Library)]
    internal static partial byte ts_query_cursor_next_match(IntPtr cursor, out TsMatch match);

    [LibraryImport(Library)]
    internal static partial void ts_query_cursor_set_match_limit(IntPtr cursor, uint limit);

    [LibraryImport(Library)]
    internal static partial byte ts_query_cursor_did_exceed_match_limit(IntPtr cursor);

    /// <summary>What a parser reads: <c>TSInput</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Input
    {
        public void* Payload;
        public delegate* unmanaged[Cdecl]<void*, uint, ulong, uint*, byte*> Read;
        public int Encoding;
        public void* Decode;
    }

    /// <summary><c>TSParseOptions</c> and <c>TSQueryCursorOptions</c>, which are laid out alike.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct ProgressOptions
    {
        public void* Payload;
        public delegate* unmanaged[Cdecl]<void**, byte> Progress;
    }
}
