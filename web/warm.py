"""Run inside Pyodide when the page is built: import all that the page will need.

What is imported here is in the memory snapshot and costs nothing at the start. Tables
are unpacked by asking one question of an invented person.
"""

import gc
import random
import sys

sys.path.insert(0, "/core")
import sverka.check

warm = getattr(sverka.check, "warm", None)
if warm is not None:
    warm()

# The only state that the wasm runtime filled from the system's chance. Nothing portable draws from it.
random.seed(0)
del sys.path[0], warm
gc.collect()
