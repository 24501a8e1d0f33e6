// Formats values.
#include <vector>

LIB_BEGIN_NAMESPACE

namespace fmt { namespace detail {

/// \brief A growing buffer.
/// \tparam T the element
template <typename T, size_t N = 16>
class LIB_API Buffer final : public Base<T>, private io::Sink {
 public:
  Buffer() = default;
  explicit LIB_CONSTEXPR Buffer(size_t n) : size_(n) { grow(n); }
  ~Buffer();
  LIB_CONSTEXPR20 Buffer(Buffer&& other) LIB_NOEXCEPT;

  /** Appends a value. @param value what to append @return this */
  virtual auto append(const T& value) -> Buffer& = 0;
  inline operator bool() const { return size_ > 0; }
  bool operator()(int x) { return std::max<int>(x, 1); }
  Buffer& operator=(const Buffer& other) { return *this; }
  T* data() { return items_->begin(); }

  template <typename U> void put(U&& u) { helper<U>(u); }

  class Nested { int x; };

 private:
  size_t size_;
  std::unique_ptr<Pool> pool_;
};

template <> struct formatter<int> { void format(Context& ctx); };

}  // namespace detail

enum class Color : uint8_t { red };
union Value { int i; };
using Text = std::basic_string<char>;
template <typename T> concept Printable = requires(T t) { t.print(); };

namespace { int hidden() { return 1; } }

}  // namespace fmt

LIB_END_NAMESPACE

using fmt::Color;

template <typename T, size_t N> fmt::detail::Buffer<T, N>::~Buffer() { release(); }

auto fmt::detail::Buffer<int>::run(const std::string& name) const -> int {
  auto* pool = new Pool(name);
  Text text{name};
  return pool->size() + detail::count(text);
}

extern "C" {
int plain(int a);
}

TEST_CASE(formats) {
  check();
}

class Register : private Base {
  void count();
 public:
  void sell();
#ifdef LEDGER
 protected:
  void note();
#endif
  struct Drawer { void open(); };
 private:
  void forget() { count(); }
  class Slot { void take(); };
};
