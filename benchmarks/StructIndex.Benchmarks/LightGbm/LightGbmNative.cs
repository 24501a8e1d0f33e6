using System.Runtime.InteropServices;

namespace StructIndex.Benchmarks;

/// <summary>The few functions of LightGBM's C interface that training needs (https://lightgbm.readthedocs.io/en/stable/C-API.html). All give 0 for success.</summary>
internal static partial class LightGbmNative
{
    public const int Float32 = 0;
    public const int Float64 = 1;
    public const int Int32 = 2;

    private const string Library = "lib_lightgbm";

    [LibraryImport(Library)]
    public static partial nint LGBM_GetLastError();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial int LGBM_DatasetCreateFromMat(float* data, int dataType, int rows, int columns, int isRowMajor, string parameters, nint reference, out nint dataset);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial int LGBM_DatasetSetField(nint dataset, string name, void* data, int count, int type);

    [LibraryImport(Library)]
    public static partial int LGBM_DatasetFree(nint dataset);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int LGBM_BoosterCreate(nint dataset, string parameters, out nint booster);

    [LibraryImport(Library)]
    public static partial int LGBM_BoosterUpdateOneIter(nint booster, out int isFinished);

    [LibraryImport(Library)]
    public static unsafe partial int LGBM_BoosterSaveModelToString(nint booster, int start, int count, int importance, long size, out long length, byte* text);

    [LibraryImport(Library)]
    public static partial int LGBM_BoosterFree(nint booster);
}
