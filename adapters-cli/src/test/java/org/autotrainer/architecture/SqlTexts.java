package org.autotrainer.architecture;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Finds SQL that is not constant, in the sources: compiled classes do not show how a text was made.
 *
 * <p>A text that begins like a statement may be joined with other texts, constants and sums of numbers, and with nothing
 * else; no method may make another text of it. Savepoints are left out: jdbi hands their names on, and a name cannot be bound.
 */
final class SqlTexts extends TreeScanner<Void, Void> {
    private static final Pattern STATEMENT = Pattern.compile(
            "\\s*((?i:SELECT|INSERT INTO|DELETE FROM|UPDATE \\w+ SET|WITH \\w+ AS|CREATE (TABLE|INDEX|VIEW|TRIGGER))\\b"
                    + "|(ALTER|DROP|PRAGMA|ATTACH|VACUUM)\\b).*",
            Pattern.DOTALL);
    private static final Set<String> BUILDERS = Set.of("StringBuilder", "StringBuffer", "StringJoiner");
    private static final Set<String> JOINING = Set.of("append", "concat", "format", "formatted", "join", "insert");

    private final String file;
    private final List<String> found;

    private SqlTexts(String file, List<String> found) {
        this.file = file;
        this.found = found;
    }

    /** What is not constant in the sources below a folder, each with its file and the expression. */
    static List<String> notConstant(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(folder);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree source : task.parse()) {
                String name =
                        Path.of(source.getSourceFile().toUri()).getFileName().toString();
                new SqlTexts(name, found).scan(source, null);
            }
        }
        return found;
    }

    @Override
    public Void visitBinary(BinaryTree sum, Void nothing) {
        if (sum.getKind() != Kind.PLUS) {
            return super.visitBinary(sum, nothing);
        }
        List<ExpressionTree> operands = new ArrayList<>();
        flatten(sum, operands);
        if (operands.stream().anyMatch(SqlTexts::isStatement)
                && !operands.stream().allMatch(SqlTexts::isConstant)) {
            report(sum);
        }
        return scan(operands, nothing);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        if (call.getMethodSelect() instanceof MemberSelectTree method) {
            boolean joins = JOINING.contains(method.getIdentifier().toString());
            if (isStatement(method.getExpression()) || (joins && hasStatement(call.getArguments()))) {
                report(call);
            }
        }
        return super.visitMethodInvocation(call, nothing);
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void nothing) {
        if (BUILDERS.contains(made.getIdentifier().toString()) && hasStatement(made.getArguments())) {
            report(made);
        }
        return super.visitNewClass(made, nothing);
    }

    private void report(Tree expression) {
        found.add(file + ": " + expression);
    }

    private static void flatten(ExpressionTree expression, List<ExpressionTree> operands) {
        if (expression instanceof BinaryTree sum && sum.getKind() == Kind.PLUS) {
            flatten(sum.getLeftOperand(), operands);
            flatten(sum.getRightOperand(), operands);
        } else {
            operands.add(expression);
        }
    }

    private static boolean hasStatement(List<? extends ExpressionTree> arguments) {
        return arguments.stream().anyMatch(SqlTexts::isStatement);
    }

    private static boolean isStatement(ExpressionTree expression) {
        return expression instanceof LiteralTree literal
                && literal.getValue() instanceof String text
                && STATEMENT.matcher(text).matches();
    }

    private static boolean isConstant(ExpressionTree expression) {
        if (expression instanceof MemberSelectTree member) {
            return isConstantName(member.getIdentifier().toString());
        }
        if (expression instanceof IdentifierTree name) {
            return isConstantName(name.getName().toString());
        }
        return expression instanceof LiteralTree || isSumOfNumbers(expression);
    }

    private static boolean isConstantName(String name) {
        return name.matches("[A-Z][A-Z0-9_]*");
    }

    /** Whether it is something in parentheses plus a whole number, without a text in it. */
    private static boolean isSumOfNumbers(ExpressionTree expression) {
        if (!(expression instanceof ParenthesizedTree inner)) {
            return false;
        }
        List<ExpressionTree> operands = new ArrayList<>();
        flatten(inner.getExpression(), operands);
        return operands.stream().anyMatch(operand -> operand.getKind() == Kind.INT_LITERAL)
                && operands.stream().noneMatch(operand -> operand.getKind() == Kind.STRING_LITERAL);
    }
}
