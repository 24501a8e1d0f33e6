using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace StructIndex;

/// <summary>The activities and instruments by which an application watches its indexes. They cost nothing while nothing listens.</summary>
internal static class IndexTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "StructIndex";

    /// <summary>Tag of every activity and duration: what came of it.</summary>
    public const string ResultTag = "structindex.result";

    private static readonly ActivitySource s_source = new(Name);
    private static readonly Meter s_meter = new(Name);

    private static readonly Histogram<double> s_buildDuration = s_meter.CreateHistogram<double>("structindex.build.duration", "s", "Time of a build or update of an index.");
    private static readonly Histogram<double> s_queryDuration = s_meter.CreateHistogram<double>("structindex.query.duration", "s", "Time of a search.");

    /// <summary>Files that were parsed; an update parses those alone that changed.</summary>
    public static Counter<long> FilesParsed { get; } = s_meter.CreateCounter<long>("structindex.files.parsed", "{file}", "Files that were parsed.");

    /// <summary>Vectors that a model made for units.</summary>
    public static Counter<long> UnitsEmbedded { get; } = s_meter.CreateCounter<long>("structindex.units.embedded", "{unit}", "Units, or pieces of long ones, that a model embedded.");

    /// <summary>Vectors that an <c>EmbeddingCache</c> held.</summary>
    public static Counter<long> CacheHits { get; } = s_meter.CreateCounter<long>("structindex.embedding_cache.hits", "{unit}", "Units, or pieces of long ones, whose vector was in the embedding cache.");

    /// <summary>Begins to measure a build or an update.</summary>
    public static Measurement Build(bool isUpdate) => new(s_source.StartActivity(isUpdate ? "structindex.update" : "structindex.build"), s_buildDuration);

    /// <summary>Begins to measure a search.</summary>
    public static Measurement Query() => new(s_source.StartActivity("structindex.search"), s_queryDuration);

    /// <summary>One activity with its duration, from its beginning until it is disposed.</summary>
    internal sealed class Measurement(Activity? activity, Histogram<double> duration) : IDisposable
    {
        private readonly long _started = Stopwatch.GetTimestamp();
        private string? _result;

        /// <summary>Notes that the work was done, and what came of it.</summary>
        public void Succeed(string result) => _result = result;

        /// <summary>Adds a number to the activity.</summary>
        public void Set(string tag, int value) => activity?.SetTag(tag, value);

        /// <inheritdoc/>
        public void Dispose()
        {
            duration.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, new KeyValuePair<string, object?>(ResultTag, _result ?? "failed"));
            activity?.SetTag(ResultTag, _result ?? "failed").SetStatus(_result is null ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
            activity?.Dispose();
        }
    }
}
