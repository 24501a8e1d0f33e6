#!/usr/bin/env node
'use strict';

/**
 * Routes requests.
 * @module router
 */

var http = require('http');
const { parse, format: print } = require('./url');
import Widget, { mount as attach } from './widget.mjs';
import * as all from "all";
export * from './other';

// The application.
var app = exports = module.exports = {};

/**
 * Uses a middleware.
 *
 * @param {Function} fn the middleware, see {@link Router#handle the router}
 * @param {string} [path='/'] where it counts
 * @return {Router} for chaining
 * @throws {TypeError} without a function
 * @private
 */
app.use = function use(fn, path) {
  this.lazyRouter();
  return http.createServer(fn).listen(new Port(1));
};

Router.prototype.handle = function (req, res) { next(req); };
exports.encode = (text) => encodeURIComponent(text);

export const load = async (url, { retries = 3 } = {}) => {
  const answer = await fetch(url);
  function inner() { return answer; }
  return inner();
}, save = function () {};

export default class Router extends Base.Handler {
  #routes = new Map();
  static create = () => new Router();

  constructor(options) {
    super(options);
    this.log = new Log();
  }

  /** How many there are. */
  get size() { return this.#routes.size; }
  async *walk() { yield* this.#each(); }
  #each() {}
}

const table = {
  insert(row) { return row; },
  'remove': function (row) { return row; },
  nested: { deep: () => 1 },
  get: function getRow() {},
};

const Store = connect((state) => state.rows);

methods.forEach(function (method) {
  app[method] = function (path) { return path; };
});

function* numbers() { yield 1; }

export function View() {
  return <Panel title={print("x")}><Grid.Row /></Panel>;
}

describe('carts', () => {
  it('adds an item', () => {
    View();
  });

  test.skip('keeps it', async function () { new Router(); });
  test.each([1, 2])(`counts %i`, (n) => { expect(n).toBe(n); });
  it('is to be written');
});
