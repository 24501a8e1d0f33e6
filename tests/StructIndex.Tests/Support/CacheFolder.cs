using System.Runtime.CompilerServices;

namespace StructIndex.Tests;

/// <summary>The cache folder of the tests: none of the user's, and there already, so that no run is the first.</summary>
internal static class CacheFolder
{
    [ModuleInitializer]
    internal static void Set()
    {
        string folder = Directory.CreateTempSubdirectory("structindex-cache-").FullName;
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", folder);
        Environment.SetEnvironmentVariable("LOCALAPPDATA", folder);
        Directory.CreateDirectory(IndexCache.Folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
    }
}
