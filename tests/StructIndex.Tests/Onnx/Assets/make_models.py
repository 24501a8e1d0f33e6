#!/usr/bin/env python3
"""Makes the small models of these tests, and what they should give. Debian: apt install python3-onnx; /usr/bin/python3 make_models.py

encoder/    a hub folder: BERT shape, 2 layers of 32, random weights of a fixed seed; fp32, fp16 output and int8 (dynamically quantised)
decoder/    a hub folder: the same body with causal attention, position ids, a past, and last-token pooling
reranker/   a hub folder: the body of encoder with one logit a pair
odd.onnx    a float64 output and a float32 input, which the library refuses
numbers.json  token ids and what a float64 forward in numpy makes of them; nothing of it is shared with the graphs but the weights
The tokenizers of the folders are written by make_tokenizers.py.
"""
import json
import math
import os

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

HERE = os.path.dirname(os.path.abspath(__file__))
VOCAB, WIDTH, HEADS, INNER, LAYERS, POSITIONS, TYPES = 512, 32, 4, 64, 2, 64, 2
EPS = 1e-12


def weights(seed):
    random = np.random.default_rng(seed)
    def matrix(*shape):
        return random.normal(0, .25, shape).astype(np.float32)
    w = {"words": matrix(VOCAB, WIDTH), "positions": matrix(POSITIONS, WIDTH), "types": matrix(TYPES, WIDTH),
         "norm.w": 1 + matrix(WIDTH) * .2, "norm.b": matrix(WIDTH) * .2, "logit.w": matrix(WIDTH, 1), "logit.b": matrix(1)}
    for i in range(LAYERS):
        for name in "qkvo":
            w[f"{i}.{name}.w"], w[f"{i}.{name}.b"] = matrix(WIDTH, WIDTH), matrix(WIDTH) * .2
        w[f"{i}.up.w"], w[f"{i}.up.b"] = matrix(WIDTH, INNER), matrix(INNER) * .2
        w[f"{i}.down.w"], w[f"{i}.down.b"] = matrix(INNER, WIDTH), matrix(WIDTH) * .2
        for norm in ("n1", "n2"):
            w[f"{i}.{norm}.w"], w[f"{i}.{norm}.b"] = 1 + matrix(WIDTH) * .2, matrix(WIDTH) * .2
    return w


class Graph:
    """A graph under construction."""

    def __init__(self, w, int8):
        self.w, self.int8, self.nodes, self.inits, self.count = w, int8, [], {}, 0

    def const(self, name, value):
        self.inits[name] = numpy_helper.from_array(np.asarray(value), name)
        return name

    def weight(self, name):
        return self.const(name, self.w[name])

    def op(self, kind, *inputs, outputs=1, **attributes):
        self.count += 1
        names = [f"t{self.count}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, **attributes))
        return names[0] if outputs == 1 else names

    def linear(self, x, name):
        if not self.int8:
            return self.op("Add", self.op("MatMul", x, self.weight(name + ".w")), self.weight(name + ".b"))
        w = self.w[name + ".w"]
        scale = np.float32(np.abs(w).max() / 127)
        self.const(name + ".q", np.clip(np.round(w / scale), -127, 127).astype(np.int8))
        self.const(name + ".s", scale)
        q, s, zero = self.op("DynamicQuantizeLinear", x, outputs=3)
        product = self.op("Cast", self.op("MatMulInteger", q, name + ".q", zero), to=TensorProto.FLOAT)
        return self.op("Add", self.op("Mul", product, self.op("Mul", s, name + ".s")), self.weight(name + ".b"))

    def norm(self, x, name):
        return self.op("LayerNormalization", x, self.weight(name + ".w"), self.weight(name + ".b"), epsilon=EPS)


def graph(w, kind, int8=False, half=False):
    g = Graph(w, int8)
    causal = kind == "decoder"
    g.const("one_f", np.float32(1)), g.const("zero", np.int64(0)), g.const("one", np.int64(1))
    g.const("heads", np.array([0, 0, HEADS, WIDTH // HEADS], np.int64)), g.const("flat", np.array([0, 0, WIDTH], np.int64))
    length = g.op("Gather", g.op("Shape", "input_ids"), g.const("axis1", np.int64(1)))
    if causal:
        positions = "position_ids"
    else:
        positions = g.op("Range", "zero", length, "one")
    x = g.op("Gather", g.weight("words"), "input_ids")
    x = g.op("Add", x, g.op("Gather", g.weight("positions"), positions))
    if not causal:
        x = g.op("Add", x, g.op("Gather", g.weight("types"), "token_type_ids"))
    x = g.norm(x, "norm")
    mask = g.op("Unsqueeze", g.op("Cast", "attention_mask", to=TensorProto.FLOAT), g.const("axes12", np.array([1, 2], np.int64)))
    bias = g.op("Mul", g.op("Sub", "one_f", mask), g.const("minus", np.float32(-1e9)))
    if causal:
        order = g.op("Range", "zero", length, "one")
        later = g.op("Less", g.op("Unsqueeze", order, g.const("ax1", np.array([1], np.int64))), g.op("Unsqueeze", order, g.const("ax0", np.array([0], np.int64))))
        bias = g.op("Add", bias, g.op("Mul", g.op("Cast", later, to=TensorProto.FLOAT), "minus"))
    present = []
    for i in range(LAYERS):
        def split(name):
            return g.op("Transpose", g.op("Reshape", g.linear(x, f"{i}.{name}"), "heads"), perm=[0, 2, 1, 3])
        q, k, v = split("q"), split("k"), split("v")
        if causal:
            k, v = g.op("Concat", f"past_key_values.{i}.key", k, axis=2), g.op("Concat", f"past_key_values.{i}.value", v, axis=2)
            g.nodes += [helper.make_node("Identity", [k], [f"present.{i}.key"]), helper.make_node("Identity", [v], [f"present.{i}.value"])]
        scores = g.op("Mul", g.op("MatMul", q, g.op("Transpose", k, perm=[0, 1, 3, 2])), g.const("scale", np.float32(1 / math.sqrt(WIDTH // HEADS))))
        mixed = g.op("MatMul", g.op("Softmax", g.op("Add", scores, bias), axis=-1), v)
        mixed = g.op("Reshape", g.op("Transpose", mixed, perm=[0, 2, 1, 3]), "flat")
        x = g.norm(g.op("Add", x, g.linear(mixed, f"{i}.o")), f"{i}.n1")
        up = g.linear(x, f"{i}.up")
        erf = g.op("Add", g.op("Erf", g.op("Mul", up, g.const("rsqrt2", np.float32(1 / math.sqrt(2))))), "one_f")
        gelu = g.op("Mul", g.op("Mul", up, g.const("half", np.float32(.5))), erf)
        x = g.norm(g.op("Add", x, g.linear(gelu, f"{i}.down")), f"{i}.n2")
    table = ["batch", "sequence"]
    names = ["input_ids", "attention_mask"] + (["position_ids"] if causal else ["token_type_ids"])
    inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, table) for n in names]
    if causal:
        inputs += [helper.make_tensor_value_info(f"past_key_values.{i}.{kv}", TensorProto.FLOAT, ["batch", HEADS, "past", WIDTH // HEADS]) for i in range(LAYERS) for kv in ("key", "value")]
    if kind == "reranker":
        first = g.op("Gather", x, "zero", axis=1)
        g.nodes.append(helper.make_node("Add", [g.op("MatMul", first, g.weight("logit.w")), g.weight("logit.b")], ["logits"]))
        outputs = [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", 1])]
    else:
        g.nodes.append(helper.make_node("Cast", [x], ["last_hidden_state"], to=TensorProto.FLOAT16 if half else TensorProto.FLOAT))
        outputs = [helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT16 if half else TensorProto.FLOAT, table + [WIDTH])]
        outputs += [helper.make_tensor_value_info(f"present.{i}.{kv}", TensorProto.FLOAT, ["batch", HEADS, "total", WIDTH // HEADS]) for i in range(LAYERS) for kv in ("key", "value")] if causal else []
    model = helper.make_model(helper.make_graph(g.nodes, kind, inputs, outputs, list(g.inits.values())), opset_imports=[helper.make_opsetid("", 17)], producer_name="make_models.py")
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model


def forward(w, ids, kind, types=None):
    """The same model in float64, one text at a time, written out as in a textbook."""
    w = {name: value.astype(np.float64) for name, value in w.items()}
    def norm(x, name):
        centred = x - x.mean(-1, keepdims=True)
        return centred / np.sqrt((centred ** 2).mean(-1, keepdims=True) + EPS) * w[name + ".w"] + w[name + ".b"]
    def linear(x, name):
        return x @ w[name + ".w"] + w[name + ".b"]
    x = w["words"][ids] + w["positions"][:len(ids)]
    if kind != "decoder":
        x = x + w["types"][types if types is not None else [0] * len(ids)]
    x = norm(x, "norm")
    size = WIDTH // HEADS
    for i in range(LAYERS):
        q, k, v = (linear(x, f"{i}.{name}") for name in "qkv")
        mixed = np.zeros_like(x)
        for h in range(HEADS):
            part = slice(h * size, (h + 1) * size)
            scores = q[:, part] @ k[:, part].T / math.sqrt(size)
            if kind == "decoder":
                scores[np.triu_indices(len(ids), 1)] = -np.inf
            scores = np.exp(scores - scores.max(-1, keepdims=True))
            mixed[:, part] = scores / scores.sum(-1, keepdims=True) @ v[:, part]
        x = norm(x + linear(mixed, f"{i}.o"), f"{i}.n1")
        up = linear(x, f"{i}.up")
        gelu = up * .5 * (1 + np.vectorize(math.erf)(up / math.sqrt(2)))
        x = norm(x + linear(gelu, f"{i}.down"), f"{i}.n2")
    return x


def save(folder, name, model):
    path = os.path.join(HERE, folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    onnx.save(model, path)


def dump(folder, name, value):
    path = os.path.join(HERE, folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        json.dump(value, file, indent=1)
        file.write("\n")


def config(model_type, architecture, **more):
    return {"architectures": [architecture], "model_type": model_type, "hidden_size": WIDTH, "num_hidden_layers": LAYERS, "num_attention_heads": HEADS,
            "max_position_embeddings": POSITIONS, "pad_token_id": 0, "vocab_size": VOCAB, **more}


def main():
    encoder, decoder = weights(1), weights(2)
    save("encoder", "onnx/model.onnx", graph(encoder, "encoder"))
    save("encoder", "onnx/model_fp16.onnx", graph(encoder, "encoder", half=True))
    save("encoder", "onnx/model_quantized.onnx", graph(encoder, "encoder", int8=True))
    dump("encoder", "config.json", config("bert", "BertModel"))
    dump("encoder", "modules.json", [{"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
                                     {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
                                     {"idx": 2, "name": "2", "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"}])
    dump("encoder", "1_Pooling/config.json", {"word_embedding_dimension": WIDTH, "pooling_mode_cls_token": False, "pooling_mode_mean_tokens": True})
    dump("encoder", "sentence_bert_config.json", {"max_seq_length": 48, "do_lower_case": False})
    save("decoder", "model.onnx", graph(decoder, "decoder"))
    dump("decoder", "config.json", config("qwen3", "Qwen3Model"))
    dump("decoder", "1_Pooling/config.json", {"word_embedding_dimension": WIDTH, "pooling_mode_mean_tokens": False, "pooling_mode_lasttoken": True})
    dump("decoder", "config_sentence_transformers.json", {"prompts": {"query": "Find: ", "document": ""}, "default_prompt_name": None})
    save("reranker", "model.onnx", graph(encoder, "reranker"))
    dump("reranker", "config.json", config("bert", "BertForSequenceClassification", id2label={"0": "LABEL_0"}))
    odd = helper.make_model(helper.make_graph(
        [helper.make_node("Cast", ["input_ids"], ["wide"], to=TensorProto.DOUBLE), helper.make_node("Identity", ["scores"], ["copy"])], "odd",
        [helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["b", "s"]), helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["b", "s"])],
        [helper.make_tensor_value_info("wide", TensorProto.DOUBLE, ["b", "s"]), helper.make_tensor_value_info("copy", TensorProto.FLOAT, ["b", "s"])]),
        opset_imports=[helper.make_opsetid("", 17)])
    odd.ir_version = 8
    save("", "odd.onnx", odd)
    random = np.random.default_rng(7)
    cases = []
    for length in (1, 2, 5, 17, 48):
        ids = [2] + random.integers(5, VOCAB, length - 1).tolist()
        types = [0] * (length // 2) + [1] * (length - length // 2)
        plain, causal, pair = forward(encoder, ids, "encoder"), forward(decoder, ids, "decoder"), forward(encoder, ids, "reranker", types)
        logit = pair[0] @ encoder["logit.w"].astype(np.float64) + encoder["logit.b"].astype(np.float64)
        cases.append({"ids": ids, "types": types, "encoder": plain.round(9).tolist(), "decoder": causal[-1].round(9).tolist(), "logit": round(float(logit[0]), 9)})
    with open(os.path.join(HERE, "numbers.json"), "w", encoding="utf-8", newline="\n") as file:
        file.write("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")


main()
