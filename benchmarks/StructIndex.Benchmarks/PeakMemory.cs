namespace StructIndex.Benchmarks;

/// <summary>The largest resident size of this process so far.</summary>
internal static class PeakMemory
{
    /// <summary>Megabytes (10^6 bytes), from the kernel's high-water mark where there is one.</summary>
    public static double Megabytes()
    {
        if (OperatingSystem.IsLinux())
        {
            string line = File.ReadLines("/proc/self/status").First(row => row.StartsWith("VmHWM:", StringComparison.Ordinal));
            return long.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture) * 1024 / 1e6;
        }

        return System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
    }
}
