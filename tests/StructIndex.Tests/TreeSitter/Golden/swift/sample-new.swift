import Foundation
@MainActor final class Model<each T>: Sendable {
    nonisolated(unsafe) var x = 1
    func run() async throws(MyError) -> some View { if case let .a(b) = c { return b } else { return d } }
    borrowing func take(_ x: consuming Int, y: inout sending String) {}
    init() async {}
    deinit {}
    subscript(i: Int) -> Int { get { 1 } set {} }
}
struct File: ~Copyable { consuming func close() { discard self } }
@Observable class Store { var n = 0 }
@attached(member) macro Model() = #externalMacro(module: "M", type: "T")
func each<each U>(_ xs: repeat each U) -> (repeat each U) { (repeat each xs) }
let v = if true { 1 } else { 2 }
actor Bank { isolated deinit {} ; func pay() {} }
extension Array where Element == Int { func total() -> Int { reduce(0, +) } }
#Preview { ContentView() }
package func shared() {}
@available(iOS 26, *) func last() {}
