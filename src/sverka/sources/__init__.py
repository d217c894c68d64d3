"""Official lists: one module and one facts file a list; bytes in, entries out, no I/O."""
