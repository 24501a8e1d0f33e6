using System.Runtime.InteropServices;

namespace StructIndex;

/// <summary>Tells pipes, sockets and devices from files, because opening a pipe waits for its other end for ever.</summary>
internal static partial class SpecialFile
{
    // Layout and constants of statx(2), part of Linux's stable interface and the same on all its architectures.
    private const int CurrentFolder = -100;
    private const uint AskForType = 1;
    private const int ModeOffset = 28;
    private const int StructureBytes = 256;
    private const ushort TypeMask = 0xF000;
    private const ushort RegularFile = 0x8000;

    /// <summary>
    /// Whether the path names something other than a regular file. .NET does not say, so Linux is asked itself;
    /// elsewhere the answer is no, and the caller must not open a file of no length.
    /// </summary>
    /// <param name="path">Absolute path.</param>
    public static unsafe bool IsSpecial(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        byte* result = stackalloc byte[StructureBytes];
        try
        {
            return StatX(CurrentFolder, path, 0, AskForType, result) == 0 && (*(ushort*)(result + ModeOffset) & TypeMask) != RegularFile;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int StatX(int directory, string path, int flags, uint mask, byte* result);
}
