using System.Text;

namespace StructIndex.Tests;

/// <summary>Writes a <see cref="RandomFile"/> in its language.</summary>
internal static class RandomText
{
    public static Dictionary<string, string> Extensions { get; } = new(StringComparer.Ordinal)
    {
        ["csharp"] = "cs", ["python"] = "py", ["java"] = "java", ["go"] = "go", ["rust"] = "rs", ["typescript"] = "ts",
        ["javascript"] = "js", ["ruby"] = "rb", ["php"] = "php", ["kotlin"] = "kt", ["cpp"] = "cpp", ["scala"] = "scala", ["markdown"] = "md",
    };

    public static string Of(RandomFile file) => file.Language switch
    {
        "csharp" => CSharp(file),
        "python" => Lines(file, "# note {0}", "from {0} import *", "class {0}({1}):", "    def {0}(self, p: {1}) -> {1}:", "        return p", "        p.{0}()", ""),
        "java" => Lines(file, "// note {0}", "import app.{0}.*;", "class {0} extends {1} {{", "  {1} {0}({1} p) {{", "    return p; }}", "    p.{0}();", "}}"),
        "go" => "package app\n" + Go(file),
        "rust" => Lines(file, "// note {0}", "use crate::{0}::*;", "impl {1} for {0} {{", "  fn {0}(&self, p: {1}) -> {1} {{", "    p }}", "    p.{0}();", "}}"),
        "typescript" => Lines(file, "// note {0}", "import {{ {0} }} from './{0}';", "export class {0} extends {1} {{", "  {0}(p: {1}): {1} {{", "    return p; }}", "    p.{0}();", "}}"),
        "javascript" => Lines(file, "// note {0}", "import {{ {0} }} from './{0}';", "export class {0} extends {1} {{", "  {0}(p) {{", "    return p; }}", "    p.{0}();", "}}"),
        "ruby" => Lines(file, "# note {0}", "require_relative '{0}'", "class {0} < {1}", "  def {0}(p)", "    p\n  end", "    p.{0}", "end"),
        "php" => "<?php\n" + Lines(file, "// note {0}", "use App\\{0};", "class {0} extends {1} {{", "  function {0}({1} $p): {1} {{", "    return $p; }}", "    $p->{0}();", "}}"),
        "kotlin" => Lines(file, "// note {0}", "import app.{0}.*", "open class {0} : {1}() {{", "  fun {0}(p: {1}): {1} {{", "    return p }}", "    p.{0}()", "}}"),
        "cpp" => Lines(file, "// note {0}", "#include \"{0}.cpp\"", "class {0} : public {1} {{", "  {1} {0}({1} p) {{", "    return p; }}", "    p.{0}();", "}};"),
        "scala" => Lines(file, "// note {0}", "import app.{0}._", "class {0} extends {1} {{", "  def {0}(p: {1}): {1} = {{", "    p }}", "    p.{0}()", "}}"),
        _ => $"# {file.Comment}\n\n" + string.Join("\n\n", file.Types.Select(type => $"## {type.Name}\n\nA {type.Base} that can {string.Join(", ", type.Methods.Select(method => method.Name))}.")),
    };

    private static string Lines(RandomFile file, string note, string import, string type, string method, string result, string call, string end)
    {
        StringBuilder text = new();
        Line(note, file.Comment);
        file.Imports.ForEach(name => Line(import, name));
        foreach (RandomType declared in file.Types)
        {
            Line(type, declared.Name, declared.Base ?? "Root");
            foreach ((string name, string of, List<string> calls) in declared.Methods)
            {
                Line(method, name, of);
                calls.ForEach(called => Line(call, called));
                Line(result);
            }

            Line(end);
        }

        return text.ToString();

        void Line(string format, params ReadOnlySpan<object?> arguments) => text.AppendFormat(null, format, arguments).Append('\n');
    }

    private static string Go(RandomFile file)
    {
        StringBuilder text = new($"// note {file.Comment}\n");
        foreach (RandomType type in file.Types)
        {
            text.Append($"type {type.Name} struct {{\n\t{type.Base}\n}}\ntype {type.Name}er interface {{\n");
            type.Methods.ForEach(method => text.Append($"\t{method.Name}(p {method.Type}) {method.Type}\n"));
            text.Append("}\n");
            foreach ((string name, string of, List<string> calls) in type.Methods)
            {
                text.Append($"func (s *{type.Name}) {name}(p {of}) {of} {{\n");
                calls.ForEach(call => text.Append($"\tp.{call}(p)\n"));
                text.Append("\treturn p\n}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>Files whose comment is odd are of another namespace, hold more kinds of members, or inherit documentation.</summary>
    private static string CSharp(RandomFile file)
    {
        StringBuilder text = new($"// note {file.Comment}\n");
        file.Imports.ForEach(name => text.Append($"using App.{name};\n"));
        text.Append(file.Comment % 5 == 4 ? "global using System.Text;\n" : "").Append(file.Comment % 2 == 0 ? "namespace App;\n" : $"namespace App.{file.Types.FirstOrDefault()?.Name ?? "Empty"};\n");
        foreach (RandomType type in file.Types)
        {
            text.Append($"/// <summary>Note {file.Comment}.</summary>\npublic {(file.Comment % 3 == 0 ? "partial class" : "class")} {type.Name}{(type.Base is null ? "" : " : " + type.Base)}\n{{\n");
            foreach ((string name, string of, List<string> calls) in type.Methods)
            {
                text.Append(file.Comment % 3 == 1 ? "    /// <inheritdoc/>\n" : $"    /// <summary>{name} of {file.Comment}.</summary>\n")
                    .Append($"    public {(type.Base is null ? "virtual" : "override")} {of} {name}({of} p)\n    {{\n");
                calls.ForEach(call => text.Append($"        p.{call}(p); {(file.Comment % 7 == 0 ? $"void Local{call}() => new {of}().{call}(null); Local{call}();" : "")}\n"));
                text.Append("        return p;\n    }\n");
            }

            text.Append($"#if FIRST\n    public int First{type.Name}() => 1;\n#else\n    public int Second{type.Name}() => 2;\n#endif\n}}\n");
            text.Append(file.Comment % 4 == 3 ? $"public static class {type.Name}Extensions {{ public static int Grow(this {type.Name} it) => it.GetHashCode(); public static implicit operator int({type.Name} it) => it.Grow(); }}\n" : "");
        }

        return text.ToString();
    }
}
