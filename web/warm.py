"""Run inside Pyodide when the page is built: import all that the page will need.

What is imported here is in the memory snapshot and costs nothing at the start.
"""

import gc
import sys

sys.path.insert(0, "/core")
import sverka.check

del sys.path[0], sverka
sys._clear_internal_caches()
gc.collect()
