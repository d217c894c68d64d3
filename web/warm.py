"""Run inside Pyodide when the page is built: import all that the page will need.

What is imported here is in the memory snapshot and costs nothing at the start.
"""

import codecs
import gc
import importlib
import pathlib
import sys
import zipimport

sys.path.insert(0, "/core")
# Every module, since some are imported only when asked for and the page has no file to import from.
for file in sorted(pathlib.Path("/core").rglob("*.py")):
    importlib.import_module(".".join(file.relative_to("/core").with_suffix("").parts).removesuffix(".__init__"))
del sys.path[0], file
codecs.lookup("cp1251")
# The page has a smaller library under the same path: forget where things stood in this one.
zipimport._zip_directory_cache.clear()
sys.path_importer_cache.clear()
sys._clear_internal_caches()
gc.collect()
