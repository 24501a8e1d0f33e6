namespace StructIndex;

/// <summary>Work that project files may cost. It is counted, not timed, so that the same files always get equally far.</summary>
/// <param name="limit">How much there is.</param>
/// <param name="unit">What is counted, as a message calls it.</param>
/// <param name="whole">The budget of the run, which this one is a part of; null for that itself.</param>
internal sealed class WorkBudget(long limit, string unit, WorkBudget? whole = null)
{
    private long _spent;

    /// <summary>Takes from the budget.</summary>
    /// <param name="units">How much, 0 or more.</param>
    /// <exception cref="ProjectLimitException">The budget, or that of the run, is spent.</exception>
    public void Spend(long units)
    {
        whole?.Spend(units);
        _spent += units;
        if (_spent > limit)
        {
            throw new ProjectLimitException(FormattableString.Invariant($"It takes more than {limit:N0} {unit}."));
        }
    }
}
