namespace StructIndex.Benchmarks;

/// <summary>How a stack of calls is printed in a language.</summary>
internal static class StackFrames
{
    /// <summary>Prints a stack; null where the language's form is not known.</summary>
    /// <param name="language">The language.</param>
    /// <param name="package">Name of the package whose functions they are.</param>
    /// <param name="calls">The calls, the innermost first.</param>
    /// <param name="error">Type of the error, or empty.</param>
    /// <param name="message">Message of the error.</param>
    /// <param name="random">Chooses among forms.</param>
    public static string? Print(string language, string package, IReadOnlyList<StackCall> calls, string error, string message, Random random)
    {
        bool foreign = random.NextDouble() < .3;
        return language switch
        {
            "python" => "Traceback (most recent call last):\n  File \"/home/me/app/main.py\", line 14, in <module>\n    main()\n"
                + Lines(calls.Reverse(), call => $"  File \"/usr/lib/python3.11/site-packages/{call.Installed}\", line {call.Line}, in {call.Name}\n    {call.Text}")
                + (foreign ? "\n  File \"/usr/lib/python3.11/json/decoder.py\", line 355, in raw_decode\n    obj, end = self.scan_once(s, idx)" : "") + $"\n{Or(error, "ValueError")}: {message}",
            "csharp" or "fsharp" or "visualbasic" => $"Unhandled exception. {Or(error, "System.InvalidOperationException")}: {message}\n" + (foreign ? "   at System.Collections.Generic.Dictionary`2.get_Item(TKey key)\n" : "")
                + Lines(calls, call => random.Next(2) == 0 ? $"   at {call.Qualified}(Object value)" : $"   at {call.Qualified}() in C:\\build\\{package}\\{call.Path.Replace('/', '\\')}:line {call.Line}") + "\n   at App.Program.Main(String[] args)",
            "java" or "kotlin" or "scala" or "groovy" => $"Exception in thread \"main\" {Or(error, "java.lang.IllegalStateException")}: {message}\n" + (foreign ? "\tat java.base/java.util.ArrayList.get(ArrayList.java:427)\n" : "")
                + Lines(calls, call => $"\tat {call.Qualified}({call.File}:{call.Line})") + "\n\tat com.acme.App.main(App.java:21)",
            "javascript" or "typescript" => $"{Or(error, "TypeError")}: {message}\n" + (foreign ? "    at JSON.parse (<anonymous>)\n" : "")
                + Lines(calls, call => $"    at {call.Short} (/app/node_modules/{package}/{call.Path}:{call.Line}:{random.Next(5, 40)})") + "\n    at Object.<anonymous> (/app/index.js:8:3)",
            "ruby" => $"/gems/{package}-2.1.0/{calls[0].Path}:{calls[0].Line}:in `{calls[0].Name}': {message} ({Or(error, "ArgumentError")})\n" + string.Concat(calls.Skip(1).Select(call => $"\tfrom /gems/{package}-2.1.0/{call.Path}:{call.Line}:in `{call.Name}'\n")) + "\tfrom app.rb:7:in `<main>'",
            "php" => $"PHP Fatal error:  Uncaught {Or(error, "RuntimeException")}: {message} in /var/www/vendor/{package}/{calls[0].Path}:{calls[0].Line}\nStack trace:\n"
                + Lines(calls, call => $"#{calls.Index().First(c => c.Item == call).Index} /var/www/vendor/{package}/{call.Path}({call.Line}): {call.Short.Replace(".", "->", StringComparison.Ordinal)}()") + "\n#9 {main}",
            "go" => $"panic: {message}\n\ngoroutine 1 [running]:\n" + Lines(calls, call => $"{call.Short}(0xc000010000)\n\t/go/pkg/mod/{package}@v1.4.0/{call.Path}:{call.Line} +0x1d") + "\nmain.main()\n\t/src/main.go:11 +0x5a",
            "rust" => $"thread 'main' panicked at {calls[0].Path}:{calls[0].Line}:9:\n{message}\nstack backtrace:\n   0: rust_begin_unwind\n   1: core::panicking::panic_fmt\n"
                + Lines(calls.Index(), call => $"   {call.Index + 2}: {call.Item.Qualified.Replace(".", "::", StringComparison.Ordinal)}\n             at ./{call.Item.Path}:{call.Item.Line}:9"),
            "elixir" => $"** ({Or(error, "RuntimeError")}) {message}\n" + Lines(calls, call => $"    {call.Path}:{call.Line}: {call.Qualified}/2"),
            "dart" => $"Unhandled exception:\n{Or(error, "StateError")}: {message}\n" + Lines(calls.Index(), call => $"#{call.Index}      {call.Item.Short} (package:{package}/{call.Item.Installed}:{call.Item.Line}:7)"),
            "lua" => $"{calls[0].Path}:{calls[0].Line}: {message}\nstack traceback:\n\t[C]: in function 'error'\n" + Lines(calls, call => $"\t{call.Path}:{call.Line}: in function '{call.Name}'"),
            "julia" => $"ERROR: {message}\nStacktrace:\n" + Lines(calls.Index(), call => $" [{call.Index + 1}] {call.Item.Name}(x::Any)\n   @ {call.Item.Path}:{call.Item.Line}"),
            "c" or "cpp" or "swift" or "zig" or "objc" or "ocaml" => $"Program received signal SIGSEGV, Segmentation fault.\n" + Lines(calls.Index(), call => $"#{call.Index}  0x00007ffff7a{call.Item.Line:x4} in {call.Item.Name} (self=0x0) at {call.Item.Path}:{call.Item.Line}") + "\n#9  main () at main.c:33",
            _ => null,
        };
    }

    private static string Or(string error, string usual) => error.Length > 0 ? error : usual;

    private static string Lines<T>(IEnumerable<T> calls, Func<T, string> print) => string.Join('\n', calls.Select(print));
}

/// <summary>A call on a stack.</summary>
/// <param name="Unit">The function.</param>
/// <param name="Line">The line that runs.</param>
/// <param name="Text">That line.</param>
internal sealed record StackCall(CodeUnit Unit, int Line, string Text)
{
    public string Name => Unit.Name;

    public string Qualified => Unit.QualifiedName;

    /// <summary>The name behind that of its type.</summary>
    public string Short => Unit.Container.Length == 0 ? Unit.Name : $"{Unit.Container[(Unit.Container.LastIndexOf('.') + 1)..]}.{Unit.Name}";

    public string Path => Unit.Path;

    /// <summary>The path without the folder that sources stand in.</summary>
    public string Installed => Path.StartsWith("src/", StringComparison.Ordinal) || Path.StartsWith("lib/", StringComparison.Ordinal) ? Path[4..] : Path;

    public string File => System.IO.Path.GetFileName(Unit.Path);
}
