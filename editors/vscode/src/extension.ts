// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Starts `joinery lsp` for C and C++ files and hands it the settings. All that
// it finds, the server says; nothing is decided here.

import * as vscode from 'vscode';
import {LanguageClient, LanguageClientOptions, ServerOptions} from 'vscode-languageclient/node';

let client: LanguageClient|undefined;

/** What the server understands of the settings; it takes them at any time. */
function settings() {
  const section = vscode.workspace.getConfiguration('joinery');
  return {
    checks: section.get<string>('checks', ''),
    buildPath: section.get<string>('buildPath', ''),
    debounceMs: section.get<number>('debounceMs', 300),
  };
}

async function start(): Promise<void> {
  const section = vscode.workspace.getConfiguration('joinery');
  const path = section.get<string>('path', 'joinery');
  const server: ServerOptions = {
    command: path,
    args: ['lsp', ...section.get<string[]>('arguments', [])],
  };
  const options: LanguageClientOptions = {
    documentSelector: [
      {scheme: 'file', language: 'c'},
      {scheme: 'file', language: 'cpp'},
    ],
    initializationOptions: settings(),
  };
  client = new LanguageClient('joinery', 'Joinery', server, options);
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    const choice = await vscode.window.showErrorMessage(
        `Joinery: '${path} lsp' does not start (${error}); ` +
            'set joinery.path to the joinery program.',
        'Open Settings');
    if (choice)
      await vscode.commands.executeCommand('workbench.action.openSettings', 'joinery.path');
  }
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.stop();
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
      vscode.commands.registerCommand(
          'joinery.restart',
          async () => {
            await stop();
            await start();
          }),
      vscode.workspace.onDidChangeConfiguration(async event => {
        if (!event.affectsConfiguration('joinery'))
          return;
        // The program and its options are those that it was started with.
        if (event.affectsConfiguration('joinery.path') ||
            event.affectsConfiguration('joinery.arguments')) {
          await stop();
          await start();
          return;
        }
        await client?.sendNotification('workspace/didChangeConfiguration',
                                       {settings: {joinery: settings()}});
      }));
  await start();
}

export async function deactivate(): Promise<void> {
  await stop();
}
