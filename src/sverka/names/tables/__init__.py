"""Tables of names: data as Python literals, each with its source in its own docstring."""
