// The way to the engine: embedded parts go in as they stream, strings come out.

const facts = JSON.parse(document.getElementById("facts").textContent);
const engine = { worker: null, state: "loading", done: 0, why: "", opened: null, changed: () => {} };
const asked = new Map();
const early = [];
let count = 0;
let taken = 0;
let finished = false;
let painted = false;

/** Hand over every part that has arrived whole: one that something follows, or any once the page has loaded. */
function takeParts() {
    if (!painted) return;
    const loaded = document.readyState !== "loading";
    for (const element of document.querySelectorAll("script[data-part]")) {
        if (!loaded && !element.nextElementSibling) break;
        const { part } = element.dataset;
        const piece = { part, text: element.textContent.trim(), last: "last" in element.dataset };
        element.remove();
        taken += piece.text.length * 0.75;
        if (part === "worker") workerCode(piece); else deliver(piece);
        if (part === "bundle" && piece.last) finished = true;
    }
    progress(0.6 * taken / facts.bytes);
    if (loaded && !finished && engine.state === "loading") fail("cut short");
}

// The two scripts that this page may start: its engine, and (hosted) the keeper of its offline copy.
const policy = { createScriptURL: (address) => (address.startsWith("blob:") || address === "sw.js" ? address : "") };
const scripts = window.trustedTypes ? window.trustedTypes.createPolicy("sverka", policy) : policy;

const code = new TransformStream();
const codeWriter = code.writable.getWriter();

function workerCode({ text, last }) {
    const raw = atob(text);
    codeWriter.write(Uint8Array.from(raw, (letter) => letter.charCodeAt(0))).catch(() => {});
    if (last) codeWriter.close().catch(() => {});
}

async function startWorker() {
    const source = await new Response(code.readable.pipeThrough(new DecompressionStream("gzip"))).blob();
    const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    engine.worker = new Worker(scripts.createScriptURL(address));
    engine.worker.onmessage = ({ data }) => hear(data);
    engine.worker.onerror = (event) => fail(event.message || "worker");
    engine.worker.postMessage({ start: facts });
    for (const piece of early.splice(0)) engine.worker.postMessage(piece);
}

function deliver(piece) {
    if (engine.worker) engine.worker.postMessage(piece); else early.push(piece);
}

function hear(data) {
    if ("step" in data) progress(data.done);
    else if ("fatal" in data) fail(data.fatal);
    else if ("ready" in data) {
        engine.opened = data.opened;
        engine.state = data.opened.error ? "refused" : "ready";
        progress(1);
    } else if (asked.has(data.id)) {
        asked.get(data.id)(data.answer);
        asked.delete(data.id);
    }
}

function progress(done) {
    engine.done = Math.max(engine.done, Math.min(done, 1));
    engine.changed();
}

function fail(why) {
    if (engine.state === "failed") return;
    engine.state = "failed";
    engine.why = String(why).slice(0, 300);
    engine.changed();
}

/** One question to check_json; waits for as long as the engine needs. */
function ask(request) {
    const today = new Date();
    const iso = `${today.getFullYear()}-${String(today.getMonth() + 1).padStart(2, "0")}-${String(today.getDate()).padStart(2, "0")}`;
    return post({ request: JSON.stringify({ today: iso, lang, ...request }) }).then(JSON.parse);
}

/** Give the engine other lists; resolves to what it says of them. */
function openLists(bytes, proof) {
    return post({ bundle: bytes, proof }).then(JSON.parse);
}

function post(message) {
    const id = ++count;
    return new Promise((answer) => {
        asked.set(id, answer);
        deliver({ id, ...message });
    });
}

function startEngine() {
    new MutationObserver(takeParts).observe(document.body, { childList: true });
    document.addEventListener("readystatechange", takeParts);
    // The form first: unpacking begins behind its first picture. A page in the background has none.
    const unpack = () => {
        if (painted) return;
        painted = true;
        takeParts();
        startWorker().catch((error) => fail(error.message));
    };
    requestAnimationFrame(() => setTimeout(unpack));
    setTimeout(unpack, 1000);
}
