// Runs batches of token ids through onnxruntime-node: MODULES MODEL BATCHES.json; a round for each line of standard input, its seconds on standard output.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { join } from "node:path";

const [modules, model, file] = process.argv.slice(2);
const ort = createRequire(join(modules, "x.js"))("onnxruntime-node");
const session = await ort.InferenceSession.create(model, { intraOpNumThreads: 1, interOpNumThreads: 1, extra: { session: { intra_op: { allow_spinning: "0" } } } });
const batches = JSON.parse(readFileSync(file, "utf8"));
const feeds = () => batches.map(({ rows, columns, ids, mask }) => {
  const tensor = (values) => new ort.Tensor("int64", BigInt64Array.from(values, BigInt), [rows, columns]);
  const all = { input_ids: tensor(ids), attention_mask: tensor(mask), token_type_ids: tensor(ids.map(() => 0)) };
  return Object.fromEntries(session.inputNames.map((name) => [name, all[name]]));
});
console.log("ready");
for await (const line of createInterface({ input: process.stdin })) {
  if (line !== "run") break;
  const inputs = feeds();
  const [started, before] = [process.hrtime.bigint(), process.cpuUsage()];
  for (const input of inputs) await session.run(input);
  const used = process.cpuUsage(before);
  console.log(Number(process.hrtime.bigint() - started) / 1e9, (used.user + used.system) / 1e6);
}
