// The engine's room: a worker started from a blob, under the page's policy.
// The build puts Pyodide's own code in front of this file; here are the parts that
// feed it and the one door: strings in, strings out (`sverka.check`).
//
// In:  {start}              what the page knows of itself
//      {part, text, last}   a piece of an embedded part, base64 of gzip
//      {id, request}        JSON for check_json
//      {id, bundle, proof}  the bytes of another file of lists, and of its proof
// Out: {step, done}         honest progress, 0-1
//      {ready, opened}      the engine answers; what it says of the lists
//      {id, answer}         JSON
//      {fatal}              it will not start, and why

const streams = new Map();

function part(name) {
    if (!streams.has(name)) {
        const { readable, writable } = new TransformStream({}, { highWaterMark: 1e9 });
        streams.set(name, { writer: writable.getWriter(), plain: readable.pipeThrough(new DecompressionStream("gzip")) });
    }
    return streams.get(name);
}

function bytesOf(base64) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
    const raw = atob(base64);
    const bytes = new Uint8Array(raw.length);
    for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
    return bytes;
}

async function whole(name) {
    return new Uint8Array(await new Response(part(name).plain).arrayBuffer());
}

// Pyodide asks for its files by address. These are all the addresses there are.
const PREFIX = "https://embedded.invalid/";
const FILES = { "pyodide.asm.wasm": "application/wasm", "python_stdlib.zip": "application/zip" };
self.fetch = async (address) => {
    const name = String(address).replace(PREFIX, "");
    if (!(name in FILES)) throw new TypeError("nothing is fetched here");
    return new Response(part(name).plain, { headers: { "content-type": FILES[name] } });
};

// What the policy already refuses is taken away as well, once the engine has started.
function forget() {
    for (const name of ["fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "EventSource", "WebTransport",
        "importScripts", "indexedDB", "caches", "BroadcastChannel", "Worker", "SharedWorker", "FontFace"]) {
        try { Object.defineProperty(self, name, { value: undefined }); } catch { /* fixed: the policy stands */ }
    }
}

let python = null;
let check = null;
let genuine = null; // the proof of lists, where the page has a root to hold it against
let root = null;
let current = null; // the lists in use, kept to return to
let ready = false;
const waiting = [];

async function start(facts) {
    python = await loadPyodide({
        indexURL: PREFIX,
        packageBaseUrl: PREFIX,
        lockFileContents: { info: facts.runtime, packages: {} },
        createPyodideModule: _createPyodideModule,
        env: { HOME: "/" },
        ...(facts.snapshot && { _loadSnapshot: whole("snapshot") }),
    });
    postMessage({ step: "engine", done: 0.85 });
    if (!facts.snapshot) {
        python.unpackArchive(await whole("core.zip"), "zip", { extractDir: "/core" });
        python.pyimport("sys").path.insert(0, "/core");
    }
    check = python.pyimport("sverka.check");
    genuine = python.pyimport("sverka.check.genuine");
    forget();
    postMessage({ step: "core", done: 0.95 });
    if (facts.signed) root = await whole("root");
    const proof = facts.signed ? await whole("proof") : null;
    const opened = admit(await whole("bundle"), proof);
    ready = true;
    postMessage({ ready, opened });
    for (const data of waiting.splice(0)) answer(data);
}

function answer(data) {
    let said;
    try {
        said = data.bundle ? replace(data.bundle, data.proof) : check.check_json(data.request);
    } catch (error) {
        // A fault of ours, not a refusal: say so rather than leave somebody waiting.
        said = JSON.stringify({ error: { kind: "Fault", problem: String(error.type || error.name), fix: "" } });
    }
    postMessage({ id: data.id, answer: said });
}

/** Prove the lists if the page has a root, then open them. A refusal leaves what was open. */
function admit(bytes, proof) {
    let signed = null;
    if (root) {
        if (!proof) return { error: { kind: "unproven", problem: "", fix: "" } };
        signed = JSON.parse(genuine.prove(python.toPy(root), python.toPy(proof), python.toPy(bytes)));
        if (signed.error) return signed;
    }
    const opened = JSON.parse(check.open_bundle(python.toPy(bytes)));
    if (opened.error) return opened;
    current = { bytes, proof };
    return { ...opened, signed };
}

// A newer file takes the place of the lists in use; an older one does not.
function replace(buffer, proof) {
    const states = () => JSON.parse(check.check_json('{"op":"lists","today":"2026-01-01","lang":"en"}')).lists;
    const newest = () => (current ? states().map((list) => list.as_of).sort().pop() : "");
    const [before, now] = [current, newest()];
    const opened = admit(new Uint8Array(buffer), proof && new Uint8Array(proof));
    if (opened.error) return JSON.stringify(opened);
    const date = newest();
    if (date < now) {
        admit(before.bytes, before.proof);
        return JSON.stringify({ older: date, now });
    }
    return JSON.stringify({ ...opened, date });
}

self.onmessage = async ({ data }) => {
    try {
        if (data.start) await start(data.start);
        else if (data.part) {
            const { writer } = part(data.part);
            writer.write(bytesOf(data.text));
            if (data.last) writer.close();
        } else if (ready) answer(data);
        else waiting.push(data);
    } catch (error) {
        postMessage({ fatal: String((error && error.message) || error) });
    }
};
