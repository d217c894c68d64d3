"""Run inside Pyodide when the page is built: import all that the page will need.

What is imported here is in the memory snapshot and costs nothing at the start.
"""

import gc
import random
import sys

sys.path.insert(0, "/core")
import sverka.check

# What the runtime filled from the system's chance. Nothing portable draws from it.
random.seed(0)
del sys.path[0], sverka
sys._clear_internal_caches()
gc.collect()
