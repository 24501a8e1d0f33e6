// Compiling a query, the core searches the parse table for patterns that can never match and for steps that can never fail:
// half a second for one of the larger grammars. Matches are the same without it: where the search takes too long, the core
// gives it up and takes it that every step may fail. So its bound is set to nothing.
// usage: node skip-query-analysis.js QUERY.C
const fs = require('fs');
const bound = '#define MAX_ANALYSIS_ITERATION_COUNT ';
const file = process.argv[2];
const source = fs.readFileSync(file, 'utf8');
if (source.split(bound).length !== 2) {
  console.error(`${file} has no single '${bound.trim()}': it is not of the version this was written for.`);
  process.exit(1);
}

fs.writeFileSync(file, source.replace(new RegExp(`${bound}\\d+`), `${bound}0`));
