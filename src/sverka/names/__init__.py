"""Names: from a raw string in any script to tokens with roles, in one phonemic alphabet."""
