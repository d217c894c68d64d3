"""Matching: evidence in bits, namesakes, the index, and what follows from them."""
