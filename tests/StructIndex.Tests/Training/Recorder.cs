namespace StructIndex.Tests;

/// <summary>Progress that is told at once, on the thread that reports it.</summary>
internal sealed class Recorder<T>(Action<T> onReport) : IProgress<T>
{
    public void Report(T value) => onReport(value);
}
