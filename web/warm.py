"""Run inside Pyodide when the page is built: import all that the page will need.

What is imported here is in the memory snapshot and costs nothing at the start.
"""

import codecs
import gc
import sys
import zipimport

sys.path.insert(0, "/core")
import sverka.check

del sys.path[0], sverka
codecs.lookup("cp1251")
# The page has a smaller library under the same path: forget where things stood in this one.
zipimport._zip_directory_cache.clear()
sys.path_importer_cache.clear()
sys._clear_internal_caches()
gc.collect()
