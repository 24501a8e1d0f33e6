using Microsoft.Win32.SafeHandles;

namespace StructIndex;

/// <summary>
/// A parser and a query cursor, and the memory of all they make for one file: taken from an arena and given back at once.
/// One file at a time, between <see cref="Begin"/> and <see cref="End"/>, on one thread.
/// </summary>
internal sealed unsafe class TsSession : SafeHandleZeroOrMinusOneIsInvalid
{
    /// <summary>Unfinished matches held at once. A hand-written file stays far below; a hostile one may not grow the memory.</summary>
    private const uint MatchLimit = 4096;

    private IntPtr _parser;
    private IntPtr _cursor;

    public TsSession()
        : base(ownsHandle: true) => SetHandle(TreeSitterNative.ts_arena_new());

    /// <summary>Whether matches of the last query were left out.</summary>
    public bool ExceededMatchLimit => TreeSitterNative.ts_query_cursor_did_exceed_match_limit(_cursor) != 0;

    /// <summary>
    /// Begins a file: from here on the thread takes native memory from the arena, so nothing that lives longer may be made (grammars,
    /// queries).
    /// </summary>
    public void Begin()
    {
        TreeSitterNative.ts_arena_enter(this);
        _parser = TreeSitterNative.ts_parser_new();
        _cursor = TreeSitterNative.ts_query_cursor_new();
        TreeSitterNative.ts_query_cursor_set_match_limit(_cursor, MatchLimit);
    }

    /// <summary>Ends the file: its tree, nodes and matches are gone.</summary>
    public void End()
    {
        TreeSitterNative.ts_arena_leave(_parser);
        _parser = _cursor = IntPtr.Zero;
    }

    /// <summary>Parses the text the budget points at; null when the budget was spent first. Once in a session.</summary>
    /// <returns>The root of the tree.</returns>
    /// <exception cref="TreeSitterException">The core refused the grammar.</exception>
    public TsNode? Parse(TsLanguage language, TsBudget* budget)
    {
        if (TreeSitterNative.ts_parser_set_language(_parser, language.Pointer) == 0)
        {
            throw new TreeSitterException("The tree-sitter core refused the grammar.");
        }

        TreeSitterNative.Input input = new() { Payload = budget, Read = &TreeSitterNative.Read, Encoding = TreeSitterNative.Utf16LittleEndian };
        TreeSitterNative.ProgressOptions options = new() { Payload = budget, Progress = &TreeSitterNative.Progress };
        IntPtr tree = TreeSitterNative.ts_parser_parse_with_options(_parser, IntPtr.Zero, input, options);
        return tree == IntPtr.Zero ? null : TreeSitterNative.ts_tree_root_node(tree);
    }

    /// <summary>
    /// Starts a query. The library keeps <paramref name="options"/>: it must stay where it is until the last match was read.
    /// </summary>
    public void Start(TsQuery query, TsNode node, TreeSitterNative.ProgressOptions* options)
        => TreeSitterNative.ts_query_cursor_exec_with_options(_cursor, query, node, options);

    public bool Next(out TsMatch match) => TreeSitterNative.ts_query_cursor_next_match(_cursor, out match) != 0;

    protected override bool ReleaseHandle()
    {
        TreeSitterNative.ts_arena_delete(handle);
        return true;
    }
}
