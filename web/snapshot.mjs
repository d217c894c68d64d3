// Boot the pinned Pyodide once, import the portable part of Sverka, and write the
// interpreter's memory, so that a browser starts where this stops.
//
//   node snapshot.mjs PYODIDE_DIR CORE_ZIP OUT
//
// Time and chance are fixed before anything runs: the same input gives the same bytes.
// `_makeSnapshot` is a private interface of Pyodide; it is sound here because the very
// same files, pinned by hash, make and load it, and because evaluation/page_golden.py
// holds its answers against CPython's.
import nodeCrypto from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [pyodideDir, coreZip, out] = process.argv.slice(2);
// The interpreter takes its own name from here: it must not depend on where this lies.
process.argv = ["node", "sverka"];

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
nodeCrypto.randomFillSync = globalThis.crypto.getRandomValues;
Date.now = () => NOON;
performance.now = () => 0;

/** Overwrite what was freed (source texts, compilers' scratch): 2.3 MB less when pressed. */
function clearFreed(module) {
    const top = module._sbrk(0);
    const taken = [];
    for (let size = 1 << 19; size >= 32; size >>= 1) {
        for (;;) {
            const block = module._malloc(size);
            if (block + size > top) {
                module._free(block);
                break;
            }
            module.HEAPU8.fill(0, block, block + size);
            taken.push(block);
        }
    }
    for (const block of taken) module._free(block);
}

const { loadPyodide } = await import(pathToFileURL(`${pyodideDir}/pyodide.mjs`));
const python = await loadPyodide({
    _makeSnapshot: true,
    // Optimised: without docstrings and asserts the memory is 0.7 MB smaller when pressed.
    env: { PYTHONHASHSEED: "0", HOME: "/", PYTHONOPTIMIZE: "2" },
    lockFileContents: { info: JSON.parse(readFileSync(`${pyodideDir}/pyodide-lock.json`)).info, packages: {} },
    packageBaseUrl: "/nowhere/",
});
python.unpackArchive(new Uint8Array(readFileSync(coreZip)), "zip", { extractDir: "/core" });
python.runPython(readFileSync(new URL("warm.py", import.meta.url), "utf8"));
clearFreed(python._module);
writeFileSync(out, python.makeMemorySnapshot());
