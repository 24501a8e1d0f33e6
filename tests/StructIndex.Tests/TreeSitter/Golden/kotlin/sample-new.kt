@file:JvmName("Shelf")
package shelf

data object None
expect class Platform() { fun name(): String }
actual class Os
@JvmInline value class Id(val v: Int)

context(log: Logger)
fun run(y: Any) {
    when (y) {
        is A if y.n > 1 -> go()
        else -> {}
    }
}

sealed interface S { data class A(val x: Int) : S }
fun interface Op { operator fun invoke() }
class P {
    var x: Int = 0
        private set
    companion object { const val K = 1; fun make() = P() }
}
fun text() = buildString { append($$"cost $5, $$name") }
typealias Nested = Map<String, List<Int>>
enum class E { A, B; fun f() = entries }
@OptIn(Later::class) @Marked("x") internal fun count() = (0..<3).sumOf { it }
fun last() {}
