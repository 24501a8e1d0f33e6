--- A module of tables.
-- More text.

local M = {}
local util = require("shop.util")
local has = require 'x'.has

--- Adds an item.
---@param x number the first
---@return number
function M.add(x, y)
  local z = util.clamp(x)
  return M.sub(z, y)
end

-- plain
M.sub = function(a, b)
  return a - b
end

local function hidden()
  print("x")
end

function M:method(a)
  hidden()
  return self.x:foo()
end

function global() end

local f = function() end
local later = vim.schedule_wrap(function() hidden() end)
M.handler = M.handler or function() end
M.opts = { on_key = function(k) end, ["b"] = function() end, nested = { deep = function() end } }
M["key"] = function() end

function M.a.b.c() end

setmetatable(M, { __index = function(t, k) return 1 end })

--[[ Long
comment ]]
function M.long()
  pcall(hidden)
end

---@class Foo : Base
local Foo = {}
Foo.__index = Foo

function Foo.new()
  return setmetatable({}, Foo)
end

function Foo:run()
  local other = Foo.new()
  other:run()
end

describe("adding", function()
  it("does 1.5", function()
    assert.equal(1, M.add(1, 2))
  end)
end)

return M
