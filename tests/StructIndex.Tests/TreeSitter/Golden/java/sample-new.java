import module java.base;

/** Entry. */
void main() {
    IO.println("hi");
}

sealed interface Shape permits Circle, Square {}
record Circle(double r) implements Shape {}
record Square(double a) implements Shape {}

class Flex {
    Flex(int n) {
        if (n < 0) throw new IllegalArgumentException();
        super();
    }
    double area(Shape s) {
        return switch (s) {
            case Circle(double r) when r > 10 -> big(r);
            case Circle(var r) -> r;
            case Square _ -> 1;
            case null -> 0;
        };
    }
    int prim(Object o) { return switch (o) { case int i when i > 5 -> i; default -> 0; }; }
    String text() { return """
        block
        """; }
    double big(double r) { try (var _ = open()) { return r; } catch (Exception _) { return 0; } }
    AutoCloseable open() { return null; }
}
