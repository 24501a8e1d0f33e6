import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Writes what javac binds each call and construction to, one JSON object a line, as typescript/witness.mjs does. The classes of packages
 * that are not in the folder are unknown to it, and so are calls of their members.
 * Usage: java Witness.java FOLDER
 */
final class Witness extends TreePathScanner<Void, Void> {
    private final Path root;
    private final Trees trees;
    private final CompilationUnitTree unit;
    private final PrintStream out;

    private Witness(Path root, Trees trees, CompilationUnitTree unit, PrintStream out) {
        this.root = root;
        this.trees = trees;
        this.unit = unit;
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]).toRealPath();
        List<Path> files;
        try (var all = Files.walk(root)) {
            files = all.filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java") && !file.endsWith("package-info.java")).sorted().toList();
        }

        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        List<String> options = List.of("-proc:none", "-XDshould-stop.ifError=FLOW", "-Xmaxerrs", "1000000", "-nowarn");
        JavacTask task = (JavacTask) compiler.getTask(null, manager, problem -> { }, options, null, manager.getJavaFileObjectsFromPaths(files));
        var units = task.parse();
        task.analyze();
        try (PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8)) {
            for (CompilationUnitTree unit : units) {
                out.println("{\"path\":" + quoted(relative(root, unit)) + "}");
                new Witness(root, Trees.instance(task), unit, out).scan(new TreePath(unit), null);
            }
        }
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        ExpressionTree called = call.getMethodSelect();
        if (lineOf(unit, called) > 0 && isWritten(call, called)) {
            write(called, nameOf(called), trees.getElement(new TreePath(getCurrentPath(), called)));
        }
        return super.visitMethodInvocation(call, nothing);
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void nothing) {
        Element constructor = trees.getElement(getCurrentPath());
        Element named = made.getClassBody() == null ? constructor : trees.getElement(new TreePath(getCurrentPath(), made.getIdentifier()));
        write(made, made.getIdentifier().toString().replaceAll("<.*", "").replaceAll(".*\\.", ""), named);
        return super.visitNewClass(made, nothing);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree reference, Void nothing) {
        write(reference, reference.getName().toString(), trees.getElement(getCurrentPath()));
        return super.visitMemberReference(reference, nothing);
    }

    /** Whether a call is in the source: javac adds super(). */
    private boolean isWritten(MethodInvocationTree call, ExpressionTree called) {
        if (!(called instanceof IdentifierTree name) || !name.getName().contentEquals("super")) {
            return true;
        }

        try {
            long start = trees.getSourcePositions().getStartPosition(unit, called);
            return unit.getSourceFile().getCharContent(true).toString().startsWith("super", (int) start);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void write(Tree at, String name, Element element) {
        String start = "{\"path\":" + quoted(relative(root, unit)) + ",\"line\":" + lineOf(unit, at) + ",\"name\":" + quoted(name);
        if (element == null || element.asType().getKind() == TypeKind.ERROR) {
            out.println(start + "}");
            return;
        }

        TreePath declared = trees.getPath(element);
        if (element.getKind() == ElementKind.CONSTRUCTOR && (declared == null || lineOf(declared.getCompilationUnit(), declared.getLeaf()) < 0 || isImplied(declared))) {
            element = element.getEnclosingElement();
            declared = trees.getPath(element);
        }

        if (declared == null || !(declared.getLeaf() instanceof MethodTree || declared.getLeaf() instanceof ClassTree)) {
            return;
        }

        String own = element.getKind() == ElementKind.CONSTRUCTOR ? element.getEnclosingElement().getSimpleName().toString() : element.getSimpleName().toString();
        out.println(start + ",\"to\":{\"path\":" + quoted(relative(root, declared.getCompilationUnit())) + ",\"line\":" + endLineOf(declared) + ",\"name\":" + quoted(own) + "}}");
    }

    /** A constructor that javac adds is where its class is. */
    private boolean isImplied(TreePath constructor) {
        var positions = trees.getSourcePositions();
        Tree type = constructor.getParentPath().getLeaf();
        return positions.getStartPosition(constructor.getCompilationUnit(), constructor.getLeaf()) == positions.getStartPosition(constructor.getCompilationUnit(), type)
            || positions.getEndPosition(constructor.getCompilationUnit(), constructor.getLeaf()) < 0;
    }

    private String nameOf(ExpressionTree called) {
        return called instanceof MemberSelectTree member ? member.getIdentifier().toString() : called.toString();
    }

    /** The line of the name of a member: of what is selected the end. */
    private long lineOf(CompilationUnitTree in, Tree tree) {
        var positions = trees.getSourcePositions();
        long position = tree instanceof MemberSelectTree ? positions.getEndPosition(in, tree) : positions.getStartPosition(in, tree);
        return position < 0 ? -1 : in.getLineMap().getLineNumber(position);
    }

    /** The last line of a declaration, which annotations and documentation do not move. */
    private long endLineOf(TreePath declared) {
        CompilationUnitTree in = declared.getCompilationUnit();
        return in.getLineMap().getLineNumber(trees.getSourcePositions().getEndPosition(in, declared.getLeaf()) - 1);
    }

    private static String relative(Path root, CompilationUnitTree unit) {
        return root.relativize(Path.of(unit.getSourceFile().toUri())).toString().replace('\\', '/');
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ").replace("\r", " ") + '"';
    }
}
