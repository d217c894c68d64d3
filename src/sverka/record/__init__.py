"""The record: every state of every list, with two times, and the log that proves it."""
