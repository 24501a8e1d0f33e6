//! A parser of flags.
//! More.

const std = @import("std");
const Allocator = std.mem.Allocator;
const Flag = @import("flag.zig").Flag;

/// A point.
pub const Point = struct {
    x: f32 = 0,
    /// The y.
    y: ?*Node,
    const Self = @This();

    /// Makes it.
    pub fn init(allocator: Allocator, x: f32) !Point {
        var list = std.ArrayList(u8).init(allocator);
        const p: Point = Point{ .x = x };
        try list.append(1);
        defer list.deinit();
        return p.scaled(helper(x));
    }

    fn scaled(self: Point, by: f32) Point {
        return Point{ .x = self.x * by };
    }

    pub const Inner = packed struct { a: u8 };
};

const Color = enum(u8) {
    red,
    green,

    pub fn hex(self: Color) u8 {
        return @intFromEnum(self);
    }
};

pub const Value = union(enum) { a: u8, b: void };
const Raw = extern union { a: u8 };
pub const Error = error{ A, B };
const Handle = opaque {};

fn Generic(comptime T: type) type {
    return struct {
        v: T,

        pub fn get(self: @This()) T {
            return self.v;
        }
    };
}

export fn c_api() callconv(.C) void {}
extern "c" fn puts(s: [*]const u8) c_int;

inline fn helper(x: f32) f32 {
    return x;
}

test "helps" {
    try std.testing.expectEqual(1, helper(1));
}

test Point {
    _ = try Point.init(a, 1);
}

test {
    std.testing.refAllDecls(@This());
}
