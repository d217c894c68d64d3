// Run evaluation/law_same.py in Pyodide. Usage: node evaluation/law_same.mjs [NODE_MODULES]
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const modules = resolve(process.argv[2] ?? `${root}/web/node_modules`);
const { loadPyodide } = createRequire(`${modules}/`)("pyodide");

const python = await loadPyodide({ indexURL: `${modules}/pyodide/` });
python.FS.mkdir("/sverka");
python.FS.mount(python.FS.filesystems.NODEFS, { root }, "/sverka");
python.runPython("import runpy, sys; sys.argv = ['law_same.py']; runpy.run_path('/sverka/evaluation/law_same.py', run_name='__main__')");
