package mtasts.openapi;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** What the sources say of classes and methods, so that the description of the API is written once, where the code is. */
final class Javadoc {

    private final Map<String, DocCommentTree> comments = new HashMap<>();

    /** Reads all main sources. */
    static Javadoc read() {
        var javadoc = new Javadoc();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var sources = Files.walk(Path.of("src/main/java"));
                var files = compiler.getStandardFileManager(null, null, null)) {
            var paths = sources.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.endsWith("package-info.java"))
                    .toList();
            var task = (JavacTask) compiler.getTask(
                    null, files, nothing -> {}, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(paths));
            for (var unit : task.parse()) {
                javadoc.scan(unit, DocTrees.instance(task));
            }
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return javadoc;
    }

    /** What is said of a class; empty where nothing is. */
    String of(Class<?> type) {
        return body(name(type));
    }

    /** What is said of a method. */
    String of(Class<?> type, String method) {
        return body(name(type) + "#" + method);
    }

    /** What is said of a component of a record, or a parameter of a method where one is given. */
    String of(Class<?> type, String method, String parameter) {
        var comment = comments.get(method.isEmpty() ? name(type) : name(type) + "#" + method);
        return comment == null
                ? ""
                : comment.getBlockTags().stream()
                        .filter(ParamTree.class::isInstance)
                        .map(ParamTree.class::cast)
                        .filter(tag -> tag.getName().getName().contentEquals(parameter))
                        .map(tag -> text(tag.getDescription()))
                        .findFirst()
                        .orElse("");
    }

    private static String name(Class<?> type) {
        return type.getName().replace('$', '.');
    }

    private String body(String name) {
        var comment = comments.get(name);
        return comment == null ? "" : text(comment.getFullBody());
    }

    private static String text(List<? extends DocTree> parts) {
        return parts.stream()
                .map(part -> switch (part) {
                    case LiteralTree literal -> "`" + literal.getBody().getBody() + "`";
                    case LinkTree link -> link.getReference().getSignature().replaceFirst(".*[#.]", "");
                    case StartElementTree paragraph -> "\n\n";
                    default -> part.toString();
                })
                .collect(Collectors.joining())
                .replaceAll("[ \\t]*\\n[ \\t]*(?!\\n)(?<!\\n\\n)", " ")
                .strip();
    }

    private void scan(CompilationUnitTree unit, DocTrees trees) {
        var names = new ArrayDeque<String>();
        names.push(String.valueOf(unit.getPackageName()));
        new Scanner(trees, names).scan(unit, null);
    }

    private final class Scanner extends TreePathScanner<Void, Void> {

        private final DocTrees trees;
        private final Deque<String> names;

        Scanner(DocTrees trees, Deque<String> names) {
            this.trees = trees;
            this.names = names;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            names.push(names.getFirst() + "." + type.getSimpleName());
            keep(names.getFirst());
            super.visitClass(type, nothing);
            names.pop();
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            keep(names.getFirst() + "#" + method.getName());
            return null;
        }

        private void keep(String name) {
            var comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                comments.putIfAbsent(name, comment);
            }
        }
    }
}
