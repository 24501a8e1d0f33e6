import Foundation
@testable import struct Acme.Box

/// Runs requests.
///
/// - Parameter x: the x
@available(iOS 13, *)
public final class Session<T: Codable>: BaseSession, Sendable where T: Hashable {
    /// The state.
    private let queue: DispatchQueue
    weak var delegate: SessionDelegate?

    var count: Int { items.count }

    var name = Name() {
        didSet { log() }
    }

    lazy var box: Box = Box(a: 1)

    /// Makes.
    public init?(queue: DispatchQueue = .main, _ x: Int) throws {
        self.queue = queue
        super.init()
    }

    deinit { close() }

    /** Sends it. */
    @discardableResult
    open func send<R>(_ request: Request, to url: URL) async throws -> R where R: Decodable {
        let task = queue.async { self.run() }
        delegate?.session(self, didSend: request)
        let point = Point(x: 1)
        point.move()
        try await URLSession.shared.data(for: url)
        return make(x: 1)
    }

    private func run() { log() }

    static func == (l: Session, r: Session) -> Bool { true }

    subscript(key: String) -> Int {
        get { 1 }
        set { }
    }

    enum State: String {
        case idle, busy
        func next() -> State { .idle }
    }

    typealias Handler = (Int) -> Void
}

struct Point: Equatable {
    var x = 0
    mutating func move() {}
}

protocol SessionDelegate: AnyObject {
    associatedtype A
    var state: Int { get }
    func session(_ s: Session, didSend: Request)
    init(a: Int)
}

extension Session: CustomStringConvertible {
    var description: String { "x" }
    func log() {}
}

extension Foo.Bar {
    static func baz() {}
}

actor Store {
    func put() {}
}

func make(x: Int) -> Int { x }

#if os(Linux)
func onLinux() {}
#else
func elsewhere() {}
#endif

func ** (a: Int, b: Int) -> Int { 1 }

class SessionTests: XCTestCase {
    func testSend() { XCTAssertEqual(make(x: 1), 1) }

    @Test("sends") func sends() {}
}
