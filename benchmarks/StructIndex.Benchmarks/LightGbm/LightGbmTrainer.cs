using System.Runtime.InteropServices;
using System.Text;

namespace StructIndex.Benchmarks;

/// <summary>Fits trees with LightGBM.</summary>
internal static class LightGbmTrainer
{
    /// <summary>Fits trees; the same data and settings give the same trees.</summary>
    /// <param name="table">The data.</param>
    /// <param name="rounds">How many trees.</param>
    /// <param name="parameters">LightGBM's settings, <c>name=value</c> apart by blanks.</param>
    public static unsafe IReadOnlyList<TreeNode> Train(TrainingTable table, int rounds, string parameters)
    {
        parameters += " deterministic=true force_row_wise=true seed=1 verbosity=-1 num_threads=1";
        nint dataset = 0, booster = 0;
        try
        {
            fixed (float* rows = table.Rows)
            {
                Check(LightGbmNative.LGBM_DatasetCreateFromMat(rows, LightGbmNative.Float32, table.Labels.Length, table.Width, 1, parameters, 0, out dataset));
            }

            SetField<float>(dataset, "label", table.Labels, LightGbmNative.Float32);
            SetField<float>(dataset, "weight", table.Weights, LightGbmNative.Float32);
            SetField<int>(dataset, "group", table.Groups, LightGbmNative.Int32);
            SetField<double>(dataset, "init_score", table.Start, LightGbmNative.Float64);
            Check(LightGbmNative.LGBM_BoosterCreate(dataset, parameters, out booster));
            for (int round = 0, finished = 0; round < rounds && finished == 0; round++)
            {
                Check(LightGbmNative.LGBM_BoosterUpdateOneIter(booster, out finished));
            }

            return LightGbmModel.Read(Save(booster));
        }
        finally
        {
            _ = booster == 0 ? 0 : LightGbmNative.LGBM_BoosterFree(booster);
            _ = dataset == 0 ? 0 : LightGbmNative.LGBM_DatasetFree(dataset);
        }
    }

    private static unsafe void SetField<T>(nint dataset, string name, T[]? values, int type)
        where T : unmanaged
    {
        if (values is not null)
        {
            fixed (T* data = values)
            {
                Check(LightGbmNative.LGBM_DatasetSetField(dataset, name, data, values.Length, type));
            }
        }
    }

    private static unsafe string Save(nint booster)
    {
        Check(LightGbmNative.LGBM_BoosterSaveModelToString(booster, 0, -1, 0, 0, out long length, null));
        byte[] text = new byte[length];
        fixed (byte* start = text)
        {
            Check(LightGbmNative.LGBM_BoosterSaveModelToString(booster, 0, -1, 0, length, out length, start));
        }

        return Encoding.UTF8.GetString(text.AsSpan(0, (int)length).TrimEnd((byte)0));
    }

    private static void Check(int result)
    {
        if (result != 0)
        {
            throw new InvalidOperationException("LightGBM: " + Marshal.PtrToStringUTF8(LightGbmNative.LGBM_GetLastError()));
        }
    }
}
