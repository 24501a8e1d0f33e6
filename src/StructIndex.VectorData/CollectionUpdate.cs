namespace StructIndex;

/// <summary>What <see cref="CodeIndexRecordExtensions.UpsertAsync"/> did.</summary>
/// <param name="Written">Units that were new or had changed, and were written.</param>
/// <param name="Unchanged">Units whose records were left alone.</param>
/// <param name="Deleted">Records of units that are no longer there, and were deleted.</param>
public sealed record CollectionUpdate(int Written, int Unchanged, int Deleted);
