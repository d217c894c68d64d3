"""The bundle: one deterministic, verifiable file that a device needs for checking offline."""
