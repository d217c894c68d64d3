"""Law: dated rules with citations, evaluated to applies, does not apply, or cannot tell."""
