using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SharpFuzz;
using StructIndex.Tests;
using Trace = SharpFuzz.Common.Trace;

namespace StructIndex.Benchmarks;

/// <summary>One target, in the instrumented copy.</summary>
internal sealed class FuzzOne
{
    public const string Help = "--target NAME [--samples FOLDER] [--afl 1], or --keep PREFIX [--seconds 60] [--seed 1] [--corpus FOLDER]: one target of 'fuzz', in the instrumented copy that it makes";

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    // Pinned, and there for as long as the process is: any thread may count in it.
    private static readonly byte[] s_map = GC.AllocateArray<byte>(FuzzCorpus.MapSize, pinned: true);

    private readonly FuzzCorpus _corpus = new();
    private readonly Dictionary<string, (byte[] Input, Exception Failure)> _findings = [];
    private readonly FuzzTarget _target;
    private readonly string _keep;
    private (byte[] Input, TimeSpan Time) _slowest = ([], TimeSpan.Zero);
    private TimeSpan _time;
    private long _executions;
    private long _begun;

    private FuzzOne(FuzzTarget target, string keep) => (_target, _keep) = (target, keep);

    private static TimeSpan Processor => Environment.CpuUsage.TotalTime;

    public static unsafe Task<int> RunAsync(string[] arguments)
    {
        Trace.SharedMem = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(s_map, 0);
        Options options = new(arguments);
        FuzzTarget target = Fuzz.Targets(options).Single(target => target.Name == options.Get("target")).Make();
        if (options.Find("afl") is not null)
        {
            Fuzzer.OutOfProcess.Run(stream =>
            {
                using MemoryStream input = new();
                stream.CopyTo(input);
                target.Run(input.ToArray());
            });
            return Task.FromResult(0);
        }

        new FuzzOne(target, options.Get("keep")).Run(options.Number("seed", 1), double.Parse(options.Find("seconds") ?? "60", CultureInfo.InvariantCulture), options.Find("corpus"));
        return Task.FromResult(0);
    }

    private void Run(int seed, double seconds, string? corpus)
    {
        Mutator mutator = new(seed, _target.Words);
        Queue<byte[]> given = new(_target.Inputs);
        if (corpus is not null)
        {
            Directory.CreateDirectory(corpus).GetFiles().OrderBy(file => file.Length).ThenBy(file => file.Name, StringComparer.Ordinal).Select(file => File.ReadAllBytes(file.FullName)).ToList().ForEach(given.Enqueue);
        }

        new Thread(Watch) { IsBackground = true }.Start();
        TimeSpan started = Processor;
        for (long said = Stopwatch.GetTimestamp(); (Processor - started).TotalSeconds is var spent && spent < seconds;)
        {
            byte[] input = given.TryDequeue(out byte[]? first) ? first : mutator.Next(_corpus.Pool);
            if (Read(input) && _corpus.See(s_map) is { Count: > 0 } found && Read(input) && _corpus.Keep(input, found, s_map, _time.TotalMilliseconds * (input.Length + 1)) && corpus is not null)
            {
                File.WriteAllBytes(Path.Combine(corpus, Convert.ToHexStringLower(SHA256.HashData(input))[..16]), input);
            }

            if (Stopwatch.GetElapsedTime(said).TotalSeconds >= 5)
            {
                said = Stopwatch.GetTimestamp();
                Say(spent);
            }
        }

        Say((Processor - started).TotalSeconds);
        File.WriteAllBytes(_keep + ".slowest", _slowest.Input);
    }

    private void Say(double seconds) => Console.WriteLine(new FuzzCount(_executions, seconds, _corpus.Kept, _corpus.Edges, _findings.Count, _slowest.Time.TotalMilliseconds));

    // False where it is a finding.
    private bool Read(byte[] input)
    {
        File.WriteAllBytes(_keep + ".last", input);
        Array.Clear(s_map);
        Trace.PrevLocation = 0;
        TimeSpan started = Processor;
        Volatile.Write(ref _begun, started.Ticks);
        _executions++;
        try
        {
            _target.Run(input);
            return true;
        }
        catch (Exception failure)
        {
            Note(input, failure);
            return false;
        }
        finally
        {
            _time = Processor - started;
            _slowest = _time > _slowest.Time ? (input, _time) : _slowest;
        }
    }

    // Of each kind, by where it was thrown, the shortest.
    private void Note(byte[] input, Exception failure)
    {
        string kind = $"{failure.GetType().Name} {string.Concat(failure.StackTrace?.Split('\n').Take(2) ?? [])}";
        if (_findings.TryGetValue(kind, out (byte[] Input, Exception Failure) known) && known.Input.Length <= input.Length)
        {
            return;
        }

        _findings[kind] = (input, failure);
        string name = $"{_keep}.{_findings.Keys.ToList().IndexOf(kind)}";
        File.WriteAllBytes(name, input);
        File.WriteAllText(name + ".txt", failure.ToString());
    }

    // An input that takes too long ends the process; it is in the file of the last.
    private void Watch()
    {
        while (true)
        {
            Thread.Sleep(500);
            TimeSpan time = Processor - TimeSpan.FromTicks(Volatile.Read(ref _begun));
            if (_begun > 0 && time > s_limit)
            {
                Console.Error.WriteLine($"an input took more than {s_limit.TotalSeconds:0} s of the processor");
                Environment.Exit(3);
            }
        }
    }
}
