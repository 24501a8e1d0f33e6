const std = @import("std");
pub const Box = struct { n: u32, pub fn get(self: *Box) u32 { return self.n; } };
fn each(comptime T: type, xs: []const T) !void { for (xs, 0..) |x, i| { _ = x; _ = i; } sw: switch (1) { 1 => continue :sw 2, else => {} } }
extern fn raw(a: c_int) callconv(.c) void;
const E = enum(u8) { a, b, _ };
test "adds" { try std.testing.expect(true); }
pub fn last() void { asm volatile ("nop" ::: .{ .memory = true }); const x: @Vector(4, u8) = @splat(1); _ = x; errdefer |e| { _ = e; } }
fn after() void {}
