// Boot the pinned Pyodide once, import the portable part of Sverka, and write the
// interpreter's memory, so that a browser starts where this stops.
//
//   node snapshot.mjs PYODIDE_DIR CORE_ZIP OUT
//
// Time and chance are fixed before anything runs: the same input gives the same bytes.
// `_makeSnapshot` is a private interface of Pyodide; it is sound here because the very
// same files, pinned by hash, make and load it, and because evaluation/page_golden.py
// holds its answers against CPython's.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [pyodideDir, coreZip, out] = process.argv.slice(2);

const NOON = Date.UTC(2026, 0, 1, 12);
let state = 1;
globalThis.crypto.getRandomValues = (array) => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let i = 0; i < bytes.length; i++) {
        state = (Math.imul(state, 1103515245) + 12345) >>> 0;
        bytes[i] = state >>> 16;
    }
    return array;
};
Date.now = () => NOON;
performance.now = () => 0;

const { loadPyodide } = await import(pathToFileURL(`${pyodideDir}/pyodide.mjs`));
const python = await loadPyodide({
    _makeSnapshot: true,
    env: { PYTHONHASHSEED: "0", HOME: "/" },
    lockFileContents: { info: JSON.parse(readFileSync(`${pyodideDir}/pyodide-lock.json`)).info, packages: {} },
    packageBaseUrl: "/nowhere/",
});
python.unpackArchive(new Uint8Array(readFileSync(coreZip)), "zip", { extractDir: "/core" });
python.runPython(readFileSync(new URL("warm.py", import.meta.url), "utf8"));
writeFileSync(out, python.makeMemorySnapshot());
