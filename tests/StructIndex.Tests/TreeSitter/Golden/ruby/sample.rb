# frozen_string_literal: true

# Everything about stock levels.

require 'json'
require_relative 'lib/price_list'

module Shop
  # Base error of the shop.
  class Error < StandardError; end

  LIMIT = 10

  # Keeps what is on the shelves.
  #
  # @example
  #   Stock.new('a').add(3)
  class Stock < Store::Base
    include Enumerable
    extend Forwardable
    attr_reader :name, :size

    class << self
      # Opens a stock by name.
      # @param name [String] the name
      # @return [Stock]
      def open(name)
        new(name)
      end
    end

    def self.empty?
      all.none? { |s| s.size.positive? }
    end

    # Makes one.
    def initialize(name)
      @name = name
      @log = AuditLog.new($stdout)
    end

    # Adds +count+ items.
    def add(count = 1, *rest, unit:, &block)
      @size += count
      @log.note "added"
      block&.call(self)
      helper(count)
    end

    def <=>(other)
      size <=> other.size
    end

    def [](key) = fetch(key)

    def name=(value)
      @name = value
    end

    define_method(:dynamic) { helper(1) }
    alias_method :plus, :add

    private

    def helper(count); end

    # not documentation: a blank line follows

    def each
      return enum_for unless block_given?
      yield 1
    end

    private_class_method def self.secret; end
  end

  class AuditLog
    def note(text)
      $stderr.puts(text)
    end
  end

  Point = Struct.new(:x, :y) do
    # Distance to the origin.
    def norm
      Math.sqrt(x**2 + y**2)
    end
  end

  class Outer::Inner
    def deep; end
  end
end

# Top level helper.
def top_level(name)
  stock = Shop::Stock.open(name)
  stock.add(2, unit: :box)
end

describe Shop::Stock do
  let(:stock) { Shop::Stock.new('x') }

  it 'adds 1.5 items' do
    stock.add(2)
  end
end

class StockTest < Minitest::Test
  def test_adds
    assert_equal 1, Shop::Stock.new('a').add(1)
  end

  test "names are kept" do
    assert true
  end
end

class Register
  def self.shared; end

  class << self
    def reset; end

    private

    def wipe; end
  end

  def close; end

  def forget; end
  private :forget

  # Counts the money.
  private def count; end

  protected

  def total; end

  def self.default; end

  class Drawer
    def open; end
  end

  public

  def sell; end
end
