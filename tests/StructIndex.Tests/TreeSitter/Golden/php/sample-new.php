<?php
namespace Shop;
enum Suit: string { case Hearts = 'H'; const X = self::Hearts; public function label(): string { return ucfirst($this->name); } }
readonly class Point { public function __construct(public private(set) int $x = 0, protected(set) readonly int $y = 1) {} }
class User {
    public string $name { get => strtoupper($this->name); set(string $value) { $this->name = trim($value); } }
    public private(set) int $age = 3;
    abstract public string $email { get; }
    const string VERSION = "1";
    #[\Deprecated] public function old(): never { throw new Exception(); }
    public function make(): static { return new User()->with(1); }
    public function pipe() { return "a" |> strtoupper(...) |> trim(...); }
}
function after(int|string $a, (A&B)|null $b, ...$rest): true { return match(true) { default => true }; }
