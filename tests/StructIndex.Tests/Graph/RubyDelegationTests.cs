namespace StructIndex.Tests;

/// <summary>Methods of Ruby that hand the work on to another object.</summary>
public sealed class RubyDelegationTests
{
    private const string Engines = """
        class Engine
          def start
            1
          end
          def stop
            1
          end
        end
        class Robot
          def start
            2
          end
          def stop
            2
          end
        end

        """;

    [Theory]
    [InlineData("delegate :stop, :start, to: :engine", "start", "attr_reader :engine\ndef initialize\n@engine = Engine.new\nend")]
    [InlineData("delegate :start, to: :@engine", "start", "def initialize\n@engine = Engine.new\nend")]
    [InlineData("delegate :start, to: :engine", "start", "def engine\n@engine ||= Engine.new\nend")]
    [InlineData("delegate(:start, to: :engine)", "start", "def engine\nEngine.new\nend")]
    [InlineData("delegate :start, :to => :engine", "start", "def engine\nputs 1\nEngine.new\nend")]
    [InlineData("delegate :start, to: :engine, prefix: true", "engine_start", "def engine\nEngine.new\nend")]
    [InlineData("delegate :start, to: :engine, prefix: :motor", "motor_start", "def engine\nEngine.new\nend")]
    [InlineData("delegate :start, to: :engine", "start", "belongs_to :engine")]
    [InlineData("delegate :start, to: :motor", "start", "belongs_to :motor, class_name: \"Engine\"")]
    [InlineData("delegate [:stop, :start] => :@engine", "start", "def initialize\n@engine = Engine.new\nend")]
    [InlineData("def_delegators :@engine, :stop, :start", "start", "def initialize\n@engine = Engine.new\nend")]
    [InlineData("def_delegator :engine, :start", "start", "def engine\nEngine.new\nend")]
    [InlineData("def_delegator :@engine, :start, :go", "go", "def initialize\n@engine = Engine.new\nend")]
    public void A_method_that_is_handed_on_calls_that_of_the_other_object(string declared, string called, string engine)
    {
        string car = $"class Car\n{declared}\n{engine}\ndef drive\n{called}\nend\nend\nclass Cab < Car\ndef ride\n{called}()\nend\nend\ndef run\nCar.new.{called}\nend\n";
        Assert.Equal(
            ["Cab.ride Engine.start Scoped", "Car.drive Engine.start Scoped", "run Engine.start Scoped"],
            Graphs.Of(("a.rb", Engines), ("b.rb", car)).Edges.Where(edge => edge.To.Name == "start").Select(edge => $"{edge.From.QualifiedName} {edge.To.QualifiedName} {edge.Certainty}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_the_class_has_itself_is_not_handed_on() => Assert.Equal(
        ["Car.drive Car.start"],
        Graphs.Of(("a.rb", Engines + "class Car\ndelegate :stop, to: :engine\ndef engine\nEngine.new\nend\ndef start\n1\nend\ndef drive\nstart\nend\nend\n")).Edges
            .Where(edge => edge.To.Name == "start").Select(edge => $"{edge.From.QualifiedName} {edge.To.QualifiedName}"));

    [Theory]
    [InlineData("def engine\nEngine.new\nend\ndef drive\nengine.start\nend")]
    [InlineData("def engine\n@engine ||= Engine.new\nend\ndef drive\nself.engine.start\nend")]
    [InlineData("attr_reader :engine\ndef initialize\n@engine = Engine.new\nend\ndef drive\nengine.start\nend")]
    public void What_a_method_gives_by_its_last_line_says_whose_a_member_is(string members) => Assert.Equal(
        ["Car.drive Engine.start Scoped"],
        Graphs.Of(("a.rb", Engines + $"class Car\n{members}\nend\n")).Edges.Where(edge => edge.To.Name == "start").Select(edge => $"{edge.From.QualifiedName} {edge.To.QualifiedName} {edge.Certainty}"));
}
