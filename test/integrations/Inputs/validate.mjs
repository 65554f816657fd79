// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Holds actions and workflows against GitHub's own parser.
//
// usage: node validate.mjs NODE_MODULES action|workflow FILE...

import { readFileSync } from "node:fs";
import { register } from "node:module";
import { pathToFileURL } from "node:url";

// The parser is made for bundlers: it imports JSON without saying so.
const hook = `export function load(url, context, next) {
  const importAttributes = url.endsWith(".json") ? { type: "json" } : undefined;
  return next(url, importAttributes ? { ...context, importAttributes } : context);
}`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

const [modules, kind, ...files] = process.argv.slice(2);
const parser = `${modules}/@actions/workflow-parser/dist`;
const load = (path) => import(pathToFileURL(`${parser}/${path}`));
const { parseAction } = await load("actions/action-parser.js");
const { parseWorkflow, NoOperationTraceWriter } = await load("index.js");
const parse = kind === "action" ? parseAction : parseWorkflow;

let wrong = false;
for (const name of files) {
  const content = readFileSync(name, "utf8");
  const result = parse({ name, content }, new NoOperationTraceWriter());
  for (const error of result.context.errors.getErrors()) {
    console.error(`${name}: ${error.message}`);
    wrong = true;
  }
}
process.exit(wrong ? 1 : 0);
