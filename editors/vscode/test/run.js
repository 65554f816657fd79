// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Runs the compiled extension against the real server. In place of the editor
// stands a small `vscode`, and in place of its client library's user interface
// the same protocol on vscode-jsonrpc:
//
//   node test/run.js JOINERY FOLDER
'use strict';
const assert = require('assert');
const fs = require('fs');
const Module = require('module');
const path = require('path');
const {pathToFileURL} = require('url');
const {spawn} = require('child_process');
const rpc = require('vscode-jsonrpc/node');

const [joinery, folder] = process.argv.slice(2);
const manifest = require('../package.json');
const settings = {};
for (const [name, about] of Object.entries(manifest.contributes.configuration.properties))
  settings[name] = about.default;
settings['joinery.path'] = joinery;

const commands = {};
const errors = [];
let changeSettings;
const vscode = {
  workspace: {
    getConfiguration: section => ({
      get: (name, fallback) => {
        const key = `${section}.${name}`;
        assert(key in settings, `${key} is not in package.json`);
        return settings[key] ?? fallback;
      },
    }),
    onDidChangeConfiguration: listener => (changeSettings = listener, {dispose() {}}),
  },
  commands: {
    registerCommand: (name, run) => (commands[name] = run, {dispose() {}}),
    executeCommand: async () => {},
  },
  window: {showErrorMessage: async text => void errors.push(text)},
};

// What the extension uses of vscode-languageclient.
const clients = [];
class LanguageClient {
  constructor(id, name, server, options) {
    Object.assign(this, {id, name, server, options, diagnostics: []});
    clients.push(this);
  }
  async start() {
    this.process = spawn(this.server.command, this.server.args,
                         {env: {...process.env, XDG_CACHE_HOME: path.join(folder, 'cache')}});
    await new Promise((yes, no) => {
      this.process.once('spawn', yes);
      this.process.once('error', no);
    });
    this.ended = new Promise(end => this.process.once('exit', end));
    this.connection = rpc.createMessageConnection(
        new rpc.StreamMessageReader(this.process.stdout),
        new rpc.StreamMessageWriter(this.process.stdin));
    this.connection.onNotification('textDocument/publishDiagnostics', p => {
      if (this.published)
        this.published(p.diagnostics);
    });
    this.connection.listen();
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      capabilities: {},
      initializationOptions: this.options.initializationOptions,
    });
    await this.connection.sendNotification('initialized', {});
  }
  sendNotification(method, params) {
    return this.connection.sendNotification(method, params);
  }
  async stop() {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.status = await this.ended;
  }
  open(name) {
    const file = path.join(folder, name);
    return this.next(() => this.connection.sendNotification('textDocument/didOpen', {
      textDocument: {uri: pathToFileURL(file).href, languageId: 'cpp', version: 1,
                     text: fs.readFileSync(file, 'utf8')},
    }));
  }
  /** The findings that come after `act`. */
  next(act) {
    return new Promise(found => {
      this.published = found;
      act();
    });
  }
}

const load = Module._load;
Module._load = function(name, ...rest) {
  if (name === 'vscode')
    return vscode;
  if (name === 'vscode-languageclient/node')
    return {LanguageClient};
  return load.call(this, name, ...rest);
};
const extension = require('../out/extension.js');

async function main() {
  const context = {subscriptions: []};
  await extension.activate(context);
  assert.strictEqual(clients.length, 1);
  assert.deepStrictEqual(clients[0].options.documentSelector.map(s => s.language), ['c', 'cpp']);
  const found = await clients[0].open('unit.cpp');
  assert.strictEqual(found.length, 1);
  assert.strictEqual(found[0].code, 'joinery-unjoined-thread');
  console.log('findings in the editor');

  // A setting reaches the server that runs.
  settings['joinery.checks'] = '-joinery-unjoined-thread';
  const none = await clients[0].next(
      () => changeSettings({affectsConfiguration: name => 'joinery.checks'.startsWith(name)}));
  assert.deepStrictEqual(none, []);
  console.log('a changed setting is followed');

  // Another program needs another server.
  settings['joinery.checks'] = '';
  settings['joinery.arguments'] = ['--checks=-joinery-unjoined-thread'];
  await changeSettings({affectsConfiguration: name => 'joinery.arguments'.startsWith(name)});
  assert.strictEqual(clients[0].status, 0);
  assert.strictEqual(clients.length, 2);
  assert.deepStrictEqual(clients[1].server.args, ['lsp', '--checks=-joinery-unjoined-thread']);
  console.log('changed options start the server anew');

  await commands['joinery.restart']();
  assert.strictEqual(clients.length, 3);
  assert.strictEqual(clients[1].status, 0);
  await extension.deactivate();
  assert.strictEqual(clients[2].status, 0);
  console.log('it is restarted and ended');

  settings['joinery.path'] = path.join(folder, 'nowhere');
  await extension.activate(context);
  assert.match(errors[0], /nowhere lsp' does not start .*set joinery\.path/);
  await extension.deactivate();
  console.log('a missing program is said');

  // Every command and setting that is declared exists, and no other.
  assert.deepStrictEqual(Object.keys(commands), manifest.contributes.commands.map(c => c.command));
  console.log('the manifest fits');
}

main().then(() => process.exit(0), error => {
  console.error(error);
  process.exit(1);
});
