# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""An editor without a screen: what the tests of the language server share.

A test is a few lines that open, change and ask. Nothing here measures time; a
wait ends when the awaited message is there, and a server that dies or is silent
for WAIT seconds fails the test.
"""

import json
import os
import pathlib
import queue
import subprocess
import sys
import threading

WAIT = 60


class Server:
    """A joinery lsp; messages of its own are kept until a test asks for them."""

    def __init__(self, folder, *arguments, capabilities=None, options=None,
                 start=True, command="lsp"):
        self.folder = pathlib.Path(folder).resolve()
        self.process = subprocess.Popen(
            [sys.argv[1], *([command] if command else []), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "XDG_CACHE_HOME": str(self.folder / "cache")},
        )
        self.incoming = queue.Queue()
        self.log = []  # every notification of the server, in order
        self.replies = {}
        self.refuse = False  # whether requests of the server are refused
        self.requests = []
        self.next_id = 0
        self.versions = {}
        self.stderr = b""
        self.threads = [
            threading.Thread(target=self._read, daemon=True),
            threading.Thread(target=self._drain, daemon=True),
        ]
        for thread in self.threads:
            thread.start()
        if start:
            self.initialize(capabilities, options)

    def initialize(self, capabilities=None, options=None):
        if capabilities is None:
            capabilities = {
                "textDocument": {"publishDiagnostics": {"relatedInformation": True}}
            }
        reply = self.request(
            "initialize",
            {
                "processId": None,
                "rootUri": self.folder.as_uri(),
                "capabilities": capabilities,
                "initializationOptions": {"debounceMs": 0, **(options or {})},
            },
        )
        self.notify("initialized", {})
        return reply

    # Transport

    def _read(self):
        out = self.process.stdout
        while True:
            length = 0
            while True:
                line = out.readline()
                if not line:
                    self.incoming.put(None)
                    return
                if line == b"\r\n":
                    break
                name, value = line.split(b":", 1)
                if name.lower() == b"content-length":
                    length = int(value)
            self.incoming.put(json.loads(out.read(length)))

    def _drain(self):
        for line in self.process.stderr:
            self.stderr += line

    def send_bytes(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send_text(self, text):
        data = text.encode()
        self.send_bytes(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))

    def send(self, message):
        self.send_text(json.dumps({"jsonrpc": "2.0", **message}))

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def post(self, method, params):
        """Sends a request without waiting; returns its id."""
        self.next_id += 1
        self.send({"id": self.next_id, "method": method, "params": params})
        return self.next_id

    def pump(self):
        try:
            message = self.incoming.get(timeout=WAIT)
        except queue.Empty:
            sys.exit(f"no message in {WAIT} s; stderr: {self.stderr.decode()}")
        if message is None:
            self.process.wait()
            sys.exit(
                f"the server is gone, status {self.process.returncode}; "
                f"stderr: {self.stderr.decode()}"
            )
        if "method" not in message:
            self.replies[message["id"]] = message
        elif "id" in message:
            self.requests.append(message)
            answer = {"result": None}
            if self.refuse:
                answer = {"error": {"code": -32601, "message": "no"}}
            self.send({"id": message["id"], **answer})
        else:
            self.log.append(message)

    def reply(self, request):
        while request not in self.replies:
            self.pump()
        return self.replies.pop(request)

    def request(self, method, params):
        message = self.reply(self.post(method, params))
        return message.get("result", message.get("error"))

    def await_log(self, fits):
        """The first unread notification that fits; it and those before are read."""
        read = 0
        while True:
            while read < len(self.log):
                if fits(self.log[read]):
                    found = self.log[read]
                    del self.log[: read + 1]
                    return found
                read += 1
            self.pump()

    # Documents

    def uri(self, name):
        return (self.folder / name).as_uri()

    def open(self, name, text=None):
        if text is None:
            text = (self.folder / name).read_text()
        self.versions[name] = 1
        self.notify(
            "textDocument/didOpen",
            {
                "textDocument": {
                    "uri": self.uri(name),
                    "languageId": "cpp",
                    "version": 1,
                    "text": text,
                }
            },
        )

    def change(self, name, *changes):
        """A change is a text, or a pair of a range and its new text."""
        self.versions[name] += 1
        self.notify(
            "textDocument/didChange",
            {
                "textDocument": {
                    "uri": self.uri(name),
                    "version": self.versions[name],
                },
                "contentChanges": [
                    {"text": c} if isinstance(c, str) else {"range": c[0], "text": c[1]}
                    for c in changes
                ],
            },
        )

    def close(self, name):
        self.notify(
            "textDocument/didClose", {"textDocument": {"uri": self.uri(name)}}
        )

    def findings(self, name):
        """The diagnostics of the version that was sent last."""
        return self.await_log(
            lambda m: m["method"] == "textDocument/publishDiagnostics"
            and m["params"]["uri"] == self.uri(name)
            and m["params"].get("version") == self.versions[name]
        )["params"]["diagnostics"]

    def actions(self, name, at, only=None):
        context = {"diagnostics": []}
        if only:
            context["only"] = only
        return self.request(
            "textDocument/codeAction",
            {
                "textDocument": {"uri": self.uri(name)},
                "range": at,
                "context": context,
            },
        )

    def leave(self, expect=0):
        if expect == 0:
            assert self.request("shutdown", None) is None
        self.notify("exit", None)
        self.ended(expect)

    def ended(self, expect):
        status = self.process.wait(timeout=WAIT)
        assert status == expect, f"exit status {status}: {self.stderr.decode()}"


def span(line, begin, end=None, last=None):
    return {
        "start": {"line": line, "character": begin},
        "end": {
            "line": line if last is None else last,
            "character": begin if end is None else end,
        },
    }


def show(findings):
    """Prints findings for FileCheck: one line each, and one for each note."""
    for f in sorted(findings, key=lambda f: f["range"]["start"]["line"]):
        begin, end = f["range"]["start"], f["range"]["end"]
        print(
            f"{begin['line']}:{begin['character']}-{end['line']}:{end['character']}"
            f" {f['severity']} {f['source']} {f['code']}: {f['message']}"
        )
        for note in f.get("relatedInformation", []):
            place = note["location"]
            name = place["uri"].rsplit("/", 1)[1]
            begin = place["range"]["start"]
            print(
                f"  note {name}:{begin['line']}:{begin['character']}:"
                f" {note['message']}"
            )


def edited(text, edits):
    """Applies the edits of a quick fix as an editor does: in units of UTF-16."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len((line + "\n").encode("utf-16-le")))
    data = text.encode("utf-16-le")

    def offset(position):
        return starts[position["line"]] + 2 * position["character"]

    for edit in sorted(edits, key=lambda e: -offset(e["range"]["start"])):
        begin, end = offset(edit["range"]["start"]), offset(edit["range"]["end"])
        data = data[:begin] + edit["newText"].encode("utf-16-le") + data[end:]
    return data.decode("utf-16-le")
