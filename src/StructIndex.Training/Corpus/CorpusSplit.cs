namespace StructIndex;

/// <summary>What a pair may be used for. All pairs of a project have the same.</summary>
public enum CorpusSplit
{
    /// <summary>To learn from.</summary>
    Train,

    /// <summary>To choose recipes by.</summary>
    Development,

    /// <summary>To report by, and nothing else.</summary>
    Test,
}
