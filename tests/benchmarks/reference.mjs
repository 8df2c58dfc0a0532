// Reads documents with @argdown/core: JSON lines in, JSON lines out; see workers.py.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import core from "@argdown/core/dist/argdown.js";

const { argdown } = core;
const MAP = ["parse-input", "build-model", "build-map", "transform-closed-groups", "colorize", "export-dot"];
const STEPS = { parse: MAP.slice(0, 1), model: MAP.slice(0, 2), dot: MAP };
const texts = new Map();

function text(file) {
  if (!texts.has(file)) texts.set(file, readFileSync(file, "utf8"));
  return texts.get(file);
}

// CPU time of the main thread in ms: what collects garbage and compiles on other threads is left out,
// which favours the reference. The `process` figure has it.
function mainThread() {
  try {
    return Number(readFileSync("/proc/self/schedstat", "utf8").split(" ")[0]) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e3;
  }
}

function wholeProcess() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
}

// Highest resident memory in bytes. Not maxRSS: that of a child begins with its parent's.
function peak() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

function run({ task, file }) {
  const input = text(file);
  const before = [performance.now(), mainThread(), wholeProcess()];
  const response = argdown.run({ input, process: STEPS[task], logLevel: "error" });
  const after = [performance.now(), mainThread(), wholeProcess()];
  const count = (list) => (list ? list.length : 0);
  const problems = [response.lexerErrors, response.parserErrors, response.exceptions].flatMap((one) => one ?? []);
  return {
    wall: after[0] - before[0],
    cpu: after[1] - before[1],
    process: after[2] - before[2],
    peak: peak(),
    errors: problems.length,
    messages: problems.slice(0, 3).map((one) => `${one.message} ${one.token?.startLine ?? ""}`),
    made: {
      claims: response.statements ? Object.keys(response.statements).length : 0,
      arguments: response.arguments ? Object.keys(response.arguments).length : 0,
      relations: count(response.relations),
      nodes: response.map ? count(response.map.nodes) : 0,
      edges: response.map ? count(response.map.edges) : 0,
      dot: response.dot ? response.dot.length : 0,
    },
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(run(JSON.parse(line))) + "\n");
}
