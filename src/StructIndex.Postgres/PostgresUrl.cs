using Npgsql;

namespace StructIndex;

/// <summary>Connection strings as URLs, as most tools of PostgreSQL take them: <c>postgres://user:password@host:5432/database?sslmode=require</c>.</summary>
internal static class PostgresUrl
{
    /// <summary>A connection string of Npgsql; what is no URL stays as it is.</summary>
    /// <exception cref="ArgumentException">The URL cannot be read, or names an option that there is not.</exception>
    public static string ToConnectionString(string connection)
    {
        if (!connection.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) && !connection.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase))
        {
            return connection;
        }

        // The URL may hold a password, so no message repeats it.
        if (!Uri.TryCreate(connection, UriKind.Absolute, out Uri? url) || url.Host.Length == 0)
        {
            throw new ArgumentException("The URL of the database is not postgres://user:password@host:port/database.", nameof(connection));
        }

        string[] user = url.UserInfo.Split(':', 2);
        NpgsqlConnectionStringBuilder builder = new() { Host = url.IdnHost };
        builder.Port = url.Port > 0 ? url.Port : builder.Port;
        builder.Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null;
        builder.Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null;
        builder.Database = url.AbsolutePath.Length > 1 ? Uri.UnescapeDataString(url.AbsolutePath[1..]) : null;
        foreach (string option in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] pair = option.Split('=', 2);
            builder[pair[0].Equals("sslmode", StringComparison.OrdinalIgnoreCase) ? "SSL Mode" : Uri.UnescapeDataString(pair[0])] = Uri.UnescapeDataString(pair.Length > 1 ? pair[1] : "");
        }

        return builder.ConnectionString;
    }
}
