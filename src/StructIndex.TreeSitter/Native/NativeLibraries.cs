using System.Reflection;
using System.Runtime.InteropServices;

namespace StructIndex;

/// <summary>
/// Finds the native libraries: in the folder that STRUCTINDEX_NATIVE_DIR names, in runtimes/&lt;rid&gt;/native beside the application,
/// beside the application itself, and last where the system looks. A Debug build checks those in runtimes/&lt;rid&gt;/native by their
/// hashes.
/// </summary>
internal static class NativeLibraries
{
    public const string Core = "libtree-sitter";
    private static readonly Assembly s_owner = typeof(NativeLibraries).Assembly;
    private static readonly string s_extension = OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";
    private static readonly string s_beside = Path.Combine("runtimes", RuntimeName(), "native");
    private static readonly string[] s_folders = FindFolders();

    /// <summary>Makes the imports of this assembly use these rules. Called once, before the first import.</summary>
    public static void Register() => NativeLibrary.SetDllImportResolver(s_owner, (name, _, _) => name == Core
        ? Load(name) ?? throw new TreeSitterException($"The native library '{name}{s_extension}' was not found in: {string.Join(", ", s_folders)}.")
        : IntPtr.Zero);

    /// <summary>Loads a library by its name without extension; null when it is nowhere.</summary>
    public static IntPtr? Load(string name)
    {
#if DEBUG
        NativeHashes.Check(AppContext.BaseDirectory, $"{s_beside.Replace('\\', '/')}/{name}{s_extension}");
#endif
        foreach (string folder in s_folders)
        {
            if (NativeLibrary.TryLoad(Path.Combine(folder, name + s_extension), out IntPtr handle))
            {
                return handle;
            }
        }

        return NativeLibrary.TryLoad(name, s_owner, null, out IntPtr found) ? found : null;
    }

    private static string[] FindFolders()
    {
        string?[] folders = [Environment.GetEnvironmentVariable("STRUCTINDEX_NATIVE_DIR"), Path.Combine(AppContext.BaseDirectory, s_beside), AppContext.BaseDirectory];
        return [.. folders.OfType<string>().Where(folder => folder.Length > 0)];
    }

    // The portable identifier: RuntimeInformation.RuntimeIdentifier may name a distribution.
    private static string RuntimeName()
    {
        string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }
}
